import Synchronization

/// A site in memory, for the preview and for tests.
package final class MemorySite: SiteSink {
  private let files = Mutex<[SitePath: [UInt8]]>([:])

  package init() {}

  package func add(_ file: SiteFile) throws(WriteError) {
    let isNew = files.withLock { $0.updateValue(file.contents, forKey: file.path) == nil }
    guard isNew else {
      throw .conflicts([WriteError.Conflict(first: file.path, second: file.path, kind: .same)])
    }
  }

  package subscript(path: SitePath) -> [UInt8]? {
    files.withLock { $0[path] }
  }

  /// Every path, in order.
  package var paths: [SitePath] {
    files.withLock { $0.keys.sorted() }
  }

  /// The paths that could not live together on disk; `SiteWriter` refuses them.
  package var conflicts: [WriteError.Conflict] { PathConflicts.find(in: paths) }
}
