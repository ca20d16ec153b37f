import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Writes what was found in a text as links, times and values inside it.
struct MarkWriter {
  let page: PageAddress
  let report: Report
  let phrases: Phrases

  /// The marks of a body. The first mention of an entity in each section is a strong link, later ones are quiet. Mentions of `subject`, the entity that the page is about, stay plain; figures and dates are
  /// marked in sources only, where their values are evidence.
  func marks(of edition: Edition, subject: EntityID? = nil, withQuantities: Bool) -> [InlineMark] {
    var marks: [InlineMark] = []
    var lastEnd = -1
    var seen: Set<EntityID> = []
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
        let isFirst = seen.insert(mention.entity).inserted
        let isEmended = edition.emendations.contains(annotation.span)
        marks.append(
          mentionMark(
            mention, span: annotation.span, written: edition.body.reading.text[annotation.span],
            isAdjacent: isAdjacent, isFirst: isFirst, isEmended: isEmended))
        lastEnd = annotation.span.upperBound
      case .quantity(let quantity):
        guard withQuantities, quantity.isMarked else { continue }
        marks.append(quantityMark(quantity, span: annotation.span))
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

  private func mentionMark(
    _ mention: Mention, span: TextSpan<ReadingSpace>, written: String, isAdjacent: Bool, isFirst: Bool, isEmended: Bool
  ) -> InlineMark {
    var classes = "m " + mention.kind.rawValue
    if isAdjacent { classes += " adjacent" }
    if isFirst { classes += " first" }
    if isEmended { classes += " emended" }
    let href = page.link(to: .entity(mention.kind, mention.entity))
    var open = HTMLBuilder()
    open.startTag("a")
    open.attribute("class", classes)
    open.attribute("href", href)
    if isEmended { open.attribute("title", phrases[.asWritten] + " " + written) }
    open.endTag()
    return InlineMark(span: span, open: open.html, close: HTML(trusted: "</a>"), continuationOpen: open.html)
  }

  private func quantityMark(_ quantity: Quantity, span: TextSpan<ReadingSpace>) -> InlineMark {
    let text = QuantityText(quantity, language: page.language)
    var open = HTMLBuilder()
    let close: HTML
    if let datetime = text.datetime {
      open.open("time", [("class", "q"), ("datetime", datetime)])
      close = HTML(trusted: "</time>")
    } else if let value = text.machineValue {
      open.open("data", [("class", "q"), ("value", value), ("title", text.value)])
      close = HTML(trusted: "</data>")
    } else {
      open.startTag("span")
      open.attribute("class", "q")
      if !text.value.isEmpty { open.attribute("title", text.value) }
      open.endTag()
      close = HTML(trusted: "</span>")
    }
    return InlineMark(span: span, open: open.html, close: close, continuationOpen: open.html)
  }
}

extension ReadingText.Block {
  fileprivate var isHeading: Bool {
    if case .heading = role { true } else { false }
  }
}

extension Quantity {
  /// Whether a page marks it: ranks and vague numbers have no value to show.
  fileprivate var isMarked: Bool {
    switch value {
    case .money, .percent, .count, .date, .duration: true
    case .rank, .vague: false
    }
  }
}
