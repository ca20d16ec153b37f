/// What a byte must become in each place of an HTML document: one function for each, and no other way in.
enum Escape {
  /// Text between tags, and the value of an attribute in double quotes: the same four characters matter.
  static func text(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var start = 0
    var i = 0
    let end = bytes.count
    while i < end {
      let replacement: StaticString
      switch bytes[i] {
      case 0x22: replacement = "&quot;"
      case 0x26: replacement = "&amp;"
      case 0x3C: replacement = "&lt;"
      case 0x3E: replacement = "&gt;"
      default:
        i += 1
        continue
      }
      if i > start { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<i])) }
      replacement.withUTF8Buffer { out.append(contentsOf: $0) }
      i += 1
      start = i
    }
    if end > start { out.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
  }

  static func text(_ string: String, into out: inout [UInt8]) {
    var string = string
    string.withUTF8 { text($0, into: &out) }
  }

  /// An address inside an attribute: what RFC 3986 does not allow is percent-encoded, except that an existing `%`
  /// stays; then `&` and `'` are escaped. The same characters as cmark's.
  static func url(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    for byte in bytes {
      if isSafeInURL[Int(byte)] {
        out.append(byte)
      } else if byte == 0x26 {
        out.append(contentsOf: [0x26, 0x61, 0x6D, 0x70, 0x3B])
      } else if byte == 0x27 {
        out.append(contentsOf: [0x26, 0x23, 0x78, 0x32, 0x37, 0x3B])
      } else {
        out.append(0x25)
        out.append(hexadecimal[Int(byte >> 4)])
        out.append(hexadecimal[Int(byte & 15)])
      }
    }
  }

  /// JSON inside a `<script type="application/json">`: nothing there may end the element or open a comment.
  static func json(_ bytes: UnsafeBufferPointer<UInt8>, into out: inout [UInt8]) {
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      if byte == 0x3C || byte == 0x3E || byte == 0x26 {
        out.append(contentsOf: [0x5C, 0x75, 0x30, 0x30])
        out.append(hexadecimal[Int(byte >> 4)])
        out.append(hexadecimal[Int(byte & 15)])
      } else if byte == 0xE2, i + 2 < bytes.count, bytes[i + 1] == 0x80, bytes[i + 2] & 0xFE == 0xA8
      {
        // U+2028 and U+2029, which end a line in older JavaScript.
        out.append(contentsOf: [0x5C, 0x75, 0x32, 0x30, 0x32, bytes[i + 2] == 0xA8 ? 0x38 : 0x39])
        i += 2
      } else {
        out.append(byte)
      }
      i += 1
    }
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
