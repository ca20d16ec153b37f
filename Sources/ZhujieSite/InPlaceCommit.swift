import Glibc

/// Puts a staged site in place file by file, where folders cannot change places: on a mount point, in a folder that is
/// shared, on a disk without hard links, where nothing may be written beside the output, or where very few of very many
/// pages changed.
///
/// Each file is replaced at one stroke and the manifest first covers old and new, so that a build which is killed
/// leaves pages of both sites, every one whole and known to be ours, and the next build completes it.
struct InPlaceCommit {
  /// In the output; a build that was killed may leave it behind.
  static let temporary = RelativePath(".zhujie-new")

  let commit: SiteCommit
  let old: Folder

  func run() throws(WriteError) {
    let isListed = commit.oldManifest.paths == commit.manifest.paths
    if !isListed {
      try write(Manifest(commit.oldManifest, and: commit.manifest))
    }
    let pages = commit.written.map(RelativePath.init)
    let gone = commit.removed.map(RelativePath.init)
    // A file that becomes a folder, or the other way round, has to go first.
    let (pageSet, pageFolders) = (Set(pages), OurFolders(of: pages))
    let turns = { pageFolders.contains($0) || $0.ancestors.contains(where: pageSet.contains) }
    for path in gone where turns(path) { try remove(path) }
    var known: Set<RelativePath> = []
    for page in pages {
      for folder in page.ancestors.reversed() where known.insert(folder).inserted {
        try old.makeFolder(folder)
      }
      try move(page)
    }
    for path in gone where !turns(path) { try remove(path) }
    if !isListed { try write(commit.manifest) }
  }

  /// Whether nothing but files of ours stands where pages that were written have to be, and nothing but folders where their
  /// folders.
  var findsItsPlaces: Bool {
    var known: Set<RelativePath> = []
    for path in commit.written {
      let page = RelativePath(path)
      for folder in page.ancestors where known.insert(folder).inserted {
        if let there = old.status(folder), !there.isFolder { return false }
      }
      if let there = old.status(page), !there.isFile || !commit.oldManifest.contains(path) { return false }
    }
    return true
  }

  private func write(_ manifest: Manifest) throws(WriteError) {
    try commit.staged.write(manifest.bytes, to: Manifest.name)
    try move(Manifest.name)
  }

  /// Moves a staged file to its place; from another disk it is copied beside its place first.
  private func move(_ path: RelativePath) throws(WriteError) {
    switch commit.staged.move(path, to: old, path) {
    case 0: return
    case EXDEV: break
    case let number: throw .failure(.rename, old.full(path), number)
    }
    guard let contents = try commit.staged.contents(path) else {
      throw .failure(.read, commit.staged.full(path), ENOENT)
    }
    try old.write(contents, to: Self.temporary)
    let result = old.move(Self.temporary, to: old, path)
    guard result == 0 else { throw .failure(.rename, old.full(path), result) }
  }

  private func remove(_ path: RelativePath) throws(WriteError) {
    // Somebody may have put something else in its place since.
    guard let there = old.status(path), there.isFile else { return }
    try old.removeFile(path)
    for folder in path.ancestors where !old.removeFolderIfEmpty(folder) { break }
  }
}
