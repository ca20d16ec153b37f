import ZhujieText

/// Where sentences and clauses begin and end.
enum Sentence {
  /// The sentence around a range: between 。！？!? … and line ends, not reaching further than `reach` bytes.
  static func range(
    around name: Range<Int>,
    in block: Range<Int>,
    reach: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int> {
    var lower = name.lowerBound
    let lowest = max(block.lowerBound, name.lowerBound - reach)
    while lower > lowest {
      let (value, length) = UTF8Scan.scalar(before: lower, in: bytes)
      if ends(value) || lower - length < lowest { break }
      lower -= length
    }
    var upper = name.upperBound
    let highest = min(block.upperBound, name.upperBound + reach)
    while upper < highest {
      let (value, length) = UTF8Scan.scalar(at: upper, in: bytes)
      if ends(value) || upper + length > highest { break }
      upper += length
    }
    return lower..<upper
  }

  static func ends(_ value: UInt32) -> Bool {
    switch value {
    // 。！？!? and line ends
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A, 0x0D: true
    default: false
    }
  }

  static func endsClause(_ value: UInt32) -> Bool {
    switch value {
    // ，,；;：:
    case 0xFF0C, 0x2C, 0xFF1B, 0x3B, 0xFF1A, 0x3A: true
    default: ends(value)
    }
  }

  static func isOpeningQuote(_ value: UInt32) -> Bool {
    switch value {
    // “ ‘ 「 『 " 《
    case 0x201C, 0x2018, 0x300C, 0x300E, 0x22, 0x300A: true
    default: false
    }
  }

  static func isClosingQuote(_ value: UInt32) -> Bool {
    switch value {
    case 0x201D, 0x2019, 0x300D, 0x300F, 0x22, 0x300B: true
    default: false
    }
  }
}

/// What stands right beside a name: quotation marks, spaces and 的 passed over.
struct Surroundings {
  let isQuoted: Bool
  /// Where what follows begins, and where it begins after a 的, else the same.
  let after: Int
  let afterParticle: Int
  /// Where what comes before ends, and where it ends before a 了 or 過, else the same.
  let before: Int
  let beforeParticle: Int
  let clauseEnd: Int
  /// Where a name listed with this one, by 、 or 和, would end or begin; -1 where there is none.
  let beforeListMark: Int
  let afterListMark: Int

  /// Whether a numeral or 这, 那, 每, 几 ends where a measure word right before the name would begin.
  private let countedFrom: Set<Int>

  init(of name: Range<Int>, in sentence: Range<Int>, bytes: UnsafeBufferPointer<UInt8>) {
    func skipForward(_ start: Int, _ skip: (UInt32) -> Bool) -> Int {
      var offset = start
      while offset < sentence.upperBound {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        guard skip(value) else { break }
        offset += length
      }
      return offset
    }
    func skipBackward(_ start: Int, _ skip: (UInt32) -> Bool) -> Int {
      var offset = start
      while offset > sentence.lowerBound {
        let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
        guard skip(value) else { break }
        offset -= length
      }
      return offset
    }
    func value(at offset: Int) -> UInt32 {
      offset < sentence.upperBound ? UTF8Scan.scalar(at: offset, in: bytes).value : 0
    }
    func value(before offset: Int) -> UInt32 {
      offset > sentence.lowerBound ? UTF8Scan.scalar(before: offset, in: bytes).value : 0
    }
    isQuoted =
      Sentence.isOpeningQuote(value(before: name.lowerBound))
      && Sentence.isClosingQuote(value(at: name.upperBound))
    after = skipForward(name.upperBound) { NameSymbol.isBlank($0) || Sentence.isClosingQuote($0) }
    before = skipBackward(name.lowerBound) { NameSymbol.isBlank($0) || Sentence.isOpeningQuote($0) }
    // 了过
    let last = value(before: before)
    beforeParticle = last == 0x4E86 || last == 0x8FC7 ? before - 3 : before
    // 的
    afterParticle = value(at: after) == 0x7684 ? after + 3 : after
    clauseEnd = skipForward(name.upperBound) { !Sentence.endsClause($0) }
    // 、和与及或跟
    func isListMark(_ value: UInt32) -> Bool {
      [0x3001, 0x548C, 0x4E0E, 0x53CA, 0x6216, 0x8DDF, 0x2F].contains(value)
    }
    func isFiller(_ value: UInt32) -> Bool {
      NameSymbol.isBlank(value) || Sentence.isOpeningQuote(value) || Sentence.isClosingQuote(value)
    }
    let next = value(at: after)
    afterListMark =
      isListMark(next)
      ? skipForward(after + UTF8Scan.scalar(at: after, in: bytes).length, isFiller) : -1
    let previous = value(before: before)
    beforeListMark =
      isListMark(previous)
      ? skipBackward(before - UTF8Scan.scalar(before: before, in: bytes).length, isFiller) : -1
    var counted: Set<Int> = []
    var offset = before
    // A measure word has one or two characters.
    for _ in 0..<2 where offset > sentence.lowerBound {
      offset -= UTF8Scan.scalar(before: offset, in: bytes).length
      let quantifier = value(before: skipBackward(offset, NameSymbol.isBlank))
      if NameSymbol.isNumeral(quantifier) || Self.quantifiers.contains(quantifier) {
        counted.insert(offset)
      }
    }
    countedFrom = counted
  }

  private static let quantifiers = ScalarSet("这那每几数半多整某")

  /// Whether a measure word stands right before, and a numeral or pronoun in front of that: 一只, 这棵, 几粒.
  func isCounted(_ cues: [EvidenceLexicon.Cue]) -> Bool {
    cues.contains { $0.isA(.measure) && $0.end == before && countedFrom.contains($0.start) }
  }
}
