import Glibc

/// Why the preview could not be started or kept up.
public enum ServerError: Error, Hashable, Sendable {
  /// Neither the port that was asked for nor the ones after it are free.
  case noFreePort(first: UInt16, last: UInt16)
  /// The system refused: what was being done, and its `errno`.
  case system(String, errno: Int32)

  /// What to tell the person who started it.
  public var message: String {
    switch self {
    case .noFreePort(let first, let last):
      "no port from \(first) to \(last) is free; choose another with --port"
    case .system(let action, let number):
      "could not \(action): \(String(cString: strerror(number)))"
    }
  }
}
