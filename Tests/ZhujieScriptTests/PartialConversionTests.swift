import TestSupport
import Testing
import ZhujieText

@testable import ZhujieScript

/// Texts of which only some lines are converted.
struct PartialConversionTests {
  private static let lines = [
    "阿里云发布了新的服务器。", "他说：“里面有一只钟。”", "後來皇后去了後宮，頭髮很長。", "干杯之后，干部们都走了。", "An English line, with 1,234 words.",
    "遠山AX 的表面很乾淨。", "https://example.com/软件", "發展中國家的面條與面子", "", "范围内的范先生", "这里没有繁体字。", "⟦不要動⟧臺灣的「臺」字",
    "理发店里的头发", "云云", "⟦里面的面", "里面⟧的面", "```", "`里", "面`里",
  ]

  @Test("a line that is converted alone reads as it does among all others", arguments: [ConversionTarget.hans, .hant, .hantTW])
  func sameAsWhole(target: ConversionTarget) {
    let rules = ConversionRules(
      names: [ScriptPair(hans: "远山AX", hant: "遠山AX"), ScriptPair(hans: "范围", hant: "範圍")], sourceGlossary: [],
      projectGlossary: [GlossaryRule(from: "服务器", to: "伺服器", target: .hantTW)])
    let converter = Converter(to: target, rules: rules)
    var random = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      let chosen = (0..<Int.random(in: 1...12, using: &random)).map { _ in Self.lines.randomElement(using: &random) ?? "" }
      let text = UTF8Text<ReadingSpace>(chosen.joined(separator: "\n"))
      var start = 0
      let spans = chosen.map { line in
        defer { start += line.utf8.count + 1 }
        return TextSpan<ReadingSpace>(start, start + line.utf8.count)
      }
      let parts = spans.filter { !$0.isEmpty && Bool.random(using: &random) }
      let whole = converter.convert(text)
      let partial = converter.convert(text, onlyIn: parts)
      #expect(partial.alignment.toCount == partial.text.count)
      if parts.count < spans.count / 2 { #expect(partial.text.count < whole.text.count, "the other lines are left out") }
      for part in parts {
        #expect(
          partial.text[partial.alignment.map(part)] == whole.text[whole.alignment.map(part)],
          "\(text.string) \(text[part])")
      }
    }
  }
}
