import ZhujieText

/// Where sentences begin in a text with quotations, and what lies in a stretch of it.
extension QuotationBlock {
  /// Where the sentence before the one of an offset begins.
  func twoSentences(before offset: Int) -> Int {
    let sentence = sentenceStart(offset, from: range.lowerBound)
    guard sentence > range.lowerBound else { return sentence }
    return sentenceStart(
      sentence - UTF8Scan.scalar(before: sentence, in: bytes).length,
      from: range.lowerBound
    )
  }

  /// The verbs that lie in a range.
  func verbs(in range: Range<Int>) -> ArraySlice<Range<Int>> {
    let first = Self.first(in: verbs) { $0.lowerBound >= range.lowerBound }
    return verbs[first...].prefix(Self.most).prefix { $0.upperBound <= range.upperBound }
  }

  /// The people and things named in a range.
  func people(in range: Range<Int>) -> ArraySlice<Person> {
    let first = Self.first(in: people) { $0.range.lowerBound >= range.lowerBound }
    return people[first...].prefix(Self.most).prefix { $0.range.upperBound <= range.upperBound }
  }

  static func first<Element>(in items: [Element], where holds: (Element) -> Bool) -> Int {
    var low = 0
    var high = items.count
    while low < high {
      let middle = (low + high) / 2
      if holds(items[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Bytes that a sentence is followed back for, and items that are looked at in it: no text makes the work at one
  /// quotation long.
  static let longestSentence = 1500
  static let most = 600

  func sentenceStart(_ offset: Int, from earliest: Int) -> Int {
    var start = offset
    let lowest = max(earliest, offset - Self.longestSentence)
    while start > lowest {
      let (value, length) = UTF8Scan.scalar(before: start, in: bytes)
      // A sentence's end inside a quotation does not end the sentence around it.
      if Sentence.ends(value), !isInside(start - length) { break }
      start -= length
    }
    return start
  }

  func isInside(_ offset: Int) -> Bool {
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].outer.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < marks.count && marks[low].outer.contains(offset)
  }

  func clauses(between start: Int, and end: Int) -> Int {
    var count = 0
    var offset = start
    while offset < end, count < 4 {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if Sentence.endsClause(value) { count += 1 }
      offset += length
    }
    return count
  }

  func endsSentence(_ inner: Range<Int>) -> Bool {
    guard !inner.isEmpty else { return false }
    let value = UTF8Scan.scalar(before: inner.upperBound, in: bytes).value
    return Sentence.ends(value) || value == 0xFF0C || value == 0x2C || value == 0x2026
  }

  func isPause(_ offset: Int) -> Bool {
    bytes[offset] & 0xC0 != 0x80
      && Sentence.endsClause(UTF8Scan.scalar(at: offset, in: bytes).value)
  }

  static func characters(_ range: Range<Int>, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    bytes[range].reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
  }
}
