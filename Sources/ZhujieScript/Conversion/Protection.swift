internal import ZhujieText

/// Finds what no conversion may touch: in any text URLs, ideographic description sequences, what stands
/// between `⟦` and `⟧`, Japanese and Korean; in Markdown also code, HTML tags and link destinations.
///
/// It looks at one block of text, in which a construct must open and close. Code that stays open over
/// blocks (fences, `<pre>`) is carried in the value.
struct Protection: Sendable {
  let isMarkdown: Bool

  /// The marker of an open code fence and its length.
  private var fence: (marker: UInt8, length: Int)?
  /// The name of an HTML element whose text is not prose and which is still open.
  private var openElement: [UInt8]?
  private var previousLineIsBlank = true
  private var isInList = false

  init(isMarkdown: Bool) {
    self.isMarkdown = isMarkdown
  }

  /// Whether something that opened in an earlier block goes on.
  var isOpen: Bool { fence != nil || openElement != nil }

  /// Notes a block in which there was nothing to find.
  mutating func passOver() {
    previousLineIsBlank = true
    isInList = false
    isIndentedCode = false
  }

  /// Elements whose whole content stays as it is.
  private static let verbatimElements: [[UInt8]] = [
    "code", "pre", "script", "style", "kbd", "samp",
  ].map { Array($0.utf8) }

