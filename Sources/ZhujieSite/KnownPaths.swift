import ZhujieText

/// The hashes of paths that links lead to, by the link and the folder it starts from. Most links of a site lead to a few pages, and
/// from most pages in the same words; hashing a path byte by byte takes much longer than looking it up.
///
/// One place for each of some thousands; a newer path takes the place of an older one.
struct KnownPaths {
  private var places = [(key: UInt64, hash: UInt64)](repeating: (0, 0), count: Self.size)

  private static let size = 1 << 13

  /// The hash of the path that `link`, without ways up and anchor, leads to from a folder; nil for a link that is not ordinary: with
  /// escapes, a query, a scheme, or folders named by dots.
  mutating func path(of link: UnsafeBufferPointer<UInt8>, in folder: ByteHash) -> UInt64? {
    let key = ByteHash.ofWords(link, after: folder.value)
    let place = Int(truncatingIfNeeded: key >> 32) & (Self.size - 1)
    if places[place].key == key { return places[place].hash }
    guard let hash = Self.hash(of: link, in: folder) else { return nil }
    places[place] = (key, hash)
    return hash
  }

  private static func hash(of link: UnsafeBufferPointer<UInt8>, in folder: ByteHash) -> UInt64? {
    var hash = folder
    var isAfterSlash = true
    for byte in link {
      // Letters, digits and hyphens; the other bytes above `?` have no meaning here either.
      if byte >= 0x40 || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D {
        isAfterSlash = false
      } else {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "&"), UInt8(ascii: "?"), UInt8(ascii: ":"): return nil
        case 0x2E where isAfterSlash, 0x2F where isAfterSlash: return nil
        default: isAfterSlash = byte == 0x2F
        }
      }
      hash.add(byte)
    }
    return hash.value
  }
}
