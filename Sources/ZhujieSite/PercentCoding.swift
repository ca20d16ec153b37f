/// Percent-encoding (RFC 3986 2.1).
public enum PercentCoding {
  /// The bytes with everything encoded but `/`, letters, digits and the marks that neither the path or fragment of a URL
  /// nor an HTML attribute reads as something else.
  public static func encode(_ bytes: some Sequence<UInt8>) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var result: [UInt8] = []
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        result.append(byte)
      case _ where "-._~!$()+,;=@/".utf8.contains(byte):
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The bytes with each `%XX` read; nil where a `%` is not followed by two hexadecimal digits.
  public static func decode(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = bytes.startIndex
    while i < bytes.endIndex {
      guard bytes[i] == UInt8(ascii: "%") else {
        result.append(bytes[i])
        bytes.formIndex(after: &i)
        continue
      }
      guard let high = bytes.index(i, offsetBy: 1, limitedBy: bytes.endIndex),
        high < bytes.endIndex,
        let low = bytes.index(i, offsetBy: 2, limitedBy: bytes.endIndex), low < bytes.endIndex,
        let upper = hexadecimal(bytes[high]), let lower = hexadecimal(bytes[low])
      else { return nil }
      result.append(upper << 4 | lower)
      i = bytes.index(after: low)
    }
    return result
  }

  private static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
