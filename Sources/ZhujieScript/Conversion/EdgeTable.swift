/// The edges of a trie by parent and label: open addressing, at most half full, without a key of its own to hash by, for
/// conversion asks at nearly every character.
struct EdgeTable: Sendable {
  /// Plus one, so that an empty slot is 0.
  private var keys: [UInt64] = Array(repeating: 0, count: 16)
  private var nodes: [Int32] = Array(repeating: 0, count: 16)
  private var count = 0
  /// The bits of a hash that are passed over.
  private var shift: UInt64 = 60

  @inline(__always)
  subscript(_ edge: UInt64) -> Int32? {
    var slot = slot(of: edge)
    while keys[slot] != 0 {
      if keys[slot] == edge &+ 1 { return nodes[slot] }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return nil
  }

  /// The edge must be new.
  mutating func insert(_ edge: UInt64, _ node: Int32) {
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
