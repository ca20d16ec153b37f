import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Writes what was found in a text as links, times and values inside it.
struct MarkWriter {
  let context: PageContext

  private var page: PageAddress { context.page }
  private var phrases: Phrases { context.phrases }

  /// The marks of a body. The first mention of an entity in each section is a strong link, later ones are quiet. Mentions
  /// of `subject`, the entity that the page is about, stay plain; figures and dates are marked in sources only, where
  /// their values are evidence.
  func marks(of edition: Edition, subject: EntityID? = nil, withQuantities: Bool) -> [InlineMark] {
    var marks: [InlineMark] = []
    var lastEnd = -1
    var seen: Set<Int> = []
    // The same for all links to an entity but for their place, and there are as many as mentions.
    var links: [Int: HTML] = [:]
    var headings = edition.body.reading.blocks.filter(\.isHeading).map(\.span.lowerBound)[...]
    for annotation in edition.body.annotated.annotations {
      switch annotation.content {
      case .mention(let mention):
        while let next = headings.first, next <= annotation.span.lowerBound {
          headings = headings.dropFirst()
          seen.removeAll()
        }
        guard mention.entity != subject else { continue }
        let isAdjacent = annotation.span.lowerBound == lastEnd
        let isFirst = seen.insert(mention.entityIndex).inserted
        let isEmended = edition.emendations.contains(annotation.span)
        let link = MentionLink(
          entity: mention.entityIndex, isAdjacent: isAdjacent, isFirst: isFirst,
          written: isEmended ? edition.body.reading.text[annotation.span] : nil)
        let open: HTML
        if let key = link.key {
          open = links[key] ?? self.open(link, to: mention)
          links[key] = open
        } else {
          open = self.open(link, to: mention)
        }
        marks.append(
          InlineMark(span: annotation.span, open: open, close: Self.linkEnd))
        lastEnd = annotation.span.upperBound
      case .quantity(let quantity):
        guard withQuantities, let mark = quantityMark(quantity, span: annotation.span, in: edition) else { continue }
        marks.append(mark)
      }
    }
    let corrected = edition.body.emendations.filter { emendation in
      !marks.contains { $0.span.overlaps(emendation.span) }
    }
    guard !corrected.isEmpty else { return marks }
    return (marks + corrected.map { emendationMark($0, in: edition) }).sorted { $0.span < $1.span }
  }

  private func emendationMark(_ emendation: Emendation, in edition: Edition) -> InlineMark {
    var open = HTMLBuilder()
    let written = edition.body.reading.text[emendation.span]
    open.open("span", [("class", "emended"), ("title", phrases[.asWritten] + " " + written)])
    return InlineMark(
      span: emendation.span, open: open.html, close: Self.spanEnd)
  }

  /// All that sets one link to an entity apart from another in a text.
  private struct MentionLink {
    let entity: Int
    let isAdjacent: Bool
    let isFirst: Bool
    /// The words, where the page shows others.
    let written: String?

    /// Nil for one that shows other words.
    var key: Int? { written == nil ? entity << 2 | (isAdjacent ? 2 : 0) | (isFirst ? 1 : 0) : nil }
  }

  private func open(_ link: MentionLink, to mention: Mention) -> HTML {
    var open = HTMLBuilder()
    open.raw("<a class=\"m ")
    open.text(mention.kind.rawValue)
    if link.isAdjacent { open.raw(" adjacent") }
    if link.isFirst { open.raw(" first") }
    if link.written != nil { open.raw(" emended") }
    open.raw("\"")
    open.attribute("href", page.link(to: .entity(mention.kind, mention.entity)))
    if let written = link.written { open.attribute("title", phrases[.asWritten] + " " + written) }
    open.endTag()
    return open.html
  }

  /// A figure with its value, a date in the form of machines. Only what had to be worked out is underlined: a date that is
  /// complete as written speaks for itself, and a value that says no more than the words is not repeated.
  private func quantityMark(_ quantity: Quantity, span: TextSpan<ReadingSpace>, in edition: Edition) -> InlineMark? {
    let text = context.value(of: quantity)
    let isTitled = !text.value.isEmpty && !edition.slice(span).elementsEqual(text.value.utf8)
    var open = HTMLBuilder()
    let close: HTML
    switch quantity.value {
    case .rank, .vague:
      return nil
    case .date(let date):
      guard text.datetime != nil || (date.resolvedFrom != nil && isTitled) else { return nil }
      open.raw(text.datetime == nil ? "<span" : "<time")
      if date.resolvedFrom != nil { open.raw(" class=\"q\"") }
      if let datetime = text.datetime { open.attribute("datetime", datetime) }
      if date.resolvedFrom != nil, isTitled { open.attribute("title", text.value) }
      close = text.datetime == nil ? Self.spanEnd : Self.timeEnd
    case .money, .percent, .count:
      open.raw("<data class=\"q\"")
      open.attribute("value", text.machineValue ?? "")
      if isTitled { open.attribute("title", text.value) }
      close = Self.dataEnd
    case .duration:
      open.raw("<span class=\"q\"")
      if isTitled { open.attribute("title", text.value) }
      close = Self.spanEnd
    }
    open.endTag()
    return InlineMark(span: span, open: open.html, close: close)
  }

  private static let linkEnd = HTML(trusted: "</a>")
  private static let spanEnd = HTML(trusted: "</span>")
  private static let timeEnd = HTML(trusted: "</time>")
  private static let dataEnd = HTML(trusted: "</data>")
}

extension ReadingText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = role { true } else { false }
  }
}
