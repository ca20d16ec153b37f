import Glibc
import ZhujieBuild
import ZhujieText

/// One line on a terminal that says how far long work has come. In a pipe, and for work under a second, there is none.
final class ProgressLine: Sendable {
  private struct State {
    var last: ContinuousClock.Instant?
    var isShown = false
  }

  private let start = ContinuousClock.now
  private let state = Locked(State())

  /// Nil where nobody would see it.
  init?(on terminal: Terminal) {
    guard terminal.isTerminal, !terminal.isQuiet else { return nil }
  }

  /// What a build is watched with, to be shown here.
  func watch() -> StageWatch {
    StageWatch { self.show($0) }
  }

  private func show(_ progress: StageWatch.Progress) {
    let now = ContinuousClock.now
    guard now - start >= .seconds(1) else { return }
    state.withLock { state in
      if let last = state.last, now - last < .milliseconds(100) { return }
      (state.last, state.isShown) = (now, true)
      let count = progress.total > 0 ? " \(progress.done)/\(progress.total)" : ""
      Stream.error.write("\r\u{1B}[K\(progress.stage.rawValue)\(count)")
    }
  }

  func clear() {
    state.withLock { state in
      if state.isShown { Stream.error.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }
}
