public import ZhujieText

extension Markup {
  /// Writes it without the bytes that stand in its file.
  public func write(to writer: inout CompactWriter, beside file: SourceFile) {
    reading.write(to: &writer, beside: file.text)
    writer.write(diagnostics)
    writer.write(citations)
    writer.write(basis.sorted { $0.key < $1.key }) { writer, entry in
      writer.write(entry.key)
      writer.write(entry.value)
    }
    writer.write(topLevelBlocks)
    writer.write(links) { writer, link in
      writer.write(link.address)
      writer.write(signed: Int(link.file))
    }
    var coding = EventCoding()
    writer.write(events.count)
    events.forEach(in: events.indices) { coding.write($0, to: &writer) }
    writer.write(bytes: arena)
    writer.write(inlineEvents) { $0.write($1) }
    writer.write(markers)
    writer.write(misses)
  }

  public init(from reader: inout CompactReader, beside file: SourceFile) throws(CompactFault) {
    reading = try ReadingText(from: &reader, beside: file.text)
    diagnostics = try reader.array()
    citations = try reader.array()
    let basis = try reader.array { reader throws(CompactFault) in (try reader.natural(), try reader.closedRanges()) }
    self.basis = Dictionary(basis, uniquingKeysWith: { first, _ in first })
    topLevelBlocks = try reader.array()
    links = try reader.array { reader throws(CompactFault) in
      LinkCheck.Link(address: try reader.value(), file: try reader.int32())
    }
    var coding = EventCoding()
    let textCount = reading.text.count
    events = try EventList(count: try reader.count()) { _ throws(CompactFault) in
      let event = try coding.event(from: &reader)
      guard event.readingStart >= 0, event.readingStart <= event.readingEnd, event.readingEnd <= textCount else {
        throw CompactFault()
      }
      return event
    }
    arena = Array(try reader.slice())
    inlineEvents = try reader.array { reader throws(CompactFault) in try reader.range() }
    markers = try reader.array()
    misses = try reader.natural()
    guard isWhole else { throw CompactFault() }
  }

  /// Whether its parts fit together: every range lies in what it is a range of.
  private var isWhole: Bool {
    inlineEvents.count == reading.blocks.count && inlineEvents.allSatisfy { $0.upperBound <= events.count }
      && links.allSatisfy { $0.address.lies(in: arena) } && events.placesInArena.allSatisfy { $0.lies(in: arena) }
      && topLevelBlocks.allSatisfy {
        $0.readingBlocks.upperBound <= reading.blocks.count && $0.events.upperBound <= events.count
      }
  }
}

extension ArenaSlice {
  fileprivate func lies(in arena: [UInt8]) -> Bool {
    start >= 0 && count >= 0 && Int(start) + Int(count) <= arena.count
  }
}

extension CompactReader {
  fileprivate mutating func int32() throws(CompactFault) -> Int32 {
    guard let number = Int32(exactly: try signed()) else { throw CompactFault() }
    return number
  }
}

extension ArenaSlice: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(signed: Int(start))
    writer.write(signed: Int(count))
  }

  init(from reader: inout CompactReader) throws(CompactFault) {
    (start, count) = (try reader.int32(), try reader.int32())
  }
}

/// Writes the steps of a document by what each differs in from the one before.
private struct EventCoding {
  /// What is said of a step beside its kind and phase.
  private enum Mark {
    static let number: UInt8 = 4
    static let content: UInt8 = 8
    static let flags: UInt8 = 16
    static let file: UInt8 = 32
  }

  private var use: Int32 = 0
  private var reading: Int32 = 0
  private var file: Int32 = 0

  mutating func write(_ event: Event, to writer: inout CompactWriter) {
    let hasContent = event.hasContent
    let hasFlags = event.flags.rawValue != 0 || event.alignment != 0
    writer.write(letter: event.kind.rawValue)
    writer.write(
      letter: event.phase.rawValue | (event.number != 0 ? Mark.number : 0) | (hasContent ? Mark.content : 0)
        | (hasFlags ? Mark.flags : 0) | (event.file != 0 ? Mark.file : 0))
    writer.write(signed: Int(event.use) - Int(use))
    writer.write(signed: Int(event.readingStart) - Int(reading))
    writer.write(signed: Int(event.readingEnd) - Int(event.readingStart))
    if event.number != 0 { writer.write(signed: Int(event.number)) }
    if hasContent {
      writer.write(event.content)
      writer.write(event.extra)
    }
    if hasFlags {
      writer.write(Int(event.flags.rawValue))
      writer.write(Int(event.alignment))
    }
    if event.file != 0 {
      writer.write(signed: Int(event.file) - Int(file))
      file = event.file
    }
    (use, reading) = (event.use, event.readingStart)
  }

