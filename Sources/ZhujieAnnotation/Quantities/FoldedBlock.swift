import ZhujieText

/// One block of a text as folded codes, each with its offset in the text.
struct FoldedBlock {
  private(set) var codes: [Code] = []
  private(set) var offsets: [Int32] = []
  private var base = 0
  private var end = 0

  /// How many codes the block has; the buffers may be longer.
  private(set) var count = 0

  /// `Code.none` outside the block, so that rules may look around freely.
  @inline(__always)
  subscript(_ index: Int) -> Code {
    index >= 0 && index < count ? codes[index] : .none
  }

  /// Reads a block in place of the last one; `opaque` is sorted, and `firstOpaque` the first that can
  /// touch this block or a later one.
  mutating func read(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ block: Range<Int>,
    opaque: [TextSpan<ReadingSpace>],
    firstOpaque: inout Int
  ) {
    base = block.lowerBound
    end = block.upperBound
    let table = Folding.table
    // As many codes as bytes at most; both buffers are written without a check for each code.
    if codes.count < block.count {
      codes = [Code](repeating: .none, count: max(block.count, 1024))
      offsets = [Int32](repeating: 0, count: max(block.count, 1024))
    }
    var written = 0
    codes.withUnsafeMutableBufferPointer { codes in
      offsets.withUnsafeMutableBufferPointer { offsets in
        table.withUnsafeBufferPointer { table in
          var i = block.lowerBound
          while i < block.upperBound {
            let b = bytes[i]
            let value: UInt32
            let length: Int
            if b < 0x80 {
              (value, length) = (UInt32(b), 1)
            } else {
              (value, length) = UTF8Scan.scalar(at: i, in: bytes)
            }
            offsets[written] = Int32(truncatingIfNeeded: i - block.lowerBound)
            codes[written] = value <= 0xFFFF ? Code(value: table[Int(value)]) : .astral
            written += 1
            i += length
          }
        }
      }
    }
    count = written
    hide(opaque, from: &firstOpaque)
  }

  /// The span of the codes `lower..<upper`.
  func span(_ lower: Int, _ upper: Int) -> TextSpan<ReadingSpace> {
    TextSpan(offset(lower), offset(upper))
  }

  private func offset(_ index: Int) -> Int {
    index < count ? base + Int(offsets[index]) : end
  }

  private mutating func hide(_ opaque: [TextSpan<ReadingSpace>], from first: inout Int) {
    while first < opaque.count, opaque[first].upperBound <= base { first += 1 }
    var k = first
    var i = 0
    while k < opaque.count, opaque[k].lowerBound < end {
      // Binary search would win nothing: both lists only go forwards.
      while i < count, offset(i) < opaque[k].lowerBound { i += 1 }
      var j = i
      while j < count, offset(j) < opaque[k].upperBound {
        codes[j] = codes[j].isAlphanumeric ? .opaqueLetter : .opaque
        j += 1
      }
      k += 1
    }
  }
}
