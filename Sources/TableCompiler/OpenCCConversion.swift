/// OpenCC's own conversion by its own text dictionaries, step by step as its configurations describe it: what our
/// reading of those dictionaries is checked against. `compile-tables --conform CONFIG` runs it as a filter.
struct OpenCCConversion {
  enum Configuration: String, CaseIterable {
    case s2t, s2tw, s2hk, t2s, tw2s, hk2s, t2tw, t2hk
  }

  private let normalization: GreedyConverter
  /// Where set, the text is cut by these words first, and no later step sees over a cut.
  private let segmentation: GreedyConverter?
  private let chain: [GreedyConverter]

  init(_ configuration: Configuration, _ dictionaries: Dictionaries) {
    normalization = GreedyConverter([dictionaries.compatibility.map])
    let rare = dictionaries.tsCharacters.rareForms
    let generated = dictionaries.generatedPhrases(
      simplifying: GreedyConverter([
        dictionaries.tsPhrases.map, rare, dictionaries.tsCharacters.map,
      ])
    )
    let phrases = [dictionaries.stPhrases.map, generated]
    let traditional = GreedyConverter(phrases + [dictionaries.stCharacters.map])
    // With the rare forms, as OpenCC runs its own cases.
    let simplified = GreedyConverter([
      dictionaries.tsPhrases.map, rare, dictionaries.tsCharacters.map,
    ])
    let taiwan = GreedyConverter([dictionaries.twVariantsPhrases.map, dictionaries.twVariants.map])
    let hongKong = GreedyConverter([
      dictionaries.hkVariantsPhrases.map, dictionaries.hkVariants.map,
    ])
    switch configuration {
    case .s2t: (segmentation, chain) = (nil, [traditional])
    case .s2tw: (segmentation, chain) = (GreedyConverter(phrases), [traditional, taiwan])
    case .s2hk: (segmentation, chain) = (GreedyConverter(phrases), [traditional, hongKong])
    case .t2s: (segmentation, chain) = (nil, [simplified])
    case .tw2s:
      let back = GreedyConverter([
        dictionaries.twVariantsRevPhrases.map, dictionaries.twVariants.reversed,
      ])
      (segmentation, chain) = (GreedyConverter([dictionaries.tsPhrases.map]), [back, simplified])
    case .hk2s:
      let back = GreedyConverter([
        dictionaries.hkVariantsRevPhrases.map, dictionaries.hkVariants.reversed,
      ])
      (segmentation, chain) = (GreedyConverter([dictionaries.tsPhrases.map]), [back, simplified])
    case .t2tw: (segmentation, chain) = (nil, [taiwan])
    case .t2hk: (segmentation, chain) = (nil, [hongKong])
    }
  }

  func convert(_ text: String) -> String {
    let normalized = normalization.convert(text.scalarValues)
    let segments = segmentation?.segments(of: normalized) ?? [normalized]
    return segments.flatMap { segment in chain.reduce(segment) { $1.convert($0) } }.text
  }
}

extension GreedyConverter {
  /// The words of a text, longest first from the left, and what lies between them.
  func segments(of text: Scalars) -> [Scalars] {
    var result: [Scalars] = []
    var between: Scalars = []
    var i = 0
    while i < text.count {
      if let length = matchLength(in: text, at: i) {
        if !between.isEmpty { result.append(between) }
        between = []
        result.append(Array(text[i..<i + length]))
        i += length
      } else {
        let length = Self.descriptionLength(in: text, at: i)
        between += text[i..<i + length]
        i += length
      }
    }
    return between.isEmpty ? result : result + [between]
  }

  /// The length of the ideographic description sequence at an index; 1 where none is.
  static func descriptionLength(in text: Scalars, at start: Int) -> Int {
    guard (0x2FF0...0x2FFF).contains(text[start]) || text[start] == 0x31EF else { return 1 }
    var wanted = 1
    var i = start
    while wanted > 0, i < text.count {
      switch text[i] {
      case 0x2FF2, 0x2FF3: wanted += 2
      case 0x2FFE, 0x2FFF: break
      case 0x2FF0...0x2FFD, 0x31EF: wanted += 1
      default: wanted -= 1
      }
      i += 1
    }
    return wanted == 0 ? i - start : 1
  }
}
