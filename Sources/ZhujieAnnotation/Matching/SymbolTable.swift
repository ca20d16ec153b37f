/// The edges of a trie: from a node by a symbol to a node, in one table with open addressing. A slot holds key and
/// child side by side, so that a step costs one line of memory.
struct SymbolTable: Sendable {
  private var slots: [Slot]
  private var count = 0
  private var mask: Int

  struct Slot: Sendable {
    var key: UInt64
    var child: UInt32

    static let empty = Slot(key: .max, child: 0)
  }

  init() {
    slots = Array(repeating: .empty, count: 16)
    mask = 15
  }

  subscript(node: UInt32, symbol: UInt32) -> UInt32? {
    withTable { $0.child(of: node, symbol) }
  }

  mutating func insert(_ node: UInt32, _ symbol: UInt32, _ child: UInt32) {
    // At most four fifths full.
    if count &* 5 >= slots.count &* 4 { grow() }
    place(Slot(key: UInt64(node) << 32 | UInt64(symbol), child: child))
    count += 1
  }

  /// The table as pointers, for a loop that looks up often.
  @inline(__always)
  func withTable<Result>(_ body: (View) -> Result) -> Result {
    slots.withUnsafeBufferPointer { body(View(slots: $0, mask: mask)) }
  }

  struct View {
    let slots: UnsafeBufferPointer<Slot>
    let mask: Int

    @inline(__always)
    func child(of node: UInt32, _ symbol: UInt32) -> UInt32? {
      let key = UInt64(node) << 32 | UInt64(symbol)
      var index = SymbolTable.hash(key) & mask
      while true {
        let slot = slots[index]
        if slot.key == key { return slot.child }
        if slot.key == .max { return nil }
        index = (index &+ 1) & mask
      }
    }
  }

  @inline(__always)
  private static func hash(_ key: UInt64) -> Int {
    let mixed = (key ^ (key >> 29)) &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: mixed >> 32)
  }

  private mutating func place(_ slot: Slot) {
    var index = Self.hash(slot.key) & mask
    while slots[index].key != .max { index = (index &+ 1) & mask }
    slots[index] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .empty, count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.key != .max { place(slot) }
  }
}
