internal import CMarkGFM
internal import ZhujieText

/// Follows cmark through the source of one block and notes where each byte of its texts came from.
///
/// The naive way is to trust the positions that cmark reports for inlines; they are wrong after
/// entities, escapes and continuations. But the events come in the order of the source, and what
/// lies between two texts is known exactly: the delimiters of emphasis, the tail of a link, a line
/// end. So a cursor walks the block's inline source along with the events, compares every byte, and
/// where a comparison fails it looks for the text further on.
struct InlineTrace {
  /// A run of literal bytes and the run of source bytes that they came from: equal byte for byte
  /// when `isExact`, else the two belong together only as a whole (an entity).
  struct Piece {
    var literal: Int32
    var literalCount: Int32
    var source: Int32
    var sourceCount: Int32
    var isExact: Bool
  }

  /// What a backslash and an entity mean in a text.
  private enum Mode {
    case escapesAndEntities, entities, raw
  }

  let source: UnsafeBufferPointer<UInt8>
  private(set) var cursor = 0
  /// In ascending order of literal and source.
  var pieces: [Piece] = []
  /// Texts whose place was not found where it was expected.
  private(set) var misses = 0
  private var searchBudget = 1 << 16

  init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  // MARK: Texts

  /// Moves over a text whose literal starts at `offset` in the block's literals.
  mutating func text(
    _ literal: UnsafeBufferPointer<UInt8>,
    at offset: Int32,
    isAutolink: Bool = false
  ) {
    guard !literal.isEmpty else { return }
    if match(literal, at: offset, from: cursor, isAutolink: isAutolink) { return }
    misses += 1
    var start = cursor + 1
    while start < source.count, searchBudget > 0 {
      searchBudget -= 1
      if match(literal, at: offset, from: start, isAutolink: isAutolink) { return }
      start += 1
    }
  }

  private mutating func match(
    _ literal: UnsafeBufferPointer<UInt8>,
    at offset: Int32,
    from start: Int,
    isAutolink: Bool
  ) -> Bool {
    if isAutolink {
      return match(literal, offset, start, .entities) || match(literal, offset, start, .raw)
        || match(literal, offset, start, .escapesAndEntities)
    }
    return match(literal, offset, start, .escapesAndEntities) || match(literal, offset, start, .raw)
  }

  private mutating func match(
    _ literal: UnsafeBufferPointer<UInt8>,
    _ offset: Int32,
    _ start: Int,
    _ mode: Mode
  ) -> Bool {
    let firstPiece = pieces.count
    var l = 0
    var s = start
    while l < literal.count {
      let k = plainCount(literal, l, s, stopsAtSpecial: mode != .raw)
      if k > 0 {
        append(literal: offset + Int32(l), source: s, count: k)
        l += k
        s += k
        continue
      }
      guard l < literal.count, s < source.count else { break }
      switch source[s] {
      case 0x5C
      where mode == .escapesAndEntities && s + 1 < source.count && Self.isPunctuation(source[s + 1])
        && source[s + 1] == literal[l]:
        append(literal: offset + Int32(l), source: s + 1, count: 1)
        l += 1
        s += 2
      case 0x26 where mode != .raw:
        if let (decoded, length) = Self.entity(in: source, after: s + 1),
          literal.count - l >= decoded.count, literal[l..<l + decoded.count].elementsEqual(decoded)
        {
          pieces.append(
            Piece(
              literal: offset + Int32(l),
              literalCount: Int32(decoded.count),
              source: Int32(s),
              sourceCount: Int32(length + 1),
              isExact: false
            )
          )
          l += decoded.count
          s += length + 1
        } else if literal[l] == 0x26 {
          append(literal: offset + Int32(l), source: s, count: 1)
          l += 1
          s += 1
        } else {
          pieces.removeSubrange(firstPiece...)
          return false
        }
      case literal[l]:
        append(literal: offset + Int32(l), source: s, count: 1)
        l += 1
        s += 1
      default:
        pieces.removeSubrange(firstPiece...)
        return false
      }
    }
    guard l == literal.count else {
      pieces.removeSubrange(firstPiece...)
      return false
    }
    cursor = s
    return true
  }

