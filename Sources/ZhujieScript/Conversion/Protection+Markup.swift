/// Markup inside a line of Markdown: code spans, HTML and the destinations of links.
extension Protection {
  /// Elements whose whole content stays as it is.
  private static let verbatimElements: [[UInt8]] = [
    "code", "pre", "script", "style", "kbd", "samp",
  ].map { Array($0.utf8) }

  mutating func codeSpan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    var open = start
    while open < bytes.count, bytes[open] == 0x60 { open += 1 }
    let length = open - start
    let limit = paragraphEnd(bytes, open)
    var i = open
    while i < limit {
      guard bytes[i] == 0x60 else {
        i += 1
        continue
      }
      let run = i
      while i < limit, bytes[i] == 0x60 { i += 1 }
      if i - run == length { return start..<i }
    }
    // Without its end the whole run of backticks is plain text.
    return start..<open
  }

  /// An HTML tag, comment, declaration or autolink; for verbatim elements all up to their end tag.
  mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    var i = start + 1
    guard i < bytes.count else { return nil }
    let limit = paragraphEnd(bytes, start)
    let first = bytes[i]
    if first == 0x21, i + 2 < bytes.count, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x2D {
      while i + 2 < limit {
        if bytes[i] == 0x2D, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x3E { return start..<i + 3 }
        i += 1
      }
      // One that begins a line is a block, which reaches over empty lines (CommonMark 4.6).
      guard isFirst(bytes, start) else { return nil }
      if let end = endOfMarkup(bytes, start + 2, .comment) { return start..<end }
      openMarkup = .comment
      return start..<bytes.count
    }
    let isEnd = first == 0x2F
    if isEnd { i += 1 }
    let nameStart = i
    guard i < limit, isLetter(bytes[i]) || first == 0x21 || first == 0x3F else { return nil }
    while i < limit, isLetter(bytes[i]) || (bytes[i] >= 0x30 && bytes[i] <= 0x39) { i += 1 }
    let name = bytes[nameStart..<i].map { $0 | 0x20 }
    var quote: UInt8 = 0
    var firstEnd: Int?
    while i < limit {
      let byte = bytes[i]
      if quote != 0 {
        if byte == quote { quote = 0 }
        if byte == 0x3E, firstEnd == nil { firstEnd = i }
      } else if byte == 0x3E {
        break
      } else if byte == 0x3C {
        return nil
      } else if (byte == 0x22 || byte == 0x27) && i > nameStart && bytes[i - 1] == 0x3D {
        quote = byte
      }
      i += 1
    }
    if i >= limit {
      // A quotation mark that never closes: the tag ends where it would without it.
      guard let firstEnd else { return nil }
      i = firstEnd
    }
    let end = i + 1
    guard !isEnd, i > 0, bytes[i - 1] != 0x2F, Self.verbatimElements.contains(name) else {
      return start..<end
    }
    if let close = endOfMarkup(bytes, end, .element(name)) { return start..<close }
    // Code that does not close here goes on in the next block; but a stray inline tag must not swallow the text.
    guard name != Array("code".utf8), name != Array("kbd".utf8), name != Array("samp".utf8) else {
      return start..<end
    }
    openMarkup = .element(name)
    return start..<bytes.count
  }

  /// Whether nothing but white space stands before an offset in its line.
  private func isFirst(_ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int) -> Bool {
    var i = offset
    while i > 0, bytes[i - 1] == 0x20 || bytes[i - 1] == 0x09 { i -= 1 }
    return i == 0 || bytes[i - 1] == 0x0A || bytes[i - 1] == 0x0D
  }

  /// Where open HTML ends, behind its end tag or the end of the comment; nil where that does not come.
  func endOfMarkup(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ open: OpenMarkup) -> Int? {
    var i = start
    switch open {
    case .comment:
      while i + 2 < bytes.count {
        if bytes[i] == 0x2D, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x3E { return i + 3 }
        i += 1
      }
    case .element(let name):
      while i + name.count + 2 < bytes.count {
        if bytes[i] == 0x3C, bytes[i + 1] == 0x2F {
          var k = 0
          while k < name.count, bytes[i + 2 + k] | 0x20 == name[k] { k += 1 }
          if k == name.count {
            var end = i + 2 + k
            while end < bytes.count, bytes[end] != 0x3E { end += 1 }
            return min(end + 1, bytes.count)
          }
        }
        i += 1
      }
    }
    return nil
  }

  /// Whether a line begins as `[label]: destination` does; `[^note]: text` is no destination.
  func isDefinition(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    bytes[start] == 0x5B && start + 1 < bytes.count && bytes[start + 1] != 0x5E
  }

  /// The destination of `[label]: destination "title"`, from the colon.
  func definition(_ bytes: UnsafeBufferPointer<UInt8>, _ colon: Int, _ end: Int) -> Range<Int>? {
    var i = colon + 1
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x09 { i += 1 }
    let start = i
    while i < end, bytes[i] > 0x20 { i += 1 }
    // 后 behind a label in running text is no address: that begins with a letter, a mark or a slash.
    guard i > start, bytes[start] < 0x80 else { return nil }
    return start..<i
  }

  /// The destination of `](destination "title")`, from the parenthesis; the title is text.
  func destination(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<
    Int
  >? {
    var i = start + 1
    if i < end, bytes[i] == 0x3C {
      while i < end, bytes[i] != 0x3E { i += 1 }
      return i < end ? start..<i + 1 : nil
    }
    var depth = 1
    while i < end {
      switch bytes[i] {
      case 0x20, 0x09: return start..<i
      case 0x28: depth += 1
      case 0x29:
        depth -= 1
        if depth == 0 { return start..<i }
      case 0x5C where i + 1 < end: i += 1
      default: break
      }
      i += 1
    }
    return nil
  }
}

/// HTML that is open over blocks.
enum OpenMarkup: Sendable, Equatable {
  case comment
  case element([UInt8])
}
