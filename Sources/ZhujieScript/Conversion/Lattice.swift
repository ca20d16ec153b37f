internal import ZhujieTables
internal import ZhujieText

/// A run of Han characters with what stands beside it, and the words on its path of least cost.
///
/// The first and the last element are not characters but what the run stands between: a digit, a letter, an
/// opening colon or quotation mark, or anything else. Words of our lexicon may begin or end with these (`0只`, `古人云:`).
struct Lattice: ~Copyable {
  /// Longer runs are solved in pieces: so many characters are looked at, and all but the last few count.
  static let capacity = 96
  private static let overlap = 20

  /// The number of characters; they have the indices 1 to `count`.
  private(set) var count = 0
  private(set) var isCut = false
  let scalars = UnsafeMutablePointer<UInt32>.allocate(capacity: Lattice.capacity + 2)
  let entries = UnsafeMutablePointer<UInt32>.allocate(capacity: Lattice.capacity + 2)
  /// Where each character starts, and at `count + 1` where the last one ends.
  let offsets = UnsafeMutablePointer<Int>.allocate(capacity: Lattice.capacity + 2)
  private let classes = UnsafeMutablePointer<Int32>.allocate(capacity: Lattice.capacity + 2)
  private let costs = UnsafeMutablePointer<Int32>.allocate(capacity: Lattice.capacity + 3)
  /// The path: where the word that ends before an index starts, its node, and its rule plus one.
  private let starts = UnsafeMutablePointer<Int32>.allocate(capacity: Lattice.capacity + 3)
  private let nodes = UnsafeMutablePointer<Int32>.allocate(capacity: Lattice.capacity + 3)
  private let rules = UnsafeMutablePointer<Int32>.allocate(capacity: Lattice.capacity + 3)
  /// The words of the path in order, once it is solved.
  private(set) var words: [Word] = []

  struct Word {
    var start: Int
    var length: Int
    var node: Int
    /// An index into the rules, or -1.
    var rule: Int
  }

  /// What stands beside a run, written as the scalar that words of the lexicon use for it.
  enum Neighbour {
    static let boundary: UInt32 = 0x7C
    static let digit: UInt32 = 0x30
    static let letter: UInt32 = 0x61
    static let opening: UInt32 = 0x3A
  }

  init() {
    words.reserveCapacity(Self.capacity + 2)
  }

  deinit {
    scalars.deallocate()
    entries.deallocate()
    offsets.deallocate()
    classes.deallocate()
    costs.deallocate()
    starts.deallocate()
    nodes.deallocate()
    rules.deallocate()
  }

  /// Reads the Han characters from `start`.
  @inline(__always)
  mutating func load(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ upper: Int,
    _ table: PagedView
  ) -> UInt32 {
    var i = start
    var k = 0
    var flags: UInt32 = 0
    isCut = false
    while i < upper {
      // The bytes need not have been checked yet: what is not well-formed ends the run.
      let byte = bytes[i]
      guard byte >= 0xE3, byte < 0xF5, i &+ 3 <= upper, bytes[i &+ 1] & 0xC0 == 0x80,
        bytes[i &+ 2] & 0xC0 == 0x80,
        byte < 0xF0 || (i &+ 4 <= upper && bytes[i &+ 3] & 0xC0 == 0x80)
      else { break }
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      guard ScalarClass.isHan(scalar), length == 3 || scalar >= 0x10000 else { break }
      if k == Self.capacity {
        isCut = true
        break
      }
      k &+= 1
      let entry = table[scalar]
      flags |= entry
      scalars[k] = scalar
      entries[k] = entry
      offsets[k] = i
      i &+= length
    }
    count = k
    offsets[k &+ 1] = i
    return flags
  }

  /// Reads what stands beside the run, and the classes of all.
  mutating func loadClasses(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int,
    _ upper: Int,
    _ tables: ScriptTables
  ) {
    scalars[0] = Self.neighbour(before: offsets[1], in: bytes, lower)
    scalars[count + 1] = isCut ? 0 : Self.neighbour(after: offsets[count + 1], in: bytes, upper)
    for k in 0...count + 1 { classes[k] = Int32(truncatingIfNeeded: tables.classes[scalars[k]]) }
  }

  /// Whether some word might give an ambiguous character of the run another form than its default.
  @inline(__always)
  func isSuspicious(_ pairs: PairFilter) -> Bool {
    var k = 1
    while k <= count {
      if entries[k] & ScalarEntry.isAmbiguous != 0,
        pairs.contains(classes[k &- 1], classes[k]) || pairs.contains(classes[k], classes[k &+ 1])
      {
        return true
      }
      k &+= 1
    }
    return false
  }

  /// Whether some word over an ambiguous character that its neighbours make suspicious gives it another form than its
  /// default: without one the path need not be found.
  func hasRival(_ pairs: PairFilter, _ trie: WordTrie, column: Int) -> Bool {
    var k = 1
    while k <= count {
      defer { k &+= 1 }
      let entry = entries[k]
      guard entry & ScalarEntry.isAmbiguous != 0,
        pairs.contains(classes[k &- 1], classes[k]) || pairs.contains(classes[k], classes[k &+ 1])
      else { continue }
      var start = k
      while start >= 0, start > k &- 8 {
        if hasRival(at: k, from: start, entry & 0x1F_FFFF, trie, column) { return true }
        start &-= 1
      }
    }
    return false
  }

