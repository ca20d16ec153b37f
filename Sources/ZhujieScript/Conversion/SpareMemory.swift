internal import ZhujieText

/// What one conversion remembered, kept for the next with the same converter: documents say the same words.
///
/// What is remembered never changes what comes, so that it does not matter which thread gets it.
final class SpareMemory: Sendable {
  private let spare = Locked<IslandMemory?>(nil)

  /// The memory that is at hand, or a new one for a text of so many bytes.
  func take(forTextOf count: Int) -> IslandMemory {
    let found = spare.withLock { $0.take() }
    return found ?? IslandMemory(forTextOf: count)
  }

  /// Keeps a memory; where another thread gave one back too the last remains.
  func give(_ memory: consuming IslandMemory) {
    var memory: IslandMemory? = consume memory
    spare.withLock { $0 = memory.take() }
  }
}
