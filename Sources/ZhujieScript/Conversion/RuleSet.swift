internal import ZhujieTables
internal import ZhujieText

/// The rules of a project compiled for one target: words over folded scalars that win over the tables.
struct RuleSet: Sendable {
  /// Scalars of the longest word that a rule may be for, so that looking for one stays linear in texts that repeat it.
  static let longestWord = 128

  struct Rule: Sendable {
    /// The output, scalar by scalar.
    let output: [UInt32]
    let cost: Int32
  }

  /// Nodes by parent and folded scalar; node 0 is the root.
  private var edges = EdgeTable()
  /// By node; -1 for none.
  private var ruleAtNode: [Int] = [-1]
  private(set) var rules: [Rule] = []
  /// A bit for each common Han character that folds to the first scalar of a rule, to pass over all others without a look-up.
  private var starts: [UInt64] = []
  /// Whether some rule is for one character alone.
  private var hasSingles = false
  /// The pairs of folded scalars that stand beside each other in a rule, as bits of `PairHash`.
  private var joints: [UInt64] = []

  private(set) var literals: LiteralRules
  private let folds: ScalarMap

  var isEmpty: Bool { rules.isEmpty }

  init(_ source: ConversionRules, target: ConversionTarget, tables: ScriptTables) {
    literals = LiteralRules(tables: tables)
    folds = tables.folds
    defer { noteStarts() }
    for name in source.names {
      let output = target == .hans ? name.hans : name.hant
      // Both spellings usually fold to one key; where they do not, both are keys.
      for key in [name.hans, name.hant] { insert(key, output, tier: 0, tables) }
    }
    for (tier, glossary) in [(1, source.sourceGlossary), (2, source.projectGlossary)] {
      for rule in glossary {
        if let only = rule.target {
          if only == target { insert(rule.from, rule.to, tier: tier, tables) }
        } else {
          insertBothWays(rule, for: target, tier, tables)
        }
      }
    }
  }

  /// Whether some rule holds the two beside each other; it may say yes where none does.
  @inline(__always)
  func joins(_ first: UInt32, _ second: UInt32) -> Bool {
    !rules.isEmpty && areJoined(fold(first), fold(second))
  }

