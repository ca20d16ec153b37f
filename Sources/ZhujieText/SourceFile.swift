/// The path of a file inside the folder that was read, with `/` between its parts.
public struct SourcePath: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let string: String

  public init(_ string: String) {
    self.string = string
  }

  public var description: String { string }

  /// The last part.
  public var fileName: String {
    string.split(separator: "/").last.map(String.init) ?? string
  }

  public static func < (a: Self, b: Self) -> Bool { a.string.utf8.lexicographicallyPrecedes(b.string.utf8) }
}

/// A place in a file as people count: line and column from 1; columns count Unicode scalars.
public struct Position: Hashable, Comparable, Sendable {
  public let line: Int
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }

  public static func < (a: Self, b: Self) -> Bool { (a.line, a.column) < (b.line, b.column) }
}

/// A file that was read: its path and its whole text, byte order mark and line ends included.
public struct SourceFile: Sendable, Hashable {
  public let path: SourcePath
  public let text: UTF8Text<FileSpace>
  /// The offset at which each line starts; lines end with LF, CRLF or CR.
  public let lineStarts: [Int]

  public init(path: SourcePath, text: UTF8Text<FileSpace>) {
    self.path = path
    self.text = text
    var starts = [0]
    text.bytes.withUnsafeBufferPointer { bytes in
      var next = 0
      while let end = ByteScan.first(0x0A, or: 0x0D, in: bytes, from: next) {
        next = end + 1
        guard next < bytes.count else { return }
        if bytes[end] == 0x0A || bytes[next] != 0x0A { starts.append(next) }
      }
    }
    // Grown step by step it would keep twice the room it needs.
    lineStarts = starts.withUnsafeBufferPointer { Array($0) }
  }

  /// The line and column of a UTF-8 offset; offsets past the end count as the end.
  public func position(at offset: Int) -> Position {
    let offset = min(max(offset, 0), text.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return Position(
      line: low + 1, column: UTF8Scan.scalarCount(text.bytes[lineStarts[low]..<offset]) + 1)
  }

  /// The UTF-8 offset of a line and a column in scalars, both from 1, kept within the text.
  public func offset(line: Int, column: Int) -> Int {
    guard line >= 1, line <= lineStarts.count else { return line < 1 ? 0 : text.count }
    var offset = lineStarts[line - 1]
    let end = line < lineStarts.count ? lineStarts[line] : text.count
    var left = column - 1
    while left > 0, offset < end {
      offset += 1
      while offset < end, text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }

  /// The text of a line from 1, without its line end.
  public func line(_ number: Int) -> String {
    guard number >= 1, number <= lineStarts.count else { return "" }
    let end = number < lineStarts.count ? lineStarts[number] : text.count
    var bytes = text.bytes[lineStarts[number - 1]..<end]
    while let last = bytes.last, last == 0x0A || last == 0x0D { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  public func location(at offset: Int) -> SourceLocation {
    let position = position(at: offset)
    return SourceLocation(path: path, position: position, excerpt: line(position.line))
  }
}
