import Glibc

/// What lies below a folder, by path from it. Symbolic links are listed and never followed.
struct Listing {
  enum Kind {
    case file
    case folder
    /// A link, a pipe, a socket, a device.
    case other
  }

  private(set) var kinds: [RelativePath: Kind] = [:]

  subscript(path: RelativePath) -> Kind? { kinds[path] }

  /// Every path, in order, so that a folder comes before what it holds.
  var paths: [RelativePath] { kinds.keys.sorted() }

  static let empty = Listing()

  private init() {}

  /// Lists `folder` and, of the folders in it, those that `entering` says yes to.
  init(of folder: Folder, entering: (RelativePath) -> Bool = { _ in true }) throws(WriteError) {
    var waiting: [RelativePath] = [.top]
    while let next = waiting.popLast() {
      guard let entries = try folder.folder(next) else { continue }
      for (path, kind) in try Self.entries(of: entries, at: next) {
        kinds[path] = kind
        if kind == .folder, entering(path) { waiting.append(path) }
      }
    }
  }

  private static func entries(of folder: Folder, at path: RelativePath) throws(WriteError) -> [(
    RelativePath, Kind
  )] {
    // The stream closes its descriptor, which the folder still needs.
    let copy = fcntl(folder.descriptor, F_DUPFD_CLOEXEC, 0)
    guard copy >= 0 else { throw .failure(.list, folder.path, errno) }
    guard let stream = fdopendir(copy) else {
      let number = errno
      close(copy)
      throw .failure(.list, folder.path, number)
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var result: [(RelativePath, Kind)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        if errno != 0 { throw .failure(.list, folder.path, errno) }
        return result
      }
      let child: RelativePath? = withUnsafePointer(to: &entry.pointee.d_name) { name in
        name.withMemoryRebound(to: UInt8.self, capacity: 256) { bytes in
          let length = strnlen(UnsafeRawPointer(bytes).assumingMemoryBound(to: CChar.self), 256)
          if length == 1, bytes[0] == 0x2E { return nil }
          if length == 2, bytes[0] == 0x2E, bytes[1] == 0x2E { return nil }
          return path.appending(UnsafeBufferPointer(start: bytes, count: length))
        }
      }
      guard let child else { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): result.append((child, .file))
      case Int(DT_DIR): result.append((child, .folder))
      case Int(DT_UNKNOWN): result.append((child, kind(of: child, at: path, in: folder)))
      default: result.append((child, .other))
      }
    }
  }

  /// For the file systems that do not tell the kind in passing.
  private static func kind(of child: RelativePath, at path: RelativePath, in folder: Folder) -> Kind
  {
    let name = path.isTop ? child : child.name
    switch folder.status(name).map({ $0.st_mode & S_IFMT }) {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
