extension SitePath {
  /// The relative reference (RFC 3986) that leads from one page to another file of the site.
  ///
  /// From `en/people/lin-yuan/index.html` to `en/index.html` it is `../../index.html`. `index.html` is written out, so
  /// that the site can be read from the disk. Bytes that a URL or an HTML attribute would read as something else are
  /// percent-encoded, so the result may stand between quotes as it is.
  package static func relativeLink(from page: SitePath, to target: SitePath) -> String {
    let from = page.string.utf8
    let to = target.string.utf8
    // The end of the last folder that both share.
    var sharedFrom = from.startIndex
    var sharedTo = to.startIndex
    var (i, j) = (from.startIndex, to.startIndex)
    while i < from.endIndex, j < to.endIndex, from[i] == to[j] {
      let isSlash = from[i] == 0x2F
      from.formIndex(after: &i)
      to.formIndex(after: &j)
      if isSlash { (sharedFrom, sharedTo) = (i, j) }
    }
    var bytes: [UInt8] = []
    for byte in from[sharedFrom...] where byte == 0x2F { bytes += [0x2E, 0x2E, 0x2F] }
    URLBytes.encode(to[sharedTo...], keepingSlash: true, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// As `relativeLink(from:to:)`, leading to the element with an id. Within one page the result is only the fragment.
  package static func relativeLink(from page: SitePath, to target: SitePath, anchor: String)
    -> String
  {
    let path = page == target ? "" : relativeLink(from: page, to: target)
    var bytes: [UInt8] = [UInt8(ascii: "#")]
    URLBytes.encode(anchor.utf8, keepingSlash: true, into: &bytes)
    return path + String(decoding: bytes, as: UTF8.self)
  }
}

/// Percent-encoding (RFC 3986 2.1).
enum URLBytes {
  /// Appends `bytes` with everything encoded but letters, digits and the marks that neither a URL's path or fragment
  /// nor an HTML attribute reads as something else.
  static func encode(_ bytes: some Sequence<UInt8>, keepingSlash: Bool, into result: inout [UInt8])
  {
    let digits: [UInt8] = Array("0123456789ABCDEF".utf8)
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "("),
        UInt8(ascii: ")"),
        UInt8(ascii: "+"), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="),
        UInt8(ascii: "@"):
        result.append(byte)
      case UInt8(ascii: "/") where keepingSlash:
        result.append(byte)
      default:
        result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
  }

  /// The bytes with each `%XX` read; nil where a `%` is not followed by two hexadecimal digits.
  static func decode(_ bytes: some Collection<UInt8>) -> [UInt8]? {
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
