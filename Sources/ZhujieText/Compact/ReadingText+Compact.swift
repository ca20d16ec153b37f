extension TextSpan: CompactCodable {
  @inlinable
  public func write(to writer: inout CompactWriter) {
    writer.write(lowerBound)
    writer.write(count)
  }

  @inlinable
  public init(from reader: inout CompactReader) throws(CompactFault) {
    let range = try reader.range()
    guard range.upperBound <= Int(UInt32.max) else { throw CompactFault() }
    self.init(range.lowerBound, range.upperBound)
  }
}

extension CompactWriter {
  /// Ranges of numbers from 1, as citations and paragraphs have them.
  public mutating func write(_ ranges: [ClosedRange<Int>]) {
    write(ranges) { writer, range in
      writer.write(range.lowerBound)
      writer.write(range.upperBound)
    }
  }
}

extension CompactReader {
  public mutating func closedRange() throws(CompactFault) -> ClosedRange<Int> {
    let (first, last) = (try number(), try number())
    guard first <= last else { throw CompactFault() }
    return first...last
  }

  public mutating func closedRanges() throws(CompactFault) -> [ClosedRange<Int>] {
    try array { reader throws(CompactFault) in try reader.closedRange() }
  }
}

extension ReadingText {
  /// Writes it without the bytes that stand in its file: with that file it is whole again.
  public func write(to writer: inout CompactWriter, beside file: UTF8Text<FileSpace>) {
    writer.write(text.count)
    writer.write(alignment.changes) { writer, change in
      writer.write(change.from)
      writer.write(change.to)
    }
    let isInFile = Self.bytes(alignment.changes, of: file, count: text.count) { text.bytes[$0] }
      .withUnsafeBufferPointer { found in text.bytes.withUnsafeBufferPointer { ByteScan.areEqual(found, $0) } }
    writer.write(isInFile)
    if isInFile {
      for change in alignment.changes { writer.write(bytes: text.bytes[change.from]) }
    } else {
      writer.write(bytes: text.bytes)
    }
    writer.write(blocks) { writer, block in
      block.role.write(to: &writer)
      writer.write(block.span)
      writer.write(block.paragraph ?? 0)
    }
    writer.write(opaque)
  }

  public init(from reader: inout CompactReader, beside file: UTF8Text<FileSpace>) throws(CompactFault) {
    let count = try reader.natural()
    let changes = try reader.array { reader throws(CompactFault) in
      let (from, to) = (try reader.range(), try reader.range())
      guard from.upperBound <= count, to.upperBound <= file.count else { throw CompactFault() }
      return TextChange(from: from, to: to)
    }
    guard let alignment = Alignment<ReadingSpace, FileSpace>(checking: changes, fromCount: count, toCount: file.count)
    else { throw CompactFault() }
    var bytes: [UInt8]
    if try reader.bool() {
      var slices: [ArraySlice<UInt8>] = []
      slices.reserveCapacity(changes.count)
      for _ in changes { slices.append(try reader.slice()) }
      guard zip(changes, slices).allSatisfy({ $0.from.count == $1.count }) else { throw CompactFault() }
      var next = 0
      bytes = Self.bytes(changes, of: file, count: count) { _ in
        next += 1
        return slices[next - 1]
      }
    } else {
      bytes = Array(try reader.slice())
    }
    guard bytes.count == count, let text = UTF8Text<ReadingSpace>(validating: bytes) else { throw CompactFault() }
    let blocks = try reader.array { reader throws(CompactFault) in
      let role = try BlockRole(from: &reader)
      let span: TextSpan<ReadingSpace> = try reader.value()
      let number = try reader.natural()
      guard span.upperBound <= count else { throw CompactFault() }
      return Block(role: role, span: span, paragraph: number == 0 ? nil : number)
    }
    let opaque: [TextSpan<ReadingSpace>] = try reader.array()
    guard opaque.allSatisfy({ $0.upperBound <= count }) else { throw CompactFault() }
    self.init(text: text, blocks: blocks, opaque: opaque, alignment: alignment)
  }

  /// The bytes of a reading text: those of its file, but where the two differ what `changed` says.
  private static func bytes(
    _ changes: [TextChange], of file: UTF8Text<FileSpace>, count: Int, changed: (Range<Int>) -> ArraySlice<UInt8>
  ) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(count)
    var place = 0
    for change in changes {
      bytes += file.bytes[place..<change.to.lowerBound]
      bytes += changed(change.from)
      place = change.to.upperBound
    }
    bytes += file.bytes[place...]
    return bytes
  }
}

extension BlockRole: CompactCodable {
  /// The first heading level; those of other roles are below.
  private static let heading = 16
  private static let plain: [BlockRole] = [.title, .author, .publisher, .paragraph, .tableCell, .footnote, .furniture]

  public func write(to writer: inout CompactWriter) {
    if case .heading(let level) = self { return writer.write(Self.heading + level) }
    writer.write(Self.plain.firstIndex(of: self) ?? 0)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let number = try reader.natural()
    if number >= Self.heading {
      self = .heading(level: number - Self.heading)
    } else if number < Self.plain.count {
      self = Self.plain[number]
    } else {
      throw CompactFault()
    }
  }
}
