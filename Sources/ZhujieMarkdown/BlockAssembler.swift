internal import ZhujieText

/// Turns the inlines of one block into events, reading text and matches.
struct BlockAssembler {
  let source: UnsafeBufferPointer<UInt8>
  let map: SourceMap
  var block: InlineBlock
  let opening: Event
  let file: Int
  let isInFootnote: Bool

  /// Where a source offset stands in the file.
  private func place(_ source: Int32) -> Int {
    guard !map.entries.isEmpty else { return file }
    let entry = map.entries[map.index(at: source, from: map.entries.count - 1)]
    return Int(entry.file + (source - entry.source))
  }

  mutating func run(into flat: inout Flat) {
    if block.items.contains(where: { $0.kind == .link && $0.number == 1 }) {
      AutolinkCut.run(on: &block, &flat)
    }
    if block.literals.contains(0x5B) {
      var scan = CitationScan(
        source: source,
        blockIndex: flat.blocks.count,
        allowsBasis: opening.kind == .paragraph,
        place: place
      )
      scan.run(on: &block, into: &flat)
    }
    if block.literals.contains(0x2A) {
      EmphasisRepair.run(on: &block, source: source, into: &flat, place: place)
    }
    emit(into: &flat)
  }

  private mutating func emit(into flat: inout Flat) {
    var first = opening
    let start = Int32(flat.text.count)
    let matchStart = flat.matches.count
    let opaqueStart = flat.opaque.count
    first.number = opening.kind == .heading ? opening.number : Int32(flat.blocks.count)
    first.use = Int32(flat.blocks.count)
    first.readingStart = start
    let openingIndex = flat.events.count
    flat.events.append(first)
    var piece = 0
    var entry = 0
    var autolinks = 0
    for (i, item) in block.items.enumerated() {
      var event = Event(kind: item.kind, phase: item.phase, flags: item.flags)
      event.number = item.number
      event.use = item.use
      event.content = item.content
      event.extra = item.extra
      event.readingStart = Int32(flat.text.count)
      switch item.kind {
      case .text, .code:
        block.literals.withUnsafeBufferPointer {
          flat.text.append(
            contentsOf: UnsafeBufferPointer(
              rebasing: $0[Int(item.literal.lowerBound)..<Int(item.literal.upperBound)]
            )
          )
        }
        match(item.literal, at: event.readingStart, &piece, &entry, into: &flat)
        if item.kind == .code || autolinks > 0 {
          flat.opaque.append(event.readingStart..<Int32(flat.text.count))
        }
      case .softBreak:
        if HanJoin.joins(flat.text[Int(start)...], nextText(after: i)) { continue }
        flat.text.append(0x20)
      case .hardBreak:
        flat.text.append(0x0A)
      case .link where item.flags.contains(.autolink):
        autolinks += 1
      case .link where item.phase == .exit && autolinks > 0:
        autolinks -= 1
      default:
        break
      }
      event.readingEnd = Int32(flat.text.count)
      if event.kind == .text, let last = flat.events.last, last.kind == .text,
        last.readingEnd == event.readingStart,
        flat.events.count - 1 > openingIndex
      {
        flat.events[flat.events.count - 1].readingEnd = event.readingEnd
      } else {
        flat.events.append(event)
      }
    }
    let end = Int32(flat.text.count)
    flat.events[openingIndex].readingEnd = end
    let inner = openingIndex + 1..<flat.events.count
    var last = first
    last.phase = .exit
    last.readingStart = end
    last.readingEnd = end
    flat.events.append(last)
    flat.text.append(0x0A)
    flat.blocks.append(
      FlatBlock(
        kind: opening.kind,
        level: opening.number,
        isInFootnote: isInFootnote,
        text: start..<end,
        events: inner,
        matches: matchStart..<flat.matches.count,
        opaque: opaqueStart..<flat.opaque.count,
        file: file
      )
    )
  }

  /// The first text after an item that a soft break would be joined to; empty where a break comes
  /// first.
  private func nextText(after index: Int) -> ArraySlice<UInt8> {
    var i = index + 1
    while i < block.items.count {
      let item = block.items[i]
      if item.isBreak { return [] }
      if !item.literal.isEmpty {
        return block.literals[Int(item.literal.lowerBound)..<Int(item.literal.upperBound)]
      }
      i += 1
    }
    return []
  }

  /// Notes where the bytes of a literal that was just written stand in the file.
  private func match(
    _ literal: Range<Int32>,
    at text: Int32,
    _ piece: inout Int,
    _ entry: inout Int,
    into flat: inout Flat
  ) {
    guard !map.entries.isEmpty else { return }
    while piece < block.pieces.count,
      block.pieces[piece].literal + block.pieces[piece].literalCount <= literal.lowerBound
    {
      piece += 1
    }
    var i = piece
    while i < block.pieces.count, block.pieces[i].literal < literal.upperBound {
      let current = block.pieces[i]
      let from = max(current.literal, literal.lowerBound)
      let to = min(current.literal + current.literalCount, literal.upperBound)
      let at = text + (from - literal.lowerBound)
      if current.isExact {
        var source = current.source + (from - current.literal)
        var position = at
        var left = to - from
        while left > 0 {
          entry = map.index(at: source, from: entry)
          let start = map.entries[entry]
          let stop = entry + 1 < map.entries.count ? map.entries[entry + 1].source : Int32.max
          let count = min(left, stop - source)
          flat.note(
            Match(
              text: position,
              textCount: count,
              file: start.file + (source - start.source),
              fileCount: count,
              isExact: true
            )
          )
          source += count
          position += count
          left -= count
        }
      } else {
        entry = map.index(at: current.source, from: entry)
        let start = map.entries[entry]
        flat.note(
          Match(
            text: at,
            textCount: to - from,
            file: start.file + (current.source - start.source),
            fileCount: current.sourceCount,
            isExact: false
          )
        )
      }
      i += 1
    }
  }
}

extension Flat {
  /// Adds a match, joined to the last one where both texts simply go on.
  mutating func note(_ match: Match) {
    if let last = matches.last, last.isExact, match.isExact,
      last.text + last.textCount == match.text,
      last.file + last.fileCount == match.file
    {
      matches[matches.count - 1].textCount += match.textCount
      matches[matches.count - 1].fileCount += match.fileCount
    } else {
      matches.append(match)
    }
  }
}
