import ZhujieText

/// Text inside a string of JavaScript.
public enum ScriptText {
  /// Appends a UTF-16 unit. Halves of surrogate pairs stand alone in keys, so they are escaped.
  static func append(_ unit: UInt16, to bytes: inout [UInt8]) {
    guard unit >= 0xD800, unit <= 0xDFFF else { return UTF8Scan.append(UInt32(unit), to: &bytes) }
    bytes += Array("\\u".utf8)
    for shift in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: unit >> UInt16(shift) & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
  }

  /// A file that hands `payload`, an expression, to the search script. A file of script rather than of data, because
  /// from the disk a page may load nothing else.
  public static func file(_ name: String, _ payload: [UInt8]) -> [UInt8] {
    Array("zhujieFound(\"\(name)\",".utf8) + payload + Array(")\n".utf8)
  }

  /// The name of the n-th file of a sort: folders of 256.
  public static func name(_ sort: String, _ number: Int) -> String {
    let high = String(number >> 8, radix: 16)
    let low = String(number & 0xFF, radix: 16)
    func padded(_ hex: String) -> String { hex.utf8.count < 2 ? "0" + hex : hex }
    return "\(sort)/\(padded(high))/\(padded(low))"
  }
}
