package import ZhujieEntities
package import ZhujieSite
package import ZhujieText

/// What a page of the site is about. Every language has each of them at the same path.
package enum PageSubject: Hashable, Sendable {
  case home
  case sources
  /// By the address of the source document.
  case source(String)
  case chapters
  case chapter(String)
  case kind(EntityKind)
  case entity(EntityKind, EntityID)
  case timeline
  case figures
  case contradictions
  case network
  case index
  case quality
  case notFound

  /// The path below the folder of a language.
  package var path: String {
    switch self {
    case .home: "index.html"
    case .sources: "sources/index.html"
    case .source(let address): "sources/\(address)/index.html"
    case .chapters: "report/index.html"
    case .chapter(let id): "report/\(id)/index.html"
    case .kind(let kind): "\(kind.folder)/index.html"
    case .entity(let kind, let id): "\(kind.folder)/\(id)/index.html"
    case .timeline: "timeline/index.html"
    case .figures: "figures/index.html"
    case .contradictions: "contradictions/index.html"
    case .network: "network/index.html"
    case .index: "index/index.html"
    case .quality: "quality/index.html"
    case .notFound: "404.html"
    }
  }
}

/// One page in one language.
package struct PageAddress: Hashable, Sendable {
  package let subject: PageSubject
  package let language: Language

  package init(_ subject: PageSubject, in language: Language) {
    self.subject = subject
    self.language = language
  }

  /// The path in the site, from its root.
  package var path: String { language.folder + "/" + subject.path }

  /// A relative link from this page to another path of the site.
  package func link(toPath target: String) -> String {
    RelativeLink.from(path, to: target)
  }

  /// A relative link from this page to another page of its language, with an anchor where one is given.
  package func link(to subject: PageSubject, anchor: String? = nil) -> String {
    let target = PageAddress(subject, in: language).path
    guard let anchor else { return link(toPath: target) }
    return target == path ? "#" + anchor : link(toPath: target) + "#" + anchor
  }
}

/// Relative links between paths of the site. Paths hold only characters that need no escaping in a URL.
enum RelativeLink {
  static func from(_ page: String, to target: String) -> String {
    let from = page.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let to = target.split(separator: "/", omittingEmptySubsequences: false)
    var shared = 0
    while shared < from.count, shared < to.count - 1, from[shared] == to[shared] { shared += 1 }
    let up = Array(repeating: Substring(".."), count: from.count - shared)
    return (up + to[shared...]).joined(separator: "/")
  }
}
