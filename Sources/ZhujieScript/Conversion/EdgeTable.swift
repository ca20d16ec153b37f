/// The edges of a trie by parent and scalar: open addressing, at most half full, without a key of its own to hash by, for
/// conversion asks at nearly every character.
struct EdgeTable: Sendable {
  /// Plus one, so that an empty slot is 0.
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  private var nodes: [Int32] = Array(repeating: 0, count: 16)
  private var count = 0
  /// The bits of a hash that are passed over.
  private var shift: UInt64 = 60

  /// The node that `scalar` leads to from another; node 0 is the root.
  @inline(__always)
  func child(of node: Int, over scalar: UInt32) -> Int? {
    let edge = Self.edge(node, scalar)
    var slot = slot(of: edge)
    while keys[slot] != 0 {
      if keys[slot] == edge &+ 1 { return Int(nodes[slot]) }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return nil
  }

  /// The node at the end of a word, and how many of its nodes are new; these have the numbers from `next` on.
  mutating func insert(_ word: [UInt32], next: Int) -> (end: Int, added: Int) {
    var (node, added) = (0, 0)
    for scalar in word {
      if let known = child(of: node, over: scalar) {
        node = known
      } else {
        insert(Self.edge(node, scalar), Int32(next + added))
        (node, added) = (next + added, added + 1)
      }
    }
    return (node, added)
  }

  @inline(__always)
  private static func edge(_ node: Int, _ scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

  /// The edge must be new.
  private mutating func insert(_ edge: UInt64, _ node: Int32) {
    if count * 2 >= keys.count { grow() }
    var slot = slot(of: edge)
    while keys[slot] != 0 { slot = (slot &+ 1) & (keys.count &- 1) }
    (keys[slot], nodes[slot]) = (edge &+ 1, node)
    count += 1
  }

  private mutating func grow() {
    let (oldKeys, oldNodes) = (keys, nodes)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    nodes = Array(repeating: 0, count: keys.count)
    shift -= 1
    count = 0
    for (key, node) in zip(oldKeys, oldNodes) where key != 0 { insert(key &- 1, node) }
  }

  /// Fibonacci hashing.
  @inline(__always)
  private func slot(of edge: UInt64) -> Int {
    Int(truncatingIfNeeded: (edge &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
