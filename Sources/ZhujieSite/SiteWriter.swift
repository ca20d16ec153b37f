import Glibc
import ZhujieText

/// Writes a site to a folder on disk, as a whole or not at all.
///
/// A file whose bytes are those of the old site is left alone. Others are written to a staging folder beside the output,
/// and `commit()` lets the two folders change places in one system call. Until then the old site stands; a build that
/// fails or is killed leaves nothing but the staging folder, which the next build removes. Files that are not ours move
/// along, and the only files ever removed are those that our manifest in the output lists.
public final class SiteWriter: SiteStore {
  struct State {
    var written: [MeasuredFile] = []
    /// By their places in the old manifest.
    var unchanged: [(place: Int, byteCount: Int)] = []
    var stagedFolders: Set<RelativePath> = []
    /// A page that could not be staged because another one has its place; `commit()` says which.
    var misfit: WriteError?
    var failure: WriteError?
    var isFinished = false
  }

  /// Absolute, all links resolved.
  let output: String
  let staging: StagingFolder
  /// The output as it was found; nil where there was none.
  let old: Folder?
  let oldManifest: Manifest?
  /// The files of the old site in folders that are folders still, with their places in its manifest.
  private let reusable: [SitePath: Int]
  /// Whether all of these are known to be as the last build left them.
  private let isIntact: Bool
  private let staged: Folder
  private let madeFolders: [String]
  private let state = Locked(State())

  /// Opens an output for writing, and waits for nobody: where another build has it open, it throws `.busy`.
  ///
  /// With `reusingUnchanged` false every file is written anew. `intact` is the site in the output, where it was found as the
  /// last build left it.
  public init(output path: String, reusingUnchanged: Bool = true, intact: IntactSite? = nil) throws(WriteError) {
    let output = try OutputPath.resolve(path)
    guard output != "/" else { throw .notAFolder(path: path) }
    self.output = output
    var made: [String] = []
    var isOpen = false
    Interruption.writerBegins()
    defer { if !isOpen { Interruption.writerEnds() } }
    defer { if !isOpen { for folder in made.reversed() { rmdir(folder) } } }
    // Before anything is made: the answer may be no.
    _ = try Folder.open(output)
    try Self.makeFolders(OutputPath.parent(of: output), made: &made)
    let staging = try StagingFolder(forOutput: output)
    self.staging = staging
    defer { if !isOpen { staging.remove() } }
    try staging.clear(output: output)
    let old = try Folder.open(output)
    var manifest = intact?.manifest
    isIntact = BuildRecord.stands(intact, in: old)
    if !isIntact { manifest = try old.map { folder throws(WriteError) in try Manifest.read(in: folder) } ?? nil }
    try old?.removeFile(InPlaceCommit.temporary)
    (self.old, oldManifest) = (old, manifest)
    reusable = try reusingUnchanged ? Self.reusable(in: old, by: manifest, isIntact: isIntact) : [:]
    try staging.makeSite()
    guard let staged = try staging.folder.folder(StagingFolder.site) else {
      throw .failure(.write, staging.folder.full(StagingFolder.site), ENOENT)
    }
    self.staged = staged
    madeFolders = made
    isOpen = true
  }

  deinit {
    abandon()
  }

  private static func makeFolders(_ path: String, made: inout [String]) throws(WriteError) {
    if access(path, F_OK) == 0 { return }
    try makeFolders(OutputPath.parent(of: path), made: &made)
    if mkdir(path, 0o755) == 0 {
      made.append(path)
    } else if errno != EEXIST {
      throw .failure(.write, path, errno)
    }
  }

  private static func reusable(
    in old: Folder?, by manifest: Manifest?, isIntact: Bool
  ) throws(WriteError) -> [SitePath: Int] {
    guard let old, let manifest else { return [:] }
    // Nothing is looked for behind a link, whatever it leads to.
    var folders: Set<RelativePath> = []
    if !isIntact {
      let all = OurFolders(of: manifest.paths.lazy.map(RelativePath.init)).sorted
      for folder in all where folder.parent.map(folders.contains) ?? true {
        if old.status(folder)?.isFolder == true { folders.insert(folder) }
      }
    }
    var places: [SitePath: Int] = [:]
    places.reserveCapacity(manifest.paths.count)
    for (place, path) in manifest.paths.enumerated()
    where isIntact || RelativePath(path).parent.map(folders.contains) ?? true {
      places[path] = place
    }
    return places
  }

  /// Takes a file, from any thread. What is wrong with its path is said by `commit()`, once all are known.
  public func add(_ file: SiteFile) throws(WriteError) {
    if Interruption.isRequested { throw .interrupted }
    let failure = state.withLock {
      $0.isFinished ? WriteError.system(.write, path: output, errno: EBADF) : $0.failure
    }
    if let failure { throw failure }
    let path = RelativePath(file.path)
    if let place = reusable[file.path], let old, old.holds(file.contents, at: path) {
      state.withLock { $0.unchanged.append((place, file.contents.count)) }
      return
    }
    do {
      if let folder = path.parent { try makeFolder(folder) }
      try staged.write(file.contents, to: path)
    } catch .system(let operation, let place, let number)
      where [EEXIST, ENOTDIR, EISDIR].contains(number)
    {
      state.withLock { $0.misfit = .system(operation, path: place, errno: number) }
    } catch {
      state.withLock { $0.failure = error }
      throw error
    }
    state.withLock { $0.written.append(MeasuredFile(file)) }
  }

