import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What every page has around its content: head, language links, navigation, crumbs, foot.
struct Shell {
  static let schema: ViewSchema = [
    "lang": .text, "title": .text, "description": .text, "siteTitle": .text, "assets": .text,
    "headLinks": .html, "homeHref": .text, "indexHref": .text, "qualityHref": .text, "sourcesHref": .text,
    "timelineHref": .text, "licence": .text, "say": .view(Phrases.schema), "crumbLast": .text,
    "crumbs": .list(["href": .text, "label": .text]),
    "languages": .list(["href": .text, "lang": .text, "short": .text, "label": .text, "current": .flag]),
    "navigation": .list(["href": .text, "label": .text, "current": .flag]),
  ]

  let context: PageContext

  /// `title` is the page's own; the last crumb where there are crumbs. `section` is the entry of the navigation it belongs to.
  func view(
    title: String, description: String = "", section: PageSubject, crumbs: [(PageSubject, String)] = []
  ) -> View {
    let page = context.page
    let phrases = context.phrases
    let siteTitle = Self.siteTitle(of: context.report, in: context.language)
    return [
      "lang": .text(context.language.rawValue),
      "title": .text(page.subject == .home ? siteTitle : title + " · " + siteTitle),
      "description": .text(description),
      "siteTitle": .text(siteTitle),
      "assets": .text(page.link(toPath: "assets/")),
      "headLinks": .html(headLinks),
      "homeHref": .text(page.link(to: .home)),
      "indexHref": .text(page.link(to: .index)),
      "qualityHref": .text(page.link(to: .quality)),
      "sourcesHref": .text(page.link(to: .sources)),
      "timelineHref": .text(page.link(to: .timeline)),
      "licence": .text(context.text(context.report.configuration.licence)),
      "say": .view(phrases.view),
      "crumbLast": .text(page.subject == .home ? "" : title),
      "crumbs": .list(
        page.subject == .home
          ? []
          : ([(.home, phrases[.home])] + crumbs).map {
            ["href": .text(page.link(to: $0.0)), "label": .text($0.1)]
          }),
      "languages": .list(context.report.configuration.languages.map(languageLink)),
      "navigation": .list(navigation(section)),
    ]
  }

  static func siteTitle(of report: Report, in language: Language) -> String {
    if let title = report.naming.text(report.configuration.title, in: language) {
      return DisplayTypography.set(title, script: language.script)
    }
    return Localized(zhHant: "註解報告", zhHans: "注解报告", en: "Annotated report")[language]
  }

  private func languageLink(_ language: Language) -> View {
    let target = PageAddress(context.page.subject, in: language)
    let words: (short: String, label: String) =
      switch language {
      case .zhHant: ("繁", "繁體中文")
      case .zhHans: ("简", "简体中文")
      case .en: ("EN", "English")
      }
    return [
      "href": .text(context.page.link(toPath: target.path)), "lang": .text(language.rawValue),
      "short": .text(words.short), "label": .text(words.label), "current": .flag(language == context.language),
    ]
  }

  private func navigation(_ section: PageSubject) -> [View] {
    let phrases = context.phrases
    var entries: [(PageSubject, String)] = [(.home, phrases[.home])]
    if !context.report.chapters.isEmpty { entries.append((.chapters, phrases[.report])) }
    entries.append((.sources, phrases[.sources]))
    for kind in EntityKind.allCases where context.report.entities.contains(where: { $0.kind == kind }) {
      entries.append((.kind(kind), kind.plural(in: phrases)))
    }
    entries += [
      (.timeline, phrases[.timeline]), (.figures, phrases[.figures]), (.network, phrases[.network]),
      (.index, phrases[.index]), (.quality, phrases[.quality]),
    ]
    return entries.map {
      ["href": .text(context.page.link(to: $0.0)), "label": .text($0.1), "current": .flag($0.0 == section)]
    }
  }

  /// Canonical and alternate links, which need to know where the site is published.
  private var headLinks: HTML {
    guard let base = context.report.configuration.baseURL, context.page.subject != .notFound else { return .empty }
    var builder = HTMLBuilder()
    HeadLinks.write(
      page: context.page.path, base: base,
      alternates: context.report.configuration.languages.map {
        ($0.rawValue, PageAddress(context.page.subject, in: $0).path)
      }, into: &builder)
    return builder.html
  }
}

/// `canonical` and `alternate` links with absolute addresses.
enum HeadLinks {
  static func write(
    page: String, base: String, alternates: [(language: String, path: String)], into builder: inout HTMLBuilder
  ) {
    let base = base.hasSuffix("/") ? base : base + "/"
    func link(_ relation: String, _ language: String?, _ path: String) {
      guard let url = SafeURL(base + Self.published(path)) else { return }
      builder.startTag("link")
      builder.attribute("rel", relation)
      if let language { builder.attribute("hreflang", language) }
      builder.attribute("href", url)
      builder.endTag()
    }
    link("canonical", nil, page)
    for alternate in alternates { link("alternate", alternate.language, alternate.path) }
    if let first = alternates.first { link("alternate", "x-default", first.path) }
  }

  /// The path as hosts publish it: a folder's page by its folder.
  static func published(_ path: String) -> String {
    path.hasSuffix("/index.html") || path == "index.html" ? String(path.dropLast("index.html".count)) : path
  }
}

extension EntityKind {
  func plural(in phrases: Phrases) -> String {
    switch self {
    case .person: phrases[.people]
    case .organization: phrases[.organizations]
    case .product: phrases[.products]
    case .event: phrases[.events]
    case .system: phrases[.systems]
    }
  }

  func singular(in phrases: Phrases) -> String {
    switch self {
    case .person: phrases[.person]
    case .organization: phrases[.organization]
    case .product: phrases[.product]
    case .event: phrases[.event]
    case .system: phrases[.system]
    }
  }
}
