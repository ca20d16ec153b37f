import Glibc

/// Why a file's bytes could not be had.
enum FileBytesFailure: Error {
  case missing
  case refused(reason: String)
  case tooLarge(size: Int)
}

/// Reads the bytes of regular files.
enum FileBytes {
  /// The bytes of a file of at most `limit` bytes. A path that was found holds no link, so none is
  /// followed; O_NONBLOCK keeps us from waiting for a pipe that took the file's place since.
  static func read(
    _ path: [CChar],
    limit: Int,
    followsLinks: Bool = false
  ) -> Result<[UInt8], FileBytesFailure> {
    let descriptor = open(
      path,
      O_RDONLY | O_NONBLOCK | O_CLOEXEC | (followsLinks ? 0 : O_NOFOLLOW)
    )
    guard descriptor >= 0 else {
      return .failure(errno == ENOENT ? .missing : .refused(reason: Folder.systemReason()))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .failure(.refused(reason: "it is no regular file"))
    }
    guard status.st_size <= limit else { return .failure(.tooLarge(size: Int(status.st_size))) }
    var bytes: [UInt8] = []
    // One more than there should be, so that the end is seen in the same reading.
    var room = Int(status.st_size) + 1
    while true {
      var count = 0
      let asked = min(room, 1 << 24)
      let more = [UInt8](unsafeUninitializedCapacity: asked) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        filled = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return .failure(.refused(reason: Folder.systemReason()))
      }
      if count == 0 { return .success(bytes) }
      if bytes.isEmpty { bytes = more } else { bytes += more }
      // Of a regular file less than was asked for is what is left of it.
      if count < asked, bytes.count <= limit { return .success(bytes) }
      // A file that grows while it is read is held to the limit too.
      if bytes.count > limit { return .failure(.tooLarge(size: bytes.count)) }
      room = max(Int(status.st_size) - bytes.count, 0) + 1
    }
  }
}
