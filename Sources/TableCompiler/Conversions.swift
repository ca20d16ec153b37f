/// OpenCC's conversions as the compiler needs them, and the modern neutral spelling on top.
struct Conversions {
  let toTraditional: GreedyConverter
  let toSimplified: GreedyConverter
  private let toTaiwan: GreedyConverter
  private let toHongKong: GreedyConverter
  private let neutral: [UInt32: UInt32]
  private let neutralPhrases: GreedyConverter

  init(_ dictionaries: Dictionaries) {
    let rare = dictionaries.tsCharacters.rareForms
    let simplifyingAll = GreedyConverter([
      dictionaries.tsPhrases.map, rare, dictionaries.tsCharacters.map,
    ])
    toSimplified = GreedyConverter([dictionaries.tsPhrases.map, dictionaries.tsCharacters.map])
    toTraditional = GreedyConverter([
      dictionaries.stPhrases.map, dictionaries.generatedPhrases(simplifying: simplifyingAll),
      dictionaries.stCharacters.map,
    ])
    toTaiwan = GreedyConverter([dictionaries.twVariantsPhrases.map, dictionaries.twVariants.map])
    toHongKong = GreedyConverter([dictionaries.hkVariantsPhrases.map, dictionaries.hkVariants.map])

    // Modern usage follows Taiwan's forms, but for those that only Taiwan writes.
    var neutral: [UInt32: UInt32] = [:]
    for entry in dictionaries.twVariants.entries {
      guard let key = entry.key.first, let value = entry.values.first?.first, key != value else {
        continue
      }
      neutral[key] = value
    }
    for (key, value) in Self.ownNeutral { neutral[key] = value }
    self.neutral = neutral
    neutralPhrases = GreedyConverter([
      Dictionary(
        uniqueKeysWithValues: Self.ownNeutralPhrases.map {
          ($0.0.scalarValues, [$0.1.scalarValues])
        }
      )
    ])
  }

  /// OpenCC's internal form to what a modern reader of no particular region expects.
  func neutral(_ text: Scalars) -> Scalars {
    neutralPhrases.convert(text.map { neutral[$0] ?? $0 })
  }

  func taiwan(_ text: Scalars) -> Scalars { neutralPhrases.convert(toTaiwan.convert(text)) }
  func hongKong(_ text: Scalars) -> Scalars { neutralPhrases.convert(toHongKong.convert(text)) }

  /// The lexicon writes modern forms; the regional forms are derived from OpenCC's internal ones.
  func internalForm(of word: Lexicon.Word) -> Scalars {
    let inner = toTraditional.convert(word.simplified)
    return zip(zip(word.simplified, inner), word.traditional).map { pair, wanted in
      let single = toTraditional.convert([pair.0])
      if neutral([pair.1]) == [wanted] { return pair.1 }
      if neutral(single) == [wanted] { return single[0] }
      return wanted
    }
  }

  private static let ownNeutral: [UInt32: UInt32] = {
    let pairs = ["污污", "泄泄", "棱稜", "檐簷", "樑樑", "蔘參", "臺台", "祕秘", "溼濕"]
    return Dictionary(
      uniqueKeysWithValues: pairs.map { ($0.scalarValues[0], $0.scalarValues[1]) }
    )
  }()

  private static let ownNeutralPhrases = [
    ("迴歸", "回歸"), ("巖", "岩"), ("絃", "弦"), ("揹", "背"), ("孃", "娘"),
  ]
}
