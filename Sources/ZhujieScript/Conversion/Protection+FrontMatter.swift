/// The keys of YAML front matter: their values are text, but a program looks for the keys as they are written.
extension Protection {
  /// Where the front matter at the start of a text ends, behind the line that closes it; 0 where there is none.
  func frontMatter(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = start
    while line < bytes.count {
      let end = lineEnd(bytes, line, bytes.count)
      let isRule = isOnly(0x2D, bytes, line, end)
      if line == start {
        guard isRule else { return 0 }
      } else if isRule || isOnly(0x2E, bytes, line, end) {
        return end
      }
      line = end < bytes.count && bytes[end] == 0x0D ? end + 1 : end
      if line < bytes.count, bytes[line] == 0x0A { line += 1 }
    }
    return 0
  }

  /// Whether a line holds three of a character and nothing else but white space.
  private func isOnly(
    _ byte: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ line: Int,
    _ end: Int
  ) -> Bool {
    line + 3 <= end && bytes[line..<line + 3].allSatisfy { $0 == byte }
      && bytes[line + 3..<end].allSatisfy { $0 <= 0x20 }
  }

  /// What stands before the value in a line of front matter; nil where no value follows a key.
  func frontMatterKey(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<Int>?
  {
    var i = start
    while i < end, bytes[i] == 0x20 || bytes[i] == 0x2D { i += 1 }
    while i < end, bytes[i] > 0x20, bytes[i] != 0x3A { i += 1 }
    guard i > start, i < end, bytes[i] == 0x3A, i + 1 == end || bytes[i + 1] <= 0x20 else {
      return nil
    }
    return start..<i + 1
  }
}
