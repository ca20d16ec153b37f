import Testing
import ZhujieScript
import ZhujieText

@Suite struct ConverterTests {
  @Test(
    "words decide what their characters become",
    arguments: [
      ("在山头发现了头发", "在山頭發現了頭髮"), ("下面条件不成立", "下面條件不成立"),
      ("皇后在后面", "皇后在後面"),
      ("干净的干部干活", "乾淨的幹部幹活"),
    ]
  )
  func words(_ hans: String, _ hant: String) {
    #expect(convertString(hans, to: .hant) == hant)
    #expect(convertString(hant, to: .hans) == hans)
  }
}
