import ZhujieText

/// The first heading of level 1 of a Markdown text (CommonMark 4.2 and 4.3), found without parsing
/// the rest.
enum MarkdownTitle {
  static func first(in file: SourceFile, _ body: TextSpan<FileSpace>) -> (
    text: String, span: TextSpan<FileSpace>
  )? {
    let bytes = file.text.bytes
    var fence: (byte: UInt8, count: Int)?
    var previous: Range<Int>?
    for (index, lineStart) in file.lineStarts.enumerated() {
      let start = max(lineStart, body.lowerBound)
      let next = index + 1 < file.lineStarts.count ? file.lineStarts[index + 1] : bytes.count
      guard next > body.lowerBound, start < next else { continue }
      let line = trimmed(start..<next, bytes)
      guard let first = line.first else {
        previous = nil
        continue
      }
      let run = bytes[line].prefix { $0 == bytes[first] }.count
      if let open = fence {
        if bytes[first] == open.byte, run >= open.count, run == line.count { fence = nil }
        continue
      }
      if bytes[first] == 0x60 || bytes[first] == 0x7E, run >= 3 {
        fence = (bytes[first], run)
      } else if bytes[first] == 0x23, run == 1, line.count > 1, isSpace(bytes[first + 1]) {
        var content = trimmed((first + 1)..<line.upperBound, bytes)
        let closing = bytes[content].reversed().prefix { $0 == 0x23 }.count
        if closing > 0, closing < content.count,
          isSpace(bytes[content.upperBound - closing - 1])
        {
          content = trimmed(content.lowerBound..<(content.upperBound - closing), bytes)
        }
        if !content.isEmpty { return title(content, file) }
      } else if bytes[first] == 0x3D, run == line.count, let content = previous {
        return title(content, file)
      }
      previous = line
    }
    return nil
  }

  /// Nil where the heading is too long to name a page by: titles stand on many pages.
  private static func title(_ range: Range<Int>, _ file: SourceFile) -> (
    text: String, span: TextSpan<FileSpace>
  )? {
    guard range.count <= 2_000 else { return nil }
    let span = TextSpan<FileSpace>(range.lowerBound, range.upperBound)
    let marks: Set<UInt8> = [0x2A, 0x60]
    let text = file.text.slice(span).filter { !marks.contains($0) }
    return (String(decoding: text, as: UTF8.self), span)
  }

  private static func trimmed(_ range: Range<Int>, _ bytes: [UInt8]) -> Range<Int> {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper, isSpace(bytes[lower]) { lower += 1 }
    while upper > lower, isSpace(bytes[upper - 1]) { upper -= 1 }
    return lower..<upper
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
