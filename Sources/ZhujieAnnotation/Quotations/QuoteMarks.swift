import ZhujieText

/// The outermost quotation marks of a block that pair off: “…”, 「…」 and "…".
struct QuoteMarks {
  let outer: Range<Int>
  let inner: Range<Int>

  static func all(in block: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [QuoteMarks] {
    var result: [QuoteMarks] = []
    var opened: (offset: Int, inner: Int, mark: UInt32)?
    var depth = 0
    var offset = block.lowerBound
    while offset < block.upperBound {
      // Quotation marks begin with one of three bytes; all else is passed over.
      let lead = bytes[offset]
      if lead != 0xE2, lead != 0xE3, lead != 0x22 {
        offset += lead >= 0xE0 && lead < 0xF0 ? 3 : 1
        continue
      }
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if let open = opened {
        if value == open.mark, value != 0x22 {
          depth += 1
        } else if value == closing(open.mark) {
          if depth > 0 {
            depth -= 1
          } else {
            result.append(
              QuoteMarks(outer: open.offset..<(offset + length), inner: open.inner..<offset)
            )
            opened = nil
          }
        }
      } else if value == 0x201C || value == 0x300C || value == 0x22 {
        opened = (offset, offset + length, value)
        depth = 0
      }
      offset += length
    }
    return result
  }

  private static func closing(_ mark: UInt32) -> UInt32 {
    switch mark {
    case 0x201C: 0x201D
    case 0x300C: 0x300D
    default: 0x22
    }
  }
}
