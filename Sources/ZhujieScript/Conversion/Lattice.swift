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
  let scalars: UnsafeMutablePointer<UInt32>
  let entries: UnsafeMutablePointer<UInt32>
  /// Where each character starts, and at `count + 1` where the last one ends.
  let offsets: UnsafeMutablePointer<Int>
  private let classes: UnsafeMutablePointer<Int32>
  /// Where the search for the edge from each character to the next begins, read ahead: the table is larger than what
  /// a processor keeps near, and reads that do not wait for each other take little more time than one.
  private let firstSlots: UnsafeMutablePointer<UInt64>
  private let costs: UnsafeMutablePointer<Int32>
  /// The path: where the word that ends before an index starts, its node, and its rule plus one.
  private let starts: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<Int32>
  private let rules: UnsafeMutablePointer<Int32>
  private let path: UnsafeMutablePointer<Word>
  /// All of these, one after the other.
  private let memory: UnsafeMutableRawPointer
  private var wordCount = 0

  struct Word {
    let start: Int
    let length: Int
    let node: Int
    /// An index into the rules, or -1.
    let rule: Int
  }

  /// The words of the path in order, once it is solved.
  var words: UnsafeBufferPointer<Word> { UnsafeBufferPointer(start: path, count: wordCount) }

  init() {
    // Each text has a lattice of its own, and most texts are a few words: one request for memory, not ten.
    let room = Self.capacity + 3
    memory = .allocate(byteCount: room * Self.bytesEach, alignment: MemoryLayout<Word>.alignment)
    var free = memory
    func take<Value>(_ type: Value.Type) -> UnsafeMutablePointer<Value> {
      defer { free += room * MemoryLayout<Value>.stride }
      return free.bindMemory(to: type, capacity: room)
    }
    // The widest first, so that each is aligned.
    (path, offsets, firstSlots) = (take(Word.self), take(Int.self), take(UInt64.self))
    (scalars, entries, classes) = (take(UInt32.self), take(UInt32.self), take(Int32.self))
    (costs, starts, nodes, rules) = (take(Int32.self), take(Int32.self), take(Int32.self), take(Int32.self))
  }

  private static let bytesEach = MemoryLayout<Word>.stride + 2 * 8 + 7 * 4

  deinit {
    memory.deallocate()
  }

  /// Reads the Han characters from `start` and what stands beside them: to the end of the run, or with `required` to
  /// the first cut behind that offset, which is where no word of the tables crosses.
  ///
  /// The bytes from `lower` to `upper` count as neighbours. `beginsRun` is false where the character before `start`
  /// is of the same run. The bytes need not have been checked yet: what is not well-formed ends the run.
  mutating func load(
    _ bytes: UnsafeBufferPointer<UInt8>,
    from start: Int,
    through required: Int = Int.max,
    beginsRun: Bool = true,
    within lower: Int,
    _ upper: Int,
    _ table: ScalarMap,
    _ tables: ScriptTables,
    _ rules: RuleSet
  ) -> UInt32 {
    var i = start
    var k = 0
    var flags: UInt32 = 0
    var endsRun = true
    isCut = false
    scalars[0] = beginsRun ? Self.neighbour(before: start, in: bytes, lower) : 0
    classes[0] = Int32(truncatingIfNeeded: tables.classes[scalars[0]])
    while let (scalar, length) = Self.han(at: i, in: bytes, upper) {
      let scalarClass = Int32(truncatingIfNeeded: tables.classes[scalar])
      if i > required, !tables.joints.contains(classes[k], scalarClass),
        !rules.joins(scalars[k], scalar)
      {
        endsRun = false
        break
      }
      if k == Self.capacity {
        (isCut, endsRun) = (true, false)
        break
      }
      k &+= 1
      let entry = table[scalar]
      flags |= entry
      scalars[k] = scalar
      classes[k] = scalarClass
      firstSlots[k &- 1] = tables.trie.firstSlot(
        from: Int(classes[k &- 1]),
        over: Int(scalarClass)
      )
      entries[k] = entry
      offsets[k] = i
      i &+= length
    }
    count = k
    offsets[k &+ 1] = i
    scalars[k &+ 1] = endsRun ? Self.neighbour(after: i, in: bytes, upper) : 0
    classes[k &+ 1] = Int32(truncatingIfNeeded: tables.classes[scalars[k &+ 1]])
    firstSlots[k] = tables.trie.firstSlot(from: Int(classes[k]), over: Int(classes[k &+ 1]))
    return flags
  }

  /// The Han character at an offset of bytes that need not have been checked; nil where there is none.
  @inline(__always)
  static func han(at i: Int, in bytes: UnsafeBufferPointer<UInt8>, _ upper: Int) -> (
    scalar: UInt32, length: Int
  )? {
    guard i < upper else { return nil }
    let byte = bytes[i]
    guard byte >= 0xE3, byte < 0xF5, i &+ 3 <= upper, bytes[i &+ 1] & 0xC0 == 0x80,
      bytes[i &+ 2] & 0xC0 == 0x80,
      byte < 0xF0 || (i &+ 4 <= upper && bytes[i &+ 3] & 0xC0 == 0x80)
    else { return nil }
    let (scalar, length) = bytes.scalar(at: i)
    guard isHan(scalar), length == 3 || scalar >= 0x10000 else { return nil }
    return (scalar, length)
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
      if trie.hasWords(startingWith: node), start &+ 1 < end {
        var next = start &+ 1
        var slot = trie.edge(from: node, over: Int(classes[next]), after: firstSlots[start])
        while slot.bits != 0 {
          next &+= 1
          if slot.isWord { arrive(start, next, base &+ slot.cost, slot.child, 0) }
          guard slot.hasChildren, next < end else { break }
          node = slot.child
          slot = trie.edge(from: node, over: Int(classes[next]))
        }
      }
      if !ruleSet.isEmpty, isCharacter { addRules(startingAt: start, base, ruleSet) }
      start &+= 1
    }
    collectWords(upTo: end)
  }

  private mutating func collectWords(upTo end: Int) {
    wordCount = 0
    var k = end
    while k > 0 {
      wordCount &+= 1
      k = Int(starts[k])
    }
    k = end
    var place = wordCount
    while k > 0 {
      let start = Int(starts[k])
      place &-= 1
      path[place] = Word(
        start: start,
        length: k &- start,
        node: Int(nodes[k]),
        rule: Int(rules[k]) &- 1
      )
      k = start
    }
  }

  private func addRules(
    startingAt start: Int,
    _ base: Int32,
    _ ruleSet: RuleSet
  ) {
    guard ruleSet.mayStart(scalars[start]) else { return }
    var node = 0
    var next = start
    while next <= count, let child = ruleSet.edge(from: node, over: ruleSet.fold(scalars[next])) {
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
}
