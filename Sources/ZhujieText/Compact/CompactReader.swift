/// Reads what a `CompactWriter` wrote, in the same order. Whatever the bytes are, it ends: with values, or with a fault.
public struct CompactReader {
  @usableFromInline let bytes: [UInt8]
  @usableFromInline var place: Int
  @usableFromInline let end: Int
  private var shared: [String] = []

  public init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    (place, end) = range.map { ($0.lowerBound, min($0.upperBound, bytes.count)) } ?? (0, bytes.count)
  }

  /// Where the next value starts.
  public var offset: Int { place }

  /// Whether all was read.
  public var isAtEnd: Bool { place == end }

  /// A number below 64.
  @inlinable
  public mutating func letter() throws(CompactFault) -> UInt8 {
    guard place < end else { throw CompactFault() }
    let letter = bytes[place] &- CompactLetter.zero
    guard letter < 64 else { throw CompactFault() }
    place += 1
    return letter
  }

  /// A number that `write(_:)` wrote.
  @inlinable
  public mutating func number() throws(CompactFault) -> Int {
    var letter = try letter()
    var result = UInt(letter & 0x1F)
    var shift: UInt = 5
    while letter >= 0x20 {
      letter = try self.letter()
      guard shift < UInt(Int.bitWidth) else { throw CompactFault() }
      result |= UInt(letter & 0x1F) << shift
      shift += 5
    }
    return Int(bitPattern: result)
  }

  @inlinable
  public mutating func signed() throws(CompactFault) -> Int {
    let number = UInt(bitPattern: try number())
    return Int(bitPattern: number >> 1) ^ -Int(bitPattern: number & 1)
  }

  /// A number that is not negative, such as an offset or an index.
  @inlinable
  public mutating func natural() throws(CompactFault) -> Int {
    let number = try number()
    guard number >= 0 else { throw CompactFault() }
    return number
  }

  /// How many there are of something that takes a byte each at least.
  @inlinable
  public mutating func count() throws(CompactFault) -> Int {
    let number = try natural()
    guard number <= end - place else { throw CompactFault() }
    return number
  }

  @inlinable
  public mutating func bool() throws(CompactFault) -> Bool { try letter() != 0 }

  public mutating func bits() throws(CompactFault) -> UInt64 { UInt64(UInt(bitPattern: try number())) }

  public mutating func fraction() throws(CompactFault) -> Double {
    try bool() ? Double(try natural()) / 1_000 : Double(bitPattern: try bits())
  }

  public mutating func slice() throws(CompactFault) -> ArraySlice<UInt8> {
    let count = try count()
    place += count
    return bytes[place - count..<place]
  }

  public mutating func text() throws(CompactFault) -> String { String(decoding: try slice(), as: UTF8.self) }

  /// A text that was written as shared.
  public mutating func sharedText() throws(CompactFault) -> String {
    let number = try natural()
    if number < shared.count { return shared[number] }
    guard number == shared.count else { throw CompactFault() }
    let text = try text()
    shared.append(text)
    return text
  }

  /// A range of whole numbers that are not negative.
  @inlinable
  public mutating func range() throws(CompactFault) -> Range<Int> {
    let start = try natural()
    let (end, overflow) = start.addingReportingOverflow(try natural())
    guard !overflow else { throw CompactFault() }
    return start..<end
  }

  @inlinable @inline(__always)
  public mutating func value<Value: CompactCodable>(_ type: Value.Type = Value.self) throws(CompactFault) -> Value {
    try Value(from: &self)
  }

  @inlinable @inline(__always)
  public mutating func optional<Value: CompactCodable>(_ type: Value.Type = Value.self) throws(CompactFault) -> Value? {
    try bool() ? Value(from: &self) : nil
  }

  @inlinable @inline(__always)
  public mutating func array<Value>(
    _ one: (inout CompactReader) throws(CompactFault) -> Value
  ) throws(CompactFault) -> [Value] {
    let count = try count()
    var values: [Value] = []
    values.reserveCapacity(count)
    for _ in 0..<count { values.append(try one(&self)) }
    return values
  }

  @inlinable @inline(__always)
  public mutating func array<Value: CompactCodable>(of type: Value.Type = Value.self) throws(CompactFault) -> [Value] {
    try array { reader throws(CompactFault) in try Value(from: &reader) }
  }
}
