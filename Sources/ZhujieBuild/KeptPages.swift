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
  /// In the order in which they were added.
  private var paths: [String] = []

  init() {}

  subscript(path: String) -> Page? { pages[path] }

  /// Adds a page that is not there yet.
  mutating func add(_ page: Page, at path: String) {
    if pages.updateValue(page, forKey: path) == nil { paths.append(path) }
  }

  var isEmpty: Bool { pages.isEmpty }
}

extension KeptPages: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(paths) { writer, path in
      guard let page = pages[path] else { return }
      writer.write(path)
      writer.write(page.digest)
      writer.write(page.byteCounts) { $0.write($1) }
    }
  }

  init(from reader: inout CompactReader) throws(CompactFault) {
    let count = try reader.count()
    pages.reserveCapacity(count)
    paths.reserveCapacity(count)
    for _ in 0..<count {
      let path = try reader.text()
      let page = Page(
        digest: try reader.value(),
        byteCounts: try reader.array { reader throws(CompactFault) in try reader.natural() })
      add(page, at: path)
    }
  }
}
