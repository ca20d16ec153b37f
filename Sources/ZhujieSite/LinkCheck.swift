import Synchronization
package import ZhujieText

/// Checks that every internal link of a site leads somewhere.
///
/// It looks at each page as it is made and keeps neither the page nor its links. Whether a link is broken depends only on
/// where it leads, so each place that anything leads to is kept once, with the one page to name if nothing is there; and
/// of the ids of a page only their hashes are kept.
package final class LinkCheck: SiteSink {
  private let state = Mutex(LinkCheckState())

  package init() {}

  /// Takes a file, from any thread and in any order. Only `.html` files are looked into.
  package func add(_ file: SiteFile) {
    let page = PageLinks(of: file)
    state.withLock { $0.insert(page) }
  }

  /// What is wrong with the links of the files so far, in order.
  package func diagnostics() -> [Diagnostic] {
    state.withLock { $0.diagnostics() }
  }
}

/// What one page holds.
struct PageLinks {
  struct Target: Hashable {
    /// The path in the site, decoded; not always one that can exist.
    let path: String
    /// The id, decoded; nil where the link leads to the page as a whole.
    let anchor: String?

    static func == (a: Self, b: Self) -> Bool {
      a.path.utf8.elementsEqual(b.path.utf8) && (a.anchor == nil) == (b.anchor == nil)
        && (a.anchor ?? "").utf8.elementsEqual((b.anchor ?? "").utf8)
    }
  }

  let path: SitePath
  /// The hashes of the ids, sorted.
  private(set) var ids: [UInt64] = []
  /// The places that links lead to, each once.
  private(set) var targets: [Target] = []
  /// Links that cannot lead to anything in the site, as written.
  private(set) var unusable: [String] = []
  private(set) var duplicateIDs: [String] = []

  init(of file: SiteFile) {
    path = file.path
    guard file.path.string.hasSuffix(".html") else { return }
    var hashes: Set<UInt64> = []
    var seen: Set<UInt64> = []
    file.contents.withUnsafeBufferPointer { page in
      HTMLScan.attributes(of: page) { attribute, value in
        switch attribute {
        case .id:
          let id = HTMLScan.unescaped(value)
          if !hashes.insert(Self.hash(id)).inserted {
            duplicateIDs.append(String(decoding: id, as: UTF8.self))
          }
        case .link:
          // Pages name the same entity many times.
          if seen.insert(Self.hash(value)).inserted { insertLink(HTMLScan.unescaped(value)) }
        }
      }
    }
    ids = hashes.sorted()
  }

  private mutating func insertLink(_ link: [UInt8]) {
    guard !Self.isExternal(link) else { return }
    let fragment = link.firstIndex(of: UInt8(ascii: "#"))
    let reference = link[..<(fragment ?? link.endIndex)].prefix { $0 != UInt8(ascii: "?") }
    let anchor = fragment.flatMap { PercentCoding.decode(link[($0 + 1)...]) }
    guard fragment == nil || anchor != nil, let decoded = PercentCoding.decode(reference),
      let target = resolve(decoded)
    else {
      unusable.append(String(decoding: link, as: UTF8.self))
      return
    }
    // `#` alone is the top of the page, and `#top` as well (HTML Standard, 7.4.6.4).
    let isTop = anchor == nil || anchor == [] || anchor == Array("top".utf8)
    targets.append(
      Target(path: target, anchor: isTop ? nil : anchor.map { String(decoding: $0, as: UTF8.self) })
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
  private func resolve(_ reference: [UInt8]) -> String? {
    if reference.isEmpty { return path.string }
    if reference.first == 0x2F { return nil }
    var parts = Array(path.string.utf8).split(separator: 0x2F).dropLast().map { ArraySlice($0) }
    for part in reference.split(separator: 0x2F, omittingEmptySubsequences: false) {
      if part == [0x2E, 0x2E] {
        guard parts.popLast() != nil else { return nil }
      } else if part != [0x2E] {
        parts.append(part)
      }
    }
    return String(decoding: Array(parts.joined(separator: [0x2F])), as: UTF8.self)
  }

  /// FNV-1a with a last mixing, over 64 bits: the same on every run.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    hash ^= hash >> 32
    return hash &* 0xD6E8_FEB8_6659_FD93
  }
}

/// What is known of all pages so far.
private struct LinkCheckState {
  /// Every file of the site, and the sorted hashes of the ids in it.
  private var files: [SitePath: [UInt64]] = [:]
  /// The first page, in the order of paths, that leads to a place.
  private var origins: [PageLinks.Target: SitePath] = [:]
  private var findings: [Diagnostic] = []

  mutating func insert(_ page: PageLinks) {
    files[page.path] = page.ids
    for target in page.targets {
      if let origin = origins[target], origin < page.path { continue }
      origins[target] = page.path
    }
    for link in page.unusable {
      findings.append(
        Self.finding(.linkBroken, page.path, "'\(link)' leads to no place in the site")
      )
    }
    for id in page.duplicateIDs {
      findings.append(
        Self.finding(.pageDuplicateID, page.path, "'\(id)' is the id of two elements")
      )
    }
  }

  func diagnostics() -> [Diagnostic] {
    var result = findings
    for (target, origin) in origins {
      guard let path = SitePath(target.path), let ids = files[path] else {
        result.append(
          Self.finding(.linkBroken, origin, "'\(target.path)' is linked to and is not in the site")
        )
        continue
      }
      guard let anchor = target.anchor, !Self.contains(ids, PageLinks.hash(anchor.utf8)) else {
        continue
      }
      result.append(
        Self.finding(
          .linkBrokenAnchor,
          origin,
          "'\(target.path)#\(anchor)' is linked to and that page has no such id"
        )
      )
    }
    return result.sorted()
  }

  private static func finding(_ code: DiagnosticCode, _ page: SitePath, _ message: String)
    -> Diagnostic
  {
    Diagnostic(.error, code, at: SourceLocation(path: SourcePath(page.string)), message)
  }

  private static func contains(_ sorted: [UInt64], _ value: UInt64) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }
}
