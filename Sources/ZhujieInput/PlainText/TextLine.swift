import ZhujieText

/// A line of a bare text that holds more than spaces, without the spaces around it.
struct TextLine {
  /// How a line ends, closing quotes and brackets aside.
  enum Ending {
    /// `。`, `？`, `…` and the like.
    case sentence
    /// `，`, `：` and the like: more must follow.
    case comma
    case none
  }

  let span: TextSpan<FileSpace>
  let scalarCount: Int
  let ending: Ending

  /// The lines of a body that are not blank, and for each whether a blank one stands before it.
  static func lines(of file: SourceFile, in body: TextSpan<FileSpace>) -> [(
    line: TextLine, followsBlank: Bool
  )] {
    var result: [(line: TextLine, followsBlank: Bool)] = []
    var followsBlank = false
    file.text.bytes.withUnsafeBufferPointer { bytes in
      for (index, lineStart) in file.lineStarts.enumerated() {
        let start = max(lineStart, body.lowerBound)
        let end = index + 1 < file.lineStarts.count ? file.lineStarts[index + 1] : bytes.count
        guard start < min(end, body.upperBound) else { continue }
        if let line = TextLine(start..<min(end, body.upperBound), in: bytes) {
          result.append((line, followsBlank))
          followsBlank = false
        } else {
          followsBlank = true
        }
      }
    }
    return result
  }

  /// Whether nothing but white space and line ends is there.
  static func isBlank(_ span: TextSpan<FileSpace>, in file: SourceFile) -> Bool {
    !UTF8Scan.contains(file.text.slice(span)) { !isWhite($0) }
  }

  /// Nil where the range holds only white space.
  private init?(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) {
    var (lower, upper) = (range.lowerBound, range.upperBound)
    while lower < upper {
      let (value, length) = UTF8Scan.scalar(at: lower, in: bytes)
      guard Self.isWhite(value) else { break }
      lower += length
    }
    while upper > lower {
      let (value, length) = UTF8Scan.scalar(before: upper, in: bytes)
      guard Self.isWhite(value) else { break }
      upper -= length
    }
    guard lower < upper else { return nil }
    span = TextSpan(lower, upper)
    var count = 0
    for i in lower..<upper where bytes[i] & 0xC0 != 0x80 { count += 1 }
    scalarCount = count
    ending = Self.ending(lower, upper, bytes)
  }

  private static func ending(_ lower: Int, _ upper: Int, _ bytes: UnsafeBufferPointer<UInt8>)
    -> Ending
  {
    var end = upper
    while end > lower {
      let (value, length) = UTF8Scan.scalar(before: end, in: bytes)
      switch value {
      case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0x300B, 0x300D, 0x300F, 0x3011, 0x3015, 0xFF09,
        0x3009:
        end -= length
      case 0x21, 0x2E, 0x3F, 0x2026, 0x22EF, 0x3002, 0xFF01, 0xFF0E, 0xFF1F, 0xFF61:
        return .sentence
      case 0x2C, 0x3A, 0x3B, 0x3001, 0xFF0C, 0xFF1A, 0xFF1B:
        return .comma
      default:
        return .none
      }
    }
    return .none
  }

  private static func isWhite(_ value: UInt32) -> Bool {
    ScalarClass.isSpace(value) || value == 0x0A || value == 0x0D || value == 0x0B || value == 0x0C
      || value == 0x200B || value == 0xFEFF || value == 0x85 || value == 0x2028 || value == 0x2029
  }
}
