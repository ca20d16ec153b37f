internal import ZhujieText

/// Ends a bare address where Chinese begins.
///
/// GitHub's autolinks run to the next white space, which Chinese does not have:
/// `見www.example.com，下同。` would become one address, and the words in it would be lost to the
/// reader. An address between `<` and `>` may hold what it likes.
enum AutolinkCut {
  static func run(on block: inout InlineBlock, _ flat: inout Flat) {
    var result: [InlineItem] = []
    result.reserveCapacity(block.items.count + 8)
    var i = 0
    while i < block.items.count {
      let link = block.items[i]
      guard link.kind == .link, link.phase == .enter, link.number == 1, i + 2 < block.items.count,
        block.items[i + 1].kind == .text, block.items[i + 2].kind == .link,
        block.items[i + 2].phase == .exit,
        let rest = rest(
          of: block.items[i + 1].literal,
          address: flat.arena[link.content.range],
          in: block
        )
      else {
        result.append(link)
        i += 1
        continue
      }
      var shorter = link
      shorter.content.count -= Int32(rest.count)
      result.append(shorter)
      result.append(.text(block.items[i + 1].literal.lowerBound..<rest.lowerBound))
      result.append(block.items[i + 2])
      i += 3
      if i < block.items.count, block.items[i].kind == .text,
        block.items[i].literal.lowerBound == rest.upperBound
      {
        result.append(.text(rest.lowerBound..<block.items[i].literal.upperBound))
        i += 1
      } else {
        result.append(.text(rest))
      }
    }
    block.items = result
  }

  /// What does not belong to the address, if anything. The address ends with the text, so both lose
  /// the same bytes.
  private static func rest(
    of literal: Range<Int32>,
    address: ArraySlice<UInt8>,
    in block: InlineBlock
  ) -> Range<Int32>? {
    let text = block.literals[Int(literal.lowerBound)..<Int(literal.upperBound)]
    guard let chinese = chinese(in: text) else { return nil }
    let cut = withoutTrailing(text[text.startIndex..<chinese])
    guard address.count > text.endIndex - cut,
      address.suffix(text.endIndex - cut).elementsEqual(text[cut...])
    else {
      return nil
    }
    return Int32(cut)..<literal.upperBound
  }

  /// The first Han character or full-width mark, not at the start.
  private static func chinese(in literal: ArraySlice<UInt8>) -> Int? {
    literal.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        if ScalarClass.isHan(value) || HanJoin.isFullWidthMark(value) {
          return i == 0 ? nil : literal.startIndex + i
        }
        i += length
      }
      return nil
    }
  }

  /// The end of an address less the punctuation that belongs to the sentence around it, as GFM 6.9
  /// has it.
  private static func withoutTrailing(_ address: ArraySlice<UInt8>) -> Int {
    var end = address.endIndex
    while end > address.startIndex + 1, address.endIndex - end < 64 {
      switch address[end - 1] {
      case 0x21, 0x22, 0x27, 0x2A, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F, 0x5F, 0x7E:
        end -= 1
      case 0x29:
        let part = address[address.startIndex..<end]
        guard part.count(where: { $0 == 0x29 }) > part.count(where: { $0 == 0x28 }) else {
          return end
        }
        end -= 1
      default:
        return end
      }
    }
    return end
  }
}
