internal import ZhujieText

/// Puts together what `Markup` holds: blocks in the order of the file, numbers, the alignment, and
/// what was found.
struct MarkupAssembly {
  private(set) var reading: ReadingText
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var citations: [InlineCitation] = []
  private(set) var basis: [Int: [ClosedRange<Int>]] = [:]
  private(set) var topLevelBlocks: [TopLevelBlock] = []
  private(set) var events: [Event]
  let links: [LinkCheck.Link]
  let arena: [UInt8]
  private(set) var inlineEvents: [Range<Int>] = []
  private(set) var markers: [Markup.Marker] = []
  let misses: Int

  init(file: SourceFile, flat: Flat, fields: [TextField], drop: [ClosedRange<Int>]) {
    arena = flat.arena
    misses = flat.misses
    events = flat.events
    links = LinkCheck.links(of: flat.events)
    // Footnotes come last in cmark's order and anywhere in the file's.
    var order = Array(flat.blocks.indices)
    if zip(flat.blocks, flat.blocks.dropFirst()).contains(where: { $0.file > $1.file }) {
      order.sort { (flat.blocks[$0].file, $0) < (flat.blocks[$1].file, $1) }
    }

    var text: [UInt8] = []
    text.reserveCapacity(flat.text.count + fields.reduce(0) { $0 + $1.value.utf8.count + 1 })
    var blocks: [ReadingText.Block] = []
    blocks.reserveCapacity(flat.blocks.count + fields.count)
    var opaque: [TextSpan<ReadingSpace>] = []
    var alignment = AlignmentBuilder(capacity: flat.matches.count + flat.blocks.count)
    inlineEvents.reserveCapacity(flat.blocks.count + fields.count)
    for field in fields {
      if !blocks.isEmpty { text.append(0x0A) }
      let start = text.count
      text.append(contentsOf: field.value.utf8)
      FieldTrace.match(field, in: file, at: start) { alignment.add($0) }
      blocks.append(.init(role: field.role, span: TextSpan(start, text.count)))
      inlineEvents.append(0..<0)
    }

    // The number a paragraph would have, and the one it gets.
    var numbering = Numbering(drop: drop)
    var newIndex = [Int](repeating: 0, count: flat.blocks.count)
    var shift = [Int32](repeating: 0, count: flat.blocks.count)
    for old in order {
      let block = flat.blocks[old]
      if !blocks.isEmpty { text.append(0x0A) }
      let start = text.count
      let delta = Int32(start) - block.text.lowerBound
      shift[old] = delta
      newIndex[old] = blocks.count
      text.append(contentsOf: flat.text[Int(block.text.lowerBound)..<Int(block.text.upperBound)])
      for match in flat.matches[block.matches] {
        var match = match
        match.text += delta
        alignment.add(match)
      }
      for run in flat.opaque[block.opaque] where !run.isEmpty {
        opaque.append(TextSpan(Int(run.lowerBound + delta), Int(run.upperBound + delta)))
      }
      let (role, number) = numbering.next(Self.role(of: block))
      blocks.append(.init(role: role, span: TextSpan(start, text.count), paragraph: number))
      inlineEvents.append(block.events)
    }
    for (old, block) in flat.blocks.enumerated() {
      for i in block.events.lowerBound - 1..<min(block.events.upperBound + 1, events.count) {
        events[i].readingStart += shift[old]
        events[i].readingEnd += shift[old]
      }
      for i in [block.events.lowerBound - 1, block.events.upperBound] {
        events[i].use = Int32(newIndex[old])
      }
    }
    Self.settleHeadings(&events)
    reading = ReadingText(
      text: UTF8Text(validating: text) ?? UTF8Text(trusted: Self.repaired(text)),
      blocks: blocks,
      opaque: opaque,
      alignment: alignment.finish(fromCount: text.count, toCount: file.text.count)
    )

    collectMarkers(flat, newIndex)
    topLevelBlocks = TopLevelScan.blocks(events: events, reading: reading, arena: arena)
    diagnostics += Finding.diagnostics(
      flat.findings + LinkCheck.findings(of: links, arena: arena),
      in: file
    )
    for range in drop where range.upperBound > numbering.seen {
      diagnostics.append(
        Diagnostic(
          .warning,
          .markdownDrop,
          at: SourceLocation(path: file.path),
          "“\(range.lowerBound)-\(range.upperBound)” in drop goes past the last paragraph, which is \(numbering.seen); "
            + "give the numbers that paragraphs have before anything is dropped"
        )
      )
    }
  }

