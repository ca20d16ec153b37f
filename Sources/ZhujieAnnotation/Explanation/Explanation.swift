public import ZhujieEntities
public import ZhujieText

/// Why a place of a text was annotated as it was, or was not.
public struct Explanation: Sendable, Hashable {
  /// One reading of the place, and what became of it.
  public struct Reading: Sendable, Hashable {
    public let span: TextSpan<ReadingSpace>
    public let text: String
    /// The entity, for a mention; nil for a quantity.
    public let entity: EntityID?
    /// The name as the entity's file has it; for a quantity its kind and value.
    public let name: String
    public let isChosen: Bool
    /// Of a chosen one, from 0 to 1.
    public let confidence: Double?
    /// The rule that chose it, or why it lost.
    public let reason: String
  }

  public let span: TextSpan<ReadingSpace>
  public let text: String
  /// The chosen ones first, then the others, each in order of span.
  public let readings: [Reading]
  /// Where nothing was chosen: why.
  public let notes: [String]

  /// As lines for a terminal.
  public var lines: [String] {
    var lines = ["“\(text)”"]
    for reading in readings {
      let what = reading.entity.map { "\($0) by “\(reading.name)”" } ?? reading.name
      let sureness = reading.confidence.map { " (\(Int(($0 * 100).rounded())) % sure)" } ?? ""
      lines.append(
        "  \(reading.isChosen ? "=" : "-") “\(reading.text)” \(what): \(reading.reason)\(sureness)"
      )
    }
    return lines + notes.map { "  ! \($0)" }
  }
}

extension AnnotatedText {
  /// One explanation for each stretch of text that has annotations or candidates, in order.
  public func explanations(of reading: ReadingText) -> [Explanation] {
    let all = readings(in: reading.text)
    var result: [Explanation] = []
    var first = 0
    while first < all.count {
      var end = all[first].span.upperBound
      var next = first + 1
      while next < all.count, all[next].span.lowerBound < end {
        end = max(end, all[next].span.upperBound)
        next += 1
      }
      let span = TextSpan<ReadingSpace>(all[first].span.lowerBound, end)
      result.append(Self.explanation(span, all[first..<next], reading.text, notes: []))
      first = next
    }
    return result
  }

  fileprivate static func explanation(
    _ span: TextSpan<ReadingSpace>,
    _ readings: ArraySlice<Explanation.Reading>,
    _ text: UTF8Text<ReadingSpace>,
    notes: [String]
  ) -> Explanation {
    Explanation(
      span: span,
      text: text[span],
      readings: readings.filter(\.isChosen) + readings.filter { !$0.isChosen },
      notes: notes
    )
  }

  /// Every reading, chosen or not, in order of span.
  fileprivate func readings(in text: UTF8Text<ReadingSpace>) -> [Explanation.Reading] {
    let chosen = annotations.map { annotation in
      Self.reading(
        annotation.span,
        annotation.content,
        text,
        confidence: annotation.confidence,
        reason: annotation.rule
      )
    }
    let lost = losing.map { losing in
      Self.reading(losing.span, losing.content, text, confidence: nil, reason: losing.reason.text)
    }
    return (chosen + lost).sorted {
      ($0.span, $0.isChosen ? 0 : 1) < ($1.span, $1.isChosen ? 0 : 1)
    }
  }

  private static func reading(
    _ span: TextSpan<ReadingSpace>,
    _ content: AnnotationContent,
    _ text: UTF8Text<ReadingSpace>,
    confidence: Double?,
    reason: String
  ) -> Explanation.Reading {
    switch content {
    case .mention(let mention):
      Explanation.Reading(
        span: span,
        text: text[span],
        entity: mention.entity,
        name: mention.name,
        isChosen: confidence != nil,
        confidence: confidence,
        reason: reason
      )
    case .quantity(let quantity):
      Explanation.Reading(
        span: span,
        text: text[span],
        entity: nil,
        name: "\(quantity.value.kind) \(quantity.value.json)",
        isChosen: confidence != nil,
        confidence: confidence,
        reason: reason
      )
    }
  }
}

extension Annotator {
  /// Why a span that somebody points at is annotated as it is, or is not.
  public func explanation(
    of span: TextSpan<ReadingSpace>,
    in reading: ReadingText,
    found: AnnotatedText
  ) -> Explanation {
    let here = found.readings(in: reading.text).filter { $0.span.overlaps(span) }
    var notes: [String] = []
    if !here.contains(where: \.isChosen) {
      notes = reasonsForNothing(at: span, in: reading)
      if here.isEmpty, notes.isEmpty {
        let text = reading.text[span]
        notes = nearNames(to: text)
        if text.unicodeScalars.contains(where: { NameSymbol.isNumeral($0.value) }) {
          notes.append("no rule for figures and dates reads its digits or numerals")
        }
      }
    }
    return AnnotatedText.explanation(span, here[...], reading.text, notes: notes)
  }

  private func reasonsForNothing(at span: TextSpan<ReadingSpace>, in reading: ReadingText)
    -> [String]
  {
    guard let index = reading.blockIndex(at: span.lowerBound) else {
      return ["it lies between the blocks of the text"]
    }
    let block = reading.blocks[index]
    if !block.role.isAnnotated {
      return ["it lies in page furniture or a metadata line, which is not annotated"]
    }
    if span.upperBound > block.span.upperBound {
      return ["it reaches over the end of its block; no name does"]
    }
    if reading.opaque.contains(where: { $0.overlaps(span) }) {
      return ["it touches code or a URL, where nothing is annotated"]
    }
    return []
  }
}
