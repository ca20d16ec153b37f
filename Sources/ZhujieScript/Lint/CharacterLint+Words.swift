internal import ZhujieTables
internal import ZhujieText

/// The rules about a word of the path: how it is written, and how it should be.
extension CharacterLint {
  /// Compares a word with how the dictionaries write it.
  mutating func check(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    if word.rule >= 0 {
      checkRule(converter.rules.rules[word.rule], first, last)
      return
    }
    guard last - first > 1 || word.length > 1 else {
      checkSingle(first)
      return
    }
    if script == .traditional {
      checkTraditional(word, first, last)
    } else {
      checkSimplified(word, first, last)
    }
  }

  /// A name or a rule of the project that is written otherwise.
  private mutating func checkRule(_ rule: RuleSet.Rule, _ first: Int, _ last: Int) {
    guard rule.output.count == last - first else { return }
    for k in first..<last {
      let scalar = lattice.scalars[k]
      let wanted = rule.output[k - first]
      guard scalar != wanted, !VariantGroups.isDivided(scalar, wanted), flags(k) & foreignOnly == 0
      else { continue }
      add(
        tables.fold(scalar) == scalar ? .missedConversion : .overConversion,
        k,
        k + 1,
        suggestion: [wanted]
      )
    }
  }

  private var foreignOnly: UInt32 {
    script == .traditional ? ScalarFlag.isSimplifiedOnly : ScalarFlag.isTraditionalOnly
  }

  private mutating func checkTraditional(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    // 回歸 is a turning back and not a circling.
    for k in first..<last
    where lattice.scalars[k] == 0x8FF4 && k + 1 < last && lattice.scalars[k + 1] == 0x6B78 {
      add(.overConversion, k, k + 1, suggestion: [0x56DE])
      return
    }
    for k in first..<last where flags(k) & ScalarFlag.isSimplifiedOnly == 0 {
      guard let wanted = lattice.corrected(k, of: word, first, last, tables) else { continue }
      let isFolded = tables.fold(lattice.scalars[k]) == lattice.scalars[k]
      add(isFolded ? .missedConversion : .overConversion, k, k + 1, suggestion: [wanted[0]])
    }
  }

  private mutating func checkSimplified(_ word: Lattice.Word, _ first: Int, _ last: Int) {
    let value = tables.trie.value(of: word.node, column: 3, count: word.length)
    for k in first..<last {
      let scalar = lattice.scalars[k]
      guard flags(k) & ScalarFlag.isTraditionalOnly == 0 else { continue }
      let folded = tables.fold(scalar)
      let entry = tables.hans[scalar]
      let wanted = value.map { $0[k - word.start] } ?? (entry == 0 ? scalar : entry & 0x1F_FFFF)
      guard scalar != wanted,
        Self.sharedInSimplified.contains(scalar) || Self.sharedInSimplified.contains(wanted),
        tables.fold(wanted) == folded
      else { continue }
      add(folded == scalar ? .overConversion : .missedConversion, k, k + 1, suggestion: [wanted])
    }
  }

  /// Characters that Simplified text writes in some words and simplifies in others.
  private static let sharedInSimplified = Set("乾著藉覆徵瞭".unicodeScalars.map(\.value))

  /// A character that no word covers.
  private mutating func checkSingle(_ k: Int) {
    let scalar = lattice.scalars[k]
    if script == .traditional {
      // 瞭 is seen in words only; alone it is a particle that went too far.
      if scalar == 0x77AD { add(.overConversion, k, k + 1, suggestion: [0x4E86]) }
      // 臟 is seen in the names of organs only.
      if scalar == 0x81DF { add(.overConversion, k, k + 1, suggestion: [0x9AD2]) }
      // 醜 is no branch of the earth: 子、醜、寅.
      if scalar == 0x919C, isAmongBranches(k) {
        add(.overConversion, k, k + 1, suggestion: [0x4E11])
      }
      if scalar == 0x4E91, !isQuoting(k) { add(.missedConversion, k, k + 1, suggestion: [0x96F2]) }
    } else if scalar == 0x8457, k > 1 {
      // 著 behind a verb is the particle.
      add(.missedConversion, k, k + 1, suggestion: [0x7740])
    } else if scalar == 0x85C9 {
      add(.missedConversion, k, k + 1, suggestion: [0x501F])
    }
  }

  /// Whether a character by itself stands behind 子、 or before 、寅.
  private func isAmongBranches(_ k: Int) -> Bool {
    let before = bytes[max(0, lattice.offsets[k] - 6)..<lattice.offsets[k]]
    let after = bytes[lattice.offsets[k + 1]..<min(bytes.count, lattice.offsets[k + 1] + 6)]
    return before.elementsEqual("子、".utf8) || after.elementsEqual("、寅".utf8)
  }

  /// Whether 云 is the verb of old books: in front of what it quotes, or at the end behind one who says something.
  /// Elsewhere it was left behind.
  private func isQuoting(_ k: Int) -> Bool {
    let next = lattice.scalars[k + 1]
    if next == Lattice.Neighbour.opening { return true }
    guard next == Lattice.Neighbour.boundary else { return false }
    // What is joined to it by a plus sign is no quotation.
    let end = lattice.offsets[k + 1]
    let following = bytes[end..<min(end + 3, bytes.count)].first { $0 != 0x20 }
    if following == 0x2B { return false }
    return k == 1 || Self.speaking.contains(lattice.scalars[k - 1])
  }

  private static let speaking = Set("人詩書曰子有所亦云經語諺史傳賦歌銘記".unicodeScalars.map(\.value))
}
