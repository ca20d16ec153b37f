import Yams
import ZhujieText

/// Turns the parser's places into offsets of the file.
///
/// The parser counts columns in scalars, but its lines are not ours: it also ends them at U+0085, U+2028
/// and U+2029, and its first line is the first of the YAML.
struct YAMLPlaces {
  private let file: SourceFile
  private let span: TextSpan<FileSpace>
  private let lineStarts: [Int]

  init(_ file: SourceFile, in span: TextSpan<FileSpace>) {
    self.file = file
    self.span = span
    var starts = [span.lowerBound]
    file.text.bytes.withUnsafeBufferPointer { bytes in
      var i = span.lowerBound
      while i < span.upperBound {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        i += length
        switch value {
        case 0x0D:
          if i < span.upperBound, bytes[i] == 0x0A { i += 1 }
          starts.append(i)
        case 0x0A, 0x85, 0x2028, 0x2029:
          starts.append(i)
        default:
          break
        }
      }
    }
    lineStarts = starts
  }

  func offset(_ mark: Mark) -> Int {
    guard mark.line >= 1 else { return span.lowerBound }
    guard mark.line <= lineStarts.count else { return span.upperBound }
    var offset = lineStarts[mark.line - 1]
    var left = mark.column - 1
    while left > 0, offset < span.upperBound {
      offset += 1
      while offset < span.upperBound, file.text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
