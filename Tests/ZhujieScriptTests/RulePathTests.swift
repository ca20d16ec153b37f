import TestSupport
import Testing
import ZhujieText

@testable import ZhujieScript

/// The short ways past a project's rules: a word whose rule asks for nothing new is not looked at again, and one that was met before is remembered.
struct RulePathTests {
  private static let pieces = [
    "光锐银行", "光銳銀行", "范围", "範圍", "云后", "雲後", "皇后", "后", "里", "里程", "面", "面条", "头发", "發", "钟", "钟离", "谷", "后谷", "山", "银", "，", "。",
    "AX", "远山AX", "2020年", "公司", "的", "爲", "为", "裡", "只", "一只", "干", "𠮷", "𫗦", "\n", "这里没有。", "這裡沒有。",
    "https://example.org/软體", "甲/乙.丙", "比例:", "カナ", "⟦里", "\r\n",
  ]
  private static let rules = ConversionRules(
    names: [
      ScriptPair(hans: "光锐银行", hant: "光銳銀行"), ScriptPair(hans: "云后", hant: "云后"), ScriptPair(hans: "钟离", hant: "鍾離"),
      ScriptPair(hans: "远山AX", hant: "遠山AX"), ScriptPair(hans: "公司山", hant: "公司山"), ScriptPair(hans: "山谷山", hant: "山穀山"),
    ],
    sourceGlossary: [GlossaryRule(from: "范围", to: "範圍内", target: .hant)],
    projectGlossary: [GlossaryRule(from: "只", to: "祇", target: .hant), GlossaryRule(from: "里程", to: "里程", target: .hans)])

  @Test("a rule is for 128 characters at most, so that a text of one letter again and again is read in one pass")
  func longestRule() {
    func converted(_ count: Int) -> String {
      let name = String(repeating: "A", count: count - 1) + "发"
      let rules = ConversionRules(
        names: [], sourceGlossary: [], projectGlossary: [GlossaryRule(from: name, to: "x", target: .hant)])
      return Converter(to: .hant, rules: rules).convert(name)
    }
    #expect(converted(128) == "x")
    #expect(converted(129) == String(repeating: "A", count: 128) + "發")
  }

  /// Where doubtful choices are listed each character is solved with its words, which is the long way.
  @Test("what is passed over becomes what the path of its words makes of it", arguments: [ConversionTarget.hans, .hant, .hantTW])
  func sameAsTheLongWay(target: ConversionTarget) {
    let converter = Converter(to: target, rules: Self.rules)
    var random = SeededGenerator(seed: 23)
    for _ in 0..<2_000 {
      let text = UTF8Text<ReadingSpace>(
        (0..<Int.random(in: 1...10, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined())
      let short = converter.convert(text)
      let long = converter.convert(text, listingAmbiguities: true)
      #expect(short.text.string == long.text.string, "\(text.string)")
      #expect(short.alignment == long.alignment, "\(text.string)")
    }
  }

  /// The same around code, and around words whose form is given, often that which they have.
  @Test("what is fixed stays so whichever way its line goes", arguments: [ConversionTarget.hans, .hant, .hantTW])
  func aroundWhatIsFixed(target: ConversionTarget) {
    let converter = Converter(to: target, rules: Self.rules)
    var random = SeededGenerator(seed: 29)
    for _ in 0..<2_000 {
      var text = ""
      var opaque: [TextSpan<ReadingSpace>] = []
      var overrides: [ConversionOverride] = []
      for _ in 0..<Int.random(in: 1...10, using: &random) {
        let piece = Self.pieces.randomElement(using: &random) ?? ""
        let span = TextSpan<ReadingSpace>(text.utf8.count, text.utf8.count + piece.utf8.count)
        text += piece
        switch Int.random(in: 0..<6, using: &random) {
        case 0: opaque.append(span)
        case 1: overrides.append(ConversionOverride(span: span, text: piece))
        case 2: overrides.append(ConversionOverride(span: span, text: "別的"))
        default: break
        }
      }
      let short = converter.convert(UTF8Text(text), keeping: opaque, overrides: overrides)
      let long = converter.convert(UTF8Text(text), keeping: opaque, overrides: overrides, listingAmbiguities: true)
      #expect(short.text.string == long.text.string, "\(text)")
      #expect(short.alignment == long.alignment, "\(text)")
    }
  }
}
