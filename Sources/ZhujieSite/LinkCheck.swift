import Synchronization
package import ZhujieText

/// Checks that every internal link of a site leads somewhere.
///
/// It looks at each page as it is made and keeps neither the page nor its links. Whether a link is broken depends only on
/// where it leads, so each place that anything leads to is kept once, as a hash, with one link to name if nothing is
/// there; and of the ids of a page only their hashes are kept.
package final class LinkCheck: SiteSink {
  private let state = Mutex(LinkCheckState())

  package init() {}

  /// Takes a file, from any thread and in any order. Only `.html` files are looked into.
  package func add(_ file: SiteFile) {
    let page = PageLinks(of: file)
    state.withLock { $0.insert(page, of: file) }
  }

  /// What is wrong with the links of the files so far, in order. A place that many links miss is named once.
  package func diagnostics() -> [Diagnostic] {
    state.withLock { $0.diagnostics() }
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

  mutating func insert(_ page: PageLinks, of file: SiteFile) {
    let number = UInt32(truncatingIfNeeded: paths.count)
    let hash = ByteHash.of(page.path.string.utf8)
    paths.append(page.path)
    pathHashes.append(hash)
    _ = numbers.insert(hash, number)
    idRanges.append(ids.count..<(ids.count + page.ids.count))
    ids += page.ids
    for target in page.targets {
      let known = targetNumbers.insert(target.key, UInt32(truncatingIfNeeded: targets.count)).map(
        Int.init
      )
      if let known, pathHashes[Int(targets[known].origin)] <= hash { continue }
      let text = texts.count..<(texts.count + target.written.count)
      texts += file.contents[target.written]
      if let known {
        (targets[known].origin, targets[known].text) = (number, text)
      } else {
        targets.append(Target(path: target.path, anchor: target.anchor, origin: number, text: text))
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

  func diagnostics() -> [Diagnostic] {
    var result = findings
    for target in targets {
      let code: DiagnosticCode
      let fault: String
      if let number = numbers[target.path] {
        if target.anchor == 0 || PageLinks.contains(ids[idRanges[Int(number)]], target.anchor) {
          continue
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