  public func keep(_ files: [(path: SitePath, byteCount: Int)]) -> Bool {
    var kept: [(place: Int, byteCount: Int)] = []
    for file in files {
      guard let place = reusable[file.path] else { return false }
      if !isIntact {
        guard let there = old?.status(RelativePath(file.path)), there.isFile, there.st_size == file.byteCount else {
          return false
        }
      }
      kept.append((place, file.byteCount))
    }
    state.withLock { [kept] in $0.unchanged += kept }
    return true
  }

  public func earlier(_ path: SitePath) -> [UInt8]? {
    guard reusable[path] != nil else { return nil }
    return (try? old?.contents(RelativePath(path))) ?? nil
  }

  /// Makes a staged folder, and those that it lies in, where they are not there yet.
  private func makeFolder(_ folder: RelativePath) throws(WriteError) {
    if state.withLock({ $0.stagedFolders.contains(folder) }) { return }
    if let parent = folder.parent { try makeFolder(parent) }
    try staged.makeFolder(folder)
    state.withLock { _ = $0.stagedFolders.insert(folder) }
  }

  /// Puts the site in place. Afterwards nothing more can be added. `record` is what `BuildRecord` gives the next build.
  public func commit(leaving record: ((WriteSummary) -> [UInt8]?)? = nil) throws(WriteError) -> WriteSummary {
    let result = state.withLock { state in
      defer { state.isFinished = true }
      return state
    }
    guard !result.isFinished else { throw .system(.write, path: output, errno: EBADF) }
    var isShown = false
    defer {
      Interruption.writerEnds()
      staging.remove()
      if !isShown { for folder in madeFolders.reversed() { rmdir(folder) } }
    }
    if Interruption.isRequested { throw .interrupted }
    if let failure = result.failure { throw failure }
    let (files, unchanged) = inOrder(result)
    let manifest = Manifest(sorted: files.map(\.path))
    let hasSamePaths = oldManifest?.paths == manifest.paths
    if !hasSamePaths {
      let conflicts = PathConflicts.find(in: manifest.paths)
      guard conflicts.isEmpty else { throw .conflicts(conflicts) }
    }
    if let misfit = result.misfit { throw misfit }

    let commit = SiteCommit(
      staging: staging,
      staged: staged,
      output: output,
      oldManifest: oldManifest ?? Manifest(sorted: []),
      manifest: manifest,
      written: result.written.map(\.path).sorted(),
      unchanged: unchanged,
      stagedFolders: result.stagedFolders
    )
    try BuildRecord.remove(from: old)
    if !result.written.isEmpty || !hasSamePaths { try commit.run() }
    isShown = true
    let summary = WriteSummary(
      written: result.written.count,
      unchanged: result.unchanged.count,
      removed: commit.removed.count,
      bytes: result.written.reduce(0) { $0 + $1.byteCount }
    )
    if let body = record?(summary) { BuildRecord.write(body, of: manifest, files, in: output) }
    return summary
  }

  /// All files in order of their paths, with those twice that were given twice, and the paths of those that stay.
  private func inOrder(_ result: State) -> (all: [MeasuredFile], unchanged: [SitePath]) {
    let old = oldManifest?.paths ?? []
    // What stays is in order in the old manifest.
    var byteCounts = [Int?](repeating: nil, count: old.count)
    var others = result.written
    for (place, byteCount) in result.unchanged {
      if byteCounts[place] == nil {
        byteCounts[place] = byteCount
      } else {
        others.append(MeasuredFile(path: old[place], byteCount: byteCount))
      }
    }
    others.sort { $0.path < $1.path }
    var (all, unchanged): ([MeasuredFile], [SitePath]) = ([], [])
    all.reserveCapacity(result.unchanged.count + result.written.count)
    unchanged.reserveCapacity(result.unchanged.count)
    var rest = others[...]
    for (place, byteCount) in byteCounts.enumerated() {
      guard let byteCount else { continue }
      let path = old[place]
      while let next = rest.first, next.path < path { all.append(rest.removeFirst()) }
      all.append(MeasuredFile(path: path, byteCount: byteCount))
      unchanged.append(path)
    }
    return (all + rest, unchanged)
  }

  /// Gives the build up: the site that was there stays. Does nothing after `commit()`.
  public func abandon() {
    let wasFinished = state.withLock { state in
      defer { state.isFinished = true }
      return state.isFinished
    }
    guard !wasFinished else { return }
    defer { Interruption.writerEnds() }
    staging.remove()
    for folder in madeFolders.reversed() { rmdir(folder) }
  }
}

/// A file of the site, and how long it is.
struct MeasuredFile: Sendable {
  let path: SitePath
  let byteCount: Int
}

extension MeasuredFile {
  init(_ file: SiteFile) {
    self.init(path: file.path, byteCount: file.contents.count)
  }
}

/// The folders that the files of a site lie in.
struct OurFolders {
  private var folders: Set<RelativePath> = []

  init(of paths: some Sequence<RelativePath>) {
    for path in paths {
      var folder = path
      while let parent = folder.parent, folders.insert(parent).inserted { folder = parent }
    }
  }

  func contains(_ folder: RelativePath) -> Bool { folders.contains(folder) }

  /// In order, so that a folder comes before those in it.
  var sorted: [RelativePath] { folders.sorted() }
}

/// What a build did to the output.
public struct WriteSummary: Sendable, Hashable {
  /// Files that are new or have other bytes than before.
  public let written: Int
  public let unchanged: Int
  /// Files of the last site that are in this one no more.
  public let removed: Int
  /// The bytes of the files that were written.
  public let bytes: Int
}
