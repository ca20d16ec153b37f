import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What every page has around its content: head, language links, navigation, crumbs, foot.
struct Shell {
  static let schema: ViewSchema = [
    "lang": .text, "title": .text, "pageTitle": .text, "description": .text, "siteTitle": .text, "assets": .text,
    "hasPictures": .flag, "headLinks": .html, "structured": .html, "graphType": .text, "graphLanguage": .text, "address": .text,
    "baseHref": .text, "ownHref": .text, "homeHref": .text, "indexHref": .text, "qualityHref": .text, "sourcesHref": .text,
    "timelineHref": .text, "licence": .text, "say": .view(Phrases.schema), "crumbLast": .text,
    "crumbs": .list(["href": .text, "label": .text]),
    "languages": .list(["href": .text, "lang": .text, "short": .text, "label": .text, "current": .flag]),
    "navigation": .list(["href": .text, "label": .text, "current": .flag]),
  ]

  let context: PageContext

  /// `section` is the entry of the navigation that the page belongs to.
  func view(_ head: PageHead, section: PageSubject, crumbs: [(PageSubject, String)] = []) -> View {
    let page = context.page
    let title = head.title
    // The page for missing addresses is shown at any depth, where only a `<base>` makes relative links right.
    let site = page.subject == .notFound ? context.site : nil
    let phrases = context.phrases
    let siteTitle = Self.siteTitle(of: context.report, in: context.language)
    return [
      "lang": .text(context.language.rawValue),
      "title": .text(page.subject == .home ? siteTitle : title + " · " + siteTitle),
      "pageTitle": .text(title),
      "description": .text(head.description),
      "siteTitle": .text(siteTitle),
      "assets": .text(page.link(toPath: "assets/")),
      "hasPictures": .flag(head.hasPictures),
      "headLinks": .html(
        HeadLinks.links(
          of: page, languages: context.report.configuration.languages, site: context.site,
          hasFeeds: context.site != nil && Feed.isNeeded(for: context.report))),
      "structured": .html(head.structured.map(dataBlock) ?? .empty),
      "graphType": .text(head.sort.rawValue),
      "graphLanguage": .text(context.language.openGraphTag),
      "address": .text(page.subject == .notFound ? "" : context.site?.address(of: page.path) ?? ""),
      "baseHref": .text(site.map { $0.path + context.language.folder + "/" } ?? ""),
      "ownHref": .text(site == nil ? "" : "404.html"),
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

  private func dataBlock(_ value: JSONValue) -> HTML {
    var builder = HTMLBuilder()
    builder.dataBlock(type: "application/ld+json", json: value.text)
    return builder.html
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
