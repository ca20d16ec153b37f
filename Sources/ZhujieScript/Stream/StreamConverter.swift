internal import ZhujieTables
internal import ZhujieText

/// Bytes that are not UTF-8.
public struct InvalidUTF8: Error, Hashable {
  /// The offset of the first wrong byte, from 0, in the whole stream.
  public let offset: Int
}

/// The conversion as a filter: chunks of bytes in, converted bytes out, in constant memory.
///
/// It holds back at most the last unfinished paragraph of what it was given. Code spans and blocks, HTML tags,
/// link destinations and URLs, description sequences, `⟦…⟧` and Japanese or Korean runs pass as they are.
///
///     var stream = StreamConverter(to: .hant)
///     while let chunk = read() { try stream.convert(chunk) { write($0) } }
///     try stream.finish { write($0) }
public struct StreamConverter: ~Copyable {
  /// Where a text has no line break for so long, it is cut elsewhere.
  public static let blockLimit = 1 << 16

  private var engine: ConversionEngine
  private var protection: Protection
  private let readings: [SettledReading]
  private let readingConverter: Converter
  private var pending: [UInt8] = []
  private var consumed = 0

  /// `readings` are places that an editor settled; they win over the rules.
  public init(
    to target: ConversionTarget,
    rules: ConversionRules = .none,
    readings: [SettledReading] = [],
    isMarkdown: Bool = true,
    tables: ScriptTables = .builtIn
  ) {
    engine = ConversionEngine(
      target: target,
      rules: RuleSet(rules, target: target, tables: tables),
      tables: tables
    )
    protection = Protection(isMarkdown: isMarkdown)
    self.readings = readings
    readingConverter = Converter(to: target, rules: rules, tables: tables)
    pending.reserveCapacity(Self.blockLimit * 2)
  }

  /// Takes the next bytes and hands on what can already be decided. What was right before a fault is
  /// handed on before the error is thrown.
  public mutating func convert(
    _ chunk: UnsafeRawBufferPointer,
    _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(InvalidUTF8) {
    var rest = chunk[...]
    while !rest.isEmpty {
      let room = Self.blockLimit - pending.count
      let part = rest.prefix(max(room, 0))
      pending.append(contentsOf: part)
      rest = rest.dropFirst(part.count)
      if pending.count >= Self.blockLimit { try flush(upTo: blockEnd(), isLast: false, write) }
    }
  }

  /// Converts what is left.
  public mutating func finish(_ write: (UnsafeBufferPointer<UInt8>) -> Void) throws(InvalidUTF8) {
    try flush(upTo: pending.count, isLast: true, write)
  }

  private mutating func flush(
    upTo end: Int,
    isLast: Bool,
    _ write: (UnsafeBufferPointer<UInt8>) -> Void
  ) throws(InvalidUTF8) {
    let fault = pending.withUnsafeBufferPointer { all -> Int? in
      engine.sink.removeAll()
      let block = UnsafeBufferPointer(rebasing: all[0..<end])
      let fault = engine.convertBlock(block, around: settled(in: block), &protection)
      if engine.sink.count > 0 { write(engine.sink.bytes) }
      return fault
    }
    if let fault { throw InvalidUTF8(offset: consumed + fault) }
    pending.removeSubrange(0..<end)
    consumed += end
  }

  /// The places of a block that are settled, and names that are not Han altogether; none in a block that ends in a fault.
  private func settled(in block: UnsafeBufferPointer<UInt8>) -> [FixedPiece] {
    guard !readings.isEmpty || !engine.rules.literals.isEmpty,
      let text = UTF8Text<ReadingSpace>(validating: Array(block))
    else { return [] }
    return readings.pieces(in: text, readingConverter).adding(
      engine.rules.literals.pieces(in: text, of: text.fullSpan)
    )
  }

  /// How far before the end of what is pending an empty line is looked for.
  private static let nearEnd = 1 << 13

  /// Where the last line begins that follows an empty one, else the last line; nil where none begins behind `start`.
  private func lastLine(from start: Int) -> Int? {
    pending.withUnsafeBufferPointer { bytes in
      var last: Int?
      var lastAfterEmpty: Int?
      var i = lineEnd(bytes, max(start, 1), bytes.count)
      while i < bytes.count {
        if bytes[i] == 0x0A {
          last = i + 1
          if bytes[i - 1] == 0x0A { lastAfterEmpty = i + 1 }
        }
        i = lineEnd(bytes, i + 1, bytes.count)
      }
      return lastAfterEmpty ?? last
    }
  }

  /// Where the pending bytes are best cut: after the last empty line, else the last line, else a mark that no
  /// word crosses, else between two characters.
  private func blockEnd() -> Int {
    let half = pending.count / 2
    let near = lastLine(from: max(half, pending.count - Self.nearEnd))
    if let line = near ?? lastLine(from: half) { return line }
    var i = pending.count - 4
    while i > half {
      let isMark =
        pending[i] == 0x20
        || (pending[i] == 0x80 && pending[i - 1] == 0x80 && pending[i - 2] == 0xE3)  // ideographic space
        || ((pending[i] == 0x81 || pending[i] == 0x82) && pending[i - 1] == 0x80
          && pending[i - 2] == 0xE3)  // 、。
        || (pending[i] == 0x8C && pending[i - 1] == 0xBC && pending[i - 2] == 0xEF)  // ，
      if isMark { return i + 1 }
      i -= 1
    }
    i = pending.count
    var back = 0
    while back < 3, i > 1, pending[i - 1] & 0xC0 == 0x80 {
      i -= 1
      back += 1
    }
    return pending[i - 1] >= 0xC0 ? max(i - 1, 1) : pending.count
  }
}
