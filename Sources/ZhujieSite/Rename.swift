import Glibc

/// `renameat2` of Linux, which Swift's import of the C library leaves out.
enum Rename {
  private typealias Function =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32

  private static let noReplace: UInt32 = 1
  private static let exchange: UInt32 = 2

  private static let function: Function? = dlsym(nil, "renameat2").map {
    unsafeBitCast($0, to: Function.self)
  }

  static var canExchange: Bool { function != nil }

  /// Lets what lies at two paths change places. The result is an `errno`, 0 for success.
  static func exchange(_ folder: Folder, _ name: RelativePath, with path: String) -> Int32 {
    guard let function else { return ENOSYS }
    let result = name.withCString { function(folder.descriptor, $0, AT_FDCWD, path, exchange) }
    return result == 0 ? 0 : errno
  }

  /// Moves a folder to a path where nothing is. The result is an `errno`, 0 for success.
  static func unlessTaken(from folder: Folder, _ name: RelativePath, to path: String) -> Int32 {
    if let function {
      let result = name.withCString { function(folder.descriptor, $0, AT_FDCWD, path, noReplace) }
      if result == 0 { return 0 }
      if errno != EINVAL, errno != ENOSYS { return errno }
    }
    // A plain rename replaces nothing but an empty folder.
    let result = name.withCString { renameat(folder.descriptor, $0, AT_FDCWD, path) }
    return result == 0 ? 0 : errno
  }
}
