internal import ZhujieText

/// Ends a bare address where Chinese begins.
///
/// GitHub's autolinks run to the next white space, which Chinese does not have: `見www.example.com，下同。` would
/// become one address, and the words in it would be lost to the reader's links. An address between `<` and `>` may hold what it likes.
enum AutolinkCut {
  static func run(on block: inout InlineBlock, _ flat: inout Flat) {
    var i = 0
    while i + 2 < block.items.count {
      defer { i += 1 }
      let link = block.items[i]
      guard link.kind == .link, link.phase == .enter, link.number == 1,
        block.items[i + 1].kind == .text,
        block.items[i + 2].kind == .link, block.items[i + 2].phase == .exit
      else { continue }
      let literal = block.items[i + 1].literal
      let text = block.literals[Int(literal.lowerBound)..<Int(literal.upperBound)]
      guard let chinese = cutPoint(text) else { continue }
      let cut = withoutTrailing(text[text.startIndex..<chinese])
      let rest = Int32(cut)..<literal.upperBound
      // The address ends with the text, so both lose the same bytes.
      let address = flat.arena[link.content.range]
      guard address.count > rest.count,
        address.suffix(rest.count).elementsEqual(
          block.literals[Int(rest.lowerBound)..<Int(rest.upperBound)]
        )
      else { continue }
      block.items[i].content.count -= Int32(rest.count)
      block.items[i + 1].literal = literal.lowerBound..<rest.lowerBound
      if i + 3 < block.items.count, block.items[i + 3].kind == .text,
        block.items[i + 3].literal.lowerBound == rest.upperBound
      {
        block.items[i + 3].literal = rest.lowerBound..<block.items[i + 3].literal.upperBound
      } else {
        block.items.insert(.text(rest), at: i + 3)
      }
    }
  }

  /// The end of an address less the punctuation that belongs to the sentence around it, as GFM 6.9 has it.
  private static func withoutTrailing(_ address: ArraySlice<UInt8>) -> Int {
    var end = address.endIndex
    while end > address.startIndex + 1 {
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
      if address.endIndex - end > 64 { return end }
    }
    return end
  }

  /// The first Han character or full-width mark, not at the start.
  private static func cutPoint(_ literal: ArraySlice<UInt8>) -> Int? {
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
}
