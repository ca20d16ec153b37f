public import ZhujieText

/// A document that was read: its reading text, and everything needed to write it as HTML in any
/// language.
///
/// It is parsed once. What is shown may differ from the reading text (another script), and marks
/// may be laid over it; both are given to `html`, as often as there are pages.
public struct Markup: Sendable {
  public let reading: ReadingText
  public let diagnostics: [Diagnostic]
  /// In file order.
  public let citations: [InlineCitation]
  /// For a numbered paragraph that says so, the paragraphs of the original that it stands on.
  public let basis: [Int: [ClosedRange<Int>]]
  public let topLevelBlocks: [TopLevelBlock]
  /// The headings among the top-level blocks, by index.
  public var headingPositions: [Int] {
    topLevelBlocks.indices.filter { if case .heading = topLevelBlocks[$0].kind { true } else { false } }
  }

  let links: [LinkCheck.Link]
  let events: EventList
  let arena: [UInt8]
  /// For each block of the reading text its inline events; empty for fields.
  let inlineEvents: [Range<Int>]
  /// The index in `citations`, or the basis, that a citation event stands for.
  let markers: [Marker]
  /// How many texts were not found where they were expected in the file; tests hold it at 0.
  let misses: Int

  enum Marker: Sendable {
    case citation(Int)
    case basis(paragraph: Int, [ClosedRange<Int>])
    case none
  }

  /// Reads the Markdown in `body` of a file. `fields` come first in the reading text; `drop` names
  /// paragraphs that are page furniture, by the numbers they would have if none were dropped.
  public init(
    markdown file: SourceFile,
    body: TextSpan<FileSpace>,
    fields: [TextField] = [],
    drop: [ClosedRange<Int>] = [],
    limits: MarkupLimits = .standard
  ) {
    let body = body.lowerBound..<min(body.upperBound, file.text.count)
    var refusals: [Diagnostic] = []
    var flat = Flat()
    if let refusal = MarkupGuard.check(file, body: body, limits: limits) {
      refusals.append(refusal)
    } else if let parsed = file.text.bytes.withUnsafeBufferPointer({
      DocumentCopier.copy($0, body: body, limits: limits)
    }) {
      if let refusal = MarkupGuard.checkParagraphs(parsed, file, limits: limits) {
        refusals.append(refusal)
      } else {
        flat = parsed
        flat.findings += file.text.bytes.withUnsafeBufferPointer {
          FootnoteCheck.findings($0, body: body, flat: parsed)
        }
      }
    } else {
      refusals.append(
        Diagnostic(
          .error,
          .markdownNull,
          at: SourceLocation(path: file.path),
          "The text holds every control character there is; it is no text"
        )
      )
    }
    self.init(MarkupAssembly(file: file, flat: flat, fields: fields, drop: drop), refusals)
  }

  /// Reads a bare text whose blocks are known. A line end inside a block is a space, or nothing
  /// between two Chinese characters.
  public init(
    plain file: SourceFile,
    blocks: [PlainBlock],
    drop: [ClosedRange<Int>] = [],
    limits: MarkupLimits = .standard
  ) {
    var refusal = MarkupGuard.checkSize(file, body: 0..<file.text.count, limits: limits)
    var flat = Flat()
    if refusal == nil {
      flat = PlainCopier.copy(file, blocks: blocks)
      refusal = MarkupGuard.checkParagraphs(flat, file, limits: limits)
      if refusal != nil { flat = Flat() }
    }
    self.init(
      MarkupAssembly(file: file, flat: flat, fields: [], drop: drop),
      refusal.map { [$0] } ?? []
    )
  }

  private init(_ assembly: MarkupAssembly, _ refusals: [Diagnostic]) {
    reading = assembly.reading
    diagnostics = (refusals + assembly.diagnostics).sorted()
    citations = assembly.citations
    basis = assembly.basis
    // Grown step by step they would keep twice the room they need.
    topLevelBlocks = assembly.topLevelBlocks.withUnsafeBufferPointer { Array($0) }
    links = assembly.links
    events = EventList(assembly.events)
    arena = assembly.arena.withUnsafeBufferPointer { Array($0) }
    inlineEvents = assembly.inlineEvents
    markers = assembly.markers
    misses = assembly.misses
  }
}
