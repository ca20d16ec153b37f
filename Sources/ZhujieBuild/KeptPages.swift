import ZhujieSite
import ZhujieText

/// Pages as a build left them: what each was made from, and how long its files are.
struct KeptPages: Sendable {
  struct Page: Sendable {
    let digest: ContentDigest
    /// Of the page, then of its copy where it has one.
    let byteCounts: [Int]
  }

  private var pages: [String: Page] = [:]

  init() {}

  subscript(path: String) -> Page? {
    get { pages[path] }
    set { pages[path] = newValue }
  }

  var isEmpty: Bool { pages.isEmpty }
}

extension KeptPages {
  /// A line a page, in order of path: its digest, its path, the lengths of its files.
  var lines: [String] {
    pages.keys.sorted().compactMap { path in
      pages[path].map { "\($0.digest.text) \(path) \($0.byteCounts.map(String.init).joined(separator: " "))" }
    }
  }

  /// What cannot be read as a page is none.
  init(lines: some Sequence<Substring>) {
    for line in lines {
      let words = line.split(separator: " ")
      guard words.count > 2, let digest = ContentDigest(words[0]) else { continue }
      let byteCounts = words[2...].compactMap { Int($0) }
      guard byteCounts.count == words.count - 2 else { continue }
      pages[String(words[1])] = Page(digest: digest, byteCounts: byteCounts)
    }
  }
}
