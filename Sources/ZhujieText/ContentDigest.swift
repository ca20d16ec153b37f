/// A digest of what something is made from, 128 bits, the same on every machine.
///
/// Two streams of 64 bits mix the same words differently. It tells whether things are equal that nobody made to look
/// equal; equal digests of different contents are not a thing to expect.
public struct ContentDigest: Sendable, Hashable {
  private var low: UInt64 = 0x243F_6A88_85A3_08D3
  private var high: UInt64 = 0x1319_8A2E_0370_7344

  public init() {}

  public mutating func add(_ bytes: UnsafeRawBufferPointer) {
    mix(UInt64(bytes.count))
    var offset = 0
    while offset &+ 8 <= bytes.count {
      mix(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
      offset &+= 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    mix(rest)
  }

  public mutating func add(_ bytes: some Collection<UInt8>) {
    if bytes.withContiguousStorageIfAvailable({ add(UnsafeRawBufferPointer($0)) }) == nil {
      Array(bytes).withUnsafeBytes { add($0) }
    }
  }

  public mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
  }

  /// A text that may be missing, which is not the same as an empty one.
  public mutating func add(_ text: String?) {
    add(text == nil ? 0 : 1)
    if let text { add(text) }
  }

  public mutating func add(_ number: Int) { mix(UInt64(truncatingIfNeeded: number)) }

  public mutating func add(_ other: ContentDigest) {
    mix(other.low)
    mix(other.high)
  }

  private mutating func mix(_ word: UInt64) {
    low = (low ^ word) &* 0x9E37_79B9_7F4A_7C15
    low ^= low >> 29
    high = (high &+ word) &* 0xD6E8_FEB8_6659_FD93
    high ^= high >> 32
  }
}

extension ContentDigest {
  /// 64 bits of it for a table of this run, never 0.
  public var key: UInt64 { (low ^ high) | 1 }
}

extension ContentDigest: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(low)
    writer.write(high)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    (low, high) = (try reader.bits(), try reader.bits())
  }
}
