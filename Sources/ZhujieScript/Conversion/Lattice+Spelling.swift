internal import ZhujieTables
internal import ZhujieText

extension Lattice {
  /// What Traditional text writes in the place of a character: of no region, in Taiwan, in Hong Kong.
  struct TraditionalForms {
    let forms: (UInt32, UInt32, UInt32)

    subscript(column: Int) -> UInt32 {
      switch column {
      case 1: forms.1
      case 2: forms.2
      default: forms.0
      }
    }

    func contains(where condition: (UInt32) -> Bool) -> Bool {
      condition(forms.0) || condition(forms.1) || condition(forms.2)
    }
  }

  /// The forms that a word of the path asks for in the place of its character at `k`, where no Traditional text writes
  /// the one that stands there: 后 in 后來. Nil where it is right or usage is divided. `first` and `last` bound the
  /// characters of the word.
  func corrected(
    _ k: Int,
    of word: Word,
    _ first: Int,
    _ last: Int,
    _ tables: ScriptTables
  ) -> TraditionalForms? {
    let scalar = scalars[k]
    let folded = tables.fold(scalar)
    // Only characters with more than one form can be confused.
    guard tables.hant[folded] & (ScalarFlag.isAmbiguous | ScalarFlag.isShared) != 0 else {
      return nil
    }
    func form(_ table: ScalarMap, _ column: Int) -> UInt32 {
      if let value = tables.trie.value(of: word.node, column: column, count: word.length) {
        return value[k - word.start]
      }
      let entry = table[folded]
      return entry == 0 ? folded : entry & 0x1F_FFFF
    }
    let wanted = TraditionalForms(
      forms: (form(tables.hant, 0), form(tables.hantTW, 1), form(tables.hantHK, 2))
    )
    guard !wanted.contains(where: { $0 == scalar }),
      !wanted.contains(where: { VariantGroups.isDivided($0, scalar) })
        || isMisspelt(k, within: first, last) || isOverdone(k, folded, wanted),
      !VariantGroups.isDivided(scalar, before: scalars[k + 1]),
      tables.fold(wanted[0]) == folded
    else { return nil }
    if scalar == 0x53EA, word.length < 3 && !isNumeral(scalars[word.start]) || isThing(after: k) {
      return nil
    }
    return wanted
  }

  /// Whether a character and its neighbour in the same word are a spelling that nobody defends.
  private func isMisspelt(_ k: Int, within first: Int, _ last: Int) -> Bool {
    (k > first && Misspellings.contains(scalars[k - 1], scalars[k]))
      || (k + 1 < last && Misspellings.contains(scalars[k], scalars[k + 1]))
  }

  /// Forms that few words have: where the dictionaries write the common form in every region nobody defends these.
  private static let narrowForms = Set("捲緻錶採闆鬍鞦韆噹籲".unicodeScalars.map(\.value))
  /// What measures may be a 錶 as well as a 表, and customs may be gathered as 采風 and 採風.
  private static let dividedBefore = Set("儀電水氣程計速轉壓溫度".unicodeScalars.map(\.value))

  private func isOverdone(_ k: Int, _ folded: UInt32, _ wanted: TraditionalForms) -> Bool {
    Self.narrowForms.contains(scalars[k]) && !wanted.contains(where: { $0 != folded })
      && !(scalars[k] == 0x9336 && Self.dividedBefore.contains(scalars[k - 1]))
      && !(scalars[k] == 0x63A1 && scalars[k + 1] == 0x98A8)
  }

  /// Whether things are counted behind 只, for which it is as good as 隻: a watch, a ring, a vessel.
  private func isThing(after k: Int) -> Bool {
    guard k < count else { return false }
    let next = scalars[k + 1]
    let second = k + 1 < count ? scalars[k + 2] : 0
    return Self.things.contains(next) || second == 0x9336
      || ((next == 0x76AE && second == 0x7BB1) || (next == 0x82B1 && second == 0x74F6))
  }

  private static let things = Set("錶戒箱碗杯盒瓶袋籃鍋罐桶".unicodeScalars.map(\.value))

  private func isNumeral(_ v: UInt32) -> Bool {
    "一二兩三四五六七八九十百千萬幾0".unicodeScalars.contains { $0.value == v }
  }
}
