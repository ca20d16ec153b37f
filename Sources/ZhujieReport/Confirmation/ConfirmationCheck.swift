import ZhujieInput
import ZhujieMarkdown
import ZhujieText

/// What changed since a project was confirmed: cited paragraphs, originals of translations, addresses.
struct ConfirmationCheck {
  /// By document; nil where nothing is recorded of it.
  private let histories: [ParagraphHistory?]
  private let recorded: Confirmation
  private let citations: CitationIndex

  init(
    _ recorded: Confirmation,
    documents: [AnnotatedDocument],
    anchors: [ParagraphAnchors],
    citations: CitationIndex
  ) {
    self.recorded = recorded
    self.citations = citations
    let record = ConfirmationRecord(documents: documents, anchors: anchors)
    histories = documents.indices.map { index in
      recorded.source(documents[index].source.id.string).map {
        ParagraphHistory(recorded: $0, current: record.paragraphs(of: index))
      }
    }
  }

  /// The addresses that paragraphs of a document once had, by number.
  func formerAnchors(document: Int) -> [Int: [String]] { histories[document]?.formerAnchors ?? [:] }

  /// The blocks of an original that changed while their translation stayed as it was, by index.
  func staleBlocks(of twin: Twin) -> Set<Int> {
    guard let known = recorded.translation(twin.english.file.path.string) else { return [] }
    var originals: [String: Set<String>] = [:]
    for pair in known.pairs { originals[pair.translation, default: []].insert(pair.original) }
    return Set(
      ConfirmationRecord.pairs(of: twin).filter { _, pair in
        originals[pair.translation].map { !$0.contains(pair.original) } ?? false
      }.map(\.block)
    )
  }

  static func diagnostics(ofStale blocks: Set<Int>, in twin: Twin) -> [Diagnostic] {
    blocks.sorted().compactMap { block in
      guard let partner = twin.partner(of: block) else { return nil }
      let original = twin.original.file.location(
        at: twin.original.markup.topLevelBlocks[block].fileOffset
      )
      return Diagnostic(
        .warning,
        .translationStale,
        at: twin.english.file.location(at: twin.english.markup.topLevelBlocks[partner].fileOffset),
        "the original of this translation, \(original.path):\(original.position?.line ?? 1), changed since it was confirmed; "
          + "translate it again, then run zhujie confirm"
      )
    }
  }

  func diagnostics(for placed: PlacedCitation) -> [Diagnostic] {
    zip(placed.citation.parts, citations.resolve(placed.citation)).flatMap {
      part,
      target -> [Diagnostic] in
      guard case .paragraphs(let document, let ranges) = target else { return [] }
      var changed: [Int] = []
      var moved: [(from: Int, to: Int)] = []
      var unconfirmed: [Int] = []
      for number in ranges.joined() {
        switch histories[document]?.fate(of: number) ?? .unconfirmed {
        case .unchanged: break
        case .changed: changed.append(number)
        case .moved(let place): moved.append((number, place))
        case .unconfirmed: unconfirmed.append(number)
        }
      }
      func report(_ severity: Severity, _ code: DiagnosticCode, _ numbers: [Int], _ message: String)
        -> [Diagnostic]
      {
        guard let first = numbers.first else { return [] }
        let list = numbers.map(String.init).joined(separator: ", ")
        return [
          Diagnostic(
            severity,
            code,
            at: placed.location,
            "“@\(part.source) \(first)”: paragraph\(numbers.count == 1 ? "" : "s") \(list) \(message)"
          )
        ]
      }
      let places = moved.map { String($0.to) }.joined(separator: ", ")
      return report(
        .warning,
        .citationChanged,
        changed,
        "changed since this citation was confirmed; read the text again, then run zhujie confirm"
      )
        + report(
          .warning,
          .citationMoved,
          moved.map(\.from),
          "now stand\(moved.count == 1 ? "s" : "") as \(places); correct the number, then run zhujie confirm"
        )
        + report(
          .note,
          .citationUnconfirmed,
          unconfirmed,
          "\(unconfirmed.count == 1 ? "was" : "were") never confirmed; read the text, then run zhujie confirm"
        )
    }
  }
}
