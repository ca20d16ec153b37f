import Glibc
import Synchronization

/// The bytes of files that were read, for as long as the files stay what they were: a build reads its seeds more than
/// once, and a preview reads them again after every edit.
package final class FileCache: Sendable {
  /// What the system says of a file without reading it.
  struct Stamp: Hashable {
    private let device: UInt64
    private let number: UInt64
    private let size: Int64
    private let modified: timespec
    fileprivate let changed: timespec

    init(_ status: stat) {
      device = UInt64(truncatingIfNeeded: status.st_dev)
      number = UInt64(truncatingIfNeeded: status.st_ino)
      size = Int64(status.st_size)
      modified = status.st_mtim
      changed = status.st_ctim
    }

    static func == (a: Stamp, b: Stamp) -> Bool {
      a.device == b.device && a.number == b.number && a.size == b.size
        && isSame(a.modified, b.modified) && isSame(a.changed, b.changed)
    }

    private static func isSame(_ a: timespec, _ b: timespec) -> Bool { a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec }

    func hash(into hasher: inout Hasher) {
      hasher.combine(number)
      hasher.combine(changed.tv_nsec)
    }
  }

  private let files = Mutex<[Stamp: [UInt8]]>([:])

  package init() {}

  func bytes(of stamp: Stamp) -> [UInt8]? { files.withLock { $0[stamp] } }

  /// A file that was written a moment ago may be written again without a sign of it: the clock of a file system moves in
  /// steps of some milliseconds. Such a file is read again.
  func keep(_ bytes: [UInt8], of stamp: Stamp) {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = (now.tv_sec - stamp.changed.tv_sec) * 1000 + (now.tv_nsec - stamp.changed.tv_nsec) / 1_000_000
    guard age > 100 else { return }
    files.withLock { $0[stamp] = bytes }
  }
}
