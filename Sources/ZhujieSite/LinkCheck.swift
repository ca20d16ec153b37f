public import ZhujieText

/// Checks that every internal link of a site leads somewhere.
///
/// It looks at each page as it is made and keeps neither the page nor its links. Of the ids of a page their hashes are
/// kept. Whether a link is broken depends only on where it leads, so each place that is not there yet is kept once, as a
/// hash, with one link to name if it never comes.
///
/// A page that stays as the last build left it leads nowhere that the last build had not checked. Neither does a link in a
/// new page that its earlier form had to a page that stays.
public final class LinkCheck: SiteSink {
  private let state = Locked(LinkCheckState())
  private let store: (any SiteStore)?
  /// What nobody is looking into a page with now.
  private let idle = Locked<[KnownPaths]>([])

  /// `store` holds the pages that are kept, and the earlier forms of others.
  public init(keptIn store: (any SiteStore)? = nil) {
    self.store = store
  }

  /// Knows a page that stays as it was.
  public func keep(_ path: SitePath) {
    state.withLock { $0.insert(kept: path) }
  }

  /// Takes a file, from any thread and in any order. Only `.html` files are looked into.
  public func add(_ file: SiteFile) {
    var paths = idle.withLock { $0.popLast() } ?? KnownPaths()
    let page = PageLinks(of: file, &paths)
    let earlier = page.targets.isEmpty ? nil : store?.earlier(file.path)
    let known = earlier.map { PageLinks(of: SiteFile(path: file.path, contents: $0), &paths).targets.map(\.key) } ?? []
    idle.withLock { [paths] in $0.append(paths) }
    state.withLock { $0.insert(page, of: file, known: Set(known)) }
  }

  /// What is wrong with the links of the files so far, in order. A place that many links miss is named once.
  public func diagnostics() -> [Diagnostic] {
    state.withLock { state in
      state.diagnostics { path in
        store?.earlier(path).map { PageLinks(of: SiteFile(path: path, contents: $0)).ids } ?? []
      }
    }
  }
}

/// What is known of all pages so far.
private struct LinkCheckState {
  private struct Target {
    let path: UInt64
    let anchor: UInt64
    /// The page to name. Of all that lead here it is the one with the smallest hash, in whatever order they came.
    var origin: UInt32
    /// The link of that page, in `texts`.
    var text: Range<Int>
    /// Whether a link of an earlier build led here, too.
    var isKnown: Bool
  }

  private var paths: [SitePath] = []
  private var pathHashes: [UInt64] = []
  /// The number of a file by the hash of its path.
  private var numbers = HashTable()
  /// The ids of all files, those of each sorted, and where those of a file are.
  private var ids: [UInt64] = []
  private var idRanges: [Range<Int>] = []
  private var targets: [Target] = []
  private var targetNumbers = HashTable()
  private var texts: [UInt8] = []
  private var findings: [Diagnostic] = []
  /// The numbers of pages that stay as they were. Their ids are not looked up before somebody asks.
  private var kept: Set<Int> = []

  private mutating func insert(_ path: SitePath, ids own: [UInt64]) -> (number: UInt32, hash: UInt64) {
    let number = UInt32(truncatingIfNeeded: paths.count)
    let hash = ByteHash.of(path.string.utf8)
    paths.append(path)
    pathHashes.append(hash)
    _ = numbers.insert(hash, number)
    idRanges.append(ids.count..<(ids.count + own.count))
    ids += own
    return (number, hash)
  }

  mutating func insert(kept path: SitePath) {
    kept.insert(Int(insert(path, ids: []).number))
  }

  /// `known` are the keys of targets that an earlier build found to be there.
  mutating func insert(_ page: PageLinks, of file: SiteFile, known earlier: Set<UInt64>) {
    let (number, hash) = insert(page.path, ids: page.ids)
    for target in page.targets where !isThere(target, known: earlier) {
      let known = targetNumbers.insert(target.key, UInt32(truncatingIfNeeded: targets.count)).map(
        Int.init
      )
      let isKnown = earlier.contains(target.key)
      if let known, isKnown { targets[known].isKnown = true }
      if let known, pathHashes[Int(targets[known].origin)] <= hash { continue }
      let text = texts.count..<(texts.count + target.written.count)
      texts += file.contents[target.written]
      if let known {
        (targets[known].origin, targets[known].text) = (number, text)
      } else {
        targets.append(
          Target(path: target.path, anchor: target.anchor, origin: number, text: text, isKnown: isKnown))
      }
    }
    for link in page.unusable {
      findings.append(
        Self.finding(.linkBroken, page.path, "'\(link)' leads to no place in the site")
      )
    }
    for link in page.missingAnchors {
      findings.append(
        Self.finding(
          .linkBrokenAnchor,
          page.path,
          "'\(link)' leads to an id that is not in this page"
        )
      )
    }
    for id in page.duplicateIDs {
      findings.append(
        Self.finding(.pageDuplicateID, page.path, "'\(id)' is the id of two elements")
      )
    }
  }

  /// Whether a place is known to be there by now; then nothing of the link need be kept.
  private func isThere(_ target: PageLinks.Target, known earlier: Set<UInt64>) -> Bool {
    guard let number = numbers[target.path].map(Int.init) else { return false }
    return target.anchor == 0 || PageLinks.contains(ids[idRanges[number]], target.anchor)
      || (kept.contains(number) && earlier.contains(target.key))
  }

  /// `earlierIDs` gives the sorted ids of a page that was kept.
  func diagnostics(_ earlierIDs: (SitePath) -> [UInt64]) -> [Diagnostic] {
    var result = findings
    var looked: [Int: [UInt64]] = [:]
    for target in targets {
      let code: DiagnosticCode
      let fault: String
      if let number = numbers[target.path].map(Int.init) {
        if target.anchor == 0 || PageLinks.contains(ids[idRanges[number]], target.anchor) { continue }
        if kept.contains(number) {
          if target.isKnown { continue }
          let ids = looked[number] ?? earlierIDs(paths[number])
          looked[number] = ids
          if PageLinks.contains(ids[...], target.anchor) { continue }
        }
        (code, fault) = (.linkBrokenAnchor, "leads to an id that is not in that page")
      } else {
        (code, fault) = (.linkBroken, "leads to a file that is not in the site")
      }
      let link = String(decoding: texts[target.text], as: UTF8.self)
      result.append(Self.finding(code, paths[Int(target.origin)], "'\(link)' \(fault)"))
    }
    return result.sorted()
  }

  private static func finding(_ code: DiagnosticCode, _ page: SitePath, _ message: String)
    -> Diagnostic
  {
    Diagnostic(.error, code, at: SourceLocation(path: SourcePath(page.string)), message)
  }
}
