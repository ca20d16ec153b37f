import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The page at the top of the site, which offers the languages without forcing one.
struct ChooserPage {
  static let path = "index.html"

  static let schema: ViewSchema = [
    "lang": .text, "title": .text, "headLinks": .html,
    "languages": .list(["href": .text, "lang": .text, "title": .text, "label": .text]),
  ]

  let report: Report

  var view: View {
    let languages = report.configuration.languages
    let first = languages.first ?? .zhHant
    var head = HTMLBuilder()
    if let base = report.configuration.baseURL {
      HeadLinks.write(page: Self.path, base: base, alternates: [], into: &head)
    }
    return [
      "lang": .text(first.rawValue),
      "title": .text(Shell.siteTitle(of: report, in: first)),
      "headLinks": .html(head.html),
      "languages": .list(
        languages.map { language in
          [
            "href": .text(language.folder + "/index.html"), "lang": .text(language.rawValue),
            "title": .text(Shell.siteTitle(of: report, in: language)),
            "label": .text(Localized(zhHant: "繁體中文", zhHans: "简体中文", en: "English")[language]),
          ]
        }),
    ]
  }
}
