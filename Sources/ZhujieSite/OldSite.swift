import Glibc

/// A site that has been replaced: how to remove it without losing what others put into it.
///
/// Files that are not ours were given a second name in the new site before the exchange. Yet somebody may have put
/// another one there, or replaced one, between that and the exchange. Such a file is in the old site only, and is moved.
struct OldSite {
  private let old: Folder
  private let new: Folder
  private let ours: Set<RelativePath>
  private let pages: Set<RelativePath>

  init(_ old: Folder, replacedBy new: Folder) throws(WriteError) {
    self.old = old
    self.new = new
    ours = Set((try Manifest.read(in: old)?.paths ?? []).map(RelativePath.init))
    pages = Set((try Manifest.read(in: new)?.paths ?? []).map(RelativePath.init))
  }

  func remove() throws(WriteError) {
    let listing = try Listing(of: old)
    let paths = listing.paths
    for path in paths where listing[path] != .folder && path != Manifest.name && path != BuildRecord.name {
      if listing[path] == .file && ours.contains(path) || isSameFile(path) {
        try old.removeFile(path)
      } else {
        try rescue(path)
      }
    }
    try BuildRecord.remove(from: old)
    for path in paths.reversed() where listing[path] == .folder { old.removeFolderIfEmpty(path) }
    // Without it nobody would know any more what is ours: it goes last.
    try old.removeFile(Manifest.name)
  }

  private func isSameFile(_ path: RelativePath) -> Bool {
    guard let a = old.status(path), let b = new.status(path) else { return false }
    return a.st_dev == b.st_dev && a.st_ino == b.st_ino
  }

  private func rescue(_ path: RelativePath) throws(WriteError) {
    for folder in path.ancestors.reversed() { try new.makeFolder(folder) }
    let isTaken = pages.contains(path)
    let result = old.move(path, to: new, isTaken ? path.appending(suffix: ".zhujie-kept") : path)
    guard result == 0 || result == ENOENT else { throw .failure(.rename, new.full(path), result) }
  }
}