  /// The protected ranges of a block, ascending and without overlaps, added to `ranges`.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into ranges: inout [Range<Int>]) {
    var line = 0
    while line < bytes.count {
      var end = line
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end &+= 1 }
      var next = end
      var breaks = 0
      while next < bytes.count, bytes[next] == 0x0A || bytes[next] == 0x0D {
        if bytes[next] == 0x0A || next &+ 1 == bytes.count || bytes[next &+ 1] != 0x0A {
          breaks &+= 1
        }
        next &+= 1
      }
      defer { if breaks > 1 { previousLineIsBlank = true } }
      // A construct that begins earlier may reach into or over this line.
      let from = max(line, ranges.last?.upperBound ?? 0)
      if from < next {
        if isMarkdown, from == line, let range = codeLine(bytes, line, end) {
          add(range, to: &ranges)
        } else if from < end {
          scanLine(bytes, from, end, &ranges)
        }
      }
      line = next
    }
  }

  private func add(_ range: Range<Int>, to ranges: inout [Range<Int>]) {
    guard !range.isEmpty else { return }
    if let last = ranges.last, last.upperBound == range.lowerBound {
      ranges[ranges.count - 1] = last.lowerBound..<range.upperBound
    } else {
      ranges.append(range)
    }
  }

  // MARK: Blocks of Markdown

  /// The whole line where it is a fence, inside one, or indented code.
  private mutating func codeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
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

  private var isIndentedCode = false

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

  private func startsListItem(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool
  {
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

  // MARK: Inside a line

  private mutating func scanLine(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    _ ranges: inout [Range<Int>]
  ) {
    var i = start
    if let name = openElement {
      let close = endOfElement(bytes, i, name)
      if close != nil { openElement = nil }
      add(i..<(close ?? bytes.count), to: &ranges)
      i = close ?? bytes.count
    }
    while i < end {
      let byte = bytes[i]
      var found: Range<Int>?
      switch byte {
      case 0x5C where isMarkdown:
        // A backslash takes its meaning from the character behind it.
        i &+= i &+ 1 < end && bytes[i &+ 1] < 0x80 ? 2 : 1
        continue
      case 0x60 where isMarkdown: found = codeSpan(bytes, i)
      case 0x3C where isMarkdown: found = tag(bytes, i)
      case 0x28 where isMarkdown && i > start && bytes[i &- 1] == 0x5D:
        found = destination(bytes, i, end)
      case 0x3A: found = url(bytes, colon: i, start, end)
      case 0x2F: found = path(bytes, slash: i, start, end)
      case 0xE2: found = sequence(bytes, i, end)
      case 0xE3 where i &+ 2 < end && bytes[i &+ 1] >= 0x81 && bytes[i &+ 1] <= 0x87:
        found = foreignRun(bytes, i, start, end, ranges.last?.upperBound ?? 0)
      case 0xE1, 0xEA...0xEF: found = foreignRun(bytes, i, start, end, ranges.last?.upperBound ?? 0)
      default: break
      }
      if let found, found.upperBound > i {
        let lower = max(found.lowerBound, ranges.last?.upperBound ?? 0)
        if lower < found.upperBound { add(lower..<found.upperBound, to: &ranges) }
        i = found.upperBound
      } else {
        i &+= byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      }
    }
  }

  /// How far a construct may reach: what opens and does not close must not make every look at it a long one.
  private static let reach = 20_000

  /// The end of the paragraph that holds an offset, or of what is looked at: a construct may not reach over an empty line.
  private func paragraphEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let limit = min(bytes.count, start + Self.reach)
    var i = start
    while i < limit {
      if bytes[i] == 0x0A {
        var j = i + 1
        // Without markup each line is a paragraph.
        if !isMarkdown { return i }
        while j < limit, bytes[j] == 0x20 || bytes[j] == 0x09 || bytes[j] == 0x0D { j += 1 }
        if j >= bytes.count || bytes[j] == 0x0A { return i }
      }
      i += 1
    }
    return limit
  }

  private func codeSpan(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
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
  private mutating func tag(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Range<Int>? {
    var i = start + 1
    guard i < bytes.count else { return nil }
    let limit = paragraphEnd(bytes, start)
    let first = bytes[i]
    if first == 0x21, i + 2 < bytes.count, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x2D {
      while i + 2 < limit {
        if bytes[i] == 0x2D, bytes[i + 1] == 0x2D, bytes[i + 2] == 0x3E { return start..<i + 3 }
        i += 1
      }
      return nil
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
    if let close = endOfElement(bytes, end, name) { return start..<close }
    // Code that does not close here goes on in the next block; but a stray inline tag must not swallow the text.
    guard name != Array("code".utf8), name != Array("kbd".utf8), name != Array("samp".utf8) else {
      return start..<end
    }
    openElement = name
    return start..<bytes.count
  }

  private func endOfElement(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ name: [UInt8])
    -> Int?
  {
    var i = start
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
    return nil
  }

  /// The destination of `](destination "title")`, from the parenthesis; the title is text.
  private func destination(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<
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

  // MARK: Addresses

  private func url(_ bytes: UnsafeBufferPointer<UInt8>, colon: Int, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    guard colon + 2 < end else { return nil }
    var lower = colon
    while lower > start, isSchemeByte(bytes[lower - 1]) { lower -= 1 }
    guard lower < colon, isLetter(bytes[lower]) else { return nil }
    if bytes[colon + 1] == 0x2F, bytes[colon + 2] == 0x2F {
      return lower..<endOfAddress(bytes, colon + 3, end)
    }
    let scheme = bytes[lower..<colon].map { $0 | 0x20 }
    guard
      scheme == Array("mailto".utf8) || scheme == Array("data".utf8) || scheme == Array("tel".utf8)
    else { return nil }
    return lower..<endOfAddress(bytes, colon + 1, end)
  }

  /// `www.example.com/…` and `example.com/…`, recognised at the first slash.
  private func path(_ bytes: UnsafeBufferPointer<UInt8>, slash: Int, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    var lower = slash
    var dot: Int?
    while lower > start, isSchemeByte(bytes[lower - 1]) {
      lower -= 1
      if bytes[lower] == 0x2E, dot == nil { dot = lower }
    }
    guard let dot, dot > lower,
      isLetter(bytes[lower]) || (bytes[lower] >= 0x30 && bytes[lower] <= 0x39), slash - dot > 2,
      bytes[dot + 1..<slash].allSatisfy(isLetter)
    else { return nil }
    return lower..<endOfAddress(bytes, slash, end)
  }

  /// An address goes on over ASCII, and over other characters where a delimiter of its path or query introduces
  /// them; marks that end a sentence are not part of it.
  private func endOfAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var i = start
    var hasPath = false
    while i < end {
      let byte = bytes[i]
      if byte < 0x80 {
        if byte <= 0x20 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x60
          || byte == 0x7C
        {
          break
        }
        if byte == 0x2F || byte == 0x3F || byte == 0x23 { hasPath = true }
        // A closing parenthesis ends the address that its Markdown link or sentence encloses.
        if byte == 0x29, !hasOpenParenthesis(bytes, start, i) { break }
        i += 1
        continue
      }
      guard hasPath, i > start else { break }
      let before = bytes[i - 1]
      let isIntroduced =
        before == 0x2F || before == 0x3D || before == 0x2D || before == 0x5F || before == 0x23
        || before == 0x3F
        || before == 0x26 || before == 0x2B || before == 0x3A || before == 0x28 || before >= 0x80
      guard isIntroduced else { break }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      guard ScalarClass.isHan(scalar) || ScalarClass.isKanaOrHangul(scalar) else { break }
      i += length
    }
    while i > start, let last = bytes[..<i].last, ".,;:!?'*".utf8.contains(last) { i -= 1 }
    return i
  }

  private func hasOpenParenthesis(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Bool
  {
    var depth = 0
    for i in start..<end {
      if bytes[i] == 0x28 { depth += 1 }
      if bytes[i] == 0x29 { depth -= 1 }
    }
    return depth > 0
  }

  private func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  private func isSchemeByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2B || byte == 0x2D || byte == 0x2E
  }

  // MARK: Sequences and other languages

  /// `⟦…⟧`, or an ideographic description sequence with its operands.
  private func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<
    Int
  >? {
    guard start + 2 < end else { return nil }
    if bytes[start + 1] == 0x9F, bytes[start + 2] == 0xA6 {
      let limit = paragraphEnd(bytes, start)
      var i = start + 3
      while i + 2 < limit {
        if bytes[i] == 0xE2, bytes[i + 1] == 0x9F, bytes[i + 2] == 0xA7 { return start..<i + 3 }
        i += 1
      }
      return nil
    }
    guard bytes[start + 1] == 0xBF, bytes[start + 2] >= 0xB0 else { return nil }
    var i = start
    var wanted = 1
    while wanted > 0, i < end, bytes[i] >= 0x80 {
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      switch scalar {
      case 0x2FF2, 0x2FF3: wanted += 2
      case 0x2FFE, 0x2FFF: break
      case 0x2FF0...0x2FFD, 0x31EF: wanted += 1
      default: wanted -= 1
      }
      i += length
    }
    return start..<i
  }

  /// The Japanese or Korean that the kana or Hangul at `start` belongs to: the letters themselves and the Han
  /// characters of the same clause beside them, unless those show that they are Chinese.
  private func foreignRun(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ lineStart: Int,
    _ end: Int,
    _ floor: Int
  ) -> Range<Int>? {
    let (scalar, _) = UTF8Scan.scalar(at: start, in: bytes)
    guard ScalarClass.isKanaOrHangul(scalar), scalar != 0x30FB else { return nil }
    var lower = start
    let first = max(lineStart, floor)
    while lower > first {
      let (before, length) = UTF8Scan.scalar(before: lower, in: bytes)
      guard ScalarClass.isHan(before) || ScalarClass.isKanaOrHangul(before) else { break }
      lower -= length
    }
    if lower < start, isChinese(bytes, lower, start) { lower = start }
    var upper = start
    while upper < end, bytes[upper] >= 0x80 {
      let (next, length) = UTF8Scan.scalar(at: upper, in: bytes)
      if ScalarClass.isKanaOrHangul(next) || next == 0x3005 {
        upper += length
        continue
      }
      guard ScalarClass.isHan(next) else { break }
      var stop = upper
      while stop < end, bytes[stop] >= 0x80 {
        let (han, hanLength) = UTF8Scan.scalar(at: stop, in: bytes)
        guard ScalarClass.isHan(han) else { break }
        stop += hanLength
      }
      if isChinese(bytes, upper, stop) { break }
      upper = stop
    }
    return lower..<upper
  }

  /// Whether a run of Han characters beside kana or Hangul is Chinese: it holds a character that modern Japanese does
  /// not write, or one of the commonest words of Chinese.
  private func isChinese(_ bytes: UnsafeBufferPointer<UInt8>, _ lower: Int, _ upper: Int) -> Bool {
    let tables = ScriptTables.builtIn
    var i = lower
    while i < upper {
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      if tables.isChineseOnly(scalar) { return true }
      i += length
    }
    return false
  }
}
