public import ZhujieEntities
public import ZhujieInput
public import ZhujieText

/// A picture of data, as a fenced block of a body describes it in YAML. `docs/blocks.md` lists the keys.
public struct Picture: Sendable, Hashable {
  public let kind: PictureKind
  let title: MultilingualText?
  let note: MultilingualText?
  let source: Citation?
  let content: Content
  /// Every entity that it names, with its place in the file.
  public let references: [PictureReference]
  /// Every citation in it, with its place in the file.
  public let citations: [PictureCitation]

  enum Content: Sendable, Hashable {
    case timeline([PictureEvent])
    case stack(layers: [PictureLayer], beside: [PictureItem])
    case network(nodes: [PictureItem], links: PictureLinks)
    case chart(bars: [PictureBar], unit: MultilingualText?)
    case cast([PicturePerson])
    case figures([PictureFigure])
    case members([PictureMember], form: MemberForm, root: PictureItem?)
    case table(PictureTable)
  }

  /// A network that no block describes: some entities, with the lines that the caller knows of.
  public static func network(of entities: [EntityID], links: AutomaticLinks) -> Picture {
    let nodes = entities.map { PictureItem(entity: $0, text: nil, note: nil, source: nil) }
    return Picture(
      kind: .network, title: nil, note: nil, source: nil,
      content: .network(nodes: nodes, links: .automatic(links)), references: [], citations: [])
  }

  /// A strip of events that no block describes.
  public static func timeline(of events: [EntityID]) -> Picture {
    let items = events.map { PictureItem(entity: $0, text: nil, note: nil, source: nil) }
    return Picture(
      kind: .timeline, title: nil, note: nil, source: nil,
      content: .timeline(items.map { PictureEvent(item: $0, date: nil) }), references: [], citations: [])
  }

  /// Reads a block whose YAML takes up `span` of a file. Nil where it is none; then the diagnostics say why.
  public static func parse(
    kind: PictureKind,
    in file: SourceFile,
    span: TextSpan<FileSpace>,
    limits: InputLimits = InputLimits()
  ) -> (picture: Picture?, diagnostics: [Diagnostic]) {
    let (node, faults) = YAMLText(file, in: span).node(limits: limits)
    guard let node else {
      let empty = Diagnostic(
        .error,
        .pictureEmpty,
        at: file.location(at: span.lowerBound),
        "\"\(kind.rawValue)\" draws nothing; write \"\(kind.mainKey):\" and what it shows below it"
      )
      return (nil, faults.isEmpty ? [empty] : faults)
    }
    var reader = MappingReader(node, in: file, as: "a \(kind.rawValue) block")
    var pictures = PictureReader()
    let picture = pictures.picture(kind, &reader)
    let diagnostics = reader.finish()
    return (diagnostics.contains { $0.severity == .error } ? nil : picture, diagnostics)
  }
}

/// The seven sorts of picture; the raw value is the word after the fence.
public enum PictureKind: String, Sendable, CaseIterable {
  case timeline, stack, network, chart, cast, figures, members

  /// The kind that the words after a fence name; nil where they name none, so that the block is code.
  public init?(info: String) {
    guard let word = info.split(separator: " ").first else { return nil }
    self.init(rawValue: String(word))
  }

  /// The key that holds what is drawn.
  var mainKey: String {
    switch self {
    case .timeline: "events"
    case .stack: "layers"
    case .network: "nodes"
    case .chart: "bars"
    case .cast: "people"
    case .figures: "figures"
    case .members: "members"
    }
  }
}

/// An entity that a picture names.
public struct PictureReference: Sendable, Hashable {
  public let entity: EntityID
  public let offset: Int
  /// Whether the picture takes its date from it.
  public let needsDate: Bool
}

/// A citation in a picture.
public struct PictureCitation: Sendable, Hashable {
  public let citation: Citation
  public let offset: Int
}
