internal import ZhujieText

/// An address that may stand in a link: `http`, `https`, `mailto`, `tel`, or a relative one that stays on the site.
///
/// Everything else is refused, above all what only looks harmless: browsers drop tabs and line ends
/// inside a scheme and white space before it (WHATWG URL), so an address with control characters is
/// never safe.
public struct SafeURL: Sendable, Hashable, CustomStringConvertible {
  /// As written, not percent-encoded.
  public let string: String

  public init?(_ text: String) {
    var text = text
    guard text.withUTF8({ SafeURL.isSafe($0) }) else { return nil }
    string = text
  }

  public var description: String { string }

  /// Percent-encoded where it must be: what a browser would send.
  public var encoded: String {
    var out = ByteSink(capacity: string.utf8.count)
    var text = string
    text.withUTF8 { Escape.url($0, into: &out) }
    return String(decoding: out.bytes, as: UTF8.self).replacingEntities()
  }

  /// Whether it names a place relative to the page: no scheme and no host.
  public var isRelative: Bool {
    !string.utf8.starts(with: "//".utf8) && SafeURL.scheme(Array(string.utf8)[...]) == nil
  }

  static func isSafe(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return false }
    guard let first = bytes.first else { return true }
    if first == 0x20 { return false }
    for (i, byte) in bytes.enumerated() {
      switch byte {
      case 0x3A:
        guard i > 0 else { return false }
        let scheme = bytes[0..<i].map { $0 | 0x20 }
        return allowedSchemes.contains { scheme.elementsEqual($0.utf8) }
      case 0x2F:
        // `//host` is another site under whatever scheme the page has; a file on disk where it has none.
        return i > 0 || bytes.count < 2 || (bytes[1] != 0x2F && bytes[1] != 0x5C)
      case 0x3F, 0x23:
        return true
      case 0x5C:
        // A backslash counts as a slash in browsers.
        return false
      case 0x26:
        // `javascript&colon;…`: nobody names a file so.
        if isEntity(bytes, i) { return false }
      default:
        break
      }
    }
    return true
  }

  private static func isEntity(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> Bool {
    guard start + 1 < bytes.count else { return false }
    if bytes[start + 1] == 0x23 { return true }
    var i = start + 1
    while i < bytes.count, bytes[i] | 0x20 >= 0x61, bytes[i] | 0x20 <= 0x7A { i += 1 }
    return i > start + 1 && i < bytes.count && bytes[i] == 0x3B
  }

  /// The scheme in lower case, or nil where it has none.
  static func scheme(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    for (i, byte) in zip(bytes.indices, bytes) {
      if byte == 0x3A {
        return i == bytes.startIndex ? nil : bytes[bytes.startIndex..<i].map { $0 | 0x20 }
      }
      let isSchemeByte =
        (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
        || byte == 0x2B || byte == 0x2D
        || byte == 0x2E
      if !isSchemeByte { return nil }
    }
    return nil
  }

  private static let allowedSchemes: [String] = ["http", "https", "mailto", "tel"]
}

extension String {
  /// Undoes the two escapes that an address gets inside an attribute.
  fileprivate func replacingEntities() -> String {
    var out: [UInt8] = []
    let bytes = Array(utf8)
    var i = 0
    while i < bytes.count {
      if bytes[i...].starts(with: "&amp;".utf8) {
        out.append(0x26)
        i += 5
      } else if bytes[i...].starts(with: "&#x27;".utf8) {
        out.append(0x27)
        i += 6
      } else {
        out.append(bytes[i])
        i += 1
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
