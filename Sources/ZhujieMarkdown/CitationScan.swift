internal import ZhujieText

/// Finds `[@a 12-14; @b 3]` in running text, and `[¶ 12-13]` where a paragraph ends.
///
/// Only in texts: what stands in code or is escaped is left alone. A citation may go over a line
/// end.
struct CitationScan {
  let source: UnsafeBufferPointer<UInt8>
  let blockIndex: Int
  let allowsBasis: Bool
  /// Where a source offset stands in the file.
  let place: (Int32) -> Int
  private var result: [InlineItem] = []

  init(
    source: UnsafeBufferPointer<UInt8>,
    blockIndex: Int,
    allowsBasis: Bool,
    place: @escaping (Int32) -> Int
  ) {
    self.source = source
    self.blockIndex = blockIndex
    self.allowsBasis = allowsBasis
    self.place = place
  }

  mutating func run(on block: inout InlineBlock, into flat: inout Flat) {
    result.reserveCapacity(block.items.count + 8)
    var i = 0
    // What is left of the item, once a citation was cut out of its head.
    var start: Int32?
    while i < block.items.count {
      let item = block.items[i]
      guard item.kind == .text else {
        result.append(item)
        i += 1
        continue
      }
      let from = start ?? item.literal.lowerBound
      start = nil
      if let end = cut(item: i, from: from, block, into: &flat) {
        i = end.item
        start = end.offset
        if end.offset >= block.items[i].literal.upperBound {
          start = nil
          i += 1
        }
      } else {
        if from < item.literal.upperBound { result.append(.text(from..<item.literal.upperBound)) }
        i += 1
      }
    }
    block.items = result
  }

  /// What stands between a bracket and the next one, over soft breaks too; then the item and
  /// literal offset after it.
  private struct Written {
    var text: [UInt8]
    var item: Int
    var offset: Int32
  }

  private static let longest = 1_000

  /// Writes what comes before the first citation and the citation; returns where the text goes on,
  /// or nil for none.
  private mutating func cut(
    item: Int,
    from: Int32,
    _ block: InlineBlock,
    into flat: inout Flat
  ) -> (item: Int, offset: Int32)? {
    let end = block.items[item].literal.upperBound
    var search = from
    while let open = bracket(in: block.literals, search..<end) {
      search = open + 1
      guard !block.isEscaped(open, in: source),
        let written = written(from: open, item: item, in: block)
      else { continue }
      let text = String(decoding: written.text, as: UTF8.self)
      let inner = String(text.dropFirst().dropLast())
      let file = place(block.source(of: open) ?? block.items[item].source)
      let isBasis = written.text[1] == 0xC2
      let content: FlatCitation.Content
      if isBasis {
        guard let ranges = Citation.paragraphs(String(inner.dropFirst())), !ranges.isEmpty else {
          flat.findings.append(Finding(kind: .basis(text), file: file))
          continue
        }
        guard allowsBasis, isEnd(written, in: block) else {
          flat.findings.append(Finding(kind: .misplacedBasis(text), file: file))
          continue
        }
        content = .basis(ranges)
      } else if let citation = Citation(inner) {
        content = .citation(citation)
      } else {
        flat.findings.append(Finding(kind: .citation(text), file: file))
        continue
      }
      var before = from..<open
      var shown = written.text
      if isBasis {
        // The marker ends its paragraph: the space that parts it from the text goes with it.
        while !before.isEmpty, block.literals[Int(before.upperBound) - 1] == 0x20 {
          before = before.lowerBound..<before.upperBound - 1
          shown.insert(0x20, at: 0)
        }
        if before.isEmpty, result.last?.kind == .softBreak {
          result.removeLast()
          shown.insert(0x0A, at: 0)
        }
      }
      if !before.isEmpty { result.append(.text(before)) }
      var marker = InlineItem(kind: isBasis ? .basis : .citation, phase: .leaf)
      marker.number = Int32(flat.citations.count)
      marker.content = shown.withUnsafeBufferPointer { flat.store($0) }
      marker.source = block.source(of: open) ?? block.items[item].source
      result.append(marker)
      flat.citations.append(FlatCitation(content: content, file: file, block: blockIndex))
      return (written.item, written.offset)
    }
    return nil
  }

  private func bracket(in literals: [UInt8], _ range: Range<Int32>) -> Int32? {
    var i = Int(range.lowerBound)
    let end = Int(range.upperBound)
    while i + 1 < end {
      if literals[i] == 0x5B,
        literals[i + 1] == 0x40
          || (literals[i + 1] == 0xC2 && i + 2 < end && literals[i + 2] == 0xB6)
      {
        return Int32(i)
      }
      i += 1
    }
    return nil
  }

  private func written(from open: Int32, item: Int, in block: InlineBlock) -> Written? {
    var text: [UInt8] = []
    var index = item
    var offset = open
    while true {
      let end = block.items[index].literal.upperBound
      while offset < end {
        let byte = block.literals[Int(offset)]
        if byte == 0x5B, !text.isEmpty { return nil }
        text.append(byte)
        offset += 1
        if byte == 0x5D { return Written(text: text, item: index, offset: offset) }
        if text.count > Self.longest { return nil }
      }
      guard index + 2 < block.items.count, block.items[index + 1].kind == .softBreak,
        block.items[index + 2].kind == .text
      else { return nil }
      text.append(0x0A)
      index += 2
      offset = block.items[index].literal.lowerBound
    }
  }

  /// Whether nothing but space follows in the block.
  private func isEnd(_ written: Written, in block: InlineBlock) -> Bool {
    guard written.item == block.items.count - 1 else { return false }
    let rest = Int(written.offset)..<Int(block.items[written.item].literal.upperBound)
    return block.literals[rest].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }
}
