/// Code that takes whole lines of Markdown: fences and indented blocks.
extension Protection {
  /// Takes up the scan at a line behind lines that were passed over, from what stands right before it: those begin
  /// without a space, and are items of a list or end one.
  mutating func resume(_ bytes: UnsafeBufferPointer<UInt8>, at line: Int) {
    isIndentedCode = false
    var i = line
    var breaks = 0
    while i > 0, bytes[i - 1] <= 0x20 {
      i -= 1
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && bytes[i + 1] != 0x0A) { breaks += 1 }
    }
    previousLineIsBlank = breaks > 1 || i == 0
    let end = i
    while i > 0, bytes[i - 1] != 0x0A, bytes[i - 1] != 0x0D { i -= 1 }
    if i < end, bytes[i] != 0x20, bytes[i] != 0x09 { isInList = startsListItem(bytes, i, end) }
  }

  /// The whole line where it is a fence, inside one, or indented code.
  mutating func codeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    var i = start
    var indent = 0
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 {
      indent += bytes[i] == 0x09 ? 4 : 1
      i += 1
    }
    if i == end {
      previousLineIsBlank = true
      return fence == nil ? nil : start..<end
    }
    defer { previousLineIsBlank = false }
    // A fence may stand in a list item or a quotation.
    var j = i
    while j < end, bytes[j] == 0x3E || bytes[j] == 0x20 { j += 1 }
    let marker = j < end ? bytes[j] : 0
    var length = 0
    if marker == 0x60 || marker == 0x7E {
      while j + length < end, bytes[j + length] == marker { length += 1 }
    }
    if let open = fence {
      if marker == open.marker, length >= open.length, isBlank(bytes, j + length, end) {
        fence = nil
      }
      return start..<end
    }
    if length >= 3, marker == 0x7E || !contains(bytes, j + length, end, 0x60) {
      fence = (marker, length)
      return start..<end
    }
    let wasBlank = previousLineIsBlank
    if startsListItem(bytes, i, end) {
      isInList = true
    } else if indent == 0 {
      isInList = false
    }
    if indent >= 4, wasBlank || isIndentedCode, !isInList, looksLikeCode(bytes, i, end) {
      isIndentedCode = true
      return start..<end
    }
    isIndentedCode = false
    return nil
  }

  private func isBlank(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    var i = lower
    while i < upper {
      guard bytes[i] == 0x20 || bytes[i] == 0x09 else { return false }
      i += 1
    }
    return true
  }

  private func contains(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ byte: UInt8
  ) -> Bool {
    var i = lower
    while i < upper {
      if bytes[i] == byte { return true }
      i += 1
    }
    return false
  }

  func startsListItem(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var i = start
    if i < end, bytes[i] == 0x2D || bytes[i] == 0x2A || bytes[i] == 0x2B {
      i += 1
    } else {
      while i < end, i - start < 9, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
      guard i > start, i < end, bytes[i] == 0x2E || bytes[i] == 0x29 else { return false }
      i += 1
    }
    return i == end || bytes[i] == 0x20 || bytes[i] == 0x09
  }

  /// A paragraph that is merely indented, as plain text often is, must not be taken for code: code holds one
  /// of the characters that prose does not.
  private func looksLikeCode(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int)
    -> Bool
  {
    var i = lower
    while i < upper {
      switch bytes[i] {
      case 0x28, 0x29, 0x3B, 0x3D, 0x7B, 0x7D, 0x3C, 0x3E, 0x24, 0x5F, 0x22, 0x5C, 0x23: return true
      default: i += 1
      }
    }
    return false
  }
}
