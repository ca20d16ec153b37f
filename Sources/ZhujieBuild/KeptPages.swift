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

extension KeptPages: CompactCodable {
  /// In order of path.
  func write(to writer: inout CompactWriter) {
    writer.write(pages.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) { writer, page in
      writer.write(page.key)
      writer.write(page.value.digest)
      writer.write(page.value.byteCounts) { $0.write($1) }
    }
  }

  init(from reader: inout CompactReader) throws(CompactFault) {
    let count = try reader.count()
    pages.reserveCapacity(count)
    for _ in 0..<count {
      let path = try reader.text()
      pages[path] = Page(
        digest: try reader.value(),
        byteCounts: try reader.array { reader throws(CompactFault) in try reader.natural() })
    }
  }
}
