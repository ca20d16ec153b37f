import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The page at the top of the site, which offers the languages without forcing one. Hosts look there for the page for
/// missing addresses too, so it has a twin that says that there is no such page.
struct ChooserPage {
  static let path = "index.html"
  static let missingPath = "404.html"

  static let schema: ViewSchema = [
    "lang": .text, "title": .text, "description": .text, "headLinks": .html, "baseHref": .text,
    "languages": .list(["href": .text, "lang": .text, "title": .text, "label": .text, "notice": .text]),
  ]

  let report: Report
  var isMissing = false

  var view: View {
    let languages = report.configuration.languages
    let first = languages.first ?? .zhHant
    let site = PublishedSite(report.configuration)
    var head = HTMLBuilder()
    if let site, !isMissing {
      HeadLinks.addresses(of: PageAddress(.home, in: .en), at: Self.path, languages: languages, site: site, into: &head)
    }
    let standfirst = report.naming.text(report.configuration.standfirst, in: first) ?? ""
    return [
      "lang": .text(first.rawValue),
      "title": .text(Shell.siteTitle(of: report, in: first)),
      "description": .text(DisplayTypography.set(standfirst, script: first.script)),
      "headLinks": .html(head.html),
      "baseHref": .text(isMissing ? site?.path ?? "" : ""),
      "languages": .list(
        languages.map { language in
          [
            "href": .text(language.folder + "/index.html"), "lang": .text(language.rawValue),
            "title": .text(Shell.siteTitle(of: report, in: language)),
            "label": .text(Localized(zhHant: "繁體中文", zhHans: "简体中文", en: "English")[language]),
            "notice": .text(isMissing ? Phrases(language)[.notFoundTitle] : ""),
          ]
        }),
    ]
  }
}
