import TestSupport
import Testing
import ZhujieScript
import ZhujieText

@Suite struct ConversionAlignmentTests {
  private static let pieces = [
    "头发", "在山头发现", "㐷", "𠮷", "a", " ", "\n", "，", "后面", "干净", "说明", "發後", "⟦头发⟧", "https://a.b/后 ",
    "里", "1", "㑹", "𫝊", "䲔", "の",
    "云谷", "云",
  ]

  @Test("the alignment is total, monotone, keeps to characters, and leads back")
  func properties() {
    var random = SeededGenerator(seed: 11)
    let rules = ConversionRules(
      names: [ScriptPair(hans: "云谷", hant: "雲谷")],
      sourceGlossary: [GlossaryRule(from: "干净", to: "清潔", target: .hant)],
      projectGlossary: [GlossaryRule(from: "说明", to: "說明書", target: .hant)]
    )
    for _ in 0..<300 {
      var string = ""
      for _ in 0..<Int.random(in: 0..<30, using: &random) {
        string += Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      }
      let text = UTF8Text<ReadingSpace>(string)
      for target in ConversionTarget.allCases {
        let converted = Converter(to: target, rules: rules).convert(text)
        let alignment = converted.alignment
        #expect(alignment.fromCount == text.count && alignment.toCount == converted.text.count)
        var last = 0
        for offset in 0...text.count where text.isBoundary(offset) {
          let start = alignment.startOffset(offset)
          let end = alignment.endOffset(offset)
          #expect(converted.text.isBoundary(start) && converted.text.isBoundary(end))
          #expect(start >= last)
          last = start
        }
        let whole = alignment.map(text.fullSpan)
        #expect(alignment.inverse.map(whole) == text.fullSpan)
        #expect(alignment.inverse.inverse == alignment)
      }
    }
  }
}
