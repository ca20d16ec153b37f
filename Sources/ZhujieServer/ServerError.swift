/// Why the preview could not be started or kept up.
package enum ServerError: Error, Hashable, Sendable {
  /// Neither the port that was asked for nor the ones after it are free.
  case noFreePort(first: UInt16, last: UInt16)
  /// The system refused: what was being done, and its `errno`.
  case system(String, errno: Int32)
}
