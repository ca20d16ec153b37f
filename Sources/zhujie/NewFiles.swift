import Glibc

/// Writes files that were not there before, and never over one that was.
enum NewFiles {
  /// What could not be done, and why.
  struct Failure: Error {
    let message: String

    init(_ path: String, _ what: String) {
      message = "\(path): \(what)"
    }

    /// The reason is what the last call of the system said.
    init(_ path: String, cannot action: String) {
      self.init(path, "cannot be \(action): \(String(cString: strerror(errno)))")
    }
  }

  /// Makes a project in a folder that is new or empty. Its files come into being in a hidden folder there and get their
  /// place in one step, so that nothing is ever half-written.
  static func write(_ starter: Starter, into folder: String) throws(Failure) {
    let made = try makeFolders(folder)
    var isDone = false
    defer { if !isDone { for folder in made.reversed() { rmdir(folder) } } }
    if let name = try firstEntry(of: folder) {
      throw Failure(
        folder,
        "this folder holds “\(name)” already; name a new folder or an empty one"
      )
    }
    let staging = folder + "/.zhujie-init"
    guard mkdir(staging, 0o755) == 0 else { throw Failure(staging, cannot: "made") }
    var written: [String] = []
    defer {
      for file in written { unlink(file) }
      removeFolders(staging, holding: starter.files.map(\.path))
    }
    for file in starter.files {
      let path = staging + "/" + file.path
      _ = try makeFolders(parent(of: path))
      try write(file.contents, to: path)
      written.append(path)
    }
    guard rename(staging + "/seeds", folder + "/seeds") == 0 else {
      throw Failure(folder + "/seeds", cannot: "made")
    }
    written = []
    isDone = true
  }

  /// Writes one file, making the folders above it. A file that is there already stays as it is.
  static func write(_ contents: [UInt8], to path: String) throws(Failure) {
    _ = try makeFolders(parent(of: path))
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else {
      throw errno == EEXIST
        ? Failure(path, "this file is there already, and stays as it is")
        : Failure(path, cannot: "written")
    }
    let isWritten = contents.withUnsafeBufferPointer { Stream.write($0, to: file) }
    guard close(file) == 0, isWritten else {
      let failure = Failure(path, cannot: "written")
      unlink(path)
      throw failure
    }
  }

  /// Makes a folder with those above it, and tells which are new, from the outermost.
  private static func makeFolders(_ path: String) throws(Failure) -> [String] {
    var status = stat()
    if stat(path, &status) == 0 {
      guard status.st_mode & S_IFMT == S_IFDIR else {
        throw Failure(path, "this is a file; a folder is wanted")
      }
      return []
    }
    var made =
      path.contains("/") && parent(of: path) != path ? try makeFolders(parent(of: path)) : []
    if mkdir(path, 0o755) == 0 {
      made.append(path)
    } else if errno != EEXIST {
      throw Failure(path, cannot: "made")
    }
    return made
  }

  private static func parent(of path: String) -> String {
    let parts = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    return (path.hasPrefix("/") ? "/" : parts.isEmpty ? "." : "") + parts.joined(separator: "/")
  }

  private static func firstEntry(of folder: String) throws(Failure) -> String? {
    guard let stream = opendir(folder) else { throw Failure(folder, cannot: "opened") }
    defer { closedir(stream) }
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { return name }
    }
    return nil
  }

  /// Removes the folders that files lay in; what holds anything stays.
  private static func removeFolders(_ top: String, holding files: [String]) {
    var folders: Set<String> = [top]
    for file in files {
      var folder = parent(of: file)
      while folder != "." {
        folders.insert(top + "/" + folder)
        folder = parent(of: folder)
      }
    }
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) { rmdir(folder) }
  }
}
