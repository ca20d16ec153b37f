import ZhujieText

/// What one page holds of links and ids, as hashes.
struct PageLinks {
  /// A place in the site that a link leads to.
  struct Target {
    /// The hash of the path.
    let path: UInt64
    /// The hash of the id; 0 where the link leads to the page as a whole.
    let anchor: UInt64
    /// Where the link stands in the page, as it is written there.
    let written: Range<Int>

    /// Never 0.
    var key: UInt64 {
      let key = path ^ (anchor &* 0x9E37_79B9_7F4A_7C15)
      return key == 0 ? 1 : key
    }
  }

  let path: SitePath
  /// Sorted.
  private(set) var ids: [UInt64] = []
  /// The places in other pages that links lead to, each once for each way in which they are written.
  private(set) var targets: [Target] = []
  /// Links that cannot lead to anything in the site, or to an id that this page does not have.
  private(set) var unusable: [String] = []
  private(set) var missingAnchors: [String] = []
  private(set) var duplicateIDs: [String] = []

  /// The hash of the path up to and with each of its slashes, from the top of the site.
  private var folders: [ByteHash] = [ByteHash()]
  /// The hashes of links as they are written: many lead where another did, and are read no further.
  private var written = HashTable(minimumCapacity: 128)
  private var ownAnchors: [Target] = []

  init(of file: SiteFile) {
    var paths = KnownPaths()
    self.init(of: file, &paths)
  }

  /// `paths` are those that links of other pages led to.
  init(of file: SiteFile, _ paths: inout KnownPaths) {
    path = file.path
    guard file.path.string.hasSuffix(".html") else { return }
    var hash = ByteHash()
    for byte in file.path.string.utf8 {
      hash.add(byte)
      if byte == 0x2F { folders.append(hash) }
    }
    targets.reserveCapacity(256)
    ids.reserveCapacity(64)
    file.contents.withUnsafeBufferPointer { page in
      HTMLScan.attributes(of: page) { attribute, range in
        let value = UnsafeBufferPointer(rebasing: page[range])
        switch attribute {
        case .id:
          ids.append(
            value.contains(UInt8(ascii: "&"))
              ? ByteHash.of(HTMLScan.unescaped(value)) : ByteHash.of(value)
          )
        case .link:
          if written.insert(ByteHash.ofWords(value), 0) == nil { insertLink(value, at: range, &paths) }
        }
      }
      finish(page)
    }
  }

  private mutating func finish(_ page: UnsafeBufferPointer<UInt8>) {
    ids.sort()
    var missing: Set<UInt64> = []
    for target in ownAnchors where !Self.contains(ids[...], target.anchor) && missing.insert(target.anchor).inserted {
      missingAnchors.append(String(decoding: page[target.written], as: UTF8.self))
    }
    guard zip(ids, ids.dropFirst()).contains(where: ==) else { return }
    var counts: [String: Int] = [:]
    HTMLScan.attributes(of: page) { attribute, range in
      guard attribute == .id else { return }
      let id = String(
        decoding: HTMLScan.unescaped(UnsafeBufferPointer(rebasing: page[range])),
        as: UTF8.self
      )
      counts[id, default: 0] += 1
      if counts[id] == 2 { duplicateIDs.append(id) }
    }
  }

  /// Reads the ordinary link, `../x/index.html#p1`, without taking it apart; all others the long way.
  private mutating func insertLink(_ link: UnsafeBufferPointer<UInt8>, at range: Range<Int>, _ paths: inout KnownPaths) {
    var i = 0
    var depth = folders.count - 1
    while depth >= 0, i + 3 <= link.count, link[i] == 0x2E, link[i + 1] == 0x2E, link[i + 2] == 0x2F
    {
      (i, depth) = (i + 3, depth - 1)
    }
    guard depth >= 0, i < link.count else { return insertAnyLink(link, at: range) }
    let end = HTMLScan.index(of: UInt8(ascii: "#"), in: link, from: i) ?? link.count
    // Up and no further, or nothing at all: no ordinary link to another file.
    let isOwn = end == 0
    guard isOwn || end > i else { return insertAnyLink(link, at: range) }
    var path: UInt64?
    if !isOwn {
      path = paths.path(of: UnsafeBufferPointer(rebasing: link[i..<end]), in: folders[depth])
      if path == nil { return insertAnyLink(link, at: range) }
    }
    var anchor = ByteHash()
    for byte in link[min(end + 1, link.count)...] {
      if byte == UInt8(ascii: "%") || byte == UInt8(ascii: "&") {
        return insertAnyLink(link, at: range)
      }
      anchor.add(byte)
    }
    let hasAnchor = end + 1 < link.count && !(link.count == end + 4 && link[(end + 1)...].elementsEqual("top".utf8))
    insert(path: path, anchor: hasAnchor ? anchor.value : 0, at: range)
  }

  /// A nil path is the page itself.
  private mutating func insert(path: UInt64?, anchor: UInt64, at range: Range<Int>) {
    if path == nil, anchor == 0 { return }
    let target = Target(path: path ?? 0, anchor: anchor, written: range)
    if path == nil { ownAnchors.append(target) } else { targets.append(target) }
  }

  /// Any reference of RFC 3986, with its escapes.
  private mutating func insertAnyLink(_ written: UnsafeBufferPointer<UInt8>, at range: Range<Int>) {
    let link = HTMLScan.unescaped(written)
    guard !Self.isExternal(link) else { return }
    let fragment = link.firstIndex(of: UInt8(ascii: "#"))
    let reference = link[..<(fragment ?? link.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    let anchor = fragment.map { PercentCoding.decode(link[($0 + 1)...]) } ?? []
    guard let anchor, let decoded = PercentCoding.decode(reference), let target = resolve(decoded)
    else {
      unusable.append(String(decoding: link, as: UTF8.self))
      return
    }
    // `#` alone is the top of the page, and `#top` as well (HTML Standard, 7.4.6.4).
    let isTop = anchor.isEmpty || anchor.elementsEqual("top".utf8)
    let isOwn = target.elementsEqual(path.string.utf8)
    insert(
      path: isOwn ? nil : ByteHash.of(target),
      anchor: isTop ? 0 : ByteHash.of(anchor),
      at: range
    )
  }

  /// Whether a link leaves the site: it has a scheme, or names a host.
  private static func isExternal(_ link: [UInt8]) -> Bool {
    if link.starts(with: [0x2F, 0x2F]) { return true }
    guard let end = link.firstIndex(where: { [0x3A, 0x2F, 0x3F, 0x23].contains($0) }) else {
      return false
    }
    return link[end] == 0x3A
  }

  /// The path in the site that a relative path leads to from here; nil where it leads out of the site or is absolute.
  private func resolve(_ reference: [UInt8]) -> [UInt8]? {
    if reference.isEmpty { return Array(path.string.utf8) }
    if reference.first == 0x2F { return nil }
    var parts = Array(path.string.utf8).split(separator: 0x2F).dropLast()
    for part in reference.split(separator: 0x2F, omittingEmptySubsequences: false) {
      if part == [0x2E, 0x2E] {
        guard parts.popLast() != nil else { return nil }
      } else if part != [0x2E] {
        parts.append(part)
      }
    }
    return Array(parts.joined(separator: [0x2F]))
  }

  static func contains(_ sorted: ArraySlice<UInt64>, _ value: UInt64) -> Bool {
    var (low, high) = (sorted.startIndex, sorted.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.endIndex && sorted[low] == value
  }
}
