/// Writes values one after another, for a later run of the same program: no names, no types, small numbers in few bytes. The same
/// values give the same bytes on every machine.
///
/// Numbers are printable ASCII and texts stand as they are, so that the whole is text: whoever publishes, compares or searches a
/// folder of text files meets nothing else.
public struct CompactWriter: ~Copyable {
  @usableFromInline var sink = ByteSink(capacity: 1024)
  /// The texts that were written as shared, with their numbers.
  private var shared: [String: Int] = [:]
  /// Some of them, each in the place that its length and its last letter lead to: as a rule the next is one of a few.
  private var recent = [(text: String, number: Int)](repeating: ("", -1), count: 64)

  public init() { shared.reserveCapacity(48) }

  public var bytes: [UInt8] { Array(sink.bytes) }

  /// Adds bytes as they are, without saying how many.
  public mutating func append(_ other: some Collection<UInt8>) { appendBytes(other) }

  /// A number below 64, in one byte.
  @inlinable
  @inline(__always)
  public mutating func write(letter: UInt8) { sink.append(CompactLetter.zero &+ (letter & 0x3F)) }

  /// A number, as a rule not negative. Five bits a byte, the lowest first, as in LEB128.
  @inlinable
  @inline(__always)
  public mutating func write(_ number: Int) {
    // Most are small.
    if UInt(bitPattern: number) < 0x20 { write(letter: UInt8(truncatingIfNeeded: number)) } else { write(long: number) }
  }

  @usableFromInline
  mutating func write(long number: Int) {
    // The longest number has thirteen.
    sink.reserve(13)
    var rest = UInt(bitPattern: number)
    while rest >= 0x20 {
      sink.appendUnchecked(CompactLetter.zero &+ (UInt8(truncatingIfNeeded: rest) & 0x1F | 0x20))
      rest >>= 5
    }
    sink.appendUnchecked(CompactLetter.zero &+ UInt8(truncatingIfNeeded: rest))
  }

  /// A number that is negative as often as not: the sign is the lowest bit.
  public mutating func write(signed number: Int) { write(number << 1 ^ number >> (Int.bitWidth - 1)) }

  public mutating func write(_ isTrue: Bool) { write(letter: isTrue ? 1 : 0) }

  public mutating func write(_ bits: UInt64) { write(Int(bitPattern: UInt(bits))) }

  /// A fraction, in few bytes where it has three decimals at most.
  public mutating func write(_ fraction: Double) {
    let thousandths = (0...1e6).contains(fraction) ? Int((fraction * 1_000).rounded()) : 0
    let isShort = Double(thousandths) / 1_000 == fraction
    write(isShort)
    if isShort { write(thousandths) } else { write(fraction.bitPattern) }
  }

  public mutating func write(bytes other: some Collection<UInt8>) {
    write(other.count)
    appendBytes(other)
  }

  private mutating func appendBytes(_ other: some Collection<UInt8>) {
    if other.withContiguousStorageIfAvailable({ sink.append($0) }) == nil {
      Array(other).withUnsafeBufferPointer { sink.append($0) }
    }
  }

  public mutating func write(_ text: String) { write(bytes: text.utf8) }

  /// A text that is written again and again: after the first time its number.
  public mutating func write(shared text: String) {
    let place = text.utf8Span.span.withUnsafeBufferPointer { ($0.count &* 7 &+ Int($0.last ?? 0)) & 63 }
    if recent[place].number >= 0, recent[place].text == text { return write(recent[place].number) }
    let number = shared[text] ?? shared.count
    recent[place] = (text, number)
    write(number)
    guard number == shared.count else { return }
    shared[text] = number
    write(text)
  }

  public mutating func write(_ range: Range<Int>) {
    write(range.lowerBound)
    write(range.count)
  }

  public mutating func write<Value: CompactCodable>(_ value: Value) { value.write(to: &self) }

  @inlinable
  public mutating func write<Value: CompactCodable>(_ value: Value?) {
    write(value != nil)
    if let value { value.write(to: &self) }
  }

  @inlinable
  public mutating func write<Value>(
    _ values: some Collection<Value>, _ one: (inout CompactWriter, Value) -> Void
  ) {
    write(values.count)
    for value in values { one(&self, value) }
  }

  @inlinable
  public mutating func write<Value: CompactCodable>(_ values: [Value]) {
    write(values.count)
    for value in values { value.write(to: &self) }
  }
}

/// A value that can be written as bytes and read back, the same.
public protocol CompactCodable {
  func write(to writer: inout CompactWriter)
  init(from reader: inout CompactReader) throws(CompactFault)
}

/// What was read was not written by this program.
public struct CompactFault: Error {
  @inlinable
  public init() {}
}

/// The bytes that numbers are written with: 64 in a row, all printable.
@usableFromInline enum CompactLetter {
  @usableFromInline static let zero = UInt8(ascii: "?")
}
