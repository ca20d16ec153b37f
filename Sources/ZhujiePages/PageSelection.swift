/// Which kinds of pages a site has, beside those that every site has: the overview, the list of sources, the lists of
/// entities and the page for a wrong address.
public struct PageSelection: OptionSet, Sendable, Hashable {
  public let rawValue: Int

  public init(rawValue: Int) {
    self.rawValue = rawValue
  }

  public static let sources = PageSelection(rawValue: 1)
  public static let entities = PageSelection(rawValue: 2)
  public static let index = PageSelection(rawValue: 8)
  public static let report = PageSelection(rawValue: 16)
  public static let timeline = PageSelection(rawValue: 32)
  public static let figures = PageSelection(rawValue: 64)
  public static let network = PageSelection(rawValue: 128)
  public static let quality = PageSelection(rawValue: 256)
  /// A Markdown copy beside each page, and the list of them for language models.
  public static let copies = PageSelection(rawValue: 512)

  /// What the search box reads.
  public static let search = PageSelection(rawValue: 1024)

  /// By the names that are typed, in order.
  private static let named: [(name: String, selection: PageSelection)] = [
    ("sources", .sources), ("entities", .entities), ("index", .index), ("report", .report),
    ("timeline", .timeline), ("figures", .figures), ("network", .network), ("quality", .quality), ("copies", .copies),
    ("search", .search),
  ]

  public static let all = PageSelection(named.map(\.selection))
  /// What other generators make of such a project: its documents, its entities and an index.
  public static let core: PageSelection = [.sources, .entities, .index]

  public static var names: [String] { ["core"] + named.map(\.name) }

  /// The selection that a list such as `core,timeline` names; nil where a word in it names nothing.
  public init?(_ list: String) {
    var selection: PageSelection = []
    for word in list.split(separator: ",") {
      if word == "core" {
        selection.formUnion(.core)
      } else if let found = Self.named.first(where: { $0.name == word }) {
        selection.formUnion(found.selection)
      } else {
        return nil
      }
    }
    // Sources and entities lead to each other in every line, so a site without one of them would be full of dead ends.
    // The quality page leads to what it finds there.
    if selection.contains(.quality) { selection.formUnion([.figures, .report]) }
    self = selection.union([.sources, .entities])
  }

  /// Whether the site has pages about a subject.
  func includes(_ subject: PageSubject) -> Bool {
    switch subject {
    case .home, .sources, .kind, .notFound: true
    case .source: contains(.sources)
    case .entity: contains(.entities)
    case .chapters, .chapter: contains(.report)
    case .timeline: contains(.timeline)
    case .figures, .contradictions: contains(.figures)
    case .network: contains(.network)
    case .index: contains(.index)
    case .quality: contains(.quality)
    }
  }
}