  /// The same of two folded scalars.
  @inline(__always)
  private func areJoined(_ first: UInt32, _ second: UInt32) -> Bool {
    let bit = Self.jointBit(first, second)
    return joints[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  private static func jointBit(_ first: UInt32, _ second: UInt32) -> Int {
    Int(pairBit(Int32(bitPattern: first), Int32(bitPattern: second)) & 0xFFFF)
  }

  /// Whether a rule is written at `offset`.
  @inline(__always)
  func matches(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    _ upper: Int
  ) -> Bool {
    !rules.isEmpty && decides(bytes, at: offset, upper) { _, _ in true }
  }

  /// Whether a rule is written at `offset` that asks for more than what each of its characters becomes alone. The output of
  /// a character is that of `table` where its entry has one of the flags `converted`, else the character.
  @inline(__always)
  func changes(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    _ upper: Int,
    _ table: ScalarMap,
    _ converted: UInt32
  ) -> Bool {
    mayStand(at: offset, in: bytes, upper) && changesWhole(bytes, at: offset, upper, table, converted)
  }

  @inline(never)
  private func changesWhole(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    _ upper: Int,
    _ table: ScalarMap,
    _ converted: UInt32
  ) -> Bool {
    decides(bytes, at: offset, upper) { rule, end in
      var i = offset
      var place = 0
      while i < end {
        let (scalar, length) = bytes.scalar(at: i)
        let entry = table[scalar]
        let isConverted = entry & converted != 0
        if isConverted, entry & ScalarFlag.isAmbiguous != 0 { return true }
        let output = isConverted ? entry & 0x1F_FFFF : scalar
        // One that changes its length is left to those who tell the alignment.
        guard place < rule.output.count, rule.output[place] == output, (output ^ scalar) >> 16 == 0 else { return true }
        place &+= 1
        i &+= length
      }
      return place != rule.output.count
    }
  }

  /// Whether a rule may be written at `offset`, by its first two characters: at most places none is.
  @inline(__always)
  private func mayStand(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>, _ upper: Int) -> Bool {
    guard let (first, length) = Lattice.han(at: offset, in: bytes, upper), mayStart(first) else { return false }
    guard !hasSingles else { return true }
    guard let (second, _) = Lattice.han(at: offset &+ length, in: bytes, upper) else { return false }
    return areJoined(fold(first), fold(second))
  }

  /// Whether one of the rules written at `offset` passes a test, which is given the rule and where its word ends.
  @inline(__always)
  private func decides(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    _ upper: Int,
    _ passes: (_ rule: Rule, _ end: Int) -> Bool
  ) -> Bool {
    guard mayStand(at: offset, in: bytes, upper), let (first, length) = Lattice.han(at: offset, in: bytes, upper) else {
      return false
    }
    var i = offset &+ length
    var folded = fold(first)
    var node = 0
    while let next = edge(from: node, over: folded) {
      if let rule = rule(at: next), passes(rules[rule], i) { return true }
      guard let (scalar, length) = Lattice.han(at: i, in: bytes, upper) else { return false }
      node = next
      folded = fold(scalar)
      i &+= length
    }
    return false
  }

  /// Whether a rule may be for a word that begins with a character; it may say yes where none is.
  @inline(__always)
  func mayStart(_ scalar: UInt32) -> Bool {
    guard FlatFlag.contains(scalar) else { return true }
    let bit = Int(truncatingIfNeeded: scalar &- FlatFlag.firstScalar)
    return starts[bit >> 6] >> UInt64(truncatingIfNeeded: bit & 63) & 1 != 0
  }

  @inline(__always)
  func fold(_ scalar: UInt32) -> UInt32 { folds.folded(scalar) }

  private mutating func noteStarts() {
    guard !rules.isEmpty else { return }
    starts = Array(repeating: 0, count: FlatEntry.range.count / 64 + 1)
    for scalar in FlatEntry.range where edge(from: 0, over: fold(scalar)) != nil {
      let bit = Int(scalar - FlatFlag.firstScalar)
      starts[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  @inline(__always)
  func edge(from node: Int, over folded: UInt32) -> Int? { edges.child(of: node, over: folded) }

  @inline(__always)
  func rule(at node: Int) -> Int? {
    let rule = ruleAtNode[node]
    return rule < 0 ? nil : rule
  }

  /// A rule for no target holds towards the script of `to`, and backwards where `from` is of the other one.
  private mutating func insertBothWays(
    _ rule: GlossaryRule,
    for target: ConversionTarget,
    _ tier: Int,
    _ tables: ScriptTables
  ) {
    let leaning = tables.leaning(of: rule.to) - tables.leaning(of: rule.from)
    if leaning == 0 || (leaning > 0) == (target != .hans) {
      insert(rule.from, rule.to, tier: tier, tables)
    } else {
      insert(rule.to, rule.from, tier: tier, tables)
    }
    // The side that the text is to show stays, wherever it stands already.
    guard leaning != 0 else { return }
    let shown = (leaning > 0) == (target != .hans) ? rule.to : rule.from
    insert(shown, shown, tier: tier, tables)
  }

  private mutating func insert(_ key: String, _ output: String, tier: Int, _ tables: ScriptTables) {
    guard key.unicodeScalars.allSatisfy({ isHan($0.value) }) else {
      literals.insert(key, output)
      return
    }
    let scalars = key.unicodeScalars.map { tables.fold($0.value) }
    guard !scalars.isEmpty, scalars.count > 1 || tier > 0, scalars.count <= Self.longestWord else { return }
    if scalars.count == 1 { hasSingles = true }
    if joints.isEmpty { joints = Array(repeating: 0, count: 1 << 10) }
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      let bit = Self.jointBit(first, second)
      joints[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    let (node, added) = edges.insert(scalars, next: ruleAtNode.count)
    ruleAtNode.append(contentsOf: repeatElement(-1, count: added))
    // The first of a tier wins over later ones, an earlier tier over later tiers. Short words give way to a reading
    // in which both their neighbours are words.
    guard ruleAtNode[node] < 0 else { return }
    let cost = Int32(tier) + (scalars.count <= 2 ? 14 : 0)
    ruleAtNode[node] = rules.count
    rules.append(Rule(output: output.unicodeScalars.map(\.value), cost: cost))
  }
}
