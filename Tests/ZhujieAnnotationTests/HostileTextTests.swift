import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

/// Texts that a careless program takes the square of their length for. At their length here a square would take hours.
struct HostileTextTests {
  @Test(
    "a long text of one piece again and again comes to an end",
    .timeLimit(.minutes(3)),
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
    let reading = testReading(String(repeating: piece, count: 60_000 / piece.unicodeScalars.count))
    let found = annotator.annotate(reading)
    _ = QuotationRecognizer(catalog: annotator.gazetteer.catalog).quotations(
      in: reading, mentions: found.annotations)
    #expect(found.annotations.allSatisfy { $0.span.upperBound <= reading.text.count })
  }

  @Test("ten thousand names with one beginning are compiled and found")
  func manyNames() {
    let names = (0..<10_000).map { "organization o\($0) 星辰远山北极光明\($0)号" }
    let annotator = Annotator(catalog: testCatalog(names.joined(separator: "\n")))
    let found = annotator.mentions(in: testReading("星辰远山北极光明4711号和星辰远山北极光明"))
    #expect(found.annotations.count == 1)
  }
}
