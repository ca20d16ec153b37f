import Synchronization

/// A site in memory, for the preview and for tests. Files may be promised, and are made when somebody asks for them.
package final class MemorySite: SiteSink {
  private enum Entry {
    case made([UInt8])
    case promised(Promise)
  }

  /// Files that are made together, once. Whoever asks meanwhile waits.
  private final class Promise: Sendable {
    private let make: Mutex<(@Sendable () -> [SiteFile])?>

    init(_ make: @escaping @Sendable () -> [SiteFile]) {
      self.make = Mutex(make)
    }

    func keep(in site: MemorySite) {
      make.withLock { make in
        guard let files = make?() else { return }
        site.state.withLock { state in
          for file in files { state.files[file.path] = .made(file.contents) }
        }
        // What it was made from is needed no more.
        make = nil
      }
    }
  }

  private struct State {
    var files: [SitePath: Entry] = [:]
    var folders: [(prefix: String, promise: Promise)] = []
  }

  private let state = Mutex(State())

  package init() {}

  package func add(_ file: SiteFile) throws(WriteError) {
    try insert(.made(file.contents), at: file.path)
  }

  /// Promises files that are made together.
  package func promise(_ paths: [SitePath], make: @escaping @Sendable () -> [SiteFile]) throws(WriteError) {
    let promise = Promise(make)
    for path in paths { try insert(.promised(promise), at: path) }
  }

  /// Promises all files of a folder, by its path with a slash at its end; which ones is only known when they are made.
  package func promise(folder: String, make: @escaping @Sendable () -> [SiteFile]) {
    let promise = Promise(make)
    state.withLock { $0.folders.append((folder, promise)) }
  }

  private func insert(_ entry: Entry, at path: SitePath) throws(WriteError) {
    let isNew = state.withLock { $0.files.updateValue(entry, forKey: path) == nil }
    guard isNew else {
      throw .conflicts([WriteError.Conflict(first: path, second: path, kind: .same)])
    }
  }

  package subscript(path: SitePath) -> [UInt8]? {
    let entry = state.withLock { state -> Entry? in
      state.files[path]
        ?? state.folders.first { path.string.hasPrefix($0.prefix) }.map { .promised($0.promise) }
    }
    switch entry {
    case .made(let contents): return contents
    case .promised(let promise):
      promise.keep(in: self)
      return made(path)
    case nil: return nil
    }
  }

  /// The bytes of a file that was made already.
  package func made(_ path: SitePath) -> [UInt8]? {
    guard case .made(let contents) = state.withLock({ $0.files[path] }) else { return nil }
    return contents
  }

  /// The files that are promised by name and were not made yet, in no order.
  package var promised: [SitePath] {
    state.withLock { state in
      state.files.compactMap { if case .promised = $0.value { $0.key } else { nil } }
    }
  }

  /// Makes all that is promised in folders.
  package func keepFolders() {
    for folder in state.withLock({ $0.folders }) { folder.promise.keep(in: self) }
  }

  /// Every path that is known so far, in order.
  package var paths: [SitePath] {
    state.withLock { $0.files.keys.sorted() }
  }

  /// The paths that could not live together on disk; `SiteWriter` refuses them.
  package var conflicts: [WriteError.Conflict] { PathConflicts.find(in: paths) }
}