  @inline(__always)
  private func hasRival(
    at k: Int,
    from start: Int,
    _ usual: UInt32,
    _ trie: WordTrie,
    _ column: Int
  ) -> Bool {
    var node = Int(classes[start])
    guard trie.hasWords(startingWith: node) else { return false }
    var next = start &+ 1
    while next < count &+ 2 {
      let slot = trie.edge(from: node, over: Int(classes[next]))
      guard slot.bits != 0 else { return false }
      next &+= 1
      if next > k, slot.isWord,
        let value = trie.value(of: slot.child, column: column, count: next &- start),
        value[k &- start] != usual
      {
        return true
      }
      guard slot.hasChildren else { return false }
      node = slot.child
    }
    return false
  }

  /// Finds the path of least cost.
  mutating func solve(_ tables: ScriptTables, _ ruleSet: RuleSet) {
    let trie = tables.trie
    let end = count &+ 2
    costs[0] = 0
    for k in 1...end { costs[k] = Int32.max / 2 }
    var start = 0
    while start < end {
      let base = costs[start]
      var node = Int(classes[start])
      let isCharacter = start != 0 && start != count &+ 1
      arrive(start, start &+ 1, isCharacter ? base &+ trie.singleCost(node) : base, 0, 0)
      if trie.hasWords(startingWith: node) {
        var next = start &+ 1
        while next < end {
          let slot = trie.edge(from: node, over: Int(classes[next]))
          guard slot.bits != 0 else { break }
          next &+= 1
          if slot.isWord { arrive(start, next, base &+ slot.cost, slot.child, 0) }
          guard slot.hasChildren else { break }
          node = slot.child
        }
      }
      if !ruleSet.isEmpty, isCharacter { addRules(startingAt: start, base, tables, ruleSet) }
      start &+= 1
    }
    words.removeAll(keepingCapacity: true)
    var k = end
    while k > 0 {
      let start = Int(starts[k])
      words.append(
        Word(start: start, length: k - start, node: Int(nodes[k]), rule: Int(rules[k]) - 1)
      )
      k = start
    }
    words.reverse()
  }

  private func addRules(
    startingAt start: Int,
    _ base: Int32,
    _ tables: ScriptTables,
    _ ruleSet: RuleSet
  ) {
    guard ruleSet.mayStart(tables.fold(scalars[start])) else { return }
    var node = 0
    var next = start
    while next <= count, let child = ruleSet.edge(from: node, over: tables.fold(scalars[next])) {
      node = child
      next += 1
      if let rule = ruleSet.rule(at: node) {
        arrive(start, next, base + ruleSet.rules[rule].cost, 0, Int32(rule) + 1)
      }
    }
  }

  /// The cost of the best path up to an index, once it is solved.
  func cost(at index: Int) -> Int32 { costs[index] }

  /// The words of the tables that start at an index: where each ends, its cost and its node.
  func forEachWord(
    from start: Int,
    _ tables: ScriptTables,
    _ body: (_ end: Int, _ cost: Int32, _ node: Int) -> Void
  ) {
    var node = Int(classes[start])
    body(start + 1, start != 0 && start != count + 1 ? tables.trie.singleCost(node) : 0, 0)
    guard tables.trie.hasWords(startingWith: node) else { return }
    var next = start + 1
    while next < count + 2 {
      let slot = tables.trie.edge(from: node, over: Int(classes[next]))
      guard slot.bits != 0 else { return }
      next += 1
      if slot.isWord { body(next, slot.cost, slot.child) }
      guard slot.hasChildren else { return }
      node = slot.child
    }
  }

  @inline(__always)
  private func arrive(_ start: Int, _ end: Int, _ cost: Int32, _ node: Int, _ rule: Int32) {
    guard cost < costs[end] else { return }
    costs[end] = cost
    starts[end] = Int32(truncatingIfNeeded: start)
    nodes[end] = Int32(truncatingIfNeeded: node)
    rules[end] = rule
  }

  /// The index behind the last character that is decided: all of them, or in a run that was cut those well before
  /// the cut.
  var decided: Int { isCut ? count + 1 - Self.overlap : count + 1 }

  // MARK: Neighbours

  static func neighbour(
    before offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ lower: Int
  ) -> UInt32 {
    var i = offset
    while i > lower, i > offset - 2, bytes[i - 1] == 0x20 { i -= 1 }
    guard i > lower else { return Neighbour.boundary }
    let (scalar, _) = UTF8Scan.scalar(before: i, in: bytes)
    if ScalarClass.isDigit(scalar) { return Neighbour.digit }
    return ScalarClass.isAlphanumeric(scalar) ? Neighbour.letter : Neighbour.boundary
  }

  static func neighbour(
    after offset: Int,
    in bytes: UnsafeBufferPointer<UInt8>,
    _ upper: Int
  ) -> UInt32 {
    var i = offset
    while i < upper, i < offset + 2, bytes[i] == 0x20 { i += 1 }
    guard i < upper,
      bytes[i] < 0x80 || i + 4 <= bytes.count || (bytes[i] < 0xF0 && i + 3 <= bytes.count)
    else {
      return Neighbour.boundary
    }
    let (scalar, _) = UTF8Scan.scalar(at: i, in: bytes)
    switch scalar {
    case 0x3A, 0xFF1A, 0x201C, 0x2018, 0x300C, 0x300E, 0x300A: return Neighbour.opening
    default: break
    }
    if ScalarClass.isDigit(scalar) { return Neighbour.digit }
    return ScalarClass.isAlphanumeric(scalar) ? Neighbour.letter : Neighbour.boundary
  }
}
