import ZhujieText

/// Somebody asked the process to end. Where a site is being written that is given up first, so that nothing of it stays.
public enum Interruption {
  private struct State {
    var writers = 0
    var isRequested = false
  }

  private static let state = Locked(State())

  /// Asks whoever writes to give up. True where nobody does, so that the process may end at once.
  public static func request() -> Bool {
    state.withLock { state in
      state.isRequested = true
      return state.writers == 0
    }
  }

  public static var isRequested: Bool { state.withLock { $0.isRequested } }

  static func writerBegins() { state.withLock { $0.writers += 1 } }

  static func writerEnds() { state.withLock { $0.writers -= 1 } }
}
