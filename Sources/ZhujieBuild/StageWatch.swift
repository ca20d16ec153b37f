import Glibc
import Synchronization
import ZhujieText

/// Where a build is, and where its time went.
public final class StageWatch: Sendable {
  public enum Stage: String, Sendable, CaseIterable {
    case reading, annotating, linking, converting, comparing, writing, searching, placing
  }

  /// How far a stage has come.
  public struct Progress: Sendable {
    public let stage: Stage
    public let done: Int
    /// 0 where nobody knows.
    public let total: Int
  }

  private struct State {
    var stage: (stage: Stage, start: ContinuousClock.Instant, total: Int)?
    var times: [Stage: Duration] = [:]
  }

  private let state = Locked(State())
  private let done = Atomic(0)
  private let onProgress: (@Sendable (Progress) -> Void)?

  /// `onProgress` is told of every step, from any thread.
  public init(onProgress: (@Sendable (Progress) -> Void)? = nil) {
    self.onProgress = onProgress
  }

  /// Ends the stage before, if there was one.
  public func begin(_ stage: Stage, steps total: Int = 0) {
    end()
    state.withLock { $0.stage = (stage, ContinuousClock.now, total) }
    done.store(0, ordering: .relaxed)
    onProgress?(Progress(stage: stage, done: 0, total: total))
  }

  /// One step of the stage is done.
  public func step() {
    guard let onProgress else { return }
    let done = done.add(1, ordering: .relaxed).newValue
    guard let stage = state.withLock({ $0.stage }) else { return }
    onProgress(Progress(stage: stage.stage, done: min(done, stage.total), total: stage.total))
  }

  public func end() {
    state.withLock { state in
      guard let stage = state.stage else { return }
      state.times[stage.stage, default: .zero] += ContinuousClock.now - stage.start
      state.stage = nil
    }
  }

  /// The time that each stage took so far, in the order of the stages.
  public var times: [(stage: Stage, time: Duration)] {
    let times = state.withLock { $0.times }
    return Stage.allCases.compactMap { stage in times[stage].map { (stage, $0) } }
  }
}
