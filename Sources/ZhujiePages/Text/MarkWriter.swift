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
    marks.reserveCapacity(edition.body.annotated.annotations.count)
    let subject = subject.flatMap { context.report.index(of: $0) }
    let links = context.labels.shared.mentionLinks
    let hasLinks = page.toLanguage == MentionLinks.toLanguage
    var emendations = edition.emendations[...]
    var lastEnd = -1
    var seen = EntitySet(of: context.report)
    var tags = HTMLBuilder(capacity: 4096)
    var headings = edition.body.reading.blocks.filter(\.isHeading).map(\.span.lowerBound)[...]
    let annotations = edition.body.annotated.annotations
    // By index, for a copy of an annotation holds on to all that it has.
    for index in annotations.indices {
      let span = annotations[index].span
      switch annotations[index].content {
      case .mention(let mention):
        while let next = headings.first, next <= span.lowerBound {
          headings = headings.dropFirst()
          seen.removeAll()
        }
        guard mention.entityIndex != subject else { continue }
        let isAdjacent = span.lowerBound == lastEnd
        let isFirst = seen.insert(mention.entityIndex)
        if !emendations.isEmpty { emendations = emendations.drop { $0 < span } }
        let isEmended = emendations.first == span
        let open =
          isEmended || !hasLinks
          ? MentionLinks.tag(
            to: mention.kind, mention.entity, from: page.toLanguage, isAdjacent: isAdjacent, isFirst: isFirst,
            title: isEmended ? phrases[.asWritten] + " " + edition.body.reading.text[span] : nil)
          : links.tag(to: mention, isAdjacent: isAdjacent, isFirst: isFirst)
        marks.append(
          InlineMark(span: span, open: open, close: Self.linkEnd))
        lastEnd = span.upperBound
      case .quantity(let quantity):
        guard withQuantities, let close = openQuantity(quantity, span: span, in: edition, &tags) else { continue }
        marks.append(InlineMark(span: span, open: tags.html, close: close))
        tags.removeAll()
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

  /// Writes the opening tag of a figure with its value, or of a date in the form of machines, and gives the tag that closes it; nil
  /// where there is nothing to say. Only what had to be worked out is underlined: a date that is complete as written speaks for
  /// itself, and a value that says no more than the words is not repeated.
  private func openQuantity(
    _ quantity: Quantity, span: TextSpan<ReadingSpace>, in edition: Edition, _ tag: inout HTMLBuilder
  ) -> HTML? {
    let text: QuantityText
    let isTitled: Bool
    if case .date(let date) = quantity.value, date.resolvedFrom == nil {
      text = QuantityText(machineDate: date)
      isTitled = false
    } else {
      text = context.value(of: quantity)
      isTitled = !text.value.isEmpty && text.value != edition.slice(span)
    }
    let close: HTML
    switch quantity.value {
    case .rank, .vague:
      return nil
    case .date(let date):
      let isDay = !text.machineValue.isEmpty
      guard isDay || isTitled else { return nil }
      tag.raw(isDay ? "<time" : "<span")
      if date.resolvedFrom != nil { tag.raw(" class=\"q\"") }
      if isDay { tag.attribute("datetime", text.machineValue) }
      close = isDay ? Self.timeEnd : Self.spanEnd
    case .money, .percent, .count:
      tag.raw("<data class=\"q\"")
      tag.attribute("value", text.machineValue)
      close = Self.dataEnd
    case .duration:
      tag.raw("<span class=\"q\"")
      close = Self.spanEnd
    }
    if isTitled { tag.attribute("title", text.value) }
    tag.endTag()
    return close
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
