internal import ZhujieText

/// Cuts the text that is shown where the reading text is cut.
///
/// The cut that belongs to an offset depends on that offset alone, and cuts ascend with their
/// offsets. So pieces that follow each other in the reading text follow each other in the display
/// text, and each byte is shown once, even where a change goes over the border of an element or a
/// mark.
struct DisplayText {
  let bytes: [UInt8]
  private let reading: [UInt8]
  private let changes: [TextChange]
  /// The number of changes that start at or before the last offset asked for.
  private var passed = 0
  private var lastOffset = 0

  /// `display` is shown instead of the reading text.
  init(reading: ReadingText, display: RenderOptions.Display?) {
    self.reading = reading.text.bytes
    bytes = display?.text.bytes ?? reading.text.bytes
    changes = display?.alignment.changes ?? []
  }

  /// Where the display text is cut for `offset`. What was inserted there belongs to the text before
  /// it, but at the start of a block to the block.
  mutating func cut(at offset: Int, startsBlock: Bool) -> Int {
    guard !changes.isEmpty else { return min(offset, bytes.count) }
    seek(offset)
    guard passed > 0 else { return boundary(offset) }
    var change = changes[passed - 1]
    if startsBlock, change.from.lowerBound == offset {
      var i = passed - 1
      while i > 0, changes[i - 1].from.lowerBound == offset { i -= 1 }
      change = changes[i]
      return boundary(change.to.lowerBound)
    }
    if change.from.upperBound <= offset {
      return boundary(change.to.upperBound + (offset - change.from.upperBound))
    }
    if change.from.lowerBound == offset { return boundary(change.to.lowerBound) }
    return boundary(cut(inside: change, at: offset))
  }

  /// Inside a change the characters pair off if there are as many; else the whole of it belongs to
  /// what comes first.
  private func cut(inside change: TextChange, at offset: Int)
    -> Int
  {
    guard change.from.count <= 256, change.to.count <= 256, change.to.upperBound <= bytes.count,
      change.from.upperBound <= reading.count,
      UTF8Scan.scalarCount(reading[change.from]) == UTF8Scan.scalarCount(bytes[change.to])
    else { return change.to.upperBound }
    var left = UTF8Scan.scalarCount(reading[change.from.lowerBound..<offset])
    var i = change.to.lowerBound
    while left > 0, i < change.to.upperBound {
      i += 1
      while i < change.to.upperBound, bytes[i] & 0xC0 == 0x80 { i += 1 }
      left -= 1
    }
    return i
  }

  private func boundary(_ offset: Int) -> Int {
    var offset = min(max(offset, 0), bytes.count)
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private mutating func seek(_ offset: Int) {
    var low = offset < lastOffset ? 0 : passed
    lastOffset = offset
    // Most often the next change or none; a renderer of one block jumps there.
    let near = min(low + 8, changes.count)
    while low < near, changes[low].from.lowerBound <= offset { low += 1 }
    if low == near {
      var high = changes.count
      while low < high {
        let middle = (low + high) / 2
        if changes[middle].from.lowerBound <= offset { low = middle + 1 } else { high = middle }
      }
    }
    passed = low
  }
}
