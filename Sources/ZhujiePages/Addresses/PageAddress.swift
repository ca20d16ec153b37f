public import ZhujieEntities
public import ZhujieSite
public import ZhujieText

/// What a page of the site is about. Every language has each of them at the same path.
public enum PageSubject: Hashable, Sendable {
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
  public var path: String {
    switch self {
    case .home: "index.html"
    case .sources: "sources/index.html"
    case .source(let address): Self.path("sources", address)
    case .chapters: "report/index.html"
    case .chapter(let id): "report/\(id)/index.html"
    case .kind(let kind): "\(kind.folder)/index.html"
    case .entity(let kind, let id): Self.path(kind.folder, id.string)
    case .timeline: "timeline/index.html"
    case .figures: "figures/index.html"
    case .contradictions: "contradictions/index.html"
    case .network: "network/index.html"
    case .index: "index/index.html"
    case .quality: "quality/index.html"
    case .notFound: "404.html"
    }
  }

  /// Of a page with a folder of its own, as most have.
  private static func path(_ folder: String, _ name: String) -> String {
    ByteSink.string {
      $0.append(folder)
      $0.append(literal: "/")
      $0.append(name)
      $0.append(literal: "/index.html")
    }
  }

  /// The path of a part of its list; that of the first is its own.
  func path(ofPart part: Int) -> String {
    part == 1 ? path : String(path.dropLast("index.html".utf8.count)) + "part-\(part)/index.html"
  }
}

/// One page in one language.
public struct PageAddress: Hashable, Sendable {
  public let subject: PageSubject
  public let language: Language
  /// Which part of a list that is too long for one page, from 1.
  public let part: Int
  /// The path in the site, from its root. Paths hold only characters that need no escaping in a URL.
  public let path: String
  /// The path below the folder of the language.
  private let inLanguage: String
  /// The way up from the page to the folder of its language, with a slash at its end where it is not there already.
  public let toLanguage: String

  public init(_ subject: PageSubject, part: Int = 1, in language: Language) {
    self.subject = subject
    self.language = language
    self.part = part
    inLanguage = subject.path(ofPart: part)
    path = language.folder + "/" + inLanguage
    let depth = inLanguage.utf8.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 }
    toLanguage = String(repeating: "../", count: depth)
  }

  /// The same page in another language.
  func address(in language: Language) -> PageAddress { PageAddress(subject, part: part, in: language) }

  /// A relative link from this page to the same in another language.
  func link(to language: Language) -> String {
    ByteSink.string {
      $0.append(toLanguage)
      $0.append(literal: "../")
      $0.append(language.folder)
      $0.append(literal: "/")
      $0.append(inLanguage)
    }
  }

  /// A relative link from this page to a part of its list.
  func link(toPart part: Int) -> String { toLanguage + subject.path(ofPart: part) }

  /// A relative link from this page to another path of the site.
  public func link(toPath target: String) -> String { toLanguage + "../" + target }

  /// A relative link from this page to another page of its language, with an anchor where one is given.
  public func link(to subject: PageSubject, anchor: String? = nil) -> String {
    guard let anchor else { return toLanguage + subject.path }
    return subject == self.subject && part == 1 ? "#" + anchor : toLanguage + subject.path + "#" + anchor
  }
}
