import ZhujieText

/// A site in memory, for the preview and for tests. Files may be promised, and are made when somebody asks for them.
public final class MemorySite: SiteSink {
  private enum Entry {
    case made([UInt8])
    case promised(Promise)
  }

  /// Files that are made together, once. Whoever asks meanwhile waits.
  private final class Promise: Sendable {
    private enum State {
      case open(@Sendable () -> [SiteFile])
      case made([SiteFile])
    }

    private let state: Locked<State>

    init(_ make: @escaping @Sendable () -> [SiteFile]) {
      state = Locked(.open(make))
    }

    /// Two sites may hold the same promise, one of which was made from the other.
    var files: [SiteFile] {
      state.withLock { state in
        switch state {
        case .made(let files): return files
        case .open(let make):
          let files = make()
          // What they were made from is needed no more.
          state = .made(files)
          return files
        }
      }
    }
  }

  private struct State {
    var files: [SitePath: Entry] = [:]
    var folders: [(prefix: String, promise: Promise)] = []
    /// The files of the folders that were made.
    var inFolders: [SitePath: [UInt8]] = [:]
  }

  private let state: Locked<State>

  public init() {
    state = Locked(State())
  }

  /// The files of another site, made or promised, without those of promised folders.
  public init(copying other: MemorySite) {
    state = Locked(State(files: other.state.withLock { $0.files }))
  }

  public func add(_ file: SiteFile) throws(WriteError) {
    let isNew = state.withLock { $0.files.updateValue(.made(file.contents), forKey: file.path) == nil }
    guard isNew else {
      throw .conflicts([WriteError.Conflict(first: file.path, second: file.path, kind: .same)])
    }
  }

  /// Promises files that are made together, in place of those that were there.
  public func promise(_ paths: [SitePath], make: @escaping @Sendable () -> [SiteFile]) {
    let promise = Promise(make)
    state.withLock { state in
      for path in paths { state.files[path] = .promised(promise) }
    }
  }

  /// Takes a file in place of the one that was there.
  public func replace(_ file: SiteFile) {
    state.withLock { $0.files[file.path] = .made(file.contents) }
  }

  /// Promises all files of a folder, by its path with a slash at its end, or of the whole site where it is empty, that were not
  /// promised before; which ones is only known when they are made.
  public func promise(folder: String, make: @escaping @Sendable () -> [SiteFile]) {
    let promise = Promise(make)
    state.withLock { $0.folders.append((folder, promise)) }
  }

  public subscript(path: SitePath) -> [UInt8]? {
    let entry = state.withLock { $0.files[path] }
    switch entry {
    case .made(let contents): return contents
    case .promised(let promise):
      let files = promise.files
      state.withLock { state in
        for file in files { state.files[file.path] = .made(file.contents) }
      }
      return files.first { $0.path == path }?.contents
    case nil:
      let folder = state.withLock { $0.folders.first { path.string.hasPrefix($0.prefix) } }
      guard let folder else { return nil }
      keep(folder.promise)
      return made(path)
    }
  }

  /// The bytes of a file that was made already.
  public func made(_ path: SitePath) -> [UInt8]? {
    state.withLock { state in
      if case .made(let contents) = state.files[path] { contents } else { state.inFolders[path] }
    }
  }

  /// The files that are promised by name and were not made yet, in no order.
  public var promised: [SitePath] {
    state.withLock { state in
      state.files.compactMap { if case .promised = $0.value { $0.key } else { nil } }
    }
  }

  /// Makes all that is promised in folders.
  public func keepFolders() {
    for folder in state.withLock({ $0.folders }) { keep(folder.promise) }
  }

  private func keep(_ folder: Promise) {
    let files = folder.files
    state.withLock { state in
      guard state.inFolders[files.first?.path ?? .report] == nil else { return }
      for file in files { state.inFolders[file.path] = file.contents }
    }
  }

  /// Every path that is known so far, in order.
  public var paths: [SitePath] {
    state.withLock { (Array($0.files.keys) + $0.inFolders.keys).sorted() }
  }

  /// The paths that could not live together on disk; `SiteWriter` refuses them.
  public var conflicts: [WriteError.Conflict] { PathConflicts.find(in: paths) }
}
