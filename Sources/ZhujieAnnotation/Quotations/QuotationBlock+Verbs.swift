import ZhujieText

/// Which verb of saying a quotation has, and what its marks show without one.
extension QuotationBlock {
  /// The verb that a mark's opening belongs to: right before it, or in the same sentence with a colon or comma
  /// before the mark.
  func verbBefore(_ mark: QuoteMarks, from earliest: Int) -> Range<Int>? {
    var end = mark.outer.lowerBound
    while end > earliest, NameSymbol.isBlank(UTF8Scan.scalar(before: end, in: bytes).value) {
      end -= UTF8Scan.scalar(before: end, in: bytes).length
    }
    guard end > earliest else { return nil }
    let (value, length) = UTF8Scan.scalar(before: end, in: bytes)
    let isColon = value == 0xFF1A || value == 0x3A
    let isComma = value == 0xFF0C || value == 0x2C
    let sentence = sentenceStart(end, from: earliest)
    if isColon || isComma {
      let place = end - length
      // With a colon anywhere in the sentence; with a comma at most a clause between verb and speech.
      let verb = verbs(in: sentence..<max(sentence, place)).last
      return verb.flatMap { isColon || clauses(between: $0.upperBound, and: place) <= 2 ? $0 : nil }
    }
    // 評價其“…”: the pronoun is who is spoken of.
    let start = value == 0x5176 ? end - length : end
    return verbs(in: sentence..<max(sentence, start)).last.flatMap {
      $0.upperBound == start ? $0 : nil
    }
  }

  /// The verb in the clause that follows a mark.
  func verbAfter(_ mark: QuoteMarks, to latest: Int) -> Range<Int>? {
    var start = mark.outer.upperBound
    while start < latest {
      let (value, length) = UTF8Scan.scalar(at: start, in: bytes)
      guard NameSymbol.isBlank(value) || value == 0xFF0C || value == 0x2C || value == 0x3002 else {
        break
      }
      start += length
    }
    var end = start
    var count = 0
    while end < latest, count < 28 {
      let (value, length) = UTF8Scan.scalar(at: end, in: bytes)
      if Sentence.endsClause(value) { break }
      end += length
      count += 1
    }
    return verbs(in: start..<max(start, end)).first
  }

  /// A comma or nothing before and a full stop or the end behind: ，“…”。
  func closesSentence(_ mark: QuoteMarks, from earliest: Int) -> Bool {
    guard mark.outer.lowerBound > earliest else {
      return mark.outer.lowerBound == range.lowerBound && mark.outer.upperBound < range.upperBound
        && bytes[mark.inner].indices.contains { isPause($0) }
        && Sentence.ends(UTF8Scan.scalar(at: mark.outer.upperBound, in: bytes).value)
    }
    let before = UTF8Scan.scalar(before: mark.outer.lowerBound, in: bytes).value
    let after =
      mark.outer.upperBound < range.upperBound
      ? UTF8Scan.scalar(at: mark.outer.upperBound, in: bytes).value : 0x0A
    return (before == 0xFF0C || before == 0x2C || before == 0xFF1A || before == 0x3A)
      && Sentence.ends(after)
  }

  /// Whether nothing but space and marks stands between a speech and the one before it.
  func isRightAfterSpeech(_ mark: QuoteMarks, _ earliest: Int) -> Bool {
    var offset = earliest
    while offset < mark.outer.lowerBound {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      guard NameSymbol.isBlank(value) || Sentence.endsClause(value) else { return false }
      offset += length
    }
    return true
  }
}
