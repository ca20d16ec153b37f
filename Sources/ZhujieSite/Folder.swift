import Glibc

/// An open folder, and what is done to the files in it. The only place that calls the system with a path in the site.
///
/// Everything is reached from the folder's descriptor, so that a folder which is renamed or replaced meanwhile cannot
/// lead anything elsewhere.
final class Folder: Sendable {
  let descriptor: Int32
  /// For messages.
  let path: String

  private init(descriptor: Int32, path: String) {
    self.descriptor = descriptor
    self.path = path
  }

  deinit {
    close(descriptor)
  }

  /// Nil where nothing is there. A symbolic link is not followed.
  static func open(_ path: String) throws(WriteError) -> Folder? {
    let descriptor = retrying { Glibc.open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    if descriptor >= 0 { return Folder(descriptor: descriptor, path: path) }
    switch errno {
    case ENOENT: return nil
    case ENOTDIR, ELOOP: throw .notAFolder(path: path)
    default: throw .failure(.list, path, errno)
    }
  }

  /// A folder below this one; nil where nothing is there.
  func folder(_ name: RelativePath) throws(WriteError) -> Folder? {
    let below = retrying {
      name.withCString { openat(descriptor, $0, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    }
    if below >= 0 { return Folder(descriptor: below, path: full(name)) }
    switch errno {
    case ENOENT: return nil
    case ENOTDIR, ELOOP: throw .notAFolder(path: full(name))
    default: throw .failure(.list, full(name), errno)
    }
  }

  func full(_ relative: RelativePath) -> String {
    relative.isTop ? path : path + "/" + relative.string
  }

  /// What is at a path, a symbolic link not followed; nil where nothing is.
  func status(_ relative: RelativePath) -> stat? {
    var status = stat()
    let result = relative.withCString { fstatat(descriptor, $0, &status, AT_SYMLINK_NOFOLLOW) }
    return result == 0 ? status : nil
  }

  /// Whether a regular file holds exactly these bytes. What cannot be read is not equal.
  func holds(_ contents: [UInt8], at relative: RelativePath) -> Bool {
    let file = retrying {
      relative.withCString {
        openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
    }
    guard file >= 0 else { return false }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, status.isFile,
      status.st_size == contents.count
    else { return false }
    return contents.withUnsafeBytes { contents in
      withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
        guard let start = buffer.baseAddress else { return false }
        var done = 0
        while done < contents.count {
          let count = retrying { read(file, start, min(buffer.count, contents.count - done)) }
          guard count > 0, let expected = contents.baseAddress,
            memcmp(start, expected + done, count) == 0
          else { return false }
          done += count
        }
        return true
      }
    }
  }

  /// As much as a record of ours may hold; one of a million pages has half of it.
  static let largestRecord = 256 << 20

  /// The bytes of a file of ours; nil where nothing is there. One that is larger than `limit` fails with `EFBIG`: whatever it is,
  /// we did not write it.
  func contents(_ relative: RelativePath, atMost limit: Int = .max) throws(WriteError) -> [UInt8]? {
    let file = retrying {
      relative.withCString {
        openat(descriptor, $0, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
    }
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw .failure(.read, full(relative), errno)
    }
    defer { close(file) }
    var result: [UInt8] = []
    var status = stat()
    if fstat(file, &status) == 0, status.st_size <= limit { result.reserveCapacity(Int(status.st_size)) }
    while true {
      var failure: Int32 = 0
      let count = withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
        let count = retrying { read(file, buffer.baseAddress, buffer.count) }
        failure = errno
        if count > 0 { result += UnsafeRawBufferPointer(buffer)[..<count] }
        return count
      }
      if count == 0 { return result }
      guard result.count <= limit else { throw .failure(.read, full(relative), EFBIG) }
      if count < 0 { throw .failure(.read, full(relative), failure) }
    }
  }

  /// Whether the umask takes something from the modes of what we make. It can be had only by setting it; what is made by us
  /// meanwhile is as it should be.
  private static let isMasked: Bool = {
    let mask = umask(0)
    umask(mask)
    return mask & 0o755 != 0
  }()

  /// Makes a new file, readable by all whatever the umask is. It is not forced to the disk: that takes seconds where
  /// others write much, and what is lost when power fails is built again.
  func write(_ contents: [UInt8], to relative: RelativePath)
    throws(WriteError)
  {
    let file = retrying {
      relative.withCString {
        openat(descriptor, $0, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0o644)
      }
    }
    guard file >= 0 else { throw .failure(.write, full(relative), errno) }
    var failure: Int32 = !Self.isMasked || fchmod(file, 0o644) == 0 ? 0 : errno
    contents.withUnsafeBytes { bytes in
      var done = 0
      while failure == 0, done < bytes.count, let start = bytes.baseAddress {
        let count = retrying { Glibc.write(file, start + done, bytes.count - done) }
        if count < 0 { failure = errno } else { done += count }
      }
    }
    // Quotas and networked disks may say only now that there was no room.
    if close(file) != 0, failure == 0, errno != EINTR { failure = errno }
    if failure != 0 { throw .failure(.write, full(relative), failure) }
  }

  /// Makes a folder that all may enter whatever the umask is; one that is there is left as it is.
  func makeFolder(_ relative: RelativePath, mode: mode_t = 0o755) throws(WriteError) {
    if relative.withCString({ mkdirat(descriptor, $0, mode) }) == 0 {
      if !Self.isMasked, mode == 0o755 { return }
      if relative.withCString({ fchmodat(descriptor, $0, mode, 0) }) == 0 { return }
      throw .failure(.write, full(relative), errno)
    }
    let number = errno
    if number == EEXIST, let there = status(relative), there.isFolder { return }
    throw .failure(.write, full(relative), number)
  }

  /// Lets the folders that are made in this one begin where the disk is emptiest, as `chattr +T` does. A hint, which other file
  /// systems than ext4 do not take.
  ///
  /// ext4 puts what is made in a folder near it. Without a journal it passes over the places of files that were removed there
  /// in the last minutes one by one, for each file anew: to make a site of five thousand pages near the place where one was
  /// removed takes up to three seconds more.
  func beginFoldersApart() {
    var flags: Int32 = 0
    guard ioctl(descriptor, Self.getFlags, &flags) == 0 else { return }
    flags |= Self.topOfHierarchies
    _ = ioctl(descriptor, Self.setFlags, &flags)
  }

  /// FS_IOC_GETFLAGS, FS_IOC_SETFLAGS and FS_TOPDIR_FL of linux/fs.h, where `long` has 64 bits.
  private static let (getFlags, setFlags): (UInt, UInt) = (0x8008_6601, 0x4008_6602)
  private static let topOfHierarchies: Int32 = 0x0002_0000

  func removeFile(_ relative: RelativePath) throws(WriteError) {
    guard relative.withCString({ unlinkat(descriptor, $0, 0) }) != 0, errno != ENOENT else {
      return
    }
    throw .failure(.remove, full(relative), errno)
  }

  /// Whether the folder was empty, and is now gone.
  @discardableResult
  func removeFolderIfEmpty(_ relative: RelativePath) -> Bool {
    relative.withCString { unlinkat(descriptor, $0, AT_REMOVEDIR) } == 0
  }

  /// Gives a file a second name elsewhere: the same file, not a copy. The result is an `errno`, 0 for success.
  func link(_ relative: RelativePath, to other: Folder, _ name: RelativePath) -> Int32 {
    let result = relative.withCString { from in
      name.withCString { linkat(descriptor, from, other.descriptor, $0, 0) }
    }
    return result == 0 ? 0 : errno
  }

  /// Moves a file over whatever file is there. The result is an `errno`, 0 for success.
  func move(_ relative: RelativePath, to other: Folder, _ name: RelativePath) -> Int32 {
    let result = relative.withCString { from in
      name.withCString { renameat(descriptor, from, other.descriptor, $0) }
    }
    return result == 0 ? 0 : errno
  }
}

extension stat {
  var isFile: Bool { st_mode & S_IFMT == S_IFREG }
  var isFolder: Bool { st_mode & S_IFMT == S_IFDIR }
}

extension WriteError {
  /// The error for an `errno`; a full disk has a case of its own.
  static func failure(_ operation: Operation, _ path: String, _ number: Int32) -> WriteError {
    number == ENOSPC || number == EDQUOT
      ? .diskFull(path: path) : .system(operation, path: path, errno: number)
  }
}

/// Calls again while a signal interrupts.
func retrying<Count: SignedInteger>(_ call: () -> Count) -> Count {
  while true {
    let result = call()
    if result >= 0 || errno != EINTR { return result }
  }
}
