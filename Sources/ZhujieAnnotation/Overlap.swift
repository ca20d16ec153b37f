import ZhujieEntities
import ZhujieText

/// Puts mentions and quantities of one text together, by the rule that `Annotator` states.
enum Overlap {
  static func joined(
    _ mentions: consuming AnnotatedText,
    _ quantities: [Quantity],
    text: UTF8Text<ReadingSpace>
  ) -> AnnotatedText {
    guard !quantities.isEmpty else { return mentions }
    // The mentions are taken out of their text and joined where they are: a copy of each would have to be counted.
    var annotations: [Annotation] = []
    swap(&annotations, &mentions.annotations)
    let count = annotations.count
    annotations.reserveCapacity(count + quantities.count)
    var losing: [LosingReading] = []
    var dropped = Set<Int>()
    var first = 0
    // Quantities come in order of span and without overlap, as mentions do.
    for quantity in quantities {
      while first < count, annotations[first].span.upperBound <= quantity.span.lowerBound { first += 1 }
      var blocking: Int?
      var index = first
      while index < count, annotations[index].span.overlaps(quantity.span) {
        let span = annotations[index].span
        let isEnclosed = quantity.span.contains(span) && span != quantity.span
        if !(isEnclosed && isNumber(text.slice(span))) { blocking = index }
        index += 1
      }
      if let blocking {
        losing.append(
          LosingReading(
            span: quantity.span,
            content: .quantity(quantity),
            reason: .overlaps(text[annotations[blocking].span])
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
        for index in first..<index {
          dropped.insert(index)
          losing.append(
            LosingReading(
              span: annotations[index].span,
              content: annotations[index].content,
              reason: .overlaps(text[quantity.span])
            )
          )
        }
      }
    }
    if !dropped.isEmpty { annotations = annotations.indices.filter { !dropped.contains($0) }.map { annotations[$0] } }
    annotations.sort { $0.span < $1.span }
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
