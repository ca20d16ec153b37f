import Glibc
import ZhujieText

/// Finds the links and ids of a page of ours.
///
/// A parser is not needed for HTML that this program wrote: tags are well formed and attribute values stand in quotes.
/// But text may hold `href="` too, so it is read as markup only between `<` and `>`, and not in comments, scripts and
/// styles (HTML Standard, 13.2.5).
enum HTMLScan {
  enum Attribute {
    case link
    case id
  }

  /// Calls `body` with the place of each value of `href`, `src` and `id`, in the order of the page.
  static func attributes(
    of page: UnsafeBufferPointer<UInt8>,
    _ body: (Attribute, Range<Int>) -> Void
  ) {
    var i = 0
    while let open = nextTag(in: page, from: i) {
      i = open + 1
      guard i < page.count else { return }
      switch page[i] {
      case UInt8(ascii: "!"):
        i =
          starts(page, with: "!--", at: i)
          ? end(of: "-->", in: page, from: i) : end(of: ">", in: page, from: i)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
        let name = i
        let letter = page[i] | 0x20
        // `<base>` says where links are resolved where the page is shown elsewhere; it leads nowhere.
        let isBase = letter == UInt8(ascii: "b") && starts(page, with: "base ", at: name)
        i = scanTag(page, from: i) { if !isBase { body($0, $1) } }
        guard letter == UInt8(ascii: "s") else { continue }
        // The text of these two is no markup.
        if starts(page, with: "script", at: name) { i = end(of: "</script", in: page, from: i) }
        if starts(page, with: "style", at: name) { i = end(of: "</style", in: page, from: i) }
      default: break
      }
    }
  }

  /// Reads a tag from its name on, and gives the offset after it.
  ///
  /// Values begin after a `=`, and `=` and `>` stand in no name; so names are read only where a value follows, backwards.
  @inline(__always)
  private static func scanTag(
    _ page: UnsafeBufferPointer<UInt8>,
    from start: Int,
    _ body: (Attribute, Range<Int>) -> Void
  ) -> Int {
    let end = page.count
    var i = start
    while let sign = ByteScan.first(0x3D, or: 0x3E, in: page, from: i) {
      guard page[sign] == 0x3D else { return sign + 1 }
      i = sign + 1
      let value: Int
      let valueEnd: Int
      if i < end, page[i] == 0x22 || page[i] == 0x27 {
        value = i + 1
        valueEnd = index(of: page[i], in: page, from: value) ?? end
        i = min(valueEnd + 1, end)
      } else {
        value = i
        while i < end, page[i] != 0x3E, !isSpace(page[i]) { i += 1 }
        valueEnd = i
      }
      guard value <= valueEnd else { return end }
      // The name is longer than a letter, for `start` is in the name of the tag.
      switch page[sign - 1] | 0x20 {
      case UInt8(ascii: "d") where isName("id", in: page, until: sign, after: start): body(.id, value..<valueEnd)
      case UInt8(ascii: "c") where isName("src", in: page, until: sign, after: start): body(.link, value..<valueEnd)
      case UInt8(ascii: "f") where isName("href", in: page, until: sign, after: start): body(.link, value..<valueEnd)
      default: break
      }
    }
    return end
  }

  /// Whether the attribute that ends at an offset has this name.
  @inline(__always)
  private static func isName(
    _ name: StaticString,
    in page: UnsafeBufferPointer<UInt8>,
    until end: Int,
    after start: Int
  ) -> Bool {
    let first = end - name.utf8CodeUnitCount
    guard first > start, isSpace(page[first - 1]) || page[first - 1] == UInt8(ascii: "/") else { return false }
    return starts(page, with: name, at: first)
  }

  /// The offset of the next `<`. As a rule it is near: between tags stand a few words or nothing.
  @inline(__always)
  private static func nextTag(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    let near = min(start &+ 16, page.count)
    return ByteScan.first(0x3C, in: UnsafeBufferPointer(rebasing: page[..<near]), from: start)
      ?? index(of: 0x3C, in: page, from: near)
  }

  /// The value of an attribute with character references read: those that our own escaping writes, and numeric ones.
  static func unescaped(_ value: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    guard value.contains(UInt8(ascii: "&")) else { return Array(value) }
    var result: [UInt8] = []
    var i = 0
    while i < value.count {
      if value[i] == UInt8(ascii: "&"),
        let end = value[i...].prefix(12).firstIndex(of: UInt8(ascii: ";")),
        let character = character(named: value[(i + 1)..<end])
      {
        result += String(character).utf8
        i = end + 1
      } else {
        result.append(value[i])
        i += 1
      }
    }
    return result
  }

  private static func character(named name: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
    let name = String(decoding: name, as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    guard name.hasPrefix("#") else { return nil }
    let number = name.dropFirst()
    let isHexadecimal = number.first == "x" || number.first == "X"
    let value = isHexadecimal ? UInt32(number.dropFirst(), radix: 16) : UInt32(number)
    return value.flatMap(Unicode.Scalar.init)
  }

  @inline(__always)
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0C || byte == 0x0D
  }

  static func index(of byte: UInt8, in page: UnsafeBufferPointer<UInt8>, from start: Int)
    -> Int?
  {
    guard start < page.count, let base = page.baseAddress,
      let found = memchr(base + start, Int32(byte), page.count - start)
    else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  @inline(__always)
  private static func starts(
    _ page: UnsafeBufferPointer<UInt8>,
    with word: StaticString,
    at offset: Int
  ) -> Bool {
    word.withUTF8Buffer { word in
      guard offset + word.count <= page.count else { return false }
      for (i, byte) in word.enumerated() where page[offset + i] | 0x20 != byte | 0x20 {
        return false
      }
      return true
    }
  }

  /// The offset after the next `word`, or the end.
  private static func end(
    of word: StaticString,
    in page: UnsafeBufferPointer<UInt8>,
    from start: Int
  ) -> Int {
    var i = start
    let first = word.utf8Start.pointee
    while let next = index(of: first, in: page, from: i) {
      if starts(page, with: word, at: next) { return next + word.utf8CodeUnitCount }
      i = next + 1
    }
    return page.count
  }
}
