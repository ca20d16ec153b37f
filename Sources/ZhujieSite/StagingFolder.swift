import Glibc

/// The folder beside the output in which the next site grows, `.<output>.zhujie-staging`.
///
/// There is one for each output, and who holds its lock is the one that builds. The lock goes with the process, so a
/// build that was killed leaves a folder that the next one may clear.
///
/// In it lie `site`, the files that are new, and from the moment of the exchange until its end `swap`, which says which
/// folder was the output before. So whoever finds the folder can tell a site that was never shown, which may go, from
/// an old site, in which files of others may have come to lie in the last moment.
final class StagingFolder: Sendable {
  /// Where the folder lies decides how the site can be shown.
  enum Place: Sendable {
    /// Beside the output: both can change places at one stroke.
    case beside
    /// Inside the output, where the folder around it cannot be written to.
    case inside
  }

  static let site = RelativePath("site")
  static let swap = RelativePath("swap")
  static let nameInside: StaticString = ".zhujie-staging"

  let place: Place
  let folder: Folder
  private let path: String

  /// Takes the lock. What an earlier build left behind is still there.
  init(forOutput output: String) throws(WriteError) {
    let around = OutputPath.parent(of: output)
    let beside =
      (around == "/" ? "/" : around + "/") + Self.name(besides: OutputPath.name(of: output))
    let inside = output + "/\(Self.nameInside)"
    guard !Self.isDiskOfItsOwn(output, in: around) else {
      (folder, path, place) = (try Self.lock(inside, output: output), inside, .inside)
      return
    }
    do {
      (folder, path, place) = (try Self.lock(beside, output: output), beside, .beside)
    } catch .system(.lock, let refused, let number) where [EACCES, EROFS, EPERM].contains(number) {
      guard try Folder.open(output) != nil else {
        throw .system(.lock, path: refused, errno: number)
      }
      (folder, path, place) = (try Self.lock(inside, output: output), inside, .inside)
    }
  }

  /// Nothing can be renamed from one disk to another, and which of them is full is not known before it is.
  private static func isDiskOfItsOwn(_ output: String, in around: String) -> Bool {
    var (own, other) = (stat(), stat())
    return stat(output, &own) == 0 && stat(around, &other) == 0 && own.st_dev != other.st_dev
  }

  private init(inside path: String, output: String) throws(WriteError) {
    (folder, self.path, place) = (try Self.lock(path, output: output), path, .inside)
  }

  /// The file name of the folder; cut where the output's name leaves no room.
  private static func name(besides output: Substring) -> String {
    let suffix = ".zhujie-staging"
    guard output.utf8.count + suffix.utf8.count + 1 > SitePathRules.longestName else {
      return "." + output + suffix
    }
    // FNV-1a, so that two long names do not share one folder.
    let hash = output.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return "." + String(hash, radix: 16) + suffix
  }

  private static func lock(_ path: String, output: String) throws(WriteError) -> Folder {
    while true {
      if mkdir(path, 0o700) != 0, errno != EEXIST { throw .failure(.lock, path, errno) }
      // Gone where another build has just ended.
      guard let folder = try Folder.open(path) else { continue }
      guard flock(folder.descriptor, LOCK_EX | LOCK_NB) == 0 else {
        if errno == EINTR { continue }
        if errno == EWOULDBLOCK { throw .busy(output: output) }
        throw .system(.lock, path: path, errno: errno)
      }
      var locked = stat()
      guard fstat(folder.descriptor, &locked) == 0 else { throw .failure(.lock, path, errno) }
      // In a folder of somebody else the lock would be theirs to break.
      guard locked.st_uid == geteuid() || geteuid() == 0 else {
        throw .system(.lock, path: path, errno: EACCES)
      }
      var named = stat()
      if lstat(path, &named) == 0, named.st_ino == locked.st_ino, named.st_dev == locked.st_dev {
        return folder
      }
    }
  }

  /// Removes everything but the folder itself.
  func clear(output: String) throws(WriteError) {
    // A build may have left one inside the output when it could not write beside it.
    let inside = output + "/\(Self.nameInside)"
    if place == .beside, try Folder.open(inside) != nil {
      try StagingFolder(inside: inside, output: output).remove()
    }
    if try holdsOldSite(), let old = try folder.folder(Self.site), let new = try Folder.open(output)
    {
      try OldSite(old, replacedBy: new).remove()
    }
    try removeAll()
  }

  /// Makes the empty `site`, at a place of its own on the disk: which it is follows from the name it has at first.
  func makeSite() throws(WriteError) {
    folder.beginFoldersApart()
    let name = RelativePath("site", UInt64.random(in: .min ... .max))
    try folder.makeFolder(name)
    let number = Rename.unlessTaken(from: folder, name, to: folder.full(Self.site))
    guard number == 0 else { throw .failure(.rename, folder.full(Self.site), number) }
  }

  /// Whether `site` is what the output was before the exchange.
  private func holdsOldSite() throws(WriteError) -> Bool {
    guard let note = try folder.contents(Self.swap), let there = folder.status(Self.site) else {
      return false
    }
    return note.elementsEqual("\(there.st_dev) \(there.st_ino)\n".utf8)
  }

  /// Writes down, before the exchange, which folder the output is.
  func noteExchange(with output: Folder) throws(WriteError) {
    var status = stat()
    guard fstat(output.descriptor, &status) == 0 else { throw .failure(.read, output.path, errno) }
    try folder.write(Array("\(status.st_dev) \(status.st_ino)\n".utf8), to: Self.swap)
  }

  /// Ends what `noteExchange` began, once nothing is left of the old site.
  func forgetExchange() throws(WriteError) {
    try folder.removeFile(Self.swap)
  }

  private func removeAll() throws(WriteError) {
    let listing = try Listing(of: folder)
    let paths = listing.paths
    // What is written down about an exchange goes last.
    for path in paths where listing[path] != .folder && path != Self.swap {
      try folder.removeFile(path)
    }
    for path in paths.reversed() where listing[path] == .folder { folder.removeFolderIfEmpty(path) }
    try folder.removeFile(Self.swap)
  }

  /// Removes the folder and gives up the lock. What cannot be removed is left to the next build.
  func remove() {
    do {
      if try holdsOldSite() { return }
      try removeAll()
    } catch {
      return
    }
    rmdir(path)
  }
}
