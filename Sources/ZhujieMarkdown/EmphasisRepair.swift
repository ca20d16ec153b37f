internal import ZhujieText

/// Makes bold what CommonMark does not see as bold beside Chinese punctuation: `**晨星：**重點`.
///
/// CommonMark 6.2 lets `**` close only where no punctuation stands before it, unless a space or punctuation follows. In
/// Chinese no space follows. Where two `**` were left over in one text and the rule about punctuation alone kept them apart, they
/// are a pair.
enum EmphasisRepair {
  static func run(
    on block: inout InlineBlock,
    source: UnsafeBufferPointer<UInt8>,
    into flat: inout Flat,
    place: (Int32) -> Int
  ) {
    var i = 0
    while i < block.items.count {
      defer { i += 1 }
      let item = block.items[i]
      guard item.kind == .text, item.literal.count > 4 else { continue }
      let runs = delimiters(item.literal, in: block, source)
      guard runs.count >= 2 else { continue }
      var new: [InlineItem] = []
      var from = item.literal.lowerBound
      var open: Delimiter?
      for run in runs {
        if let opener = open, run.mayClose, opener.isExplained || run.isExplained,
          run.offset > opener.offset + 2
        {
          if opener.offset > from { new.append(.text(from..<opener.offset)) }
          new.append(InlineItem(kind: .strong, phase: .enter))
          new.append(.text(opener.offset + 2..<run.offset))
          new.append(InlineItem(kind: .strong, phase: .exit))
          from = run.offset + 2
          open = nil
          flat.findings.append(
            Finding(kind: .emphasis, file: place(block.source(of: opener.offset) ?? 0))
          )
        } else if run.mayOpen {
          open = run
        }
      }
      guard !new.isEmpty else { continue }
      if from < item.literal.upperBound { new.append(.text(from..<item.literal.upperBound)) }
      block.replace(i, with: new)
      i += new.count - 1
    }
  }

  private struct Delimiter {
    var offset: Int32
    var mayOpen: Bool
    var mayClose: Bool
    /// Only Chinese punctuation kept it from opening or closing.
    var isExplained: Bool
  }

  /// The `**` that stand unescaped in a literal, in runs of exactly two.
  private static func delimiters(
    _ literal: Range<Int32>,
    in block: InlineBlock,
    _ source: UnsafeBufferPointer<UInt8>
  ) -> [Delimiter] {
    var result: [Delimiter] = []
    var i = literal.lowerBound
    while i + 1 < literal.upperBound {
      guard block.literals[Int(i)] == 0x2A else {
        i += 1
        continue
      }
      var end = i
      while end < literal.upperBound, block.literals[Int(end)] == 0x2A { end += 1 }
      if end - i == 2, !block.isEscaped(i, in: source), let place = block.source(of: i),
        let last = block.source(of: i + 1), last == place + 1
      {
        result.append(delimiter(at: Int(place), offset: i, source))
      }
      i = end
    }
    return result
  }

  private static func delimiter(
    at place: Int,
    offset: Int32,
    _ source: UnsafeBufferPointer<UInt8>
  ) -> Delimiter {
    let before = place > 0 ? UTF8Scan.scalar(before: place, in: source).value : 0x20
    let after = place + 2 < source.count ? UTF8Scan.scalar(at: place + 2, in: source).value : 0x20
    let spaceBefore = isSpace(before)
    let spaceAfter = isSpace(after)
    // As in CommonMark, but Chinese characters and marks count like the punctuation that a space would be.
    let mayOpen =
      !spaceAfter
      && (!isPunctuation(after) || spaceBefore || isPunctuation(before) || isChinese(before))
    let mayClose =
      !spaceBefore
      && (!isPunctuation(before) || spaceAfter || isPunctuation(after) || isChinese(after))
    let isOpen = !spaceAfter && (!isPunctuation(after) || spaceBefore || isPunctuation(before))
    let isClose = !spaceBefore && (!isPunctuation(before) || spaceAfter || isPunctuation(after))
    return Delimiter(
      offset: offset,
      mayOpen: mayOpen,
      mayClose: mayClose,
      isExplained: mayOpen != isOpen || mayClose != isClose
    )
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0x0A || value == 0x0D || ScalarClass.isSpace(value)
  }

  private static func isChinese(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || HanJoin.isFullWidthMark(value)
  }

  private static func isPunctuation(_ value: UInt32) -> Bool {
    if value < 0x80 { return InlineTrace.isPunctuation(UInt8(value)) }
    return HanJoin.isFullWidthMark(value) || (value >= 0x2010 && value <= 0x2027)
      || (value >= 0x2030 && value <= 0x205E)
      || value == 0xB7 || value == 0xA7 || value == 0xAB || value == 0xBB || value == 0xB6
  }
}
