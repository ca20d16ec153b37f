import Foundation
import Glibc

/// Tells when something changes in some folders and the folders in them.
///
/// Names that are never read (those that start with `.` or `#` or end in `~`) are passed over, so that an editor's own
/// files start no build.
public final class Watcher: Sendable {
  /// The paths that changed, in order, each once; none where nobody knows which, and all may have.
  public let changes: AsyncStream<[String]>

  private let stop: Int32

  /// Begins to watch. A folder that is not there is waited for.
  public init(folders: [String]) throws(ServerError) {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { throw .system("watch folders", errno: errno) }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else {
      let number = errno
      close(descriptor)
      throw .system("open a pipe", errno: number)
    }
    for end in ends { Listener.setNonblocking(end) }
    var tree = WatchedTree(descriptor: descriptor, roots: folders)
    tree.addRoots()
    if let number = tree.failure {
      for open in ends + [descriptor] { close(open) }
      throw .system("watch so many folders (see fs.inotify.max_user_watches)", errno: number)
    }
    let (stopping, stop) = (ends[0], ends[1])
    self.stop = stop
    let (stream, continuation) = AsyncStream.makeStream(
      of: [String].self,
      bufferingPolicy: .unbounded
    )
    changes = stream
    let begun = tree
    Thread.detachNewThread {
      WatchLoop(tree: begun, stopping: stopping).run(telling: continuation)
      continuation.finish()
      close(descriptor)
      close(stopping)
    }
  }

  deinit {
    // The other end sees that nobody holds this one any more.
    close(stop)
  }
}

/// Waits for events and gathers those that belong together.
private struct WatchLoop {
  /// Milliseconds of quiet after which a change is told, and the most that one waits.
  static let (quiet, longest) = (10, 200)

  var tree: WatchedTree
  let stopping: Int32

  func run(telling continuation: AsyncStream<[String]>.Continuation) {
    var tree = tree
    var changed: Set<String> = []
    var isUnknown = false
    var since: Int?
    while true {
      let isWaiting = !changed.isEmpty || isUnknown
      var polls = [
        pollfd(fd: tree.descriptor, events: Int16(POLLIN), revents: 0),
        pollfd(fd: stopping, events: Int16(POLLIN), revents: 0),
      ]
      let count = poll(&polls, 2, isWaiting ? Int32(Self.quiet) : tree.isComplete ? -1 : 250)
      if polls[1].revents != 0 { return }
      if polls[0].revents != 0 {
        switch tree.read() {
        case .paths(let paths): changed.formUnion(paths)
        case .unknown: isUnknown = true
        }
      }
      if !tree.isComplete, tree.addRoots() { isUnknown = true }
      guard !changed.isEmpty || isUnknown else { continue }
      let now = Self.milliseconds()
      if since == nil { since = now }
      guard count == 0 || now - (since ?? now) >= Self.longest else { continue }
      continuation.yield(isUnknown ? [] : changed.sorted())
      (changed, isUnknown, since) = ([], false, nil)
    }
  }

  private static func milliseconds() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1_000 + time.tv_nsec / 1_000_000
  }
}
