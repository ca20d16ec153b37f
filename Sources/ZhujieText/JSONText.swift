/// Strings as JSON writes them (RFC 8259).
package enum JSONText {
  /// The string between quotation marks, with quotation marks, backslashes and controls escaped.
  package static func quoted(_ text: String) -> String {
    var result: [UInt8] = [0x22]
    for byte in text.utf8 {
      switch byte {
      case 0x22: result += [0x5C, 0x22]
      case 0x5C: result += [0x5C, 0x5C]
      case 0x0A: result += [0x5C, 0x6E]
      case 0x0D: result += [0x5C, 0x72]
      case 0x09: result += [0x5C, 0x74]
      case 0x00..<0x20:
        result += Array("\\u00".utf8)
        result.append(byte < 0x10 ? 0x30 : 0x31)
        result.append(Array("0123456789abcdef".utf8)[Int(byte & 0x0F)])
      default: result.append(byte)
      }
    }
    result.append(0x22)
    return String(decoding: result, as: UTF8.self)
  }
}
