import ZhujieTables

/// The tables from one scalar to its default output and flags, for each target.
struct ScalarTables {
  private(set) var targets: [PagedTable] = Array(repeating: PagedTable(), count: 4)

  /// The default output of each target for scalars that change.
  private var defaults: [[UInt32: UInt32]] = Array(repeating: [:], count: 4)

  init(_ dictionaries: Dictionaries, _ conversions: Conversions, _ lexicon: Lexicon) {
    for entry in dictionaries.stCharacters.entries {
      guard let key = entry.key.first, let value = entry.values.first, value.count == 1 else {
        continue
      }
      defaults[0][key] = conversions.neutral(value)[0]
      defaults[1][key] = conversions.taiwan(value)[0]
      defaults[2][key] = conversions.hongKong(value)[0]
    }
    // A character that no table of simplification names may still have a regional form.
    for scalar in Set(
      (dictionaries.twVariants.entries + dictionaries.hkVariants.entries).flatMap(\.key)
    )
    where defaults[0][scalar] == nil {
      for (target, value) in [
        conversions.neutral([scalar]), conversions.taiwan([scalar]), conversions.hongKong([scalar]),
      ]
      .enumerated() where value != [scalar] {
        defaults[target][scalar] = value[0]
      }
    }
    for entry in dictionaries.tsCharacters.entries {
      guard let key = entry.key.first, let value = entry.values.first?.first, key != value else {
        continue
      }
      defaults[3][key] = value
    }
    // OpenCC leaves these as they are without a word; Traditional text writes the particle far oftener than the verb.
    for pair in [
      "著着", "濬浚", "疎疏", "昇升", "甦苏", "谿溪", "徬彷", "倣仿", "瞇眯", "砲炮", "汚污", "脇胁", "韮韭", "荳豆", "隣邻",
      "擕携", "櫈凳", "煑煮", "歛敛",
    ] {
      defaults[3][pair.scalarValues[0]] = pair.scalarValues[1]
    }
    // A regional form is simplified as the form it stands for.
    let known = Set(dictionaries.frequencies.flatMap { $0.count > 20 ? $0.word : [] })
    for entry in dictionaries.twVariants.entries + dictionaries.hkVariants.entries {
      guard let key = entry.key.first, let simplified = defaults[3][key] else { continue }
      for value in entry.values.flatMap({ $0 })
      where defaults[3][value] == nil && !known.contains(value) {
        defaults[3][value] = simplified
      }
    }
    for word in lexicon.words where word.simplified.count == 1 {
      let key = word.simplified[0]
      let inner = conversions.internalForm(of: word)
      defaults[0][key] = conversions.neutral(inner)[0]
      defaults[1][key] = conversions.taiwan(inner)[0]
      defaults[2][key] = conversions.hongKong(inner)[0]
    }
  }

  func output(_ scalar: UInt32, _ target: Int) -> UInt32 { defaults[target][scalar] ?? scalar }

  /// Fills the tables once the words are known: a scalar is ambiguous where some word gives it
  /// another form than the default.
  mutating func finish(_ dictionaries: Dictionaries, ambiguous: [Set<UInt32>]) {
    var traditional: Set<UInt32> = []
    var simplified: Set<UInt32> = []
    var own: Set<UInt32> = []
    for entry in dictionaries.stCharacters.entries {
      for value in entry.values where value != entry.key { traditional.formUnion(value) }
      if entry.values.contains(entry.key) { own.formUnion(entry.key) }
    }
    for entry in dictionaries.tsCharacters.entries {
      if entry.values.contains(entry.key) { simplified.formUnion(entry.key) }
    }
    for (word, _, _) in dictionaries.frequencies where word.count > 1 {
      simplified.formUnion(word.filter { "乾著藉瞭徵覆".scalarValues.contains($0) })
    }
    let changing = Set(dictionaries.stCharacters.entries.flatMap(\.key))
    let japanese = Set(dictionaries.shinjitai.entries.flatMap(\.key))
    let old = Set(dictionaries.shinjitai.entries.flatMap { $0.values.flatMap { $0 } })

    var scalars: Set<UInt32> = ambiguous.reduce(into: []) { $0.formUnion($1) }
    for map in defaults { scalars.formUnion(map.keys) }
    for scalar in scalars {
      let changesToHant =
        (0..<3).contains { output(scalar, $0) != scalar }
        || (0..<3).contains { ambiguous[$0].contains(scalar) }
      let changesToHans = output(scalar, 3) != scalar || ambiguous[3].contains(scalar)
      // Where Simplified text writes a character that no table changes, Traditional text may write it too.
      let isTraditional =
        traditional.contains(scalar) || own.contains(scalar) || !changing.contains(scalar)
      var evidence: UInt32 = 0
      if changing.contains(scalar), !isTraditional, output(scalar, 0) != scalar {
        evidence |= ScalarEntry.isSimplifiedOnly
      }
      if output(scalar, 3) != scalar, !simplified.contains(scalar) {
        evidence |= ScalarEntry.isTraditionalOnly
      }
      if evidence & ScalarEntry.isSimplifiedOnly != 0
        ? japanese.contains(scalar) : !old.contains(scalar)
      {
        evidence |= ScalarEntry.isJapanese
      }
      for target in 0..<4 {
        var entry = output(scalar, target) | evidence
        if ambiguous[target].contains(scalar) { entry |= ScalarEntry.isAmbiguous }
        let changes = target < 3 ? changesToHant : changesToHans
        let isCertain = target < 3 ? ScalarEntry.isSimplifiedOnly : ScalarEntry.isTraditionalOnly
        if changes, evidence & isCertain == 0 { entry |= ScalarEntry.isShared }
        targets[target][scalar] = entry
      }
    }
  }
}