  mutating func event(from reader: inout CompactReader) throws(CompactFault) -> Event {
    guard let kind = EventKind(rawValue: try reader.letter()) else { throw CompactFault() }
    let marks = try reader.letter()
    guard let phase = Event.Phase(rawValue: marks & 3) else { throw CompactFault() }
    var event = Event(kind: kind, phase: phase)
    event.use = try Self.sum(use, try reader.signed())
    event.readingStart = try Self.sum(reading, try reader.signed())
    event.readingEnd = try Self.sum(event.readingStart, try reader.signed())
    if marks & Mark.number != 0 { event.number = try Self.sum(0, try reader.signed()) }
    if marks & Mark.content != 0 {
      event.content = try reader.value()
      event.extra = try reader.value()
    }
    if marks & Mark.flags != 0 {
      event.flags = Event.Flags(rawValue: UInt8(truncatingIfNeeded: try reader.number()))
      event.alignment = UInt8(truncatingIfNeeded: try reader.number())
    }
    if marks & Mark.file != 0 {
      event.file = try Self.sum(file, try reader.signed())
      guard event.file >= 0 else { throw CompactFault() }
      file = event.file
    }
    (use, reading) = (event.use, event.readingStart)
    return event
  }

  private static func sum(_ before: Int32, _ difference: Int) throws(CompactFault) -> Int32 {
    guard let difference = Int32(exactly: difference) else { throw CompactFault() }
    let (sum, overflow) = before.addingReportingOverflow(difference)
    guard !overflow else { throw CompactFault() }
    return sum
  }
}

extension InlineCitation: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(citation)
    writer.write(fileOffset)
    writer.write(paragraph ?? 0)
    writer.write(blockIndex)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let citation: Citation = try reader.value()
    let (offset, paragraph) = (try reader.natural(), try reader.natural())
    self.init(
      citation: citation, fileOffset: offset, paragraph: paragraph == 0 ? nil : paragraph, blockIndex: try reader.natural())
  }
}

extension Markup.Marker: CompactCodable {
  func write(to writer: inout CompactWriter) {
    switch self {
    case .none: writer.write(letter: 0)
    case .citation(let index):
      writer.write(letter: 1)
      writer.write(index)
    case .basis(let paragraph, let ranges):
      writer.write(letter: 2)
      writer.write(paragraph)
      writer.write(ranges)
    }
  }

  init(from reader: inout CompactReader) throws(CompactFault) {
    switch try reader.letter() {
    case 0: self = .none
    case 1: self = .citation(try reader.natural())
    case 2: self = .basis(paragraph: try reader.natural(), try reader.closedRanges())
    default: throw CompactFault()
    }
  }
}

extension TopLevelBlock: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(kind)
    writer.write(readingBlocks)
    writer.write(paragraphs.map { [$0] } ?? [])
    writer.write(isEllipsis)
    writer.write(fileOffset)
    writer.write(events)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    kind = try reader.value()
    readingBlocks = try reader.range()
    paragraphs = try reader.closedRanges().first
    isEllipsis = try reader.bool()
    fileOffset = try reader.natural()
    events = try reader.range()
  }
}

extension TopLevelBlock.Kind: CompactCodable {
  /// The kinds that are their names alone, by number.
  private static let plain: [Self] = [.paragraph, .list, .quote, .table, .rule, .html, .footnotes]
  /// The numbers of those that say more.
  private static let (headingNumber, codeNumber) = (UInt8(32), UInt8(33))

  public func write(to writer: inout CompactWriter) {
    switch self {
    case .heading(let level):
      writer.write(letter: Self.headingNumber)
      writer.write(level)
    case .code(let info, let literal):
      writer.write(letter: Self.codeNumber)
      writer.write(info)
      writer.write(literal)
    default: writer.write(letter: UInt8(Self.plain.firstIndex(of: self) ?? 0))
    }
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    switch try reader.letter() {
    case Self.headingNumber: self = .heading(level: try reader.natural())
    case Self.codeNumber: self = .code(info: try reader.text(), literal: try reader.text())
    case let number:
      guard Int(number) < Self.plain.count else { throw CompactFault() }
      self = Self.plain[Int(number)]
    }
  }
}
