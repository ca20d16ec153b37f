/// A digest of text that stays the same everywhere: FNV-1a over 64 bits.
struct TextDigest {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  mutating func add(scalar: UInt32) {
    var rest = scalar
    for _ in 0..<4 {
      add(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// The digest of bytes as 16 hexadecimal digits.
  static func of(_ bytes: some Sequence<UInt8>) -> String {
    var digest = TextDigest()
    for byte in bytes { digest.add(byte) }
    return digest.hex
  }

  var hex: String { String(unsafeUninitializedCapacity: 16) { write(16, into: $0) } }

  /// Writes the first of its 16 hexadecimal digits.
  func write(_ count: Int, into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    for place in 0..<count {
      let digit = UInt8(truncatingIfNeeded: value >> UInt64(60 - place * 4) & 15)
      buffer.initializeElement(at: place, to: digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    return count
  }
}
