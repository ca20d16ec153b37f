/// Bytes that grow, written through a pointer: the output of the conversion.
struct ByteSink: ~Copyable {
  private(set) var base: UnsafeMutablePointer<UInt8>
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int) {
    self.capacity = max(64, capacity)
    base = .allocate(capacity: self.capacity)
  }

  deinit {
    base.deallocate()
  }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  mutating func removeAll() { count = 0 }

  /// Sets the number of bytes, after writing through `base` or to take bytes back. There must be room for them.
  @inline(__always)
  mutating func truncate(to newCount: Int) { count = newCount }

  /// Makes room for `more` bytes; the `unchecked` functions rely on it.
  @inline(__always)
  mutating func reserve(_ more: Int) {
    if more > capacity &- count { grow(more) }
  }

  @inline(never)
  private mutating func grow(_ more: Int) {
    let larger = max(capacity * 2, count + more)
    let new = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    new.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (new, larger)
  }

  @inline(__always)
  mutating func append(_ bytes: UnsafePointer<UInt8>, count more: Int) {
    reserve(more)
    (base + count).update(from: bytes, count: more)
    count &+= more
  }

  @inline(__always)
  mutating func appendUnchecked(_ byte: UInt8) {
    base[count] = byte
    count &+= 1
  }

  /// Writes a scalar value of at most four bytes, for which there is room.
  @inline(__always)
  mutating func appendUnchecked(scalar v: UInt32) {
    let p = base + count
    if v < 0x80 {
      p[0] = UInt8(truncatingIfNeeded: v)
      count &+= 1
    } else if v < 0x800 {
      p[0] = UInt8(truncatingIfNeeded: 0xC0 | v >> 6)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      count &+= 2
    } else if v < 0x10000 {
      p[0] = UInt8(truncatingIfNeeded: 0xE0 | v >> 12)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v >> 6 & 0x3F)
      p[2] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      count &+= 3
    } else {
      p[0] = UInt8(truncatingIfNeeded: 0xF0 | v >> 18 & 0x07)
      p[1] = UInt8(truncatingIfNeeded: 0x80 | v >> 12 & 0x3F)
      p[2] = UInt8(truncatingIfNeeded: 0x80 | v >> 6 & 0x3F)
      p[3] = UInt8(truncatingIfNeeded: 0x80 | v & 0x3F)
      count &+= 4
    }
  }
}
