import Synchronization
import ZhujieAnnotation
import ZhujieReport
import ZhujieText

/// The editions of a report's source documents. Most pages quote sources, so each is made once, when a page first asks.
final class Editions: Sendable {
  private let report: Report
  private let typesetter: Typesetter
  private let made: [Localized<Slot>]

  private final class Slot: Sendable {
    let edition = Mutex<Kept?>(nil)
  }

  /// An edition in as little room as it takes: where the script is that of the source, what differs is a few marks.
  private enum Kept: Sendable {
    case whole(Edition)
    case edits(
      [DisplayTypography.Edit], settings: DisplayTypography.Counts, emendations: [TextSpan<ReadingSpace>])
  }

  init(report: Report, typesetter: Typesetter) {
    self.report = report
    self.typesetter = typesetter
    made = report.documents.map { _ in Localized(zhHant: Slot(), zhHans: Slot(), en: Slot()) }
  }

  /// An edition that is right wherever the paragraphs stand that some spans of a document are in.
  ///
  /// Most pages quote a few sentences of many sources; for these a whole edition is not made.
  func edition(quoting spans: some Sequence<TextSpan<ReadingSpace>>, of document: Int, in language: Language) -> Edition {
    let kept = made[document][language].edition.withLock { $0 }
    if case .whole(let edition) = kept { return edition }
    let body = report.documents[document].body
    guard let blocks = Self.blocks(of: body.reading, around: spans) else { return edition(of: document, in: language) }
    if case .edits(let edits, let settings, let emendations) = kept {
      var ahead = edits[...]
      var near: [DisplayTypography.Edit] = []
      for block in blocks.map({ body.reading.blocks[$0].span }) {
        ahead = ahead.drop { $0.range.lowerBound < block.lowerBound }
        near += ahead.prefix { $0.range.lowerBound < block.upperBound }
      }
      return Edition(of: body, in: language, edits: near, settings: settings, emendations: emendations)
    }
    guard blocks.count * 2 < body.reading.blocks.count else { return edition(of: document, in: language) }
    return typesetter.edition(of: body, onlyIn: blocks, in: language, names: names(of:))
  }

  /// The blocks that spans are in, ascending; nil where one is in none.
  private static func blocks(of reading: ReadingText, around spans: some Sequence<TextSpan<ReadingSpace>>) -> [Int]? {
    var blocks: [Int] = []
    for span in spans {
      guard let first = reading.blockIndex(at: span.lowerBound), let last = reading.blockIndex(at: span.upperBound) else {
        return nil
      }
      blocks += first...max(first, last)
    }
    blocks.sort()
    return blocks.enumerated().filter { $0 == 0 || blocks[$0 - 1] != $1 }.map(\.element)
  }

  private func names(of mention: Mention) -> Localized<String> { report.entities[mention.entityIndex].names }

  /// The edition of a document, by its index in the report. Whoever asks meanwhile waits.
  func edition(of document: Int, in language: Language) -> Edition {
    let body = report.documents[document].body
    return made[document][language].edition.withLock { kept in
      switch kept {
      case .whole(let edition):
        return edition
      case .edits(let edits, let settings, let emendations):
        return Edition(of: body, in: language, edits: edits, settings: settings, emendations: emendations)
      case nil:
        let made = typesetter.edition(of: body, in: language, names: names(of:))
        kept = made.edits.map { .edits($0, settings: made.settings, emendations: made.emendations) } ?? .whole(made)
        return made
      }
    }
  }
}
