/// Bytes that grow, written through a pointer.
///
/// An array asks at each byte whether somebody else holds it, which is most of the cost of writing a page in pieces of a few
/// bytes. A sink has one owner.
@frozen public struct ByteSink: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var used = 0
  @usableFromInline var capacity: Int
  /// Whether the memory is its own.
  @usableFromInline var isOwner: Bool

  @inlinable
  public init(capacity: Int) {
    self.capacity = max(64, capacity)
    start = .allocate(capacity: self.capacity)
    isOwner = true
  }

  /// Writes into memory of the caller's as long as there is room, and into its own from then on.
  private init(to memory: UnsafeMutablePointer<UInt8>, capacity: Int) {
    start = memory
    self.capacity = capacity
    isOwner = false
  }

  @inlinable
  deinit {
    if isOwner { start.deallocate() }
  }

  /// The bytes that `body` writes, of which `capacity` are expected: as many are written where the array has them.
  public static func array(capacity: Int, _ body: (inout ByteSink) -> Void) -> [UInt8] {
    var overflow: [UInt8]?
    let bytes = [UInt8](unsafeUninitializedCapacity: max(64, capacity)) { buffer, count in
      guard let memory = buffer.baseAddress else { return }
      var sink = ByteSink(to: memory, capacity: buffer.count)
      body(&sink)
      if sink.isOwner { overflow = Array(sink.bytes) } else { count = sink.count }
    }
    return overflow ?? bytes
  }

  /// What is written lies from here on, until more is written.
  @inlinable
  public var base: UnsafeMutablePointer<UInt8> { start }

  @inlinable
  public var count: Int { used }

  @inlinable
  public var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  @inlinable
  public mutating func removeAll() { used = 0 }

  /// Sets the number of bytes, after writing through `base` or to take bytes back. There must be room for them.
  @inlinable
  @inline(__always)
  public mutating func truncate(to newCount: Int) { used = newCount }

  /// Makes room for `more` bytes; the `unchecked` functions rely on it.
  @inlinable
  @inline(__always)
  public mutating func reserve(_ more: Int) {
    if more > capacity &- count { grow(more) }
  }

  @inline(never)
  @usableFromInline
  mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: base, count: count)
    if isOwner { start.deallocate() }
    (start, capacity, isOwner) = (new, larger, true)
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
    reserve(more)
    (base + count).update(from: bytes, count: more)
    used &+= more
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let first = bytes.baseAddress { append(first, count: bytes.count) }
  }

  @inlinable
  @inline(__always)
  public mutating func append(_ byte: UInt8) {
    reserve(1)
    appendUnchecked(byte)
  }

  /// Appends a literal of the program.
  @inlinable
  @inline(__always)
  public mutating func append(literal: StaticString) {
    if literal.hasPointerRepresentation {
      append(literal.utf8Start, count: literal.utf8CodeUnitCount)
    } else {
      literal.withUTF8Buffer { append($0) }
    }
  }

  /// Appends the decimal digits of a number.
  public mutating func append(decimal number: UInt64) {
    // The greatest has twenty.
    reserve(20)
    var digits = 1
    var rest = number
    while rest >= 10 { (rest, digits) = (rest / 10, digits &+ 1) }
    rest = number
    var place = count &+ digits
    used = place
    repeat {
      place &-= 1
      base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }

  @inlinable
  @inline(__always)
  public mutating func appendUnchecked(_ byte: UInt8) {
    base[count] = byte
    used &+= 1
  }

  /// Writes a scalar value of at most four bytes, for which there is room.
  @inlinable
  @inline(__always)
  public mutating func appendUnchecked(scalar v: UInt32) {
    let p = base + count
    if v < 0x80 {
      p[0] = UInt8(truncatingIfNeeded: v)
      used &+= 1
    } else if v < 0x800 {
      p[0] = UInt8(truncatingIfNeeded: 0xC0 | v >> 6)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      used &+= 2
    } else if v < 0x10000 {
      p[0] = UInt8(truncatingIfNeeded: 0xE0 | v >> 12)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v >> 6 & 0x3F)
      p[2] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      used &+= 3
    } else {
      p[0] = UInt8(truncatingIfNeeded: 0xF0 | v >> 18 & 0x07)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v >> 12 & 0x3F)
      p[2] = UInt8(truncatingIfNeeded: 0x80 | v >> 6 & 0x3F)
      p[3] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      used &+= 4
    }
  }
}
