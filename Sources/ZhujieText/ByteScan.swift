/// Looks for bytes eight at a time.
///
/// A byte of a word is zero where the word less one in each byte borrows there and had no highest bit: up to and with the first
/// such byte the answer is exact (Mycroft's test; Warren, Hacker's Delight, 6-1).
public enum ByteScan {
  /// The offset of the first of a byte from `start` on, or of either of two; nil where there is none.
  @inlinable
  @inline(__always)
  public static func first(
    _ one: UInt8, or other: UInt8? = nil, in bytes: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    guard let base = bytes.baseAddress.map({ UnsafeRawPointer($0) }) else { return nil }
    var i = start
    while i &+ 8 <= bytes.count {
      let word = (base + i).loadUnaligned(as: UInt64.self).littleEndian
      var found = zeros(in: word ^ all(one))
      if let other { found |= zeros(in: word ^ all(other)) }
      if found != 0 { return i &+ found.trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < bytes.count {
      if bytes[i] == one || bytes[i] == other { return i }
      i &+= 1
    }
    return nil
  }

  /// How many bytes two texts have in common at their beginnings.
  @inlinable
  public static func commonPrefix(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Int {
    guard let a = one.baseAddress.map({ UnsafeRawPointer($0) }), let b = other.baseAddress.map({ UnsafeRawPointer($0) })
    else { return 0 }
    let count = min(one.count, other.count)
    var i = 0
    while i &+ 8 <= count {
      let difference =
        ((a + i).loadUnaligned(as: UInt64.self) ^ (b + i).loadUnaligned(as: UInt64.self)).littleEndian
      if difference != 0 { return i &+ difference.trailingZeroBitCount / 8 }
      i &+= 8
    }
    while i < count, one[i] == other[i] { i &+= 1 }
    return i
  }

  /// Whether two texts have the same bytes.
  @inlinable
  public static func areEqual(_ one: UnsafeBufferPointer<UInt8>, _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    one.count == other.count && (one.baseAddress == other.baseAddress || commonPrefix(one, other) == one.count)
  }

  /// Whether a slice has the bytes of a string.
  @inlinable
  public static func areEqual(_ bytes: ArraySlice<UInt8>, _ string: String) -> Bool {
    let isEqual = string.utf8.withContiguousStorageIfAvailable { utf8 in
      bytes.withUnsafeBufferPointer { areEqual($0, utf8) }
    }
    return isEqual ?? bytes.elementsEqual(string.utf8)
  }

  /// The highest bit of each byte that is zero, up to and with the first such byte; what is set above that may err.
  @inlinable
  @inline(__always)
  static func zeros(in word: UInt64) -> UInt64 {
    (word &- all(0x01)) & ~word & all(0x80)
  }

  @inlinable
  @inline(__always)
  static func all(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }
}
