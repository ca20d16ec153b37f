internal import ZhujieText

/// Hides brackets from the parser that look like footnotes and are none.
///
/// cmark-gfm takes `[`, a text that begins with `^`, and `]` for a footnote, and computes where its
/// name stands from columns. After an entity (`[&#94;a]`) that reads freed memory; over a line end
/// or after an escape it cuts characters. Such a bracket is replaced, for the time of the parse, by
/// a control character that the text does not hold. It is then plain text, as in CommonMark.
struct FootnoteShield {
  /// Where the brackets stand.
  let brackets: [Int]
  /// What stands there instead.
  let substitute: UInt8

  /// Nil where nothing has to be hidden.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, body: Range<Int>) {
    var found: [Int] = []
    let text = UnsafeBufferPointer(rebasing: bytes[..<body.upperBound])
    var next = body.lowerBound
    while let bracket = ByteScan.first(0x5B, in: text, from: next) {
      next = bracket + 1
      if bracket + 2 < body.upperBound, Self.isFalse(bytes, after: next, body.upperBound) { found.append(bracket) }
    }
    guard !found.isEmpty else { return nil }
    var used: UInt32 = 0
    for byte in text[body.lowerBound...] where byte < 0x20 { used |= 1 << UInt32(byte) }
    // Tab, line ends and the two other spaces have a meaning.
    let free = (1...31).first { !(9...13).contains($0) && used & (1 << UInt32($0)) == 0 }
    brackets = found
    substitute = UInt8(free ?? 0)
  }

  /// Whether what follows a bracket would be read as a footnote with a name that is not written out
  /// plainly on one line.
  private static func isFalse(_ bytes: UnsafeBufferPointer<UInt8>, after start: Int, _ end: Int)
    -> Bool
  {
    switch bytes[start] {
    case 0x5E:
      var i = start + 1
      while i < end {
        switch bytes[i] {
        case 0x5D: return i == start + 1
        case 0x5B, 0x5C, 0x0A, 0x0D, 0x60, 0x3C, 0x26: return true
        default: i += 1
        }
      }
      return true
    case 0x5C:
      return bytes[start + 1] == 0x5E
    case 0x26:
      return isCaretEntity(bytes, start + 1, end)
    default:
      return false
    }
  }

  /// `&#94;`, `&#x5E;` or `&Hat;`, the `&` before them not counted.
  private static func isCaretEntity(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Bool
  {
    if start + 4 <= end, bytes[start..<start + 4].elementsEqual("Hat;".utf8) { return true }
    guard start < end, bytes[start] == 0x23 else { return false }
    var i = start + 1
    let isHexadecimal = i < end && bytes[i] | 0x20 == 0x78
    if isHexadecimal { i += 1 }
    while i < end, bytes[i] == 0x30 { i += 1 }
    guard i + 1 < end else { return false }
    return isHexadecimal
      ? bytes[i] == 0x35 && bytes[i + 1] | 0x20 == 0x65 : bytes[i] == 0x39 && bytes[i + 1] == 0x34
  }
}
