internal import ZhujieText

/// What a byte must become in each place of an HTML document: one function for each, and no other
/// way in.
enum Escape {
  /// Text between tags, and the value of an attribute in double quotes: the same four characters
  /// matter. Control characters and noncharacters, which no HTML may hold, become U+FFFD. What is well-formed UTF-8 stays so.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout ByteSink) {
    var start = 0
    var i = 0
    let end = bytes.count
    while i < end {
      let byte = bytes[i]
      // Most of a text is Han, three bytes a character: none of those holds anything to be escaped. Nor do letters, and most of
      // what comes before them.
      if byte >= 0xE0, byte < 0xEF {
        i &+= 3
        continue
      }
      if byte >= 0x3F, byte < 0x7F {
        i &+= 1
        continue
      }
      guard needsLook(byte) else {
        i &+= 1
        continue
      }
      var length = 1
      let replacement: StaticString
      switch byte {
      case 0x22: replacement = "&quot;"
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      case 0xC2...:
        length = forbiddenLength(bytes, i)
        guard length > 0 else {
          i += byte == 0xEF ? 3 : 1
          continue
        }
        replacement = "\u{FFFD}"
      default: replacement = "\u{FFFD}"
      }
      if i > start { out.append(UnsafeBufferPointer(rebasing: bytes[start..<i])) }
      out.append(literal: replacement)
      i += length
      start = i
    }
    if end > start { out.append(UnsafeBufferPointer(rebasing: bytes[start..<end])) }
  }

  /// The length of a C1 control or a noncharacter that starts at `i`, or 0.
  private static func forbiddenLength(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    guard i + 1 < bytes.count else { return 0 }
    if bytes[i] == 0xC2 { return bytes[i + 1] < 0xA0 ? 2 : 0 }
    if bytes[i] == 0xEF {
      guard i + 2 < bytes.count else { return 0 }
      if bytes[i + 1] == 0xBF { return bytes[i + 2] >= 0xBE ? 3 : 0 }
      return bytes[i + 1] == 0xB7 && bytes[i + 2] >= 0x90 && bytes[i + 2] <= 0xAF ? 3 : 0
    }
    guard i + 3 < bytes.count else { return 0 }
    return bytes[i + 1] & 0x0F == 0x0F && bytes[i + 2] == 0xBF && bytes[i + 3] >= 0xBE ? 4 : 0
  }

  /// Whether a byte is escaped or may start something that is not allowed.
  @inline(__always)
  private static func needsLook(_ byte: UInt8) -> Bool {
    if byte < 0x40 { return byteSet &>> UInt64(byte) & 1 != 0 }
    return byte == 0x7F || byte == 0xC2 || (byte >= 0xEF && byte <= 0xF4)
  }

  /// `"`, `&`, `<`, `>` and the control characters but tab and line ends, a bit each.
  private static var byteSet: UInt64 { 0x5000_0044_FFFF_D9FF }

  static func text(_ string: String, into out: inout ByteSink) {
    // Nobody holds on to it meanwhile: that would have to be counted, once for each piece of a page.
    string.utf8Span.span.withUnsafeBufferPointer { text($0, into: &out) }
  }

  /// An address inside an attribute: what RFC 3986 does not allow is percent-encoded, except that
  /// an existing `%` stays; then `&` and `'` are escaped. The same characters as cmark's.
  static func url(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout ByteSink) {
    for byte in bytes {
      if isSafeInURL[Int(byte)] {
        out.append(byte)
      } else if byte == 0x26 {
        out.append(literal: "&amp;")
      } else if byte == 0x27 {
        out.append(literal: "&#x27;")
      } else {
        out.append(0x25)
        out.append(hexadecimal[Int(byte >> 4)])
        out.append(hexadecimal[Int(byte & 15)])
      }
    }
  }

  /// JSON inside a `<script type="application/json">`: nothing there may end the element or open a
  /// comment.
  static func json(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout ByteSink) {
    var copied = 0
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      // Most of a text is Han, three bytes a character, or letters.
      if byte >= 0xE3, byte < 0xF0 {
        i += 3
        continue
      }
      if byte >= 0x3F, byte < 0xE2 {
        i += 1
        continue
      }
      var length = 1
      let isMarkup = byte == 0x3C || byte == 0x3E || byte == 0x26
      if !isMarkup {
        // U+2028 and U+2029 end a line in older JavaScript.
        guard byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] & 0xFE == 0xA8 else {
          i += 1
          continue
        }
        length = 3
      }
      out.append(UnsafeBufferPointer(rebasing: bytes[copied..<i]))
      if isMarkup {
        out.append(literal: "\\u00")
        out.append(hexadecimal[Int(byte >> 4)])
        out.append(hexadecimal[Int(byte & 15)])
      } else {
        out.append(literal: bytes[i + 2] == 0xA8 ? "\\u2028" : "\\u2029")
      }
      i += length
      copied = i
    }
    out.append(UnsafeBufferPointer(rebasing: bytes[copied...]))
  }

  private static let hexadecimal: [UInt8] = Array("0123456789ABCDEF".utf8)

  private static let isSafeInURL: [Bool] = {
    var table = [Bool](repeating: false, count: 256)
    for byte in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%()*+,-./:;=?@_~"
      .utf8
    {
      table[Int(byte)] = true
    }
    return table
  }()
}
