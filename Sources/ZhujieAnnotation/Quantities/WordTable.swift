/// Words with values, found longest first at an index of a folded block.
///
/// A trie in one hash table keyed by node and code (open addressing, at most half full): a look-up
/// costs about one probe a code and stops with the first code that continues no word, so no input
/// makes it slow.
struct WordTable<Value: Sendable>: Sendable {
  /// Node and code, plus one so that an empty slot is 0.
  private let keys: [UInt64]
  private let children: [Int32]
  private let shift: UInt64
  /// By node: the index of the word's value, or -1.
  private let ends: [Int32]
  private let values: [Value]

  init(_ words: [(String, Value)]) {
    var nodes: [UInt64: Int32] = [:]
    var ends: [Int32] = [-1]
    var values: [Value] = []
    for (word, value) in words {
      var node: Int32 = 0
      for code in Folding.codes(word) {
        let key = Self.key(node, code)
        if let next = nodes[key] {
          node = next
        } else {
          let next = Int32(ends.count)
          ends.append(-1)
          nodes[key] = next
          node = next
        }
      }
      if ends[Int(node)] < 0 {
        ends[Int(node)] = Int32(values.count)
        values.append(value)
      }
    }
    var bits: UInt64 = 4
    while 1 << bits < nodes.count * 2 { bits += 1 }
    var keys = [UInt64](repeating: 0, count: 1 << bits)
    var children = [Int32](repeating: 0, count: 1 << bits)
    // Sorted, so that the table is the same whatever order a Dictionary has.
    for (key, node) in nodes.sorted(by: { $0.key < $1.key }) {
      var slot = Self.slot(key, 64 - bits)
      while keys[slot] != 0 { slot = (slot + 1) & (keys.count - 1) }
      keys[slot] = key
      children[slot] = node
    }
    (self.keys, self.children, self.shift) = (keys, children, 64 - bits)
    (self.ends, self.values) = (ends, values)
  }

  /// The longest word that starts at `index`.
  func longest(at index: Int, in block: FoldedBlock) -> (value: Value, end: Int)? {
    var node: Int32 = 0
    var i = index
    var found: (Int32, Int)?
    while i < block.count, let next = child(of: node, block[i]) {
      node = next
      i += 1
      if ends[Int(node)] >= 0 { found = (ends[Int(node)], i) }
    }
    return found.map { (values[Int($0.0)], $0.1) }
  }

  @inline(__always)
  private func child(of node: Int32, _ code: Code) -> Int32? {
    let key = Self.key(node, code)
    var slot = Self.slot(key, shift)
    while keys[slot] != key {
      if keys[slot] == 0 { return nil }
      slot = (slot &+ 1) & (keys.count &- 1)
    }
    return children[slot]
  }

  @inline(__always)
  private static func slot(_ key: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }

  @inline(__always)
  private static func key(_ node: Int32, _ code: Code) -> UInt64 {
    (UInt64(UInt32(bitPattern: node)) << 16 | UInt64(code.value)) &+ 1
  }
}

extension WordTable where Value == Bool {
  /// Words that are only asked about.
  init(_ words: String) {
    self.init(words.split(separator: " ").map { (String($0), true) })
  }

  func contains(at index: Int, in block: FoldedBlock) -> Bool {
    longest(at: index, in: block) != nil
  }
}

/// Words that are looked for backwards, ending at an index.
struct EndingTable<Value: Sendable>: Sendable {
  private let table: WordTable<Value>

  init(_ words: [(String, Value)]) {
    table = WordTable(
      words.map { (String(String.UnicodeScalarView($0.0.unicodeScalars.reversed())), $0.1) }
    )
  }

  /// The longest word that ends before `end`.
  func longest(endingAt end: Int, in block: FoldedBlock) -> (value: Value, start: Int)? {
    table.longestReversed(endingAt: end, in: block)
  }
}

extension WordTable {
  fileprivate func longestReversed(endingAt end: Int, in block: FoldedBlock) -> (
    value: Value, start: Int
  )? {
    var node: Int32 = 0
    var i = end
    var found: (Int32, Int)?
    while i > 0, let next = child(of: node, block[i - 1]) {
      node = next
      i -= 1
      if ends[Int(node)] >= 0 { found = (ends[Int(node)], i) }
    }
    return found.map { (values[Int($0.0)], $0.1) }
  }
}