  /// How many bytes from two places on are the same, up to a backslash or an `&` where these mean something.
  private func plainCount(
    _ literal: UnsafeBufferPointer<UInt8>, _ l: Int, _ s: Int, stopsAtSpecial: Bool
  ) -> Int {
    let longest = min(literal.count - l, source.count - s)
    var k = 0
    while k < longest {
      // Some at a time: what lies behind a difference, or behind the next of many specials, is not looked at for nothing.
      let count = min(64, longest - k)
      let here = UnsafeBufferPointer(rebasing: source[s + k..<s + k + count])
      let same = ByteScan.commonPrefix(here, UnsafeBufferPointer(rebasing: literal[l + k..<l + k + count]))
      if stopsAtSpecial,
        let special = ByteScan.first(0x5C, or: 0x26, in: UnsafeBufferPointer(rebasing: here[..<same]), from: 0)
      {
        return k + special
      }
      k += same
      if same < count { break }
    }
    return k
  }

  /// Adds an exact piece. Pieces are not joined here: a failed match takes back what it added.
  private mutating func append(literal: Int32, source: Int, count: Int) {
    pieces.append(
      Piece(
        literal: literal,
        literalCount: Int32(count),
        source: Int32(source),
        sourceCount: Int32(count),
        isExact: true
      )
    )
  }

  /// Moves over a code span whose literal starts at `offset`: line ends became spaces, and one
  /// space at either end may be gone (CommonMark 6.1).
  mutating func code(_ literal: UnsafeBufferPointer<UInt8>, at offset: Int32) {
    let opening = cursor
    var ticks = 0
    while opening + ticks < source.count, source[opening + ticks] == 0x60 { ticks += 1 }
    guard ticks > 0 else {
      misses += 1
      return
    }
    let start = opening + ticks
    var i = start
    while i < source.count {
      guard source[i] == 0x60 else {
        i += 1
        continue
      }
      var run = 0
      while i + run < source.count, source[i + run] == 0x60 { run += 1 }
      if run == ticks { break }
      i += run
    }
    guard i < source.count else {
      misses += 1
      return
    }
    let stripped = i - start == literal.count ? 0 : 1
    if start + stripped + literal.count <= i, !literal.isEmpty {
      append(literal: offset, source: start + stripped, count: literal.count)
    }
    cursor = i + ticks
  }

  // MARK: Markup

  /// Moves over `count` bytes that must each be one of `expected`.
  mutating func delimiter(_ count: Int, _ expected: (UInt8) -> Bool) {
    guard cursor + count <= source.count, (0..<count).allSatisfy({ expected(source[cursor + $0]) })
    else {
      misses += 1
      return
    }
    cursor += count
  }

  /// Moves over one or two tildes.
  mutating func tildes() {
    var count = 0
    while count < 2, cursor + count < source.count, source[cursor + count] == 0x7E { count += 1 }
    if count == 0 { misses += 1 }
    cursor += count
  }

  /// Moves over raw HTML, which stands in the source as it is.
  mutating func html(_ literal: UnsafeBufferPointer<UInt8>) {
    guard cursor + literal.count <= source.count else {
      misses += 1
      return
    }
    cursor += literal.count
  }

  /// Moves over a line end with what belongs to it: a backslash, or spaces on both sides.
  mutating func lineBreak() {
    if cursor + 1 < source.count, source[cursor] == 0x5C, source[cursor + 1] == 0x0A {
      cursor += 2
      return
    }
    var i = cursor
    while i < source.count, source[i] != 0x0A, Self.isSpace(source[i]) { i += 1 }
    guard i < source.count, source[i] == 0x0A else {
      misses += 1
      return
    }
    i += 1
    while i < source.count, source[i] == 0x20 || source[i] == 0x09 { i += 1 }
    cursor = i
  }

  enum LinkForm {
    case brackets, pointed, bare
  }

  mutating func enterLink() -> LinkForm {
    guard cursor < source.count else { return .bare }
    switch source[cursor] {
    case 0x5B:
      cursor += 1
      return .brackets
    case 0x3C:
      cursor += 1
      return .pointed
    default:
      return .bare
    }
  }

  mutating func enterImage() {
    guard cursor + 2 <= source.count, source[cursor] == 0x21, source[cursor + 1] == 0x5B else {
      misses += 1
      return
    }
    cursor += 2
  }

