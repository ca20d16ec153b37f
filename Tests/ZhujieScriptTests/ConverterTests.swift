import Testing
import ZhujieScript
import ZhujieText

@Suite struct ConverterTests {
  @Test(
    "words decide what their characters become",
    arguments: [
      ("在山头发现了头发", "在山頭發現了頭髮"), ("下面条件不成立", "下面條件不成立"),
      ("皇后在后面", "皇后在後面"), ("干净的干部干活", "乾淨的幹部幹活"),
    ]
  )
  func words(_ hans: String, _ hant: String) {
    #expect(convertString(hans, to: .hant) == hant)
    #expect(convertString(hant, to: .hans) == hans)
  }

  @Test(
    "names win over words, glossaries over tables, and the source's glossary over the project's"
  )
  func tiers() {
    let rules = ConversionRules(
      names: [ScriptPair(hans: "云后科技", hant: "云后科技")],
      sourceGlossary: [GlossaryRule(from: "头发", to: "頭發", target: .hant)],
      projectGlossary: [
        GlossaryRule(from: "头发", to: "不用", target: .hant),
        GlossaryRule(from: "面条", to: "面條", target: .hant),
      ]
    )
    let converter = Converter(to: .hant, rules: rules)
    #expect(converter.convert("云后科技的头发与面条，云与后面") == "云后科技的頭發與面條，雲與後面")
    // One way only: the other script does not hear of it.
    #expect(Converter(to: .hans, rules: rules).convert("頭髮與麵條說") == "头发与面条说")
  }

  @Test("a name of Han characters and letters is one name, and no part of a longer word")
  func letters() throws {
    let rules = ConversionRules(
      names: [ScriptPair(hans: "云后AX", hant: "云后AX"), ScriptPair(hans: "Zh云", hant: "Zh云")],
      sourceGlossary: [],
      projectGlossary: [GlossaryRule(from: "面AX", to: "麵AX", target: .hant)]
    )
    let text = "云后AX与后面AXE，面AX、云后AXE；Zh云，aZh云。"
    let converted = "云后AX與後面AXE，麵AX、雲後AXE；Zh云，aZh雲。"
    #expect(Converter(to: .hant, rules: rules).convert(text) == converted)
    var output: [UInt8] = []
    var stream = StreamConverter(to: .hant, rules: rules)
    try Array(text.utf8).withUnsafeBytes { raw in try stream.convert(raw) { output += $0 } }
    try stream.finish { output += $0 }
    #expect(String(decoding: output, as: UTF8.self) == converted)
  }

  @Test("a rule for no target holds in both directions")
  func bothWays() {
    let rules = ConversionRules(
      names: [],
      sourceGlossary: [],
      projectGlossary: [
        GlossaryRule(from: "晨星项目", to: "晨星計劃"), GlossaryRule(from: "後谷", to: "后谷"),
      ]
    )
    let toHant = Converter(to: .hant, rules: rules)
    let toHans = Converter(to: .hans, rules: rules)
    #expect(toHant.convert("晨星项目说") == "晨星計劃說")
    #expect(toHans.convert("晨星計劃說") == "晨星项目说")
    #expect(toHans.convert("晨星项目说") == "晨星项目说")
    #expect(toHant.convert("后谷说") == "後谷說")
    #expect(toHans.convert("後谷說") == "后谷说")
  }

  @Test("a name corrects a text that is already in the script")
  func emendation() {
    let rules = ConversionRules(
      names: [ScriptPair(hans: "远山云", hant: "遠山雲")],
      sourceGlossary: [],
      projectGlossary: []
    )
    let text = UTF8Text<ReadingSpace>("這是遠山云的雲端，皇后說。")
    #expect(Converter(to: .hant, rules: rules).convert(text).text.string == "這是遠山雲的雲端，皇后說。")
  }

  @Test("an override wins over everything, and opaque spans stay")
  func overrides() {
    let text = UTF8Text<ReadingSpace>("头发头发头发")
    let converted = Converter(to: .hant).convert(
      text,
      keeping: [TextSpan(0, 6)],
      overrides: [ConversionOverride(span: TextSpan(6, 12), text: "假髮套")]
    )
    #expect(converted.text.string == "头发假髮套頭髮")
    #expect(converted.alignment.map(TextSpan(6, 12)) == TextSpan(6, 15))
  }

  @Test("a doubtful choice is listed with its candidates where that is asked for")
  func ambiguities() {
    let converter = Converter(to: .hant)
    let text = UTF8Text<ReadingSpace>("这事得干，说了。")
    let listed = converter.convert(text, listingAmbiguities: true).ambiguities
    #expect(listed.map(\.candidates) == [["幹", "乾"]])
    #expect(converter.convert(UTF8Text("头发说明"), listingAmbiguities: true).ambiguities.isEmpty)
  }

  @Test(
    "a run of very many slashes or parentheses is not read anew from each of them",
    arguments: ["1/", "a/甲", "(a/", "a.b/()", "/甲/乙.png"]
  )
  func slashes(_ piece: String) {
    let text = "http://a.cn/" + String(repeating: piece, count: 100_000) + "头发 " + String(repeating: piece, count: 100_000)
    let start = ContinuousClock.now
    #expect(Converter(to: .hant).convert(text).utf8.count >= text.utf8.count / 2)
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
