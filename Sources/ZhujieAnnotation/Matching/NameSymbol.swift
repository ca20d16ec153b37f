import ZhujieText

/// The units that names are compared in: scalars of the pivot, small letters, one kind of hyphen and
/// apostrophe, and white space only where it parts two words of letters.
///
/// `遠山M2-mini`, `遠山 M2-mini` and `遠山\u{A0}M2\u{2011}mini` are one sequence of symbols; `Hugging Face` and
/// `HuggingFace` are two.
enum NameSymbol {
  static let space: UInt32 = 0x20

  /// More white space than this inside a name is not a printed name; it also bounds the work.
  static let longestSpace = 8

  /// The next symbol at or after `offset`, which must be below `end`. `previous` is the symbol before, or
  /// nil at the start of a name. Nil where only white space is left, or too much of it.
  @inline(__always)
  static func next(
    at offset: Int,
    end: Int,
    after previous: UInt32,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (symbol: UInt32, end: Int)? {
    let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
    if value >= 0x3400 || !isBlank(value) { return (folded(value), offset + length) }
    return afterBlank(offset + length, end: end, after: previous, in: bytes)
  }

  @inline(never)
  private static func afterBlank(
    _ start: Int,
    end: Int,
    after previous: UInt32,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> (symbol: UInt32, end: Int)? {
    var offset = start
    var count = 1
    while offset < end {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      guard isBlank(value) else {
        let symbol = folded(value)
        return needsSpace(previous, symbol) ? (space, offset) : (symbol, offset + length)
      }
      count += 1
      if count > longestSpace { return nil }
      offset += length
    }
    return nil
  }

  /// White space between two letters, two digits or next to a mark counts; at a Han character, and between a
  /// letter and a digit, it is a matter of typography.
  private static func needsSpace(_ a: UInt32, _ b: UInt32) -> Bool {
    if isHanLike(a) || isHanLike(b) { return false }
    let digits = (ScalarClass.isDigit(a), ScalarClass.isDigit(b))
    if digits.0 != digits.1, ScalarClass.isAlphanumeric(a), ScalarClass.isAlphanumeric(b) {
      return false
    }
    return true
  }

  static func isHanLike(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || ScalarClass.isKanaOrHangul(value)
  }

  /// White space, line ends inside a block, and the invisible characters that typesetting leaves.
  @inline(__always)
  static func isBlank(_ value: UInt32) -> Bool {
    value == 0x20 || value == 0xA0
      || (value != 0 && value < 0x20 && (value == 0x09 || value == 0x0A || value == 0x0D))
      || (value >= 0x2000 && (ScalarClass.isSpace(value) || value == 0x200B || value == 0x2060))
      || value == 0xAD
  }

  @inline(__always)
  static func folded(_ value: UInt32) -> UInt32 {
    if value >= 0x3400 { return value }
    if value < 0x80 { return value >= 0x41 && value <= 0x5A ? value | 0x20 : value }
    return foldedRarely(value)
  }

  private static func foldedRarely(_ value: UInt32) -> UInt32 {
    switch value {
    case 0xC0...0xDE where value != 0xD7: value + 0x20
    case 0x391...0x3A9, 0x410...0x42F: value + 0x20
    case 0x2010, 0x2011: 0x2D
    case 0x2018, 0x2019: 0x27
    // The middle dots of transliterated names.
    case 0x2022, 0x2027, 0x30FB, 0xFF65: 0xB7
    default: value
    }
  }

  /// The symbols of a name in the pivot, and whether each was a capital letter.
  static func symbols(of pivot: [UInt8]) -> (symbols: [UInt32], capitals: [Bool]) {
    var symbols: [UInt32] = []
    var capitals: [Bool] = []
    pivot.withUnsafeBufferPointer { bytes in
      var offset = 0
      // White space in front of a name is not part of it.
      while offset < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        guard isBlank(value) else { break }
        offset += length
      }
      while offset < bytes.count {
        guard
          let (symbol, end) = next(
            at: offset,
            end: bytes.count,
            after: symbols.last ?? space,
            in: bytes
          )
        else {
          break
        }
        symbols.append(symbol)
        let last = UTF8Scan.scalar(before: end, in: bytes).value
        capitals.append(symbol != space && folded(last) != last && isCased(last))
        offset = end
      }
    }
    return (symbols, capitals)
  }

  static func isCased(_ value: UInt32) -> Bool {
    (value >= 0x41 && value <= 0x5A) || (value >= 0xC0 && value <= 0xDE)
      || (value >= 0x391 && value <= 0x3A9)
      || (value >= 0x410 && value <= 0x42F)
  }
}

extension NameSymbol {
  /// A letter of an alphabetic script, as a folded symbol.
  static func isLetter(_ symbol: UInt32) -> Bool {
    ScalarClass.isAlphanumeric(symbol) && !ScalarClass.isDigit(symbol)
  }

  static func hasCase(_ symbol: UInt32) -> Bool {
    (symbol >= 0x61 && symbol <= 0x7A) || (symbol >= 0xE0 && symbol <= 0xFE)
      || (symbol >= 0x3B1 && symbol <= 0x3C9) || (symbol >= 0x430 && symbol <= 0x44F)
  }

  /// What turns the number before it into a date or amount, in the pivot.
  static func isUnit(_ symbol: UInt32) -> Bool { units.contains(symbol) }

  private static let units = ScalarSet(
    "月日年号亿万千百%％个家款倍次位名人天小时分秒元美点种项条台度克米里斤吨岁届期"
  )

  /// The characters that Chinese numbers are written with, in the pivot.
  static func isNumeral(_ symbol: UInt32) -> Bool {
    switch symbol {
    // 一二三四五六七八九十百千万亿〇零两
    case 0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E,
      0x5343, 0x4E07,
      0x4EBF, 0x3007, 0x96F6, 0x4E24:
      true
    default: ScalarClass.isDigit(symbol)
    }
  }
}

extension NameSymbol {
  /// Whether a span of a text has its capitals where a name has them.
  static func hasCapitals(
    _ capitals: [Bool],
    _ span: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var offset = span.lowerBound
    var previous = space
    for isCapital in capitals {
      guard offset < span.upperBound,
        let (symbol, end) = next(at: offset, end: span.upperBound, after: previous, in: bytes)
      else { return false }
      let last = UTF8Scan.scalar(before: end, in: bytes).value
      guard (symbol != space && isCased(last)) == isCapital else { return false }
      previous = symbol
      offset = end
    }
    return true
  }
}

extension NameTraits {
  init(symbols: [UInt32]) {
    self = []
    guard let first = symbols.first, let last = symbols.last else { return }
    if ScalarClass.isAlphanumeric(first) { insert(.latinStart) }
    if ScalarClass.isAlphanumeric(last) { insert(.latinEnd) }
    if symbols.count == 1 { insert(.oneCharacter) }
    if NameSymbol.isNumeral(first) { insert(.numeralStart) }
    if NameSymbol.isNumeral(last) { insert(.numeralEnd) }
    if ScalarClass.isHan(first), symbols.dropLast().allSatisfy(NameSymbol.isNumeral),
      symbols.count > 1,
      NameSymbol.isNumeral(last) || NameSymbol.isUnit(last)
    {
      insert(.quantityLike)
    }
    if ScalarClass.isHan(first) || ScalarClass.isHan(last) { insert(.hanEdge) }
  }
}
