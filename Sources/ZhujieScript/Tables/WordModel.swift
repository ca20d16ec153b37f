internal import ZhujieTables
internal import ZhujieText

/// Weighted words over pivot bytes: which words start at an offset, and how much each costs on a
/// best path (the negative logarithm of its probability, seven to a nat).
public struct WordModel: Sendable {
  public static let builtIn = WordModel(tables: .builtIn)

  private let tables: ScriptTables

  public init(tables: ScriptTables) {
    self.tables = tables
  }

  /// The cost of a character that no word knows.
  public static let unknownCost: Int32 = WordTrie.unknownCost

  /// A word that starts at some place of a text.
  public struct Word: Sendable {
    public let length: Int
    /// In scalars.
    public let count: Int
    public let cost: Int32
    /// Whether it is a noun, verb or adjective that nobody is called by in the first place.
    public let isOrdinary: Bool
  }

  /// How many words can start at one place: one of each length.
  public static let mostAtOnePlace = 16

  /// Writes the words that start at `offset`, the shortest first, to `found`, which has room for
  /// `mostAtOnePlace`; the number written. The single scalar there is always the first. The bytes must be valid UTF-8
  /// and `offset` a boundary in them.
  public func words(
    startingAt offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    found: UnsafeMutableBufferPointer<Word>
  ) -> Int {
    guard offset >= 0, offset < bytes.count, found.count >= Self.mostAtOnePlace else { return 0 }
    let first = UTF8Scan.scalar(at: offset, in: bytes)
    var node = Int(tables.classes[first.value])
    found[0] = Word(
      length: first.length,
      count: 1,
      cost: tables.trie.singleCost(node),
      isOrdinary: false
    )
    guard tables.trie.hasWords(startingWith: node) else { return 1 }
    var written = 1
    var count = 1
    var end = offset &+ first.length
    while end < bytes.count, written < Self.mostAtOnePlace {
      let next = UTF8Scan.scalar(at: end, in: bytes)
      let scalarClass = Int(tables.classes[next.value])
      guard scalarClass != 0 else { break }
      let slot = tables.trie.edge(from: node, over: scalarClass)
      guard slot.bits != 0 else { break }
      end &+= next.length
      count &+= 1
      if slot.isWord {
        found[written] = Word(
          length: end &- offset,
          count: count,
          cost: slot.cost,
          isOrdinary: slot.isOrdinary
        )
        written &+= 1
      }
      guard slot.hasChildren else { break }
      node = slot.child
    }
    return written
  }

  /// The words that start at `offset`, as `words(startingAt:in:found:)` has them.
  public func forEachWord(
    startingAt offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (Word) -> Void
  ) {
    withUnsafeTemporaryAllocation(of: Word.self, capacity: Self.mostAtOnePlace) { found in
      for index in 0..<words(startingAt: offset, in: bytes, found: found) { body(found[index]) }
    }
  }

  /// Whether some word may hold two scalars of the pivot beside each other. Between others every reading has a
  /// border, which this says without a walk through the words; it may say yes where no word does.
  public func mayJoin(_ first: UInt32, _ second: UInt32) -> Bool {
    tables.joints.contains(
      Int32(truncatingIfNeeded: tables.classes[first]),
      Int32(truncatingIfNeeded: tables.classes[second])
    )
  }

  /// Whether all of the bytes, valid UTF-8 of the pivot, are one ordinary word of two characters or more:
  /// a noun, verb or adjective that nobody is called by in the first place.
  public func isOrdinaryWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !bytes.isEmpty else { return false }
    let first = UTF8Scan.scalar(at: 0, in: bytes)
    var node = Int(tables.classes[first.value])
    guard tables.trie.hasWords(startingWith: node) else { return false }
    var end = first.length
    while end < bytes.count {
      let next = UTF8Scan.scalar(at: end, in: bytes)
      let scalarClass = Int(tables.classes[next.value])
      guard scalarClass != 0 else { return false }
      let slot = tables.trie.edge(from: node, over: scalarClass)
      guard slot.bits != 0 else { return false }
      end &+= next.length
      if end >= bytes.count { return slot.isWord && slot.isOrdinary }
      node = slot.child
    }
    return false
  }
}
