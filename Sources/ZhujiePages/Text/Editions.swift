import ZhujieAnnotation
import ZhujieReport
import ZhujieText

/// The editions of a report's source documents. Most pages quote sources, so each is made once, when a page first asks.
final class Editions: Sendable {
  private let report: Report
  private let typesetter: Typesetter
  private let made: [Localized<Slot>]
  /// How documents are set, as far as that is known without making an edition.
  private let knownSettings: [Localized<DisplayTypography.Counts>?]

  private final class Slot: Sendable {
    let edition = Locked<Kept?>(nil)
  }

  /// An edition in as little room as it takes: where the script is that of the source, what differs is a few marks.
  private enum Kept: Sendable {
    case whole(Edition)
    case edits(Edits)
  }

  /// How an edition in the script of the source differs from it. One thing to hold on to, for every page that quotes it does.
  private final class Edits: Sendable {
    let edits: [DisplayTypography.Edit]
    let settings: DisplayTypography.Counts
    let emendations: [TextSpan<ReadingSpace>]

    init(_ edits: [DisplayTypography.Edit], _ settings: DisplayTypography.Counts, _ emendations: [TextSpan<ReadingSpace>]) {
      (self.edits, self.settings, self.emendations) = (edits, settings, emendations)
    }

    /// The edition of a body, or of parts of it.
    func edition(of body: AnnotatedBody, in language: Language) -> Edition {
      Edition(of: body, in: language, edits: edits, settings: settings, emendations: emendations)
    }
  }

  /// `settings` are those of the documents, or none.
  init(report: Report, typesetter: Typesetter, settings: [Localized<DisplayTypography.Counts>?]) {
    self.report = report
    knownSettings = settings
    self.typesetter = typesetter
    made = report.documents.map { _ in Localized(zhHant: Slot(), zhHans: Slot(), en: Slot()) }
  }

  /// An edition of the paragraphs alone that some spans of a document are in.
  ///
  /// Most pages quote a few sentences of many sources; for these a whole edition is not made.
  func edition(quoting spans: [TextSpan<ReadingSpace>], of document: Int, in language: Language) -> Edition {
    guard let blocks = Self.blocks(of: report.documents[document].body.reading, around: spans) else {
      return edition(of: document, in: language)
    }
    return edition(inBlocks: blocks, of: document, in: language)
  }

  /// The same of blocks, by their indices in the reading text, ascending.
  func edition(inBlocks blocks: [Int], of document: Int, in language: Language) -> Edition {
    let body = report.documents[document].body
    switch made[document][language].edition.withLock({ $0 }) {
    case .whole(let edition):
      return edition
    case .edits(let kept):
      let all = body.reading.blocks
      let parts = blocks.map { all[$0].span.range }
      let edits = kept.edits
      var near: [DisplayTypography.Edit] = []
      near.reserveCapacity(min(edits.count, parts.count * 4))
      var next = 0
      for part in parts {
        next = Self.index(of: part.lowerBound, in: edits, from: next)
        while next < edits.count, edits[next].range.lowerBound < part.upperBound {
          near.append(edits[next])
          next += 1
        }
      }
      return Edition(
        of: body, in: language, edits: near, onlyIn: parts, settings: kept.settings, emendations: kept.emendations)
    case nil:
      guard blocks.count * 2 < body.reading.blocks.count else { return edition(of: document, in: language) }
      return typesetter.edition(of: body, onlyIn: blocks, in: language) { report.entities[$0.entityIndex].names[language] }
    }
  }

  /// The first edit from `start` on that begins at an offset or behind it.
  private static func index(of offset: Int, in edits: [DisplayTypography.Edit], from start: Int) -> Int {
    var (low, high) = (start, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How a document is set otherwise than it is written.
  func settings(of document: Int, in language: Language) -> DisplayTypography.Counts {
    if knownSettings.indices.contains(document), let known = knownSettings[document] { return known[language] }
    return edition(of: document, in: language).settings
  }

  /// The blocks that spans are in, ascending; nil where one is in none.
  private static func blocks(of reading: ReadingText, around spans: [TextSpan<ReadingSpace>]) -> [Int]? {
    var blocks: [Int] = []
    var isAscending = true
    for span in spans {
      guard let first = reading.blockIndex(at: span.lowerBound), let last = reading.blockIndex(at: span.upperBound) else {
        return nil
      }
      for block in first...max(first, last) where block != blocks.last {
        isAscending = isAscending && block > blocks.last ?? -1
        blocks.append(block)
      }
    }
    return isAscending ? blocks : Set(blocks).sorted()
  }

  /// The edition of a document, by its index in the report. Whoever asks meanwhile waits.
  func edition(of document: Int, in language: Language) -> Edition {
    let body = report.documents[document].body
    return made[document][language].edition.withLock { kept in
      switch kept {
      case .whole(let edition):
        return edition
      case .edits(let edits):
        return edits.edition(of: body, in: language)
      case nil:
        if language == .en, let edits = editsInItsScript(document) {
          kept = .edits(edits)
          return edits.edition(of: body, in: language)
        }
        let made = typesetter.edition(of: body, in: language) { report.entities[$0.entityIndex].names[language] }
        kept = made.edits.map { .edits(Edits($0, made.settings, made.emendations)) } ?? .whole(made)
        return made
      }
    }
  }

  /// English pages show a text as it is written: as those in its own script do, where these correct nothing. Nil where they do,
  /// or where none of them was asked for.
  private func editsInItsScript(_ document: Int) -> Edits? {
    guard let script = report.documents[document].body.script,
      case .edits(let edits) = made[document][script == .traditional ? .zhHant : .zhHans].edition.withLock({ $0 }),
      edits.emendations.isEmpty
    else { return nil }
    return edits
  }
}
