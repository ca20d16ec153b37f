internal import ZhujieText

extension Lattice {
  /// What stands beside a run, written as the scalar that words of the lexicon use for it.
  enum Neighbour {
    static let boundary: UInt32 = 0x7C
    static let digit: UInt32 = 0x30
    static let letter: UInt32 = 0x61
    static let opening: UInt32 = 0x3A
  }

  static func neighbour(
    before offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int
  ) -> UInt32 {
    var i = offset
    while i > lower, i > offset - 2, bytes[i - 1] == 0x20 { i -= 1 }
    guard i > lower else { return Neighbour.boundary }
    let (scalar, _) = bytes.scalar(before: i)
    if ScalarClass.isDigit(scalar) { return Neighbour.digit }
    return ScalarClass.isAlphanumeric(scalar) ? Neighbour.letter : Neighbour.boundary
  }

  static func neighbour(
    after offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ upper: Int
  ) -> UInt32 {
    var i = offset
    while i < upper, i < offset + 2, bytes[i] == 0x20 { i += 1 }
    guard i < upper,
      bytes[i] < 0x80 || i + 4 <= bytes.count || (bytes[i] < 0xF0 && i + 3 <= bytes.count)
    else {
      return Neighbour.boundary
    }
    let (scalar, _) = bytes.scalar(at: i)
    switch scalar {
    case 0x3A, 0xFF1A, 0x201C, 0x2018, 0x300C, 0x300E, 0x300A: return Neighbour.opening
    default: break
    }
    if ScalarClass.isDigit(scalar) { return Neighbour.digit }
    return ScalarClass.isAlphanumeric(scalar) ? Neighbour.letter : Neighbour.boundary
  }
}
