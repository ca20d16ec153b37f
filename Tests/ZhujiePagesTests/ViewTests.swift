import Foundation
import Testing
import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

struct ViewTests {
  private static let templates = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Templates")

  static func theme(replacing changed: [String: String] = [:]) throws -> Theme {
    let names = try FileManager.default.subpathsOfDirectory(atPath: templates.path).filter { $0.hasSuffix(".mustache") }
    let files = try names.sorted().map { name in
      let text = try changed[name] ?? String(contentsOf: templates.appendingPathComponent(name), encoding: .utf8)
      return SourceFile(path: SourcePath(name), text: UTF8Text(text))
    }
    return Theme(files: files, assets: [])
  }

  @Test("the view of every page offers exactly what its schema says, in every language")
  func schemas() throws {
    let sample = try SampleReport()
    let pages = SitePages(report: sample.report, theme: try Self.theme(), typesetter: sample.typesetter,
      quality: sample.quality)
    var seen: Set<String> = []
    for job in pages.jobs {
      guard case .page(let address) = job else { continue }
      let (template, view) = try #require(pages.view(at: address))
      seen.insert(template.rawValue)
      let differences = Schemas.schema(of: template).differences(from: view)
      #expect(differences.isEmpty, "\(address.path): \(differences)")
    }
    #expect(ChooserPage.schema.differences(from: ChooserPage(report: sample.report).view).isEmpty)
    #expect(seen.count == Theme.Template.allCases.count - 1)
  }

  @Test("the theme of the program uses only names that its pages offer")
  func builtInTheme() throws {
    #expect(try Self.theme().diagnostics.isEmpty)
  }

  @Test("a fault in a template is an error with its place")
  func templateFaults() throws {
    let cases: [(template: String, place: Position, message: String)] = [
      ("<p>{{titel}}</p>", Position(line: 1, column: 4), "the page offers no “titel”; did you mean “title”?"),
      ("\n{{{title}}}", Position(line: 2, column: 1), "“title” is text, which must be escaped: write {{title}}"),
      ("{{headLinks}}", Position(line: 1, column: 1), "“headLinks” is markup: write {{{headLinks}}}"),
      ("{{#crumbs}}{{hreff}}{{/crumbs}}", Position(line: 1, column: 12), "the page offers no “hreff”; did you mean “href”?"),
      ("{{#crumbs}}", Position(line: 1, column: 1), "the section “crumbs” is not closed; write {{/crumbs}}"),
      ("{{/crumbs}}", Position(line: 1, column: 1), "“{{/crumbs}}” closes a section that is not open"),
      ("{{> nowhere}}", Position(line: 1, column: 1), "there is no partial “nowhere”; partials are the files in Templates/partials"),
      ("字{{say.home", Position(line: 1, column: 2), "a tag opens here and is not closed; write }} after the name"),
    ]
    for (template, place, message) in cases {
      let theme = try Self.theme(replacing: ["404.mustache": template])
      let finding = theme.diagnostics.first { $0.code == .templateName }
      #expect(finding?.location?.position == place, "\(template)")
      #expect(finding?.message == message, "\(template)")
    }
  }

  @Test("dates read as each language writes them", arguments: [
    ("2025-03-13", "2025年3月13日", "13 March 2025"), ("2024-Q4", "2024年第四季度", "Q4 2024"),
    ("2023-09~", "約2023年9月", "about September 2023"), ("2023?", "2023年？", "2023?"),
    ("2023-09/..", "2023年9月–今", "September 2023–present"), ("../2023-09", "至2023年9月", "until September 2023"),
    ("2024-01-23/2024-01-24", "2024年1月23日–2024年1月24日", "23 January 2024–24 January 2024"),
  ])
  func dates(edtf: String, hant: String, en: String) throws {
    let date = try #require(EDTFDate(edtf))
    #expect(DateText.of(date, in: .zhHant) == hant)
    #expect(DateText.of(date, in: .en) == en)
  }

  @Test("pinyin is split into the syllables of its characters", arguments: [
    ("Lín Yuǎn", ["Lín", "Yuǎn"]), ("Wáng Cháoyáng", ["Wáng", "Cháo", "yáng"]), ("Xī'ān", ["Xī", "ān"]),
    ("Zhāng Ēnguāng", ["Zhāng", "Ēn", "guāng"]), ("Hángzhōu", ["Háng", "zhōu"]), ("nǚ'ér", ["nǚ", "ér"]),
    ("Chángān", ["Chán", "gān"]), ("Yùnnán", ["Yùn", "nán"]), ("Shànghǎi", ["Shàng", "hǎi"]),
  ])
  func syllables(pinyin: String, expected: [String]) {
    #expect(Ruby.syllables(of: pinyin) == expected)
  }

  @Test("links between pages are relative and write index.html out")
  func links() {
    let page = PageAddress(.source("weekly"), in: .zhHant)
    #expect(page.link(to: .home) == "../../index.html")
    #expect(page.link(to: .source("weekly"), anchor: "t1") == "#t1")
    #expect(page.link(to: .source("daily"), anchor: "t1") == "../../sources/daily/index.html#t1")
    #expect(page.link(toPath: "en/sources/weekly/index.html") == "../../../en/sources/weekly/index.html")
    #expect(PageAddress(.home, in: .en).link(toPath: "assets/") == "../assets/")
  }

  @Test("a source of which only the record may be published shows none of its text")
  func withheld() throws {
    var files = SampleReport.files
    files["sources/weekly.md"] = "---\ntitle: 遠山\nsiglum: a\npublish: none\n---\n林遠接任，一。\n\n林遠，二。\n\n三。\n"
    files["sources/weekly.en.md"] = nil
    let sample = try SampleReport(files)
    let pages = SitePages(report: sample.report, theme: try Self.theme(), typesetter: sample.typesetter,
      quality: sample.quality)
    for job in pages.jobs {
      guard case .page = job else { continue }
      for file in pages.files(job) {
        #expect(!String(decoding: file.contents, as: UTF8.self).contains("，二。"), "\(file.path)")
      }
    }
  }
}
