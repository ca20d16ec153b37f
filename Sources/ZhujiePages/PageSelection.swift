/// Which kinds of pages a site has, beside those that every site has: the overview, the list of sources, the lists of
/// entities and the page for a wrong address.
package struct PageSelection: OptionSet, Sendable, Hashable {
  package let rawValue: Int

  package init(rawValue: Int) {
    self.rawValue = rawValue
  }

  package static let sources = PageSelection(rawValue: 1)
  package static let entities = PageSelection(rawValue: 2)
  package static let index = PageSelection(rawValue: 8)
  package static let report = PageSelection(rawValue: 16)
  package static let timeline = PageSelection(rawValue: 32)
  package static let figures = PageSelection(rawValue: 64)
  package static let network = PageSelection(rawValue: 128)
  package static let quality = PageSelection(rawValue: 256)
  /// A Markdown copy beside each page, and the list of them for language models.
  package static let copies = PageSelection(rawValue: 512)

  /// What the search box reads.
  package static let search = PageSelection(rawValue: 1024)

  /// By the names that are typed, in order.
  private static let named: [(name: String, selection: PageSelection)] = [
    ("sources", .sources), ("entities", .entities), ("index", .index), ("report", .report),
    ("timeline", .timeline), ("figures", .figures), ("network", .network), ("quality", .quality), ("copies", .copies),
    ("search", .search),
  ]

  package static let all = PageSelection(named.map(\.selection))
  /// What other generators make of such a project: its documents, its entities and an index.
  package static let core: PageSelection = [.sources, .entities, .index]

  package static var names: [String] { ["core"] + named.map(\.name) }

  /// The selection that a list such as `core,timeline` names; nil where a word in it names nothing.
  package init?(_ list: String) {
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
