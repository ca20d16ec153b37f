import CMarkupBits
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
  ///
  /// Looked at are `<` and `=` alone: a tag begins behind the one, and behind the other, in a tag, a value. All else is passed
  /// over, 64 bytes at a time.
  static func attributes(
    of page: UnsafeBufferPointer<UInt8>,
    _ body: (Attribute, Range<Int>) -> Void
  ) {
    guard let base = page.baseAddress else { return }
    var tag = Tag.none
    /// What is before this is done with: the name of a tag, a value, a comment.
    var done = 0
    var block = 0
    while block < page.count {
      var marks = zhujie_markup_bits(base + block, page.count - block)
      while marks != 0 {
        let mark = block &+ marks.trailingZeroBitCount
        marks &= marks &- 1
        guard mark >= done else { continue }
        if tag != .none, page[mark] == 0x3D || tag.text != nil, let end = tagEnd(in: page, from: done, until: mark) {
          if let text = tag.text { done = self.end(of: text, in: page, from: end) }
          tag = .none
          guard mark >= done else { continue }
        }
        if page[mark] == 0x3C {
          (tag, done) = startTag(in: page, from: mark + 1)
        } else if tag != .none {
          let (value, end) = value(in: page, from: mark + 1)
          // `<base>` says where links are resolved where the page is shown elsewhere; it leads nowhere.
          if tag != .base, let attribute = attribute(in: page, until: mark, after: done) { body(attribute, value) }
          done = end
        }
      }
      block += 64
    }
  }

  /// What it matters to know of a tag that is being read.
  private enum Tag {
    case none
    case base
    case script
    case style
    case other

    /// What ends the text of these two, which is no markup.
    var text: StaticString? {
      switch self {
      case .script: "</script"
      case .style: "</style"
      default: nil
      }
    }
  }

  /// The tag that begins behind a `<`, and where its name or, of a comment, all of it is passed.
  @inline(__always)
  private static func startTag(in page: UnsafeBufferPointer<UInt8>, from name: Int) -> (Tag, Int) {
    guard name < page.count else { return (.none, name) }
    let letter = page[name] | 0x20
    guard letter >= UInt8(ascii: "a"), letter <= UInt8(ascii: "z") else {
      guard page[name] == UInt8(ascii: "!") else { return (.none, name) }
      return (.none, end(of: starts(page, with: "!--", at: name) ? "-->" : ">", in: page, from: name))
    }
    var tag = Tag.other
    if letter == UInt8(ascii: "s"), name + 1 < page.count {
      switch page[name + 1] | 0x20 {
      case UInt8(ascii: "c") where starts(page, with: "script", at: name): tag = .script
      case UInt8(ascii: "t") where starts(page, with: "style", at: name): tag = .style
      default: break
      }
    } else if letter == UInt8(ascii: "b"), starts(page, with: "base ", at: name) {
      tag = .base
    }
    return (tag, name + 1)
  }

  /// The offset after the `>` that ends a tag, where there is one. No value lies between.
  @inline(__always)
  private static func tagEnd(in page: UnsafeBufferPointer<UInt8>, from start: Int, until end: Int) -> Int? {
    var i = start
    while i < end {
      if page[i] == 0x3E { return i &+ 1 }
      i &+= 1
    }
    return nil
  }

  /// The value behind a `=`, and the offset after it and its quotes.
  @inline(__always)
  private static func value(in page: UnsafeBufferPointer<UInt8>, from start: Int) -> (Range<Int>, Int) {
    guard start < page.count, page[start] == 0x22 || page[start] == 0x27 else {
      var i = start
      while i < page.count, page[i] != 0x3E, !isSpace(page[i]) { i += 1 }
      return (start..<i, i)
    }
    let end = index(of: page[start], in: page, from: start + 1) ?? page.count
    return (start + 1..<end, min(end + 1, page.count))
  }

  @inline(__always)
  private static func attribute(in page: UnsafeBufferPointer<UInt8>, until sign: Int, after start: Int) -> Attribute? {
    switch page[sign - 1] | 0x20 {
    case UInt8(ascii: "d") where isName("id", in: page, until: sign, after: start): .id
    case UInt8(ascii: "c") where isName("src", in: page, until: sign, after: start): .link
    case UInt8(ascii: "f") where isName("href", in: page, until: sign, after: start): .link
    default: nil
    }
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
