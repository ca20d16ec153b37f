import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
public import ZhujieText

/// What of a source's text the site may show: people must annotate what they may not republish.
///
/// Whoever writes words of a source into a page, an index or a file asks here first. Titles are part of a source's record and are always shown.
public struct PublishedText: Sendable {
  private enum Extent: Sendable {
    case whole
    /// In order, apart from each other.
    case parts([TextSpan<ReadingSpace>])
  }

  private let extent: Extent

  private init(_ extent: Extent) { self.extent = extent }

  public static let whole = PublishedText(.whole)
  public static let nothing = PublishedText(.parts([]))

  /// The spans, in any order and with overlaps.
  init(parts spans: [TextSpan<ReadingSpace>]) {
    var merged: [TextSpan<ReadingSpace>] = []
    for span in spans.sorted() where !span.isEmpty {
      if let last = merged.last, last.upperBound >= span.lowerBound {
        merged[merged.count - 1] = TextSpan(last.lowerBound, max(last.upperBound, span.upperBound))
      } else {
        merged.append(span)
      }
    }
    extent = .parts(merged)
  }

  public var isWhole: Bool {
    if case .whole = extent { true } else { false }
  }

  /// Whether every character of a span may be shown.
  public func holds(_ span: TextSpan<ReadingSpace>) -> Bool {
    switch extent {
    case .whole: true
    case .parts(let parts): Self.first(endingAfter: span.lowerBound, in: parts).map { parts[$0].contains(span) } ?? false
    }
  }

  /// Whether something of a span may be shown.
  public func showsPart(of span: TextSpan<ReadingSpace>) -> Bool { isWhole || !parts(of: span).isEmpty }

  /// What may be shown of a span, in order.
  public func parts(of span: TextSpan<ReadingSpace>) -> [TextSpan<ReadingSpace>] {
    switch extent {
    case .whole: [span]
    case .parts(let parts):
      parts[(Self.first(endingAfter: span.lowerBound, in: parts) ?? parts.count)...].prefix { $0.overlaps(span) }.map {
        TextSpan(max($0.lowerBound, span.lowerBound), min($0.upperBound, span.upperBound))
      }
    }
  }
}

extension PublishedText {
  /// The index of the first part that ends after an offset; the parts ascend.
  private static func first(endingAfter offset: Int, in parts: [TextSpan<ReadingSpace>]) -> Int? {
    var (low, high) = (0, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < parts.count ? low : nil
  }
}

/// Works out what each source publishes, and what its translation does.
struct PublicationPlan {
  /// By document: numbers of paragraphs that are cited.
  private var cited: [Set<Int>]
  private let documents: [AnnotatedDocument]

  init(documents: [AnnotatedDocument], places: [PlacedCitation], citations: CitationIndex) {
    self.documents = documents
    cited = Array(repeating: [], count: documents.count)
    guard documents.contains(where: { $0.source.metadata.publish == .excerpts }) else { return }
    for place in places {
      for case .paragraphs(let document, let ranges) in citations.resolve(place.citation) {
        cited[document].formUnion(ranges.joined())
      }
    }
  }

  func text(of document: Int) -> PublishedText {
    switch documents[document].source.metadata.publish {
    case .full: return .whole
    case .none: return .nothing
    case .excerpts:
      let body = documents[document].body
      let paragraphs = body.reading.blocks.filter { block in
        block.role == .title || block.paragraph.map(cited[document].contains) ?? false
      }.map(\.span)
      return PublishedText(parts: paragraphs + Self.sentences(withMentionsIn: body))
    }
  }

  /// A translation publishes the blocks whose original is cited, and its own sentences that hold a mention.
  func translation(of document: Int) -> PublishedText {
    switch documents[document].source.metadata.publish {
    case .full: return .whole
    case .none: return .nothing
    case .excerpts:
      guard let twin = documents[document].twin else { return .nothing }
      let blocks = twin.pairs.flatMap { original, english -> [TextSpan<ReadingSpace>] in
        let from = twin.original.reading.blocks[twin.original.markup.topLevelBlocks[original].readingBlocks]
        let to = twin.english.reading.blocks[twin.english.markup.topLevelBlocks[english].readingBlocks]
        guard from.count == to.count else { return [] }
        return zip(from, to).filter { $0.0.paragraph.map(cited[document].contains) ?? false }.map(\.1.span)
      }
      return PublishedText(parts: blocks + Self.sentences(withMentionsIn: twin.english))
    }
  }

  private static func sentences(withMentionsIn body: AnnotatedBody) -> [TextSpan<ReadingSpace>] {
    body.mentions.compactMap { span, _ in
      body.reading.blockIndex(at: span.lowerBound).map {
        Sentences.sentence(around: span, in: body.reading.blocks[$0].span, of: body.reading.text)
      }
    }
  }
}
