internal import ZhujieText

/// Finds `[@a 12-14; @b 3]` in running text, and `[¶ 12-13]` where a paragraph ends.
///
/// Only in texts: what stands in code or is escaped is left alone. A citation may go over a line end.
enum CitationScan {
  static func run(
    on block: inout InlineBlock,
    source: UnsafeBufferPointer<UInt8>,
    blockIndex: Int,
    allowsBasis: Bool,
    into flat: inout Flat,
    place: (Int32) -> Int
  ) {
    var i = 0
    while i < block.items.count {
      defer { i += 1 }
      let item = block.items[i]
      guard item.kind == .text else { continue }
      var from = item.literal.lowerBound
      while let open = bracket(in: block.literals, from..<item.literal.upperBound) {
        from = open + 1
        guard !block.isEscaped(open, in: source), let written = span(from: open, item: i, in: block)
        else { continue }
        let isBasis = block.literals[Int(open) + 1] == 0xC2
        let text = String(decoding: written.text, as: UTF8.self)
        let file = place(block.source(of: open) ?? item.source)
        let inner = String(text.dropFirst().dropLast())
        if isBasis {
          guard let ranges = Citation.paragraphs(String(inner.dropFirst())), !ranges.isEmpty else {
            flat.findings.append(Finding(kind: .basis(text), file: file))
            continue
          }
          let isLast = isEnd(after: written.end, item: written.item, in: block)
          guard allowsBasis, isLast else {
            flat.findings.append(Finding(kind: .misplacedBasis(text), file: file))
            continue
          }
        } else if Citation(inner) == nil {
          flat.findings.append(Finding(kind: .citation(text), file: file))
          continue
        }
        i = cut(
          &block,
          item: i,
          open: open,
          written: written,
          isBasis: isBasis,
          text: text,
          inner: inner,
          file: file,
          blockIndex: blockIndex,
          into: &flat
        )
        break
      }
    }
  }

  /// What stands between a bracket and the next one, over soft breaks too.
  private struct Written {
    var text: [UInt8]
    /// The item and the literal offset after the closing bracket.
    var item: Int
    var end: Int32
  }

  private static let longest = 1_000

  private static func bracket(in literals: [UInt8], _ range: Range<Int32>) -> Int32? {
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

  private static func span(from open: Int32, item: Int, in block: InlineBlock) -> Written? {
    var text: [UInt8] = []
    var index = item
    var offset = open
    while true {
      let end = block.items[index].literal.upperBound
      while offset < end {
        let byte = block.literals[Int(offset)]
        text.append(byte)
        offset += 1
        if byte == 0x5D { return Written(text: text, item: index, end: offset) }
        if byte == 0x5B, text.count > 1 { return nil }
        if text.count > longest { return nil }
      }
      guard index + 2 < block.items.count, block.items[index + 1].kind == .softBreak,
        block.items[index + 2].kind == .text
      else { return nil }
      text.append(0x0A)
      index += 2
      offset = block.items[index].literal.lowerBound
    }
  }

  private static func isEnd(after offset: Int32, item: Int, in block: InlineBlock) -> Bool {
    guard item == block.items.count - 1 else { return false }
    return block.literals[Int(offset)..<Int(block.items[item].literal.upperBound)].allSatisfy {
      $0 == 0x20 || $0 == 0x09
    }
  }

  /// Puts the citation in the place of its text; returns the index of the item that was put there.
  private static func cut(
    _ block: inout InlineBlock,
    item: Int,
    open: Int32,
    written: Written,
    isBasis: Bool,
    text: String,
    inner: String,
    file: Int,
    blockIndex: Int,
    into flat: inout Flat
  ) -> Int {
    let number = Int32(flat.citations.count)
    flat.citations.append(
      FlatCitation(
        content: isBasis ? .basis(String(inner.dropFirst())) : .citation(inner),
        file: file,
        block: blockIndex
      )
    )
    var before = block.items[item].literal.lowerBound..<open
    var shown = written.text
    var firstItem = item
    if isBasis {
      // The marker ends its paragraph: what separated it from the text goes with it.
      while !before.isEmpty, block.literals[Int(before.upperBound) - 1] == 0x20 {
        before = before.lowerBound..<before.upperBound - 1
        shown.insert(0x20, at: 0)
      }
      if before.isEmpty, firstItem > 0, block.items[firstItem - 1].kind == .softBreak {
        firstItem -= 1
        shown.insert(0x0A, at: 0)
      }
    }
    var marker = InlineItem(kind: isBasis ? .basis : .citation, phase: .leaf, number: number)
    marker.content = shown.withUnsafeBufferPointer { flat.store($0) }
    marker.source = block.source(of: open) ?? block.items[item].source
    let after = written.end..<block.items[written.item].literal.upperBound
    var new: [InlineItem] = []
    if !before.isEmpty { new.append(.text(before)) }
    new.append(marker)
    if !after.isEmpty { new.append(.text(after)) }
    block.items.replaceSubrange(firstItem...written.item, with: new)
    return firstItem + (before.isEmpty ? 0 : 1)
  }
}
