import Glibc

/// What lies in the output and is not ours: it survives, wherever the site goes.
struct ForeignFiles {
  /// With more than this many, moving along would take longer than writing in place.
  private static let most = 20_000

  /// Files and all else that is not a folder, in order.
  private let files: [RelativePath]
  /// Folders that hold none of our files, or files of others too; in order.
  private let folders: [RelativePath]
  private let listing: Listing
  private let ours: Set<RelativePath>

  init(in output: Folder, oldManifest: Manifest) throws(WriteError) {
    let ours = oldManifest.paths.map(RelativePath.init)
    self.ours = Set(ours)
    listing = try Listing(of: output) { $0 != RelativePath(StagingFolder.nameInside) }
    let ourFolders = OurFolders(of: ours)
    var (files, folders): ([RelativePath], [RelativePath]) = ([], [])
    for path in listing.paths {
      if path == Manifest.name || path == BuildRecord.name || path == RelativePath(StagingFolder.nameInside) { continue }
      switch listing[path] {
      case .file where self.ours.contains(path): continue
      case .folder where ourFolders.contains(path): continue
      case .folder: folders.append(path)
      default: files.append(path)
      }
    }
    self.files = files
    self.folders = folders
  }

  /// The paths of what stands where a page, or a folder for pages, has to be.
  func inTheWay(of manifest: Manifest) -> [String] {
    guard !files.isEmpty || !folders.isEmpty else { return [] }
    let pages = manifest.paths.map(RelativePath.init)
    let pageFolders = OurFolders(of: pages)
    let pageSet = Set(pages)
    var result = files.filter { pageSet.contains($0) || pageFolders.contains($0) }
    // Any folder of others, and any folder of ours that a file of others is in, where a page should be.
    var blocked: Set<RelativePath> = Set(folders.filter { pageSet.contains($0) })
    for path in files + folders {
      for folder in path.ancestors where pageSet.contains(folder) { blocked.insert(folder) }
    }
    result += blocked
    return result.sorted().map(\.string)
  }

  /// Whether the output is a folder that may be replaced by another one that holds the same.
  func canMove(out output: Folder) -> Bool {
    var status = stat()
    guard fstat(output.descriptor, &status) == 0 else { return false }
    // A folder of somebody else, or one that many share such as /tmp, stays the folder it is.
    guard status.st_uid == geteuid() || geteuid() == 0, status.st_mode & S_ISVTX == 0 else {
      return false
    }
    // Somebody who stands in the output would stand in the old site afterwards.
    guard !Self.isWorkingFolder(in: output.path) else { return false }
    return files.count + folders.count <= Self.most
  }

  private static func isWorkingFolder(in output: String) -> Bool {
    guard let working = getcwd(nil, 0) else { return false }
    defer { free(working) }
    return (String(cString: working) + "/").hasPrefix(output + "/")
  }

  /// Gives every file a second name in the staged site. False where that cannot be done here.
  func carry(from old: Folder, to staged: Folder, known: inout Set<RelativePath>) throws(WriteError)
    -> Bool
  {
    for folder in folders {
      guard let status = old.status(folder) else { continue }
      try makeFolders(of: folder, in: staged, known: &known)
      let isNew = known.insert(folder).inserted
      try staged.makeFolder(folder, mode: status.st_mode & 0o7777)
      if isNew, !setOwner(of: folder, in: staged, like: status) { return false }
    }
    for file in files {
      try makeFolders(of: file, in: staged, known: &known)
      switch old.link(file, to: staged, file) {
      case 0, ENOENT: continue
      case let number where SiteCommit.means(number, .cannot): return false
      case let number: throw .failure(.link, old.full(file), number)
      }
    }
    return true
  }

  private func makeFolders(
    of path: RelativePath,
    in staged: Folder,
    known: inout Set<RelativePath>
  ) throws(WriteError) {
    for folder in path.ancestors.reversed() where known.insert(folder).inserted {
      try staged.makeFolder(folder)
    }
  }

  private func setOwner(of folder: RelativePath, in staged: Folder, like status: stat) -> Bool {
    guard let own = staged.status(folder) else { return false }
    if own.st_uid == status.st_uid, own.st_gid == status.st_gid { return true }
    return folder.withCString {
      fchownat(staged.descriptor, $0, status.st_uid, status.st_gid, AT_SYMLINK_NOFOLLOW)
    } == 0
  }
}
