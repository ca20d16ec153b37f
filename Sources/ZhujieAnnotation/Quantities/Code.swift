/// One scalar of a folded block: Simplified, half-width, one sort of space, one sort of dash.
struct Code: Hashable, Sendable, ExpressibleByUnicodeScalarLiteral {
  let value: UInt16

  @inline(__always)
  init(value: UInt16) {
    self.value = value
  }

  @inline(__always)
  init(unicodeScalarLiteral scalar: Unicode.Scalar) {
    value = UInt16(truncatingIfNeeded: scalar.value)
  }

  /// What stands before the first and after the last scalar of a block.
  static let none = Code(value: 0)
  /// A scalar outside the Basic Multilingual Plane; no table holds one.
  static let astral = Code(value: 0xFFFF)
  /// A scalar of a span that belongs to somebody else, such as a name.
  static let opaque = Code(value: 0xFFFE)
  /// The same, where the scalar is a letter or digit.
  static let opaqueLetter = Code(value: 0xFFFD)

  @inline(__always)
  var isDigit: Bool { value &- 0x30 < 10 }

  /// The value of an ASCII digit.
  @inline(__always)
  var digit: Int? { isDigit ? Int(value &- 0x30) : nil }

  @inline(__always)
  var isLetter: Bool {
    (value | 0x20) &- 0x61 < 26
      || (value >= 0xC0 && value < 0x530 && value != 0xD7 && value != 0xF7)
      || self == .opaqueLetter
  }

  var isAlphanumeric: Bool { isDigit || isLetter }

  /// Han of the basic block, which is all that the rules ask about.
  var isHan: Bool { (value >= 0x4E00 && value <= 0x9FFF) || value == 0x3007 }
}
