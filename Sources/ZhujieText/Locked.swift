public import CThreadSanitizer
public import Synchronization

/// A value that several threads share, each of which may read and change it while it holds the lock.
///
/// It is Swift's `Mutex`, of which the thread sanitizer is told: it does not see that lock by itself, and what is held under it
/// would look unguarded.
@frozen
public struct Locked<Value: ~Copyable>: ~Copyable, Sendable {
  @usableFromInline let mutex: Mutex<Value>

  @inlinable
  public init(_ value: consuming sending Value) {
    mutex = Mutex(value)
  }

  /// Waits for the lock, gives `body` the value, and the lock back. `body` may not ask for the same lock.
  @inlinable
  public borrowing func withLock<Result: ~Copyable, Failure: Error>(
    _ body: (inout sending Value) throws(Failure) -> sending Result
  ) throws(Failure) -> sending Result {
    let lock = withUnsafePointer(to: mutex) { UnsafeRawPointer($0) }
    return try mutex.withLock { value throws(Failure) in
      zhujie_lock_taken(lock)
      defer { zhujie_lock_given(lock) }
      return try body(&value)
    }
  }
}
