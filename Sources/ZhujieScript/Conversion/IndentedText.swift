internal import ZhujieText

/// What lines are that are indented by four columns, as far as the next empty one.
///
/// CommonMark calls them code, but plain text indents its paragraphs too. Code holds letters or signs of ASCII and no mark
/// of a Chinese sentence outside of its comments and quoted strings.
struct IndentedText {
  enum Kind {
    case code, prose
    /// Nothing shows what it is: it is what the lines before it are.
    case undecided
  }

  private(set) var kind = Kind.undecided

  /// No more than this is looked at.
  private static let reach = 4096
  /// What Chinese headings do not hold, which may have letters and figures.
  private static let signs = ASCIISet("=;{}$_\\[]|^<>")
  private static let otherSigns = ASCIISet("()\"'`#*+/&@~%:-")

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    let limit = min(bytes.count, start + Self.reach)
    let beginsWithHan = start < limit && bytes[start] >= 0x80
    var line = start
    while line < limit {
      let end = lineEnd(bytes, line, limit)
      var i = line
      while i < end {
        let byte = bytes[i]
        if byte < 0x80 {
          if Self.signs.contains(byte) || !beginsWithHan && Self.isCode(byte) { kind = .code }
          i = Self.endOfAside(bytes, i, line, end)
          continue
        }
        if byte >= 0xE2, i + 2 < bytes.count {
          let (scalar, length) = bytes.scalar(at: i)
          if Self.endsSentence(scalar) {
            kind = .prose
            return
          }
          i += length
        } else {
          i += 1
        }
      }
      // As far as the next line is indented too.
      line = end
      if line < limit, bytes[line] == 0x0D { line += 1 }
      if line < limit, bytes[line] == 0x0A { line += 1 }
      guard line > end, line < limit,
        bytes[line] == 0x20 || bytes[line] == 0x09 || bytes[line] == 0x3E
      else { return }
      var next = line
      while next < limit, bytes[next] == 0x20 || bytes[next] == 0x09 || bytes[next] == 0x3E {
        next += 1
      }
      guard next < limit, bytes[next] != 0x0A, bytes[next] != 0x0D else { return }
    }
  }

  private static func isCode(_ byte: UInt8) -> Bool {
    ScalarClass.isAlphanumeric(UInt32(byte)) && byte > 0x39 || otherSigns.contains(byte)
  }

  /// Where the reading goes on behind an ASCII character: at the end of the string or the comment that begins with it.
  private static func endOfAside(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ i: Int,
    _ line: Int,
    _ end: Int
  ) -> Int {
    let byte = bytes[i]
    let next = i + 1 < end ? bytes[i + 1] : 0
    let isApart = i == line || bytes[i - 1] <= 0x20
    switch byte {
    case 0x22, 0x27, 0x60:
      let close = bytes[i + 1..<end].firstIndex(of: byte)
      return close.map { $0 + 1 } ?? i + 1
    case 0x23 where isApart && (next == 0x20 || next == 0x21): return end
    case 0x2F where isApart && (next == 0x2F || next == 0x2A): return end
    case 0x2D where isApart && next == 0x2D && bytes[line..<i].allSatisfy { $0 <= 0x20 }: return end
    default: return i + 1
    }
  }

  private static func endsSentence(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x3001, 0x3002, 0x300A...0x300F, 0xFF01, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F, 0x201C, 0x201D:
      true
    default: false
    }
  }
}
