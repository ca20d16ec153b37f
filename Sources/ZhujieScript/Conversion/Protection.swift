internal import ZhujieText

/// Finds what no conversion may touch: in any text URLs, ideographic description sequences, what stands
/// between `⟦` and `⟧`, Japanese and Korean; in Markdown also code, HTML tags and link destinations.
///
/// It looks at one block of text, in which a construct must open and close. Code that stays open over
/// blocks (fences, `<pre>`) is carried in the value.
struct Protection: Sendable {
  let isMarkdown: Bool

  /// The code fence that is open.
  var fence: Fence?
  /// HTML whose text is not prose and which is still open.
  var openMarkup: OpenMarkup?
  var previousLineIsBlank = true
  /// The quotations that the line before stands in.
  var quotes = 0
  /// Where the text of each open item of a list begins, in columns behind the marks of quotation.
  var items: [Int] = []
  var isIndentedCode = false
  private var isAtStart = true
  /// Where the front matter of the block ends.
  private(set) var frontMatterEnd = 0
  /// The paragraph whose end was looked for last.
  private var paragraph = 0..<0
  private var paragraphIsCut = false
  /// Up to where the block was looked at.
  private(set) var scannedEnd = 0

  init(isMarkdown: Bool) {
    self.isMarkdown = isMarkdown
  }

  /// Whether the line at an offset may belong to something that opened before it.
  func isOpen(at offset: Int) -> Bool {
    fence != nil || openMarkup != nil || offset < frontMatterEnd
  }

  /// The protected ranges of a block, ascending and without overlaps, added to `ranges`.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, into ranges: inout [Range<Int>]) {
    beginBlock(bytes)
    scanLines(bytes, 0..<bytes.count, into: &ranges)
  }

  /// Forgets what it knows of the block before, but for what goes on.
  mutating func beginBlock(_ bytes: UnsafeBufferPointer<UInt8>) {
    paragraph = 0..<0
    scannedEnd = 0
    frontMatterEnd = isMarkdown && isAtStart ? frontMatter(bytes) : 0
    isAtStart = false
  }

  /// Notes what the lines of the block show that were passed over at its end.
  mutating func endBlock(_ bytes: UnsafeBufferPointer<UInt8>, at limit: Int) {
    if isMarkdown, scannedEnd < limit { resume(bytes, at: limit) }
  }

  /// The same for some lines of a block; in those between these and the lines before there was nothing to find, nor is
  /// there anything in the first of these that begins with a mark before `known`.
  mutating func scanLines(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lines: Range<Int>,
    known: Int = 0,
    into ranges: inout [Range<Int>]
  ) {
    if isMarkdown, lines.lowerBound > scannedEnd { resume(bytes, at: lines.lowerBound) }
    scannedEnd = lines.upperBound
    var line = lines.lowerBound
    // What was protected may have ended within a line.
    var isWhole = line == 0 || bytes[line &- 1] == 0x0A || bytes[line &- 1] == 0x0D
    while line < lines.upperBound {
      let end = lineEnd(bytes, line, bytes.count)
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
        if from < frontMatterEnd, let key = frontMatterKey(bytes, line, end), from == line {
          add(key, to: &ranges)
          scanLine(bytes, key.upperBound, end, known: known, &ranges)
        } else if isMarkdown, isWhole, from == line, line >= frontMatterEnd,
          openMarkup == nil, let range = codeLine(bytes, line, end)
        {
          add(range, to: &ranges)
        } else if from < end {
          scanLine(bytes, from, end, known: known, &ranges)
        }
      }
      line = next
      isWhole = true
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

  // MARK: Inside a line

  /// ASCII that `scanLine` looks at.
  private static let marks = ASCIISet("\\`<(:/")

  private mutating func scanLine(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    known: Int,
    _ ranges: inout [Range<Int>]
  ) {
    var i = start
    if known > start {
      i = min(known, end)
      // A mark may end the start of an address, or be escaped.
      while i > start, bytes[i &- 1] > 0x20, bytes[i &- 1] < 0x80 { i &-= 1 }
    }
    if let open = openMarkup {
      let close = endOfMarkup(bytes, i, open)
      if close != nil { openMarkup = nil }
      add(i..<(close ?? bytes.count), to: &ranges)
      i = close ?? bytes.count
    }
    let marks = Self.marks
    var slashes = SlashRun()
    while i < end {
      let byte = bytes[i]
      if byte >= 0xE4, byte <= 0xE9 {
        i &+= 3
        continue
      }
      if byte < 0x80, !marks.contains(byte) {
        i &+= 1
        continue
      }
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
      case 0x3A
      where isMarkdown && i > start && bytes[i &- 1] == 0x5D && isDefinition(bytes, start):
        found = definition(bytes, i, end)
      case 0x3A: found = url(bytes, colon: i, start, end) ?? drivePath(bytes, colon: i, start, end)
      case 0x2F:
        found = path(bytes, slash: i, start, end) ?? filePath(bytes, slash: i, start, end, &slashes)
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
  mutating func paragraphEnd(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int {
    let limit = min(bytes.count, start + Self.reach)
    // What was found for an earlier construct holds for this one, unless it is only how far that one reached.
    var known = start
    if paragraph.contains(start) {
      if !paragraphIsCut || start + Self.reach / 2 <= paragraph.upperBound {
        return min(paragraph.upperBound, limit)
      }
      known = max(start, paragraph.upperBound - 64)
    }
    let end = findParagraphEnd(bytes, known, limit)
    paragraph = start..<max(start, end)
    paragraphIsCut = end == limit && limit < bytes.count
    return end
  }

  private func findParagraphEnd(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ limit: Int
  ) -> Int {
    var i = lineEnd(bytes, start, limit)
    // Without markup each line is a paragraph.
    while i < limit {
      if bytes[i] == 0x0A {
        if !isMarkdown { return i }
        var j = i + 1
        while j < limit, bytes[j] == 0x20 || bytes[j] == 0x09 || bytes[j] == 0x0D { j += 1 }
        if j >= bytes.count || bytes[j] == 0x0A { return i }
      }
      i = lineEnd(bytes, i + 1, limit)
    }
    return limit
  }
}
