import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

/// Texts that a careless program takes the square of their length for. The work is counted by its growth: twice
/// the text may take at most about three times as long.
struct HostileTextTests {
  @Test(
    "twice the text takes about twice the time",
    arguments: [
      "远", "远山北极光", "远 　\u{A0}", "“远山说，", "远山，", "远山", "王", "苹果和", "12.5亿", "AX-", "一二三", "「", "说：",
    ]
  )
  func growth(_ piece: String) {
    let names =
      (2...40).map { "organization o\($0) " + String(repeating: "远", count: $0) } + [
        "organization a 远山北极光明", "organization b 山北极光星", "organization c 远山", "organization d 苹果",
        "product e - / AX",
        "person f 王王",
      ]
    let annotator = Annotator(catalog: testCatalog(names.joined(separator: "\n")))
    func seconds(_ count: Int) -> Duration {
      let reading = testReading(String(repeating: piece, count: count))
      return ContinuousClock().measure {
        let found = annotator.annotate(reading)
        _ = QuotationRecognizer(catalog: annotator.gazetteer.catalog).quotations(
          in: reading,
          mentions: found.annotations
        )
      }
    }
    _ = seconds(200)
    let base = 4000 / piece.unicodeScalars.count
    let (short, long) = (seconds(base), seconds(base * 4))
    // Four times the text: a square would be sixteen.
    #expect(long < short * 10 + .milliseconds(60), "\(short) and \(long)")
  }

  @Test("ten thousand names with one beginning are compiled and found")
  func manyNames() {
    let names = (0..<10_000).map { "organization o\($0) 星辰远山北极光明\($0)号" }
    let annotator = Annotator(catalog: testCatalog(names.joined(separator: "\n")))
    let found = annotator.mentions(in: testReading("星辰远山北极光明4711号和星辰远山北极光明"))
    #expect(found.annotations.count == 1)
  }
}
