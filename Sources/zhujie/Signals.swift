import Glibc
import Synchronization
import ZhujieSite

/// What Control-C does: a site that is being written is given up and nothing of it stays; otherwise the program ends at once. What
/// does not give up within seconds is ended as well, and the next build removes what stays of it.
enum Signals {
  /// The end of a pipe that a handler may write to; little else is safe there.
  private static let wake = Atomic<Int32>(-1)

  /// The status of a program that a signal ended, as shells count: 130 for Control-C.
  static func status(of signal: Int32) -> Int32 { 128 + signal }

  /// Waits for signals in a thread of its own, from the start of the program on. They are not blocked and waited for, since the
  /// runtime parks the main thread with all of them open.
  static func watch() {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return }
    wake.store(ends[1], ordering: .sequentiallyConsistent)
    var thread = pthread_t()
    let reader = UnsafeMutableRawPointer(bitPattern: Int(ends[0]))
    guard pthread_create(&thread, nil, { Signals.wait(on: Int32(Int(bitPattern: $0))) }, reader) == 0 else { return }
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = write(Signals.wake.load(ordering: .relaxed), &byte, 1)
      }
    }
  }

  /// Milliseconds for a writer to give up in.
  private static let patience: Int32 = 10_000

  private static func wait(on pipe: Int32) -> Never {
    var signal: UInt8 = 0
    while read(pipe, &signal, 1) != 1 {}
    if !Interruption.request() {
      var second = pollfd(fd: pipe, events: Int16(POLLIN), revents: 0)
      while poll(&second, 1, patience) < 0 {}
    }
    _exit(status(of: Int32(signal)))
  }
}
