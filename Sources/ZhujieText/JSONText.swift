/// Strings as JSON writes them (RFC 8259).
public enum JSONText {
  /// The string between quotation marks, with quotation marks, backslashes and controls escaped.
  public static func quoted(_ text: String) -> String {
    ByteSink.string { append(quoted: text, to: &$0) }
  }

  /// The same in bytes, from valid UTF-8.
  public static func append(quoted text: ArraySlice<UInt8>, to result: inout ByteSink) {
    result.append(0x22)
    text.withUnsafeBufferPointer { append(escaped: $0, to: &result) }
    result.append(0x22)
  }

  public static func append(quoted text: String, to result: inout ByteSink) {
    result.append(0x22)
    text.utf8Span.span.withUnsafeBufferPointer { append(escaped: $0, to: &result) }
    result.append(0x22)
  }

  /// Most bytes stand for themselves and are copied in runs.
  private static func append(escaped bytes: UnsafeBufferPointer<UInt8>, to result: inout ByteSink) {
    var copied = 0
    for i in bytes.indices {
      let byte = bytes[i]
      guard byte < 0x20 || byte == 0x22 || byte == 0x5C else { continue }
      result.append(UnsafeBufferPointer(rebasing: bytes[copied..<i]))
      copied = i + 1
      result.append(0x5C)
      switch byte {
      case 0x22, 0x5C: result.append(byte)
      case 0x0A: result.append(UInt8(ascii: "n"))
      case 0x0D: result.append(UInt8(ascii: "r"))
      case 0x09: result.append(UInt8(ascii: "t"))
      default:
        let digit = byte & 0x0F
        result.append(literal: byte < 0x10 ? "u000" : "u001")
        result.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
      }
    }
    result.append(UnsafeBufferPointer(rebasing: bytes[copied...]))
  }
}
