import Glibc

/// Refuses an output that is equal to, inside or around a folder that is read.
public enum OverlapCheck {
  /// Compares what the paths lead to, whatever links and spellings lead there. The output need not exist yet.
  public static func refuseOverlap(output: String, seeds: String) throws(WriteError) {
    // Seeds that are not there overlap with nothing; whoever reads them will say so.
    guard status(seeds) != nil, let read = identities(from: seeds), let seedsFolder = read.first else { return }
    let written = identities(from: output) ?? []
    // The output or a folder around it is the seeds; or a folder around the seeds is the output.
    if written.contains(seedsFolder) { throw .overlap(output: output, read: seeds) }
    if let status = status(output), read.contains(Identity(status)) {
      throw .overlap(output: output, read: seeds)
    }
  }

  private struct Identity: Hashable {
    let device: dev_t
    let node: ino_t

    init(_ status: stat) {
      device = status.st_dev
      node = status.st_ino
    }
  }

  private static func status(_ path: String) -> stat? {
    var status = stat()
    return stat(path, &status) == 0 ? status : nil
  }

  /// A folder and the folders around it, innermost first, from the first that exists.
  private static func identities(from path: String) -> [Identity]? {
    guard let real = try? OutputPath.resolve(path) else { return nil }
    var result: [Identity] = []
    var folder = real
    while true {
      if let status = status(folder) { result.append(Identity(status)) }
      guard folder != "/" else { return result }
      folder = OutputPath.parent(of: folder)
    }
  }
}

/// Paths of output folders, as the system sees them.
enum OutputPath {
  /// The path with every link resolved, absolute, with no `.` and `..`. What does not exist is kept as it is named.
  static func resolve(_ path: String) throws(WriteError) -> String {
    if path.isEmpty || path.utf8.contains(0) { throw .system(.resolve, path: path, errno: EINVAL) }
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    guard errno == ENOENT else { throw .failure(.resolve, path, errno) }
    // A link that leads nowhere is no folder and cannot become one.
    var status = stat()
    if lstat(path, &status) == 0 { throw .notAFolder(path: path) }
    let parts = path.split(separator: "/", omittingEmptySubsequences: true)
    guard let name = parts.last, name != "..", name != "." else {
      throw .failure(.resolve, path, ENOENT)
    }
    let rest = parts.dropLast().joined(separator: "/")
    let folder = try resolve(path.hasPrefix("/") ? "/" + rest : rest.isEmpty ? "." : rest)
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// The folder around a resolved path.
  static func parent(of path: String) -> String {
    guard let slash = path.utf8.lastIndex(of: 0x2F), slash != path.startIndex else { return "/" }
    return String(path[..<slash])
  }

  static func name(of path: String) -> Substring {
    path.split(separator: "/").last ?? ""
  }
}
