import Glibc
import ZhujieText

/// The bytes of files that were read and what was read of them, for as long as the files stay what they were: a build
/// reads its seeds more than once, and a preview reads them again after every edit.
public final class FileCache: Sendable {
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

  /// What something was read of: files as they were, under these names and limits.
  struct Question: Equatable {
    let files: [FolderFile]
    let limits: InputLimits

    static func == (a: Self, b: Self) -> Bool {
      a.limits == b.limits && a.files.count == b.files.count
        && zip(a.files, b.files).allSatisfy { $0.stamp == $1.stamp && $0.path == $1.path }
    }
  }

  /// What was read, and what it took and told.
  struct Answer<Value: Sendable>: Sendable {
    let question: Question
    let value: Value
    let diagnostics: [Diagnostic]
    /// The bytes of the files.
    let size: Int
  }

  private let files = Locked<[Stamp: [UInt8]]>([:])
  /// By the first of the files; nil until somebody is going to ask twice.
  private let answers = Locked<[SourcePath: any Sendable]?>(nil)

  public init() {}

  func bytes(of stamp: Stamp) -> [UInt8]? { files.withLock { $0[stamp] } }

  /// A file that was written a moment ago may be written again without a sign of it: the clock of a file system moves in
  /// steps of some milliseconds. Such a file is read again.
  func keep(_ bytes: [UInt8], of stamp: Stamp) {
    guard Self.isSettled(stamp) else { return }
    files.withLock { $0[stamp] = bytes }
  }

  /// From now on keeps what was read of files as well as the files, for those who read them again. Whether it did not before.
  @discardableResult
  public func keepReadings() -> Bool {
    answers.withLock { answers in
      guard answers == nil else { return false }
      answers = [:]
      return true
    }
  }

  /// Forgets what was read of files, and keeps no more of it.
  public func dropReadings() {
    answers.withLock { $0 = nil }
  }

  func answer<Value>(to question: Question) -> Answer<Value>? {
    guard let path = question.files.first?.path, let answer = answers.withLock({ $0?[path] }) as? Answer<Value>,
      answer.question == question
    else { return nil }
    return answer
  }

  func keep<Value>(_ answer: Answer<Value>) {
    let files = answer.question.files
    guard let path = files.first?.path, files.allSatisfy({ Self.isSettled($0.stamp) }) else { return }
    answers.withLock { $0?[path] = answer }
  }

  private static func isSettled(_ stamp: Stamp) -> Bool {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    let age = (now.tv_sec - stamp.changed.tv_sec) * 1000 + (now.tv_nsec - stamp.changed.tv_nsec) / 1_000_000
    return age > 100
  }
}
