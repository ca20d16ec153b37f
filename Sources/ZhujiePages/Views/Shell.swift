import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What every page has around its content: head, language links, navigation, crumbs, foot.
struct Shell {
  static let schema: ViewSchema = [
    "lang": .text, "title": .text, "pageTitle": .text,
    "description": .text, "siteTitle": .text, "assets": .text,
    "hasPictures": .flag, "headLinks": .html, "structured": .html, "graphType": .text,
    "graphLanguage": .text, "address": .text,
    "baseHref": .text, "ownHref": .text, "homeHref": .text, "indexHref": .text,
    "qualityHref": .text, "sourcesHref": .text,
    "timelineHref": .text, "licence": .text, "say": .view(Phrases.schema), "crumbLast": .text,
    "crumbs": .list(["href": .text, "label": .text]),
    "languages": .list([
      "href": .text, "lang": .text, "short": .text, "label": .text, "current": .flag,
    ]),
    "navigation": .list(["href": .text, "label": .text, "current": .flag]),
    "hasParts": .flag, "parts": .list(["href": .text, "label": .text, "current": .flag, "skips": .flag]),
  ]

  let context: PageContext

  /// `section` is the entry of the navigation that the page belongs to; `parts` tells in how many parts its list is divided.
  func view(
    _ head: PageHead, section: PageSubject, crumbs: [(PageSubject, String)] = [], parts: Int = 1
  ) -> View {
    let page = context.page
    let phrases = context.phrases
    // The page for missing addresses is shown at any depth, where only a `<base>` makes relative links right.
    let site = page.subject == .notFound ? context.site : nil
    let siteTitle = context.labels.siteTitle
    let way = page.subject == .home ? [] : [(PageSubject.home, phrases[.home])] + crumbs
    let title = page.part == 1 ? head.title : head.title + context.phrases[.part, page.part]
    let languages = context.report.configuration.languages
    let own: View = [
      "title": .text(title + (page.subject == .home ? "" : " · " + siteTitle)),
      "pageTitle": .text(title),
      "description": .text(head.description),
      "hasPictures": .flag(head.hasPictures),
      "graphType": .text(head.sort.rawValue),
      "baseHref": .text(site.map { $0.path + context.language.folder + "/" } ?? ""),
      "ownHref": .text(site == nil ? "" : "404.html"),
      "headLinks": .html(headLinks),
      "structured": .html(head.structured.map(dataBlock) ?? .empty),
      "address": .text(page.subject == .notFound ? "" : context.site?.address(of: page.path) ?? ""),
      "crumbLast": .text(page.subject == .home ? "" : title),
      "crumbs": .list(way.map { ["href": .text(page.link(to: $0.0)), "label": .text($0.1)] }),
      "languages": .list(languages.map(languageLink)),
      "hasParts": .flag(parts > 1), "parts": .list(links(toParts: parts)),
    ]
    return own.merging(context.labels.frame(of: section, seenFrom: page.toLanguage) { frame(section) })
  }

  /// What is the same around all pages of a section that lie equally deep.
  private func frame(_ section: PageSubject) -> View {
    let page = context.page
    return [
      "lang": .text(context.language.rawValue),
      "siteTitle": .text(context.labels.siteTitle),
      "assets": .text(page.link(toPath: "assets/")),
      "graphLanguage": .text(context.language.openGraphTag),
      "homeHref": .text(page.link(to: .home)),
      "indexHref": .text(context.link(ifMade: .index)),
      "qualityHref": .text(context.link(ifMade: .quality)),
      "sourcesHref": .text(page.link(to: .sources)),
      "timelineHref": .text(context.link(ifMade: .timeline)),
      "licence": .text(context.labels.licence),
      "say": .constants(context.labels.say),
      "navigation": .list(navigation(section)),
    ]
  }

  static func siteTitle(of report: Report, in language: Language) -> String {
    if let title = report.naming.text(report.configuration.title, in: language) {
      return DisplayTypography.set(title, script: language.script)
    }
    return Localized(zhHant: "註解報告", zhHans: "注解报告", en: "Annotated report")[language]
  }

  private var headLinks: HTML {
    HeadLinks.links(
      of: context.page,
      languages: context.report.configuration.languages,
      site: context.site,
      hasFeeds: context.site != nil && Feed.isNeeded(for: context.report), hasCopies: context.labels.selection.contains(.copies)
    )
  }

  private func languageLink(_ language: Language) -> View {
    let words: (short: String, label: String) =
      switch language {
      case .zhHant: ("繁", "繁體中文")
      case .zhHans: ("简", "简体中文")
      case .en: ("EN", "English")
      }
    return [
      "href": .text(context.page.link(to: language)), "lang": .text(language.rawValue),
      "short": .text(words.short), "label": .text(words.label),
      "current": .flag(language == context.language),
    ]
  }

  private func navigation(_ section: PageSubject) -> [View] {
    context.labels.navigation.map {
      [
        "href": .text(context.page.toLanguage + $0.path), "label": .text($0.label),
        "current": .flag($0.subject == section),
      ]
    }
  }

  /// The first and the last part, and those around this one; `skips` where some are left out before.
  private func links(toParts count: Int) -> [View] {
    guard count > 1 else { return [] }
    let around = 3
    var last = 0
    return (1...count).filter { $0 == 1 || $0 == count || abs($0 - context.page.part) <= around }.map { part in
      defer { last = part }
      return [
        "href": .text(context.page.link(toPart: part)), "label": .text(String(part)),
        "current": .flag(part == context.page.part), "skips": .flag(part > last + 1),
      ]
    }
  }

  private func dataBlock(_ value: JSONValue) -> HTML {
    var builder = HTMLBuilder()
    builder.dataBlock(type: "application/ld+json", json: value)
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
