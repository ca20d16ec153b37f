internal import Yams
import ZhujieText

/// Turns the parser's places into offsets of the file.
///
/// The parser counts columns in scalars, but its lines are not ours: it also ends them at U+0085,
/// U+2028 and U+2029, and its first line is the first of the YAML. Every value is looked up, and
/// all of them may stand on one line, so the offset of every 256th column is kept and nobody walks
/// farther than that.
struct YAMLPlaces {
  private let file: SourceFile
  private let span: TextSpan<FileSpace>
  /// The offset of columns 1, 257, 513 … of each line, line after line.
  private let milestones: [Int]
  /// The index in `milestones` of each line's first.
  private let lineStarts: [Int]

  private static let stride = 256

  init(_ file: SourceFile, in span: TextSpan<FileSpace>) {
    self.file = file
    self.span = span
    var milestones = [span.lowerBound]
    var lineStarts = [0]
    file.text.bytes.withUnsafeBufferPointer { bytes in
      var i = span.lowerBound
      var column = 0
      while i < span.upperBound {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        i += length
        column += 1
        switch value {
        case 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
          if value == 0x0D, i < span.upperBound, bytes[i] == 0x0A { i += 1 }
          lineStarts.append(milestones.count)
          milestones.append(i)
          column = 0
        default:
          if column % Self.stride == 0 { milestones.append(i) }
        }
      }
    }
    self.milestones = milestones
    self.lineStarts = lineStarts
  }

  func offset(_ mark: Mark) -> Int {
    guard mark.line >= 1 else { return span.lowerBound }
    guard mark.line <= lineStarts.count else { return span.upperBound }
    let first = lineStarts[mark.line - 1]
    let end = mark.line < lineStarts.count ? lineStarts[mark.line] : milestones.count
    var left = max(mark.column - 1, 0)
    let steps = min(left / Self.stride, end - 1 - first)
    var offset = milestones[first + steps]
    left -= steps * Self.stride
    while left > 0, offset < span.upperBound {
      offset += 1
      while offset < span.upperBound, file.text.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    return offset
  }
}
