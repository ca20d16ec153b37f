internal import ZhujieTables
internal import ZhujieText

/// Weighted words over pivot bytes: which words start at an offset, and how much each costs on a
/// best path (the negative logarithm of its probability, seven to a nat).
package struct WordModel: Sendable {
  package static let builtIn = WordModel(tables: .builtIn)

  private let tables: ScriptTables

  package init(tables: ScriptTables) {
    self.tables = tables
  }

  /// The cost of a character that no word knows.
  package static let unknownCost: Int32 = WordTrie.unknownCost

  /// Calls `body` with the length in bytes and the cost of each word that starts at `offset`, shortest first; the
  /// single scalar there is always one of them. The bytes must be valid UTF-8 and `offset` a boundary in them.
  @inline(__always)
  package func forEachWord(
    startingAt offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ length: Int, _ cost: Int32) -> Void
  ) {
    guard offset >= 0, offset < bytes.count else { return }
    let first = UTF8Scan.scalar(at: offset, in: bytes)
    var node = Int(tables.classes[first.value])
    body(first.length, tables.trie.singleCost(node))
    guard tables.trie.hasWords(startingWith: node) else { return }
    var end = offset &+ first.length
    while end < bytes.count {
      let next = UTF8Scan.scalar(at: end, in: bytes)
      let scalarClass = Int(tables.classes[next.value])
      guard scalarClass != 0 else { return }
      let slot = tables.trie.edge(from: node, over: scalarClass)
      guard slot.bits != 0 else { return }
      end &+= next.length
      if slot.isWord { body(end &- offset, slot.cost) }
      guard slot.hasChildren else { return }
      node = slot.child
    }
  }

  /// Whether all of the bytes, valid UTF-8 of the pivot, are one ordinary word of two characters or more:
  /// a noun, verb or adjective that nobody is called by in the first place.
  package func isOrdinaryWord(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
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
