import Glibc
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

/// Texts that a careless program takes the square of their length for: four times the text may not take much more
/// than four times the work, where a square takes sixteen times.
@Suite(.serialized)
struct HostileTextTests {
  private static let annotator = Annotator(
    catalog: testCatalog(
      ((2...40).map { "organization o\($0) " + String(repeating: "远", count: $0) } + [
        "organization a 远山北极光明", "organization b 山北极光星", "organization c 远山", "organization d 苹果",
        "product e - / AX", "person f 王王", "organization g 星辰 | 星辰集团 {requires=远山; excludes=大星辰}",
      ]).joined(separator: "\n")
    )
  )

  @Test(
    "a text of one piece again and again, four times as long, takes about four times the work",
    arguments: [
      "远", "远山北极光", "远 　\u{A0}", "“远山说，", "”", "“", "\"", "远山，", "远山", "王", "苹果和", "12.5亿", "9",
      "1,", "亿", "万亿",
      "AX-", "一二三", "「", "(", "（", "）", "《", "说：", "%", "年", "第", "半", "今年", "十", "至", "星辰", "大星辰",
      "2024年", "-",
    ]
  )
  func growth(_ piece: String) {
    let pieces = 3000 / piece.unicodeScalars.count
    let short = Self.reading(piece, pieces)
    let long = Self.reading(piece, pieces * 4)
    _ = Self.work(on: short)
    // The clock counts what else the machine does, so the best of several is taken.
    var ratio = Double.infinity
    for _ in 0..<5 where ratio > 8 {
      ratio = min(ratio, Double(Self.work(on: long)) / Double(max(1, Self.work(on: short))))
    }
    #expect(ratio <= 8, "\(ratio) times the work for four times “\(piece)”")
  }

  private static func reading(_ piece: String, _ count: Int) -> ReadingText {
    testReading(String(repeating: piece, count: count))
  }

  /// Processor time, at least a hundredth of a second so that small noise is no ratio.
  private static func work(on reading: ReadingText) -> Int {
    let start = clock()
    let folded = FoldedReading(reading)
    let found = annotator.annotate(folded, source: nil, published: nil)
    _ = QuotationRecognizer(catalog: annotator.gazetteer.catalog).quotations(
      in: folded,
      mentions: found.annotations,
      source: nil
    )
    #expect(found.annotations.allSatisfy { $0.span.upperBound <= reading.text.count })
    return max(CLOCKS_PER_SEC / 100, clock() - start)
  }

  @Test("ten thousand names with one beginning are compiled and found")
  func manyNames() {
    let names = (0..<10_000).map { "organization o\($0) 星辰远山北极光明\($0)号" }
    let annotator = Annotator(catalog: testCatalog(names.joined(separator: "\n")))
    let found = annotator.mentions(in: testReading("星辰远山北极光明4711号和星辰远山北极光明"))
    #expect(found.annotations.count == 1)
  }
}
