import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The places of a text that search leads to, in reading order: no more of it than its page shows.
///
/// Each paragraph and heading is a place; the cells of a table are one together. What has no address of its own stands at
/// the one before it, else at the top of the page.
struct PassagePlaces {
  struct Place {
    /// Nil for the title of the page.
    let span: TextSpan<ReadingSpace>?
    let anchor: String
    let label: String
  }

  /// Where the heading and the paragraphs of a block stand on the page.
  struct Anchors {
    var heading: String?
    var paragraphs: [(anchor: String, label: String)] = []
  }

  /// Passages longer than this many bytes are cut, so that no file of the index grows with one paragraph.
  static let longestPassage = 2_400
  /// How many bytes the next part repeats, so that what goes over the cut is found.
  static let overlap = 180

  private let reading: ReadingText
  private let published: PublishedText
  private(set) var places: [Place] = []

  init(_ reading: ReadingText, published: PublishedText = .whole, hasTitle: Bool) {
    self.reading = reading
    self.published = published
    if hasTitle { places.append(Place(span: nil, anchor: "", label: "")) }
  }

  mutating func add(_ block: TopLevelBlock, at anchors: Anchors) {
    var paragraph = 0
    var cells: TextSpan<ReadingSpace>?
    for text in reading.blocks[block.readingBlocks] {
      switch text.role {
      case .furniture, .title, .author, .publisher: continue
      case .paragraph:
        let place =
          anchors.paragraphs.isEmpty
          ? nil : anchors.paragraphs[min(paragraph, anchors.paragraphs.count - 1)]
        add(text.span, anchor: place?.anchor ?? lastAnchor, label: place?.label ?? "")
        paragraph += 1
      case .heading: add(text.span, anchor: anchors.heading ?? lastAnchor, label: "")
      case .tableCell:
        cells = TextSpan(cells?.lowerBound ?? text.span.lowerBound, text.span.upperBound)
      case .footnote:
        // A footnote is also in the range of the block that it was written in.
        if block.kind == .footnotes { add(text.span, anchor: lastAnchor, label: "") }
      }
    }
    if let cells { add(cells, anchor: lastAnchor, label: "") }
  }

  private var lastAnchor: String { places.last?.anchor ?? "" }

  private mutating func add(_ span: TextSpan<ReadingSpace>, anchor: String, label: String) {
    for part in published.parts(of: span) where !part.isEmpty {
      var start = part.lowerBound
      while part.upperBound - start > Self.longestPassage {
        let end = boundary(start + Self.longestPassage)
        places.append(Place(span: TextSpan(start, end), anchor: anchor, label: label))
        start = boundary(end - Self.overlap)
      }
      places.append(Place(span: TextSpan(start, part.upperBound), anchor: anchor, label: label))
    }
  }

  private func boundary(_ offset: Int) -> Int {
    var offset = offset
    while !reading.text.isBoundary(offset) { offset -= 1 }
    return offset
  }
}

extension PassagePlaces {
  /// Those of a source document.
  static func source(_ index: Int, of report: Report) -> PassagePlaces {
    let document = report.documents[index]
    var places = PassagePlaces(
      document.body.reading,
      published: report.published[index],
      hasTitle: document.source.metadata.title != nil
    )
    let headings = headingIDs(in: document.body)
    for (position, block) in document.body.markup.topLevelBlocks.enumerated() {
      places.add(block, at: anchors(ofBlock: position, in: index, of: report, headings))
    }
    return places
  }

  /// Those of the English text beside a source document, at the addresses of what it translates.
  static func translation(_ index: Int, of report: Report) -> PassagePlaces {
    guard let twin = report.documents[index].twin else {
      return PassagePlaces(.empty, hasTitle: false)
    }
    let isWhole = report.publishedTranslations[index].isWhole
    var places = PassagePlaces(
      twin.english.reading,
      published: report.publishedTranslations[index],
      hasTitle: report.documents[index].translation?.title != nil
    )
    let headings = headingIDs(in: twin.original)
    for (position, partner) in twin.pairs {
      let original = twin.original.markup.topLevelBlocks[position]
      let block = twin.english.markup.topLevelBlocks[partner]
      // An excerpt of the translation is shown only beside an excerpt of its original.
      let isShown =
        isWhole
        || twin.original.reading.blocks[original.readingBlocks].allSatisfy {
          !report.published[index].parts(of: $0.span).isEmpty
        }
      if isShown { places.add(block, at: anchors(ofBlock: position, in: index, of: report, headings)) }
    }
    return places
  }

  /// Those of what editors wrote: a chapter, whose headings have addresses, or a description, whose have none.
  static func editorial(_ body: AnnotatedBody, hasTitle: Bool, hasSections: Bool) -> PassagePlaces {
    let anchors = BodyAnchors(body)
    var places = PassagePlaces(body.reading, hasTitle: hasTitle)
    var headings = 0
    for block in body.markup.topLevelBlocks {
      var at = Anchors(paragraphs: block.paragraphs.map { $0.map { (anchors[$0], "") } } ?? [])
      if case .heading = block.kind {
        if hasSections { at.heading = SourceText.headingID(headings) }
        headings += 1
      }
      places.add(block, at: at)
    }
    return places
  }

  /// The addresses of headings, by the position of their block.
  private static func headingIDs(in body: AnnotatedBody) -> [Int: String] {
    Dictionary(
      uniqueKeysWithValues: body.markup.headingPositions.enumerated().map { ($1, SourceText.headingID($0)) })
  }

  private static func anchors(
    ofBlock position: Int, in index: Int, of report: Report, _ headings: [Int: String]
  ) -> Anchors {
    let blocks = report.documents[index].body.markup.topLevelBlocks
    var anchors = Anchors(
      paragraphs: blocks[position].paragraphs.map { numbers in
        numbers.map { (report.anchors[index][$0] ?? "p\($0)", String($0)) }
      } ?? []
    )
    if report.published[index].isWhole { anchors.heading = headings[position] }
    return anchors
  }
}
