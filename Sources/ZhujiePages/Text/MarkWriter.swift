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
    var links: [MentionLink: HTML] = [:]
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
        let open = links[link] ?? self.open(link, to: mention)
        links[link] = open
        marks.append(
          InlineMark(span: annotation.span, open: open, close: HTML(trusted: "</a>"), continuationOpen: open))
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
      span: emendation.span, open: open.html, close: HTML(trusted: "</span>"), continuationOpen: open.html)
  }

  /// All that sets one link to an entity apart from another in a text.
  private struct MentionLink: Hashable {
    let entity: Int
    let isAdjacent: Bool
    let isFirst: Bool
    /// The words, where the page shows others.
    let written: String?
  }

  private func open(_ link: MentionLink, to mention: Mention) -> HTML {
    var classes = "m " + mention.kind.rawValue
    if link.isAdjacent { classes += " adjacent" }
    if link.isFirst { classes += " first" }
    if link.written != nil { classes += " emended" }
    var open = HTMLBuilder()
    open.startTag("a")
    open.attribute("class", classes)
    open.attribute("href", page.link(to: .entity(mention.kind, mention.entity)))
    if let written = link.written { open.attribute("title", phrases[.asWritten] + " " + written) }
    open.endTag()
    return open.html
  }

  /// A figure with its value, a date in the form of machines. Only what had to be worked out is underlined: a date that is
  /// complete as written speaks for itself, and a value that says no more than the words is not repeated.
  private func quantityMark(_ quantity: Quantity, span: TextSpan<ReadingSpace>, in edition: Edition) -> InlineMark? {
    let text = context.value(of: quantity)
    let title = text.value == edition.shown(span) ? "" : text.value
    let element: StaticString
    var attributes: [(StaticString, String)] = [("class", "q")]
    switch quantity.value {
    case .rank, .vague:
      return nil
    case .date(let date):
      guard let datetime = text.datetime else {
        guard date.resolvedFrom != nil, !title.isEmpty else { return nil }
        element = "span"
        break
      }
      element = "time"
      if date.resolvedFrom == nil { attributes = [] }
      attributes.append(("datetime", datetime))
    case .money, .percent, .count:
      element = "data"
      attributes.append(("value", text.machineValue ?? ""))
    case .duration:
      element = "span"
    }
    if !title.isEmpty, attributes.first?.1 == "q" { attributes.append(("title", title)) }
    var open = HTMLBuilder()
    open.open(element, attributes)
    var close = HTMLBuilder()
    close.close(element)
    let html = open.html
    return InlineMark(span: span, open: html, close: close.html, continuationOpen: html)
  }
}

extension ReadingText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = role { true } else { false }
  }
}
