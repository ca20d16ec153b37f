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
  func marks(of edition: Edition, subject: EntityID? = nil, withQuantities: Bool) -> InlineMarks {
    var marks = InlineMarkWriter(count: edition.body.annotated.annotations.count)
    let subject = subject.flatMap { context.report.index(of: $0) }
    let links = context.labels.shared.mentionLinks
    let hasLinks = page.toLanguage == MentionLinks.toLanguage
    var emendations = edition.emendations[...]
    var lastEnd = -1
    var seen = EntitySet(of: context.report)
    var value = QuantityText()
    var headings = edition.body.reading.blocks.filter(\.isHeading).map(\.span.lowerBound)[...]
    let annotations = edition.body.annotated.annotations
    // By index, for a copy of an annotation holds on to all that it has.
    for index in annotations.indices {
      let span = annotations[index].span
      if let entity = annotations[index].mentionedEntity {
        while let next = headings.first, next <= span.lowerBound {
          headings = headings.dropFirst()
          seen.removeAll()
        }
        guard entity != subject else { continue }
        let isAdjacent = span.lowerBound == lastEnd
        let isFirst = seen.insert(entity)
        if !emendations.isEmpty { emendations = emendations.drop { $0 < span } }
        let isEmended = emendations.first == span
        if isEmended || !hasLinks, case .mention(let mention) = annotations[index].content {
          MentionLinks.write(
            to: mention.kind, mention.entity, from: page.toLanguage, isAdjacent: isAdjacent, isFirst: isFirst,
            title: isEmended ? phrases[.asWritten] + " " + edition.body.reading.text[span] : nil, into: &marks.tag)
        } else {
          links.write(to: entity, isAdjacent: isAdjacent, isFirst: isFirst, into: &marks.tag)
        }
        marks.add(span, close: "</a>")
        lastEnd = span.upperBound
      } else if withQuantities, case .quantity(let quantity) = annotations[index].content,
        let close = openQuantity(quantity, span: span, in: edition, &value, &marks.tag)
      {
        marks.add(span, close: close)
      }
    }
    guard !edition.body.emendations.isEmpty else { return marks.finish() }
    let taken = marks.marks.map(\.span)
    for emendation in edition.body.emendations where !taken.contains(where: { $0.overlaps(emendation.span) }) {
      let written = edition.body.reading.text[emendation.span]
      marks.tag.open("span", [("class", "emended"), ("title", phrases[.asWritten] + " " + written)])
      marks.add(emendation.span, close: "</span>")
    }
    return marks.sorted()
  }

  /// Writes the opening tag of a figure with its value, or of a date in the form of machines, and gives the tag that closes it; nil
  /// where there is nothing to say. Only what had to be worked out is underlined: a date that is complete as written speaks for
  /// itself, and a value that says no more than the words is not repeated.
  private func openQuantity(
    _ quantity: Quantity, span: TextSpan<ReadingSpace>, in edition: Edition, _ text: inout QuantityText,
    _ tag: inout HTMLBuilder
  ) -> StaticString? {
    let isTitled: Bool
    if case .date(let date) = quantity.value, date.resolvedFrom == nil {
      text.read(machineDate: date)
      isTitled = false
    } else {
      context.read(quantity, into: &text)
      isTitled = text.withValue { value in
        !value.isEmpty && !edition.slice(span).withUnsafeBufferPointer { ByteScan.areEqual(value, $0) }
      }
    }
    let close: StaticString
    switch quantity.value {
    case .rank, .vague:
      return nil
    case .date(let date):
      let isDay = text.hasMachineValue
      guard isDay || isTitled else { return nil }
      tag.raw(isDay ? "<time" : "<span")
      if date.resolvedFrom != nil { tag.raw(" class=\"q\"") }
      if isDay { text.withMachineValue { tag.attribute("datetime", $0) } }
      close = isDay ? "</time>" : "</span>"
    case .money, .percent, .count:
      tag.raw("<data class=\"q\"")
      text.withMachineValue { tag.attribute("value", $0) }
      close = "</data>"
    case .duration:
      tag.raw("<span class=\"q\"")
      close = "</span>"
    }
    if isTitled { text.withValue { tag.attribute("title", $0) } }
    tag.endTag()
    return close
  }
}

extension ReadingText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = role { true } else { false }
  }
}
