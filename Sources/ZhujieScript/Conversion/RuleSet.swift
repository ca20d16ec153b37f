internal import ZhujieTables
internal import ZhujieText

/// The rules of a project compiled for one target: words over folded scalars that win over the tables.
struct RuleSet: Sendable {
  /// Scalars of the longest word that a rule may be for, so that looking for one stays linear in texts that repeat it.
  private static let longestWord = 128

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
  /// A bit for the low bits of each first scalar, to pass over most characters without a look-up.
  private var firsts: [UInt64] = Array(repeating: 0, count: 64)
  /// The pairs of folded scalars that stand beside each other in a rule, as bits of `PairHash`.
  private var joints: [UInt64] = Array(repeating: 0, count: 1 << 10)

  private(set) var literals: LiteralRules

  var isEmpty: Bool { rules.isEmpty }

  init(_ source: ConversionRules, target: ConversionTarget, tables: ScriptTables) {
    literals = LiteralRules(tables: tables)
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
  func joins(_ first: UInt32, _ second: UInt32, _ tables: ScriptTables) -> Bool {
    guard !rules.isEmpty else { return false }
    let bit = Self.jointBit(tables.fold(first), tables.fold(second))
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
    _ upper: Int,
    _ tables: ScriptTables
  ) -> Bool {
    !rules.isEmpty && isWritten(bytes, at: offset, upper, tables)
  }

  private func isWritten(
    _ bytes: UnsafeBufferPointer<UInt8>,
    at offset: Int,
    _ upper: Int,
    _ tables: ScriptTables
  ) -> Bool {
    var node = 0
    var i = offset
    while let (scalar, length) = Lattice.han(at: i, in: bytes, upper) {
      let folded = tables.fold(scalar)
      if node == 0, !mayStart(folded) { return false }
      guard let next = edge(from: node, over: folded) else { return false }
      if rule(at: next) != nil { return true }
      node = next
      i &+= length
    }
    return false
  }

  @inline(__always)
  func mayStart(_ folded: UInt32) -> Bool {
    firsts[Int(folded >> 6 & 63)] >> UInt64(folded & 63) & 1 != 0
  }

  func edge(from node: Int, over folded: UInt32) -> Int? {
    edges[UInt64(node) << 21 | UInt64(folded)].map(Int.init)
  }

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
    guard let first = scalars.first, scalars.count > 1 || tier > 0,
      scalars.count <= Self.longestWord
    else { return }
    firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
    for (first, second) in zip(scalars, scalars.dropFirst()) {
      let bit = Self.jointBit(first, second)
      joints[bit >> 6] |= 1 << UInt64(bit & 63)
    }
    var node = 0
    for scalar in scalars {
      let edge = UInt64(node) << 21 | UInt64(scalar)
      if let next = edges[edge] {
        node = Int(next)
      } else {
        node = ruleAtNode.count
        edges.insert(edge, Int32(node))
        ruleAtNode.append(-1)
      }
    }
    // The first of a tier wins over later ones, an earlier tier over later tiers. Short words give way to a reading
    // in which both their neighbours are words.
    guard ruleAtNode[node] < 0 else { return }
    let cost = Int32(tier) + (scalars.count <= 2 ? 14 : 0)
    ruleAtNode[node] = rules.count
    rules.append(Rule(output: output.unicodeScalars.map(\.value), cost: cost))
  }
}
