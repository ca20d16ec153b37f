/// Decoding of single scalars, for hot loops over bytes that are known to be valid UTF-8.
public enum UTF8Scan {
  /// The scalar that starts at `offset` and its length in bytes. The bytes must be valid UTF-8 and
  /// `offset` a boundary below their count.
  @inlinable
  @inline(__always)
  public static func scalar(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
    let b = UInt32(bytes[offset])
    if b < 0x80 { return (b, 1) }
    if b < 0xE0 { return ((b & 0x1F) << 6 | UInt32(bytes[offset + 1] & 0x3F), 2) }
    if b < 0xF0 {
      return ((b & 0x0F) << 12 | UInt32(bytes[offset + 1] & 0x3F) << 6 | UInt32(bytes[offset + 2] & 0x3F), 3)
    }
    return (
      (b & 0x07) << 18 | UInt32(bytes[offset + 1] & 0x3F) << 12 | UInt32(bytes[offset + 2] & 0x3F) << 6
        | UInt32(bytes[offset + 3] & 0x3F), 4
    )
  }

  /// The scalar that ends at `offset` (which is above 0) and its length in bytes.
  @inlinable
  public static func scalar(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (value: UInt32, length: Int) {
    var start = offset - 1
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return scalar(at: start, in: bytes)
  }

  /// Appends the UTF-8 of a scalar value (not a surrogate, at most U+10FFFF).
  @inlinable
  public static func append(_ value: UInt32, to bytes: inout [UInt8]) {
    switch value {
    case 0..<0x80:
      bytes.append(UInt8(value))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | value >> 6))
      bytes.append(UInt8(0x80 | value & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | value >> 12))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | value >> 18 & 0x07))
      bytes.append(UInt8(0x80 | value >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | value >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | value & 0x3F))
    }
  }

  /// Whether valid UTF-8 holds a Han character.
  public static func hasHan(_ bytes: ArraySlice<UInt8>) -> Bool { contains(bytes, where: ScalarClass.isHan) }

  /// Whether valid UTF-8 holds a scalar that passes a test.
  @inlinable
  public static func contains(_ bytes: ArraySlice<UInt8>, where passes: (UInt32) -> Bool) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (value, length) = scalar(at: i, in: bytes)
        if passes(value) { return true }
        i &+= length
      }
      return false
    }
  }

  /// The number of scalars in valid UTF-8: the bytes that do not continue another.
  public static func scalarCount(_ bytes: ArraySlice<UInt8>) -> Int {
    bytes.withUnsafeBufferPointer { bytes in
      var continuing = 0
      var i = 0
      if let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) {
        while i &+ 8 <= bytes.count {
          // A count in each byte of a word, which 255 steps cannot overflow.
          let end = min(i &+ 8 &* 255, bytes.count &- 7)
          var counts: UInt64 = 0
          while i < end {
            let word = (base + i).loadUnaligned(as: UInt64.self)
            counts &+= (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
            i &+= 8
          }
          let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
          continuing &+= Int(truncatingIfNeeded: (pairs &* 0x0001_0001_0001_0001) >> 48)
        }
      }
      while i < bytes.count {
        if bytes[i] & 0xC0 == 0x80 { continuing &+= 1 }
        i &+= 1
      }
      return bytes.count &- continuing
    }
  }
}

/// What the program asks of a single scalar, by its number.
public enum ScalarClass {
  /// Han characters: the unified ideographs of every plane, the compatibility ones and 〇.
  @inlinable
  public static func isHan(_ v: UInt32) -> Bool {
    (v >= 0x4E00 && v <= 0x9FFF) || (v >= 0x3400 && v <= 0x4DBF) || (v >= 0x20000 && v <= 0x3FFFD)
      || (v >= 0xF900 && v <= 0xFAFF) || v == 0x3007
  }

  /// A letter or digit of an alphabetic script, in the sense of "inside a Latin word": ASCII, Latin
  /// with marks, Greek and Cyrillic, and their full-width forms.
  @inlinable
  public static func isAlphanumeric(_ v: UInt32) -> Bool {
    (v >= 0x30 && v <= 0x39) || (v >= 0x41 && v <= 0x5A) || (v >= 0x61 && v <= 0x7A)
      || (v >= 0xC0 && v <= 0x24F && v != 0xD7 && v != 0xF7) || (v >= 0x370 && v <= 0x52F)
      || (v >= 0xFF10 && v <= 0xFF19) || (v >= 0xFF21 && v <= 0xFF3A) || (v >= 0xFF41 && v <= 0xFF5A)
      || (v >= 0x1E00 && v <= 0x1EFF)
  }

  @inlinable
  public static func isDigit(_ v: UInt32) -> Bool {
    (v >= 0x30 && v <= 0x39) || (v >= 0xFF10 && v <= 0xFF19)
  }

  /// Hiragana, katakana and hangul: text that is not ours to convert.
  @inlinable
  public static func isKanaOrHangul(_ v: UInt32) -> Bool {
    (v >= 0x3040 && v <= 0x30FF) || (v >= 0x31F0 && v <= 0x31FF) || (v >= 0xFF66 && v <= 0xFF9D)
      || (v >= 0xAC00 && v <= 0xD7A3) || (v >= 0x1100 && v <= 0x11FF) || (v >= 0x3130 && v <= 0x318F)
  }

  /// White space that a line may hold, no-break and ideographic spaces included; not line ends.
  @inlinable
  public static func isSpace(_ v: UInt32) -> Bool {
    v == 0x20 || v == 0x09 || v == 0xA0 || v == 0x3000 || (v >= 0x2000 && v <= 0x200A) || v == 0x202F || v == 0x205F
  }
}
