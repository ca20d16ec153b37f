internal import ZhujieTables
internal import ZhujieText

/// A run of Han characters with the words on its path of least cost.
struct Lattice {
  struct Word {
    var length = 1
    var node = 0
    var rule: RuleSet.Rule?
  }

  /// Longer runs are solved in pieces: so many characters are looked at, and all but the last few words count.
  static let capacity = 96
  private static let overlap = 20

  private(set) var count = 0
  private(set) var isCut = false
  private(set) var scalars = [UInt32](repeating: 0, count: capacity)
  private(set) var classes = [Int](repeating: 0, count: capacity)
  private(set) var entries = [UInt32](repeating: 0, count: capacity)
  /// Where each character starts, and where the last one ends.
  private(set) var offsets = [Int](repeating: 0, count: capacity + 1)
  /// The words of the path, each at the index of its first character.
  private(set) var words = [Word](repeating: Word(), count: capacity)
  private var costs = [Int32](repeating: 0, count: capacity + 1)
  private var arrivals = [(start: Int, node: Int, rule: RuleSet.Rule?)](
    repeating: (0, 0, nil),
    count: capacity + 1
  )

  mutating func load(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ upper: Int,
    _ table: PagedView,
    _ tables: ScriptTables
  ) {
    var i = start
    count = 0
    isCut = false
    while i < upper {
      guard bytes[i] >= 0xE0 else { break }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      guard ScalarClass.isHan(scalar) else { break }
      if count == Self.capacity {
        isCut = true
        break
      }
      scalars[count] = scalar
      classes[count] = Int(tables.classes[scalar])
      entries[count] = table[scalar]
      offsets[count] = i
      count += 1
      i += length
    }
    offsets[count] = i
  }

  mutating func solve(_ tables: ScriptTables, _ rules: RuleSet) {
    let trie = tables.trie
    costs[0] = 0
    for k in 1...max(1, count) { costs[k] = Int32.max / 2 }
    for start in 0..<count {
      let base = costs[start]
      var node = classes[start]
      arrive(start, start + 1, base + trie.singleCost(node), node: 0, rule: nil)
      if trie.hasWords(startingWith: node) {
        var end = start + 1
        while end < count {
          guard classes[end] != 0 else { break }
          let slot = trie.edge(from: node, over: classes[end])
          guard slot.bits != 0 else { break }
          end += 1
          if slot.isWord { arrive(start, end, base + slot.cost, node: slot.child, rule: nil) }
          guard slot.hasChildren else { break }
          node = slot.child
        }
      }
      if !rules.isEmpty { addRules(startingAt: start, base, tables, rules) }
    }
    var end = count
    while end > 0 {
      let arrival = arrivals[end]
      words[arrival.start] = Word(
        length: end - arrival.start,
        node: arrival.node,
        rule: arrival.rule
      )
      end = arrival.start
    }
  }

  private mutating func addRules(
    startingAt start: Int,
    _ base: Int32,
    _ tables: ScriptTables,
    _ rules: RuleSet
  ) {
    guard rules.mayStart(tables.fold(scalars[start])) else { return }
    var node = 0
    var end = start
    while end < count, let next = rules.edge(from: node, over: tables.fold(scalars[end])) {
      node = next
      end += 1
      if let rule = rules.rule(at: node) {
        arrive(start, end, base + rule.cost, node: 0, rule: rule)
      }
    }
  }

  private mutating func arrive(
    _ start: Int,
    _ end: Int,
    _ cost: Int32,
    node: Int,
    rule: RuleSet.Rule?
  ) {
    guard cost < costs[end] else { return }
    costs[end] = cost
    arrivals[end] = (start, node, rule)
  }

  /// How many characters are decided: all of them, or in a run that was cut those well before the cut.
  var commitCount: Int {
    guard isCut else { return count }
    var k = 0
    while k < count, k + words[k].length <= count - Self.overlap { k += words[k].length }
    return max(k, 1)
  }
}
