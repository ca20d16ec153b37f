internal import ZhujieTables

/// The words over folded scalars, walked one class at a time; see `TableFormat` for the layout.
struct WordTrie: Sendable {
  nonisolated(unsafe) let slots: UnsafePointer<UInt64>
  let slotBits: Int
  private nonisolated(unsafe) let singles: UnsafePointer<UInt8>
  let classCount: Int
  private nonisolated(unsafe) let values: UnsafePointer<UInt32>
  private let valueCount: Int
  private nonisolated(unsafe) let pool: UnsafePointer<UInt32>
  private let poolCount: Int

  init?(_ view: TableView) {
    let slots = view.section(.trieSlots, of: UInt64.self)
    let singles = view.section(.singleCosts, of: UInt8.self)
    let values = view.section(.values, of: UInt32.self)
    let pool = view.section(.valuePool, of: UInt32.self)
    guard let slotBase = slots.baseAddress, let singleBase = singles.baseAddress,
      let valueBase = values.baseAddress,
      let poolBase = pool.baseAddress, slots.count >= 16, slots.count & (slots.count - 1) == 0
    else { return nil }
    (self.slots, slotBits) = (slotBase, slots.count.trailingZeroBitCount)
    (self.singles, classCount) = (singleBase, singles.count - 1)
    (self.values, valueCount) = (valueBase, values.count / 4)
    (self.pool, poolCount) = (poolBase, pool.count)
  }

  /// A trie without words over memory that is all zero.
  init(zeros: UnsafePointer<UInt32>) {
    let raw = UnsafeRawPointer(zeros)
    (slots, slotBits) = (raw.assumingMemoryBound(to: UInt64.self), 4)
    (singles, classCount) = (raw.assumingMemoryBound(to: UInt8.self), 0)
    (values, valueCount, pool, poolCount) = (zeros, 0, zeros, 0)
  }

  /// The cost of a one-scalar word, and of any scalar that no word knows.
  static let unknownCost = Int32(TableFormat.maximumCost)

  @inline(__always)
  func singleCost(_ scalarClass: Int) -> Int32 {
    scalarClass == 0 || scalarClass > classCount
      ? Self.unknownCost : Int32(singles[scalarClass] & 0x7F)
  }

  /// Whether words of two scalars or more start with the class.
  @inline(__always)
  func hasWords(startingWith scalarClass: Int) -> Bool {
    scalarClass != 0 && scalarClass <= classCount && singles[scalarClass] & 0x80 != 0
  }

  /// The edge from a node over a class; a slot of zero where there is none.
  @inline(__always)
  func edge(from parent: Int, over scalarClass: Int) -> TrieEdge {
    let key = TrieEdge.key(parent: parent, scalarClass: scalarClass)
    let mask = 1 << slotBits - 1
    var position = TrieEdge.home(of: key, bits: slotBits)
    while true {
      let slot = TrieEdge(bits: slots[position & mask])
      if slot.bits == 0 || slot.key == key { return slot }
      position &+= 1
    }
  }

  /// What stands where the search for an edge begins.
  @inline(__always)
  func firstSlot(from parent: Int, over scalarClass: Int) -> UInt64 {
    slots[TrieEdge.home(of: TrieEdge.key(parent: parent, scalarClass: scalarClass), bits: slotBits)]
  }

  /// The edge from a node over a class, where the first slot of the search is known.
  @inline(__always)
  func edge(from parent: Int, over scalarClass: Int, after first: UInt64) -> TrieEdge {
    let edge = TrieEdge(bits: first)
    let key = TrieEdge.key(parent: parent, scalarClass: scalarClass)
    return edge.bits == 0 || edge.key == key ? edge : self.edge(from: parent, over: scalarClass)
  }

  /// The output of a word for a target column (0 to 3), as many scalars as the word has; nil where the defaults hold.
  @inline(__always)
  func value(of node: Int, column: Int, count: Int) -> UnsafePointer<UInt32>? {
    let index = node &- classCount &- 1
    guard index >= 0, index < valueCount else { return nil }
    let offset = Int(values[index &* 4 &+ column])
    guard offset + count <= poolCount else { return nil }
    return pool + offset
  }
}
