/// A text in one named space, as valid UTF-8 bytes.
///
/// Offsets into it are always UTF-8 offsets from 0, and a span of another space does not compile as
/// a subscript: mixing up the offsets of two texts is the likeliest mistake of a program like this.
public struct UTF8Text<Space>: Sendable, Hashable {
  /// Always valid UTF-8.
  public let bytes: [UInt8]

  public init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// Nil where `bytes` are not valid UTF-8.
  public init?(validating bytes: [UInt8]) {
    guard UTF8Validation.firstInvalidOffset(in: bytes) == nil else { return nil }
    self.bytes = bytes
  }

  /// For bytes that are valid UTF-8 by construction, such as slices of a text on scalar boundaries.
  public init(trusted bytes: [UInt8]) {
    assert(UTF8Validation.firstInvalidOffset(in: bytes) == nil)
    self.bytes = bytes
  }

  public static var empty: Self { Self(trusted: []) }

  @inlinable
  public var count: Int { bytes.count }

  public var string: String { String(decoding: bytes, as: UTF8.self) }

  @inlinable
  public var fullSpan: TextSpan<Space> { TextSpan(0, bytes.count) }

  /// The text of a span, which must lie in this text.
  public subscript(_ span: TextSpan<Space>) -> String {
    String(decoding: bytes[span.lowerBound..<span.upperBound], as: UTF8.self)
  }

  @inlinable
  public func slice(_ span: TextSpan<Space>) -> ArraySlice<UInt8> {
    bytes[span.lowerBound..<span.upperBound]
  }

  /// Whether a scalar starts at `offset`, or the text ends there.
  @inlinable
  public func isBoundary(_ offset: Int) -> Bool {
    offset == bytes.count || (offset >= 0 && offset < bytes.count && bytes[offset] & 0xC0 != 0x80)
  }
}

/// Checks bytes against the UTF-8 of RFC 3629: no overlong forms, no surrogates, nothing past U+10FFFF.
public enum UTF8Validation {
  /// The offset of the first byte that starts no well-formed sequence, or nil.
  public static func firstInvalidOffset(in bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { firstInvalidOffset(in: $0) }
  }

  public static func firstInvalidOffset(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var i = 0
    let end = bytes.count
    while i < end {
      let b = bytes[i]
      if b < 0x80 {
        i += 1
        continue
      }
      // Nearly all that Chinese is written with: scalars of three bytes, two at a time.
      let plain = plainChinese(bytes, from: i)
      if plain > i {
        i = plain
        continue
      }
      let length: Int
      var low: UInt8 = 0x80
      var high: UInt8 = 0xBF
      switch b {
      case 0xC2...0xDF: length = 2
      case 0xE0: (length, low) = (3, 0xA0)
      case 0xED: (length, high) = (3, 0x9F)
      case 0xE1...0xEF: length = 3
      case 0xF0: (length, low) = (4, 0x90)
      case 0xF4: (length, high) = (4, 0x8F)
      case 0xF1...0xF3: length = 4
      default: return i
      }
      guard i + length <= end, bytes[i + 1] >= low, bytes[i + 1] <= high else { return i }
      var k = 2
      while k < length {
        guard bytes[i + k] & 0xC0 == 0x80 else { return i }
        k += 1
      }
      i += length
    }
    return nil
  }

  /// Where a run of scalars of three bytes ends, or a little before: it stops at those whose second byte has limits of
  /// its own, and near the end of the bytes.
  @inline(__always)
  private static func plainChinese(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    guard let base = bytes.baseAddress else { return start }
    let raw = UnsafeRawPointer(base)
    // One bit for each low half of a first byte: all but E0 and ED.
    let free: UInt64 = 0b1101_1111_1111_1110
    var i = start
    while i &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: i, as: UInt64.self))
      guard word & 0xC0_C0F0 == 0x80_80E0, free >> (word & 0xF) & 1 != 0 else { break }
      guard word >> 24 & 0xC0_C0F0 == 0x80_80E0, free >> (word >> 24 & 0xF) & 1 != 0 else {
        return i &+ 3
      }
      i &+= 6
    }
    return i
  }
}
