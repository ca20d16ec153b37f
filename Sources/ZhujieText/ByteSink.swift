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
    start = Self.room(self.capacity)
    isOwner = true
  }

  /// Writes into memory of the caller's as long as there is room, and into its own from then on.
  private init(to memory: UnsafeMutablePointer<UInt8>, capacity: Int) {
    start = memory
    self.capacity = capacity
    isOwner = false
  }

  /// Memory that starts anywhere: for a pointer to a type the allocator would be asked to align it, which takes longer.
  @usableFromInline
  static func room(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 1).bindMemory(to: UInt8.self, capacity: capacity)
  }

  @inlinable
  deinit {
    if isOwner { start.deallocate() }
  }

  /// The text that `body` writes, which must be valid UTF-8.
  public static func string(_ body: (inout ByteSink) -> Void) -> String {
    // Most are short, and need no memory but the stack's.
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 128) { buffer in
      guard let memory = buffer.baseAddress else { return "" }
      var sink = ByteSink(to: memory, capacity: buffer.count)
      body(&sink)
      return String(decoding: sink.bytes, as: UTF8.self)
    }
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
    let new = Self.room(larger)
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

  /// Appends the bytes of a string.
  public mutating func append(_ string: String) {
    string.utf8Span.span.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a part of an array.
  @inlinable
  public mutating func append(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends a part of what was written once more.
  public mutating func append(again part: Range<Int>) {
    precondition(part.lowerBound >= 0 && part.upperBound <= count, "a part of what was not written")
    reserve(part.count)
    (base + count).update(from: base + part.lowerBound, count: part.count)
    used &+= part.count
  }

  /// Appends one byte a number of times.
  public mutating func append(_ byte: UInt8, times: Int) {
    guard times > 0 else { return }
    reserve(times)
    (base + count).update(repeating: byte, count: times)
    used += times
  }

  /// Puts one byte in the place of a range of what was written, which may be empty.
  public mutating func replace(_ range: Range<Int>, by byte: UInt8) {
    reserve(1)
    (base + range.lowerBound + 1).update(from: base + range.upperBound, count: count - range.upperBound)
    base[range.lowerBound] = byte
    used += 1 - range.count
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

  /// Appends the decimal digits of a number, with zeros before them up to `width`, which is 20 at most.
  public mutating func append(decimal number: UInt64, width: Int = 1) {
    // Most are numbers of paragraphs.
    if number < 100, width <= 2 {
      reserve(2)
      let tens = (number &* 205) &>> 11
      if tens > 0 || width == 2 { appendUnchecked(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: tens)) }
      return appendUnchecked(UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: number &- tens * 10))
    }
    // The greatest has twenty.
    reserve(20)
    var digits = 1
    // Ten to the power of 19 is less than 2 to the power of 64.
    var limit: UInt64 = 10
    while digits < 20, number >= limit { (limit, digits) = (limit &* 10, digits &+ 1) }
    digits = min(max(digits, width), 20)
    var rest = number
    let first = count
    var place = first &+ digits
    used = place
    while place > first {
      place &-= 1
      base[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
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
