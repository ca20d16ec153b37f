import ZhujieEntities
import ZhujieText

/// Puts mentions and quantities of one text together, by the rule that `Annotator` states.
enum Overlap {
  static func joined(
    _ mentions: AnnotatedText,
    _ quantities: [Quantity],
    text: UTF8Text<ReadingSpace>
  ) -> AnnotatedText {
    guard !quantities.isEmpty else { return mentions }
    var annotations: [Annotation] = []
    var losing: [LosingReading] = []
    var isDropped = Array(repeating: false, count: mentions.annotations.count)
    var first = 0
    var next = 0
    annotations.reserveCapacity(mentions.annotations.count + quantities.count)
    // Quantities come in order of span and without overlap, as mentions do.
    for quantity in quantities {
      while next < mentions.annotations.count,
        mentions.annotations[next].span.lowerBound < quantity.span.lowerBound
      {
        if !isDropped[next] { annotations.append(mentions.annotations[next]) }
        next += 1
      }
      while first < mentions.annotations.count,
        mentions.annotations[first].span.upperBound <= quantity.span.lowerBound
      {
        first += 1
      }
      var blocking: Int?
      var index = first
      while index < mentions.annotations.count,
        mentions.annotations[index].span.overlaps(quantity.span)
      {
        let span = mentions.annotations[index].span
        let isEnclosed = quantity.span.contains(span) && span != quantity.span
        if !(isEnclosed && isNumber(text.slice(span))) { blocking = index }
        index += 1
      }
      if let blocking {
        losing.append(
          LosingReading(
            span: quantity.span,
            content: .quantity(quantity),
            reason: .overlaps(text[mentions.annotations[blocking].span])
          )
        )
      } else {
        annotations.append(
          Annotation(
            span: quantity.span,
            content: .quantity(quantity),
            rule: quantity.rule,
            confidence: 0.95
          )
        )
        for dropped in first..<index {
          isDropped[dropped] = true
          losing.append(
            LosingReading(
              span: mentions.annotations[dropped].span,
              content: mentions.annotations[dropped].content,
              reason: .overlaps(text[quantity.span])
            )
          )
        }
      }
    }
    for index in next..<mentions.annotations.count where !isDropped[index] {
      annotations.append(mentions.annotations[index])
    }
    return AnnotatedText(
      annotations: annotations,
      doubtful: mentions.doubtful,
      losing: losing.isEmpty
        ? mentions.losing : (mentions.losing + losing).sorted { $0.span < $1.span },
      diagnostics: mentions.diagnostics,
      usedDecisions: mentions.usedDecisions
    )
  }

  /// Whether a name is made of digits and Chinese numerals only.
  private static func isNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
    !UTF8Scan.contains(bytes) { !NameSymbol.isNumeral($0) }
  }
}