  /// Gives each heading its number among those that stand at the top of the document (-1 for one in a quotation or a list),
  /// and its depth: 1 for the highest that the author used, and at most one below the heading before it.
  private static func settleHeadings(_ events: inout [Event]) {
    let highest = events.lazy.filter { $0.kind == .heading }.map(\.number).min() ?? 1
    var number: Int32 = 0
    var depth: Int32 = 0
    var nesting = 0
    for i in events.indices {
      let isHeading = events[i].kind == .heading
      switch events[i].phase {
      case .enter:
        if isHeading {
          depth = min(Int32(events[i].number) - Int32(highest) + 1, depth + 1)
          events[i].extra.start = nesting == 0 ? number : -1
          if nesting == 0 { number += 1 }
        }
        nesting += 1
      case .exit: nesting -= 1
      case .leaf: break
      }
      if isHeading { events[i].extra.count = depth }
    }
  }

  /// A text whose broken characters became question marks, byte for byte. The parser should never
  /// make one.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    var start = 0
    while let bad = UTF8Validation.firstInvalidOffset(in: Array(bytes[start...])) {
      bytes[start + bad] = 0x3F
      start += bad + 1
      if start > 1 << 20 { return Array(repeating: 0x3F, count: bytes.count) }
    }
    return bytes
  }

  private static func role(of block: FlatBlock) -> BlockRole {
    if let role = block.role { return role }
    if block.isInFootnote { return .footnote }
    switch block.kind {
    case .heading: return .heading(level: Int(block.level))
    case .tableCell: return .tableCell
    default: return .paragraph
    }
  }

  private mutating func collectMarkers(_ flat: Flat, _ newIndex: [Int]) {
    markers = [Markup.Marker](repeating: .none, count: flat.citations.count)
    var found: [(InlineCitation, Int)] = []
    for (i, entry) in flat.citations.enumerated() {
      let index = newIndex[entry.block]
      let paragraph = reading.blocks[index].paragraph
      switch entry.content {
      case .citation(let citation):
        found.append(
          (
            InlineCitation(
              citation: citation,
              fileOffset: entry.file,
              paragraph: paragraph,
              blockIndex: index
            ), i
          )
        )
      case .basis(let ranges):
        if let paragraph {
          basis[paragraph, default: []] += ranges
          markers[i] = .basis(paragraph: paragraph, ranges)
        }
      }
    }
    found.sort { ($0.0.fileOffset, $0.1) < ($1.0.fileOffset, $1.1) }
    for (i, entry) in found.enumerated() {
      citations.append(entry.0)
      markers[entry.1] = .citation(i)
    }
  }
}

/// Counts paragraphs: every one to know what `drop` means, and those that are left to give them
/// their numbers.
private struct Numbering {
  private let drop: [ClosedRange<Int>]
  private var next = 0
  private(set) var seen = 0
  private var given = 0

  init(drop: [ClosedRange<Int>]) {
    self.drop = drop.sorted { $0.lowerBound < $1.lowerBound }
  }

  mutating func next(_ role: BlockRole) -> (BlockRole, Int?) {
    guard role == .paragraph else { return (role, nil) }
    seen += 1
    while next < drop.count, drop[next].upperBound < seen { next += 1 }
    if next < drop.count, drop[next].contains(seen) { return (.furniture, nil) }
    given += 1
    return (.paragraph, given)
  }
}

/// Collects the changes of an alignment from matches that ascend in both texts.
struct AlignmentBuilder {
  private var changes: [TextChange] = []
  private var text = 0
  private var file = 0

  /// For about as many changes as `capacity`.
  init(capacity: Int = 0) { changes.reserveCapacity(capacity) }

  mutating func add(_ match: Match) {
    let (start, place) = (Int(match.text), Int(match.file))
    // A place behind the last one cannot be kept in a monotone map; the bytes then belong to the
    // gap around them.
    guard start >= text, place >= file else { return }
    if start > text || place > file { changes.append(.init(from: text..<start, to: file..<place)) }
    text = start + Int(match.textCount)
    file = place + Int(match.fileCount)
    if !match.isExact { changes.append(.init(from: start..<text, to: place..<file)) }
  }

  mutating func finish(fromCount: Int, toCount: Int) -> Alignment<ReadingSpace, FileSpace> {
    if fromCount > text || toCount > file {
      changes.append(.init(from: text..<fromCount, to: file..<max(file, toCount)))
    }
    // The map is kept as long as the document: in its exact size.
    let exact = changes.withUnsafeBufferPointer { Array($0) }
    return Alignment(changes: exact, fromCount: fromCount, toCount: max(file, toCount))
  }
}
