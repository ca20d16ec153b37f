public import ZhujieText

/// A file taken apart into the YAML before its text and the text.
public struct FrontMatter: Sendable {
  /// Between the two lines of hyphens; nil where there is none.
  public let yaml: TextSpan<FileSpace>?
  /// What follows; without front matter the whole text after the byte order mark.
  public let body: TextSpan<FileSpace>
  /// Where the line of hyphens stands that nothing closes.
  public let unclosed: Int?

  /// Front matter begins with a first line `---` and ends with a line `---` or `...`.
  public init(of file: SourceFile) {
    let bytes = file.text.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let lines = file.lineStarts
    func isFence(_ line: Int, _ fences: [[UInt8]]) -> Bool {
      let from = line == 0 ? start : lines[line]
      var to = line + 1 < lines.count ? lines[line + 1] : bytes.count
      while to > from, bytes[to - 1] == 0x20 || (bytes[to - 1] >= 0x09 && bytes[to - 1] <= 0x0D) {
        to -= 1
      }
      return to - from == 3 && fences.contains { bytes[from..<to].elementsEqual($0) }
    }
    let hyphens: [UInt8] = [0x2D, 0x2D, 0x2D]
    guard isFence(0, [hyphens]) else {
      (yaml, body, unclosed) = (nil, TextSpan(start, bytes.count), nil)
      return
    }
    for line in 1..<max(1, lines.count) where isFence(line, [hyphens, [0x2E, 0x2E, 0x2E]]) {
      yaml = TextSpan(lines[1], lines[line])
      body = TextSpan(line + 1 < lines.count ? lines[line + 1] : bytes.count, bytes.count)
      unclosed = nil
      return
    }
    (yaml, body, unclosed) = (nil, TextSpan(bytes.count, bytes.count), start)
  }
}
