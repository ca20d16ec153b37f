import Glibc
import ZhujieText

/// A regular file that was found below the folder of the project.
struct FolderFile: Sendable {
  /// Relative to the folder, as its links spell it.
  let path: SourcePath
  /// Where it really is: absolute, no link in it, ending in NUL.
  let realPath: [CChar]
  /// Its parts, with the extension in lower case and without its dot; empty where there is none.
  let stem: String
  let fileExtension: String
  /// When the folder was listed.
  let stamp: FileCache.Stamp

  /// The folders between the project's own and the file.
  var folders: [String] {
    path.string.utf8.split(separator: UInt8(ascii: "/")).dropLast().map { String(Substring($0)) }
  }

  /// The first of them.
  var topFolder: String? {
    let name = path.string
    return name.utf8.firstIndex(of: UInt8(ascii: "/")).map { String(name[..<$0]) }
  }
}

/// What stands below a folder, found with readdir and fstatat: an enumerator of Foundation takes
/// forty times as long for 20,000 files.
///
/// Names that start with `.` or `#` or end in `~` are not looked at. Links are followed where they
/// stay inside the folder; a link to a folder that encloses it is not, so loops end.
struct Folder: Sendable {
  /// In order of path, by bytes.
  private(set) var files: [FolderFile] = []
  /// What is neither a file nor a folder that we look into. Folders end in `/`.
  private(set) var passedOver: [SourcePath] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var folderNames: [String] = []

  private let limits: InputLimits
  private let root: [UInt8]
  private var isFull = false
  /// Names looked at. Links from folder to folder can multiply the ways to a few files without end.
  private var visits = 0
  /// Those of them that a link to a folder leads to.
  private var linkedVisits = 0
  private static let mostLinkedVisits = 20_000

  /// Looks through `path`: its own files, and those of the subfolders named in `subfolders`, or of
  /// all, at any depth.
  init(at path: String, subfolders: [String]?, limits: InputLimits) throws(InputError) {
    self.limits = limits
    // No path holds a NUL; the system would read only what stands before it.
    guard !path.utf8.contains(0) else { throw .missingFolder(path: path) }
    guard let resolved = Self.resolved(Array(path.utf8CString)) else {
      throw errno == ENOENT || errno == ENOTDIR
        ? .missingFolder(path: path) : .unreadable(path: path, reason: Self.systemReason())
    }
    root = resolved == [0x2F] ? [] : resolved
    var status = stat()
    guard stat(resolved.map { CChar(bitPattern: $0) } + [0], &status) == 0 else {
      throw .unreadable(path: path, reason: Self.systemReason())
    }
    guard status.st_mode & S_IFMT == S_IFDIR else { throw .notAFolder(path: path) }
    guard let entries = Self.names(in: resolved) else {
      throw .unreadable(path: path, reason: Self.systemReason())
    }
    let wanted = subfolders.map { Set($0) }
    for name in entries {
      let isWanted = wanted?.contains(String(decoding: name, as: UTF8.self)) ?? true
      visit(name, in: root, as: "", depth: 0, ancestors: [Identity(status)], descends: isWanted)
    }
    files.sort { $0.path < $1.path }
    passedOver.sort()
  }