  mutating func exitLink(_ form: LinkForm) {
    switch form {
    case .bare:
      break
    case .pointed:
      delimiter(1) { $0 == 0x3E }
    case .brackets:
      guard cursor < source.count, source[cursor] == 0x5D else {
        misses += 1
        return
      }
      cursor += 1
      if let end = inlineTail(cursor) {
        cursor = end
      } else if let end = label(cursor) {
        cursor = end
      }
    }
  }

  /// Moves over `[^label]`.
  mutating func footnoteReference() {
    guard cursor + 1 < source.count, source[cursor] == 0x5B else {
      misses += 1
      return
    }
    var i = cursor
    while i < source.count, source[i] != 0x5D { i += 1 }
    cursor = min(i + 1, source.count)
  }

  // MARK: The tails of links (CommonMark 6.3), as cmark reads them

  /// The end of `(address "title")` at `start`, or nil.
  private func inlineTail(_ start: Int) -> Int? {
    guard start < source.count, source[start] == 0x28 else { return nil }
    var i = skipSpace(start + 1)
    guard let afterAddress = address(i) else { return nil }
    i = skipSpace(afterAddress)
    if i > afterAddress, let afterTitle = title(i) { i = afterTitle }
    i = skipSpace(i)
    return i < source.count && source[i] == 0x29 ? i + 1 : nil
  }

  private func address(_ start: Int) -> Int? {
    var i = start
    guard i < source.count else { return nil }
    if source[i] == 0x3C {
      i += 1
      while i < source.count {
        switch source[i] {
        case 0x3E: return i + 1 < source.count ? i + 1 : nil
        case 0x5C: i += 2
        case 0x0A, 0x3C: return nil
        default: i += 1
        }
      }
      return nil
    }
    var depth = 0
    while i < source.count {
      let byte = source[i]
      if byte == 0x5C, i + 1 < source.count, Self.isPunctuation(source[i + 1]) {
        i += 2
      } else if byte == 0x28 {
        depth += 1
        i += 1
        if depth > 32 { return nil }
      } else if byte == 0x29 {
        if depth == 0 { break }
        depth -= 1
        i += 1
      } else if Self.isSpace(byte) {
        if i == start { return nil }
        break
      } else {
        i += 1
      }
    }
    return i < source.count ? i : nil
  }

  private func title(_ start: Int) -> Int? {
    guard start < source.count else { return nil }
    let closing: UInt8
    switch source[start] {
    case 0x22, 0x27: closing = source[start]
    case 0x28: closing = 0x29
    default: return nil
    }
    var i = start + 1
    while i < source.count {
      if source[i] == 0x5C, i + 1 < source.count {
        i += 2
      } else if source[i] == closing {
        return i + 1
      } else {
        i += 1
      }
    }
    return nil
  }

  private func label(_ start: Int) -> Int? {
    guard start < source.count, source[start] == 0x5B else { return nil }
    var i = start + 1
    while i < source.count, source[i] != 0x5B, source[i] != 0x5D {
      i += source[i] == 0x5C && i + 1 < source.count && Self.isPunctuation(source[i + 1]) ? 2 : 1
    }
    return i < source.count && source[i] == 0x5D ? i + 1 : nil
  }

  private func skipSpace(_ start: Int) -> Int {
    var i = start
    while i < source.count, Self.isSpace(source[i]) { i += 1 }
    return i
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || (byte >= 0x09 && byte <= 0x0D)
  }

  static func isPunctuation(_ byte: UInt8) -> Bool {
    (byte >= 0x21 && byte <= 0x2F) || (byte >= 0x3A && byte <= 0x40)
      || (byte >= 0x5B && byte <= 0x60)
      || (byte >= 0x7B && byte <= 0x7E)
  }

  /// The bytes that an entity stands for, and the length of its source after the `&`.
  private static func entity(in source: UnsafeBufferPointer<UInt8>, after start: Int) -> (
    [UInt8], Int
  )? {
    guard start < source.count, let base = source.baseAddress else { return nil }
    var buffer = cmark_strbuf()
    cmark_strbuf_init(cmark_get_default_mem_allocator(), &buffer, 0)
    defer { cmark_strbuf_free(&buffer) }
    let length = houdini_unescape_ent(
      &buffer,
      base + start,
      bufsize_t(min(source.count - start, 64))
    )
    guard length > 0 else { return nil }
    return (Array(UnsafeBufferPointer(start: buffer.ptr, count: Int(buffer.size))), Int(length))
  }
}
