public import ZhujieText

/// Finds sentences in running text, for showing a mention where it stands.
public enum Sentences {
  /// The sentence around a span, inside `block`: from after the last sentence mark before it to the next one
  /// after it, closing quotation marks included, white space at both ends left out.
  ///
  /// Sentence marks are 。！？!?… and a full stop that white space or the end follows. A mark inside the span ends nothing.
  /// A sentence that goes on for over `reach` bytes to one side is cut there: every mention shows its own, so that a text
  /// without sentence marks would be shown once for each of its mentions.
  public static func sentence(
    around span: TextSpan<ReadingSpace>, in block: TextSpan<ReadingSpace>, of text: UTF8Text<ReadingSpace>
  ) -> TextSpan<ReadingSpace> {
    text.bytes.withUnsafeBufferPointer { bytes in
      var start = span.lowerBound
      let first = max(block.lowerBound, span.lowerBound - reach)
      while start > first {
        // Most of a text is Han, three bytes a character, and none of those ends a sentence.
        if start >= 3, isHan(bytes[start - 3]) {
          start -= 3
          continue
        }
        var before = start - 1
        while before > 0, bytes[before] & 0xC0 == 0x80 { before -= 1 }
        if endsSentence(at: before, in: bytes, end: block.upperBound) { break }
        start = before
      }
      // Closing marks right after the last sentence end belong to that sentence.
      while start < span.lowerBound {
        let (value, length) = UTF8Scan.scalar(at: start, in: bytes)
        guard isClosing(value) || ScalarClass.isSpace(value) || value == 0x0A else { break }
        start += length
      }
      var end = span.upperBound
      let last = min(block.upperBound, span.upperBound + reach)
      while end < last {
        if isHan(bytes[end]) {
          end += 3
          continue
        }
        let isEnd = endsSentence(at: end, in: bytes, end: block.upperBound)
        end += 1
        while end < block.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
        if isEnd {
          while end < block.upperBound {
            let (next, nextLength) = UTF8Scan.scalar(at: end, in: bytes)
            guard isClosing(next) || isSentenceMark(next) else { break }
            end += nextLength
          }
          break
        }
      }
      return TextSpan(start, end)
    }
  }

  /// Three hundred Han characters, far more than any sentence that is meant to be read.
  private static let reach = 900

  private static func endsSentence(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, end: Int) -> Bool {
    // Most characters tell by their first byte: in a text without sentence marks each mention looks as far as it may.
    let first = bytes[offset]
    guard first < 0x80 || first == 0xE3 || first == 0xEF else { return false }
    let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
    if isSentenceMark(value) { return true }
    guard value == 0x2E else { return false }
    guard offset + length < end else { return true }
    let (next, _) = UTF8Scan.scalar(at: offset + length, in: bytes)
    return ScalarClass.isSpace(next)
  }

  /// Whether a byte begins a character from U+4000 to U+9FFF.
  @inline(__always)
  private static func isHan(_ byte: UInt8) -> Bool { byte >= 0xE4 && byte <= 0xE9 }

  private static func isSentenceMark(_ value: UInt32) -> Bool {
    // 。 ！ ？ ! ? … and their half-width form.
    value == 0x3002 || value == 0xFF01 || value == 0xFF1F || value == 0x21 || value == 0x3F
      || value == 0xFF61 || value == 0x0A
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    // ” ’ 」 』 ） ) 》 ]
    value == 0x201D || value == 0x2019 || value == 0x300D || value == 0x300F || value == 0xFF09
      || value == 0x29 || value == 0x300B || value == 0x5D || value == 0x22
  }
}
