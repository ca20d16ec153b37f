/// The edges of a trie: from a node by a symbol to a node, in one table with open addressing.
struct SymbolTable: Sendable {
  private var keys: [UInt64]
  private var children: [UInt32]
  private var count = 0
  private var mask: Int

  init() {
    keys = Array(repeating: .max, count: 16)
    children = Array(repeating: 0, count: 16)
    mask = 15
  }

  subscript(node: UInt32, symbol: UInt32) -> UInt32? {
    withTable { $0.child(of: node, symbol) }
  }

  mutating func insert(_ node: UInt32, _ symbol: UInt32, _ child: UInt32) {
    if count &* 2 >= keys.count { grow() }
    place(UInt64(node) << 32 | UInt64(symbol), child)
    count += 1
  }

  /// The table as pointers, for a loop that looks up often.
  @inline(__always)
  func withTable<Result>(_ body: (View) -> Result) -> Result {
    keys.withUnsafeBufferPointer { keys in
      children.withUnsafeBufferPointer { children in
        body(View(keys: keys, children: children, mask: mask))
      }
    }
  }

  struct View {
    let keys: UnsafeBufferPointer<UInt64>
    let children: UnsafeBufferPointer<UInt32>
    let mask: Int

    @inline(__always)
    func child(of node: UInt32, _ symbol: UInt32) -> UInt32? {
      let key = UInt64(node) << 32 | UInt64(symbol)
      var slot = SymbolTable.hash(key) & mask
      while true {
        let found = keys[slot]
        if found == key { return children[slot] }
        if found == .max { return nil }
        slot = (slot &+ 1) & mask
      }
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  private mutating func place(_ key: UInt64, _ child: UInt32) {
    var slot = Self.hash(key) & mask
    while keys[slot] != .max { slot = (slot &+ 1) & mask }
    keys[slot] = key
    children[slot] = child
  }

  private mutating func grow() {
    let (oldKeys, oldChildren) = (keys, children)
    keys = Array(repeating: .max, count: oldKeys.count * 2)
    children = Array(repeating: 0, count: oldKeys.count * 2)
    mask = keys.count - 1
    for (key, child) in zip(oldKeys, oldChildren) where key != .max { place(key, child) }
  }
}
