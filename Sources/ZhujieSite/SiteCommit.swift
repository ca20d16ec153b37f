import Glibc

/// The last step of a build: what was staged becomes the output.
struct SiteCommit {
  let staging: StagingFolder
  let staged: Folder
  let output: String
  let oldManifest: Manifest
  let manifest: Manifest
  /// Sorted, as are the others.
  let written: [SitePath]
  let unchanged: [SitePath]
  let removed: [SitePath]
  let stagedFolders: Set<RelativePath>

  init(
    staging: StagingFolder,
    staged: Folder,
    output: String,
    oldManifest: Manifest,
    manifest: Manifest,
    written: [SitePath],
    unchanged: [SitePath],
    stagedFolders: Set<RelativePath>
  ) {
    (self.staging, self.staged, self.output) = (staging, staged, output)
    (self.oldManifest, self.manifest) = (oldManifest, manifest)
    (self.written, self.unchanged, self.stagedFolders) = (written, unchanged, stagedFolders)
    removed = oldManifest.paths(notIn: manifest)
  }

  func run() throws(WriteError) {
    guard let old = try Folder.open(output) else { return try show() }
    // What others keep in the output stays where it is, and need not be looked for, where a few pages find their places free.
    let inPlace = InPlaceCommit(commit: self, old: old)
    if !isWorthExchanging, inPlace.findsItsPlaces { return try inPlace.run() }
    let foreign = try ForeignFiles(in: old, oldManifest: oldManifest)
    let inTheWay = foreign.inTheWay(of: manifest)
    guard inTheWay.isEmpty else { throw .inTheWay(output: output, paths: inTheWay) }
    if staging.place == .beside, isWorthExchanging, foreign.canMove(out: old),
      try exchange(with: old, carrying: foreign)
    {
      return
    }
    try inPlace.run()
  }

  /// A new folder has to be made for every old one, which costs about 0.1 ms a page. Up to some thousand pages, or where
  /// more than one in twenty changed, nobody notices. Beyond, a build that changed three pages would spend most of its
  /// time on those it did not change, so it replaces the three, in some milliseconds.
  private var isWorthExchanging: Bool {
    manifest.paths.count <= 3_000 || written.count > manifest.paths.count / 20
  }

  /// Where no site was: one rename.
  private func show() throws(WriteError) {
    try staged.write(manifest.bytes, to: Manifest.name)
    try setMode(of: staged, like: nil)
    let result = Rename.unlessTaken(from: staging.folder, StagingFolder.site, to: output)
    guard result == 0 else {
      if result == EEXIST || result == ENOTEMPTY { throw .changedMeanwhile(path: output) }
      throw .failure(.rename, output, result)
    }
  }

  /// Completes the staged site with what stays as it is, and lets it change places with the output. False, with nothing
  /// done to the output, where this file system cannot do that.
  private func exchange(with old: Folder, carrying foreign: ForeignFiles) throws(WriteError) -> Bool
  {
    guard Rename.canExchange else { return false }
    var folders = stagedFolders
    for path in unchanged {
      let relative = RelativePath(path)
      try makeFolders(of: relative, known: &folders)
      switch old.link(relative, to: staged, relative) {
      case 0: continue
      case ENOENT: throw .changedMeanwhile(path: old.full(relative))
      case let number where Self.means(number, .cannot): return false
      case let number: throw .failure(.link, old.full(relative), number)
      }
    }
    guard try foreign.carry(from: old, to: staged, known: &folders) else { return false }
    if oldManifest.paths != manifest.paths
      || old.link(Manifest.name, to: staged, Manifest.name) != 0
    {
      try staged.write(manifest.bytes, to: Manifest.name)
    }
    try setMode(of: staged, like: old)
    try staging.noteExchange(with: old)
    let number = Rename.exchange(staging.folder, StagingFolder.site, with: output)
    if number != 0 {
      if Self.means(number, .cannot) { return false }
      throw .failure(.rename, output, number)
    }
    // From here on the new site stands. What cannot be removed now is for the next build to clear.
    do {
      try OldSite(old, replacedBy: staged).remove()
      try staging.forgetExchange()
    } catch {}
    return true
  }

  private func makeFolders(of path: RelativePath, known: inout Set<RelativePath>) throws(WriteError)
  {
    guard let parent = path.parent, !known.contains(parent) else { return }
    for folder in parent.ancestors.reversed() + [parent] where known.insert(folder).inserted {
      try staged.makeFolder(folder)
    }
  }

  /// The output keeps the mode and owner that somebody gave it.
  private func setMode(of folder: Folder, like old: Folder?) throws(WriteError) {
    var status = stat()
    if let old, fstat(old.descriptor, &status) == 0 {
      var own = stat()
      if fstat(folder.descriptor, &own) == 0,
        own.st_uid != status.st_uid || own.st_gid != status.st_gid
      {
        fchown(folder.descriptor, status.st_uid, status.st_gid)
      }
    } else {
      status.st_mode = 0o755
    }
    guard fchmod(folder.descriptor, status.st_mode & 0o7777) == 0 else {
      throw .failure(.write, output, errno)
    }
  }

  enum Meaning { case cannot }

  /// Whether an `errno` says that this cannot be done here, though files can be written: other file systems, mount
  /// points, disks without links.
  static func means(_ number: Int32, _: Meaning) -> Bool {
    [EXDEV, EBUSY, EINVAL, ENOSYS, EOPNOTSUPP, EPERM, EMLINK, ENOTTY].contains(number)
  }
}
