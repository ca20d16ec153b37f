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
    let values = (0..<3).map { tables.trie.value(of: word.node, column: $0, count: word.length) }
    for k in first..<last {
      let scalar = lattice.scalars[k]
      guard flags(k) & ScalarFlag.isSimplifiedOnly == 0 else { continue }
      let folded = tables.fold(scalar)
      let index = k - word.start
      var wanted: [UInt32] = []
      for column in 0..<3 {
        let table = column == 0 ? tables.hant : column == 1 ? tables.hantTW : tables.hantHK
        let entry = table[folded]
        wanted.append(values[column].map { $0[index] } ?? (entry == 0 ? folded : entry & 0x1F_FFFF))
      }
      guard !wanted.contains(scalar),
        !wanted.contains(where: { VariantGroups.isDivided($0, scalar) })
          || isMisspelt(k, within: first, last),
        !VariantGroups.isDivided(scalar, before: lattice.scalars[k + 1]),
        tables.fold(wanted[0]) == folded
      else { continue }
      // Only characters with more than one form can be confused.
      let folds = tables.hant[folded]
      guard folds & (ScalarFlag.isAmbiguous | ScalarFlag.isShared) != 0 else { continue }
      if scalar == 0x53EA,
        word.length < 3 && !isNumeral(lattice.scalars[word.start]) || isThing(after: k)
      {
        continue
      }
      add(folded == scalar ? .missedConversion : .overConversion, k, k + 1, suggestion: [wanted[0]])
    }
  }

  /// Whether a character and its neighbour in the same word are a spelling that nobody defends.
  private func isMisspelt(_ k: Int, within first: Int, _ last: Int) -> Bool {
    (k > first && Misspellings.contains(lattice.scalars[k - 1], lattice.scalars[k]))
      || (k + 1 < last && Misspellings.contains(lattice.scalars[k], lattice.scalars[k + 1]))
  }

  /// Whether things are counted behind 只, for which it is as good as 隻: a watch, a ring, a vessel.
  private func isThing(after k: Int) -> Bool {
    guard k < lattice.count else { return false }
    let next = lattice.scalars[k + 1]
    let second = k + 1 < lattice.count ? lattice.scalars[k + 2] : 0
    return Self.things.contains(next) || second == 0x9336
      || ((next == 0x76AE && second == 0x7BB1) || (next == 0x82B1 && second == 0x74F6))
  }

  private static let things = Set("錶戒箱碗杯盒瓶袋籃鍋罐桶".unicodeScalars.map(\.value))

  private func isNumeral(_ v: UInt32) -> Bool {
    "一二兩三四五六七八九十百千萬幾0".unicodeScalars.contains { $0.value == v }
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
      if scalar == 0x4E91, !isQuoting(k) { add(.missedConversion, k, k + 1, suggestion: [0x96F2]) }
    } else if scalar == 0x8457, k > 1 {
      // 著 behind a verb is the particle.
      add(.missedConversion, k, k + 1, suggestion: [0x7740])
    } else if scalar == 0x85C9 {
      add(.missedConversion, k, k + 1, suggestion: [0x501F])
    }
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
