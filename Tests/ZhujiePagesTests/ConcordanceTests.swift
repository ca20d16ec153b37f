import Testing
import ZhujieEntities
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

struct ConcordanceTests {
  private func page(_ language: Language, _ files: [String: String]) throws -> String {
    let sample = try SampleReport(SampleReport.files.merging(files) { $1 })
    let pages = SitePages(
      report: sample.report, theme: try ViewTests.theme(), typesetter: sample.typesetter, quality: sample.quality)
    let id = try #require(EntityID("lin-yuan"))
    let made = pages.files(.page(PageAddress(.entity(.person, id), in: language)))
    return String(decoding: made.first?.contents ?? [], as: UTF8.self)
  }

  @Test("a translated sentence has the marks of its page")
  func translated() throws {
    let page = try page(
      .en, ["sources/weekly.en.md": "---\ntitle: A year\n---\n## Opening\n\nIn 2023 \"Lin Yuan's\" time began, it's said. More.\n\n…\n"])
    #expect(page.contains("</a></td><td>In 2023 “</td>"))
    #expect(page.contains("<td>Lin Yuan</td><td>’s” time began, it’s said.</td>"))
  }

  @Test("a quoted sentence reads as on the page of its source", arguments: [Language.zhHant, .zhHans])
  func quoted(language: Language) throws {
    let page = try page(language, ["sources/daily.txt": "远山新产品 A\n\n林远发布了 AX 与 3 款。\n\n别的。\n\n空行 AI 之后,林远说\"好\"。\n"])
    let (name, launched, before, said) =
      language == .zhHant
      ? ("林遠", "發佈了AX與3款。", "空行AI之後，", "說「好」。") : ("林远", "发布了AX与3款。", "空行AI之后，", "说“好”。")
    #expect(page.contains("<td>\(name)</td><td>\(launched)</td>"))
    #expect(page.contains("</a></td><td>\(before)</td>"))
    #expect(page.contains("<td>\(name)</td><td>\(said)</td>"))
  }
}