  /// A folder is known by its device and number, however many links lead to it.
  private struct Identity: Hashable {
    let device: UInt64
    let number: UInt64

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
    }
  }

  private mutating func visit(
    _ name: [UInt8],
    in folder: [UInt8],
    as prefix: String,
    depth: Int,
    ancestors: [Identity],
    descends: Bool
  ) {
    guard !isFull, let first = name.first, let last = name.last, first != 0x2E, first != 0x23,
      last != 0x7E
    else { return }
    let text = String(decoding: name, as: UTF8.self)
    let path = SourcePath(prefix + text)
    visits += 1
    guard visits <= 1000 + 4 * min(limits.files, 1 << 40) else {
      isFull = true
      return report(
        .error,
        .inputLimit,
        path,
        "there are more than \(visits - 1) names, counting each way to them by links; remove some or "
          + "raise \"files\" under limits in zhujie.yml"
      )
    }
    // Where the real folder is not the one that the path says, a link is on the way.
    if !folder.dropFirst(root.count).elementsEqual(("/" + prefix).utf8.dropLast()) { linkedVisits += 1 }
    guard linkedVisits <= Self.mostLinkedVisits else {
      isFull = true
      return report(
        .error,
        .inputLimit,
        path,
        "links to folders lead to more than \(Self.mostLinkedVisits) names, counting each way to them; remove some of the links"
      )
    }
    guard UTF8Validation.firstInvalidOffset(in: name) == nil else {
      return report(.error, .fileName, path, "the name is not UTF-8; rename the file")
    }
    var real = folder + [0x2F] + name
    var status = stat()
    guard lstat(Self.terminated(real), &status) == 0 else {
      return report(.error, .unreadableFile, path, "cannot be looked at: \(Self.systemReason())")
    }
    if status.st_mode & S_IFMT == S_IFLNK {
      guard let target = Self.resolved(Self.terminated(real)), target.starts(with: root + [0x2F])
      else {
        return report(
          .warning,
          .outsideLink,
          path,
          "\"\(text)\" is a link that leads out of the folder or nowhere and is not followed; "
            + "put the file itself here"
        )
      }
      real = target
      guard lstat(Self.terminated(real), &status) == 0 else {
        return report(.error, .unreadableFile, path, "cannot be looked at: \(Self.systemReason())")
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      guard files.count < limits.files else {
        isFull = true
        return report(
          .error,
          .inputLimit,
          path,
          "there are more than \(limits.files) files; remove some or raise \"files\" under limits "
            + "in zhujie.yml"
        )
      }
      let (stem, fileExtension) = Self.parts(of: text)
      files.append(
        FolderFile(
          path: path,
          realPath: Self.terminated(real),
          stem: stem,
          fileExtension: fileExtension,
          stamp: FileCache.Stamp(status)
        )
      )
    case S_IFDIR:
      guard descends, !["md", "txt", "yml"].contains(Self.parts(of: text).fileExtension) else {
        return passedOver.append(SourcePath(prefix + text + "/"))
      }
      descend(
        into: real,
        as: prefix + text,
        depth: depth,
        ancestors: ancestors,
        identity: Identity(status)
      )
    default:
      passedOver.append(path)
    }
  }

  private mutating func descend(
    into real: [UInt8],
    as path: String,
    depth: Int,
    ancestors: [Identity],
    identity: Identity
  ) {
    guard !ancestors.contains(identity) else {
      return report(
        .warning,
        .outsideLink,
        SourcePath(path),
        "\"\(path)\" is a link to a folder around it and is not followed; remove it"
      )
    }
    guard depth < limits.folderDepth else {
      return report(
        .error,
        .inputLimit,
        SourcePath(path),
        "\"\(path)\" lies deeper than \(limits.folderDepth) folders; move it up or raise "
          + "\"folder-depth\" under limits in zhujie.yml"
      )
    }
    if depth == 0 { folderNames.append(path) }
    guard let entries = Self.names(in: real) else {
      return report(
        .error,
        .unreadableFile,
        SourcePath(path),
        "the folder cannot be listed: \(Self.systemReason())"
      )
    }
    for name in entries {
      visit(
        name,
        in: real,
        as: path + "/",
        depth: depth + 1,
        ancestors: ancestors + [identity],
        descends: true
      )
    }
  }

  private mutating func report(
    _ severity: Severity,
    _ code: DiagnosticCode,
    _ path: SourcePath,
    _ message: String
  ) {
    diagnostics.append(Diagnostic(severity, code, at: SourceLocation(path: path), message))
  }

  /// The names in a folder, in order of their bytes; nil where it cannot be listed.
  private static func names(in folder: [UInt8]) -> [[UInt8]]? {
    guard let stream = opendir(terminated(folder.isEmpty ? [0x2F] : folder)) else { return nil }
    defer { closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if name != [0x2E], name != [0x2E, 0x2E] { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }
  }

  private static func resolved(_ path: [CChar]) -> [UInt8]? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return Array(UnsafeRawBufferPointer(start: real, count: strlen(real)))
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(bitPattern: $0) } + [0]
  }

  /// The name before the last dot, and what follows it in lower case; a leading dot begins no
  /// extension.
  static func parts(of name: String) -> (stem: String, fileExtension: String) {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: 0x2E), dot > 0 else { return (name, "") }
    return (
      String(decoding: bytes[..<dot], as: UTF8.self),
      String(decoding: bytes[(dot + 1)...], as: UTF8.self).lowercased()
    )
  }

  static func systemReason() -> String {
    String(cString: strerror(errno))
  }
}
