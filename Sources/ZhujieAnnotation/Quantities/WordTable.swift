/// Words with values, found longest first at an index of a folded block.
///
/// A trie in one hash table keyed by node and code: a look-up costs one probe a code and stops with
/// the first code that continues no word, so no input makes it slow.
struct WordTable<Value: Sendable>: Sendable {
  private let nodes: [UInt64: Int32]
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
    (self.nodes, self.ends, self.values) = (nodes, ends, values)
  }

  /// The longest word that starts at `index`.
  func longest(at index: Int, in block: FoldedBlock) -> (value: Value, end: Int)? {
    var node: Int32 = 0
    var i = index
    var found: (Int32, Int)?
    while i < block.count, let next = nodes[Self.key(node, block[i])] {
      node = next
      i += 1
      if ends[Int(node)] >= 0 { found = (ends[Int(node)], i) }
    }
    return found.map { (values[Int($0.0)], $0.1) }
  }

  private static func key(_ node: Int32, _ code: Code) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 16 | UInt64(code.value)
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
    while i > 0, let next = nodes[Self.key(node, block[i - 1])] {
      node = next
      i -= 1
      if ends[Int(node)] >= 0 { found = (ends[Int(node)], i) }
    }
    return found.map { (values[Int($0.0)], $0.1) }
  }
}
