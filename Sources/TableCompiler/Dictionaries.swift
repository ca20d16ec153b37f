/// OpenCC's dictionaries and jieba's word list, read.
struct Dictionaries {
  let compatibility: DictionaryFile
  let stCharacters: DictionaryFile
  let stPhrases: DictionaryFile
  let tsCharacters: DictionaryFile
  let tsPhrases: DictionaryFile
  let twVariants: DictionaryFile
  let twVariantsPhrases: DictionaryFile
  let twVariantsRevPhrases: DictionaryFile
  let hkVariants: DictionaryFile
  let hkVariantsPhrases: DictionaryFile
  let hkVariantsRevPhrases: DictionaryFile
  let shinjitai: DictionaryFile
  /// Keys of regional vocabulary: only their Traditional spelling is taken, never the vocabulary.
  let regionalPhrases: [Scalars]
  /// Simplified words and how often they were seen.
  let frequencies: [(word: Scalars, count: Int, tag: String)]

  init(openCC folder: String, jieba path: String?) throws {
    func read(_ name: String) throws -> DictionaryFile {
      try DictionaryFile("\(folder)/\(name).txt")
    }
    compatibility = try read("CJK_Compatibility_Ideographs")
    stCharacters = try read("STCharacters")
    stPhrases = try read("STPhrases")
    tsCharacters = try read("TSCharacters")
    tsPhrases = try read("TSPhrases")
    twVariants = try read("TWVariants")
    twVariantsPhrases = try read("TWVariantsPhrases")
    twVariantsRevPhrases = try read("TWVariantsRevPhrases")
    hkVariants = try read("HKVariants")
    hkVariantsPhrases = try read("HKVariantsPhrases")
    hkVariantsRevPhrases = try read("HKVariantsRevPhrases")
    shinjitai = try read("JPShinjitaiCharacters")
    regionalPhrases = try (read("HKPhrases").entries + read("TWPhrases").entries).map(\.key)
    frequencies = try (path.map { try DictionaryFile.lines(of: $0) } ?? []).compactMap { line in
      let fields = line.split(separator: " ")
      guard fields.count >= 2, let count = Int(fields[1]) else { return nil }
      return (String(fields[0]).scalarValues, count, fields.count > 2 ? String(fields[2]) : "")
    }
  }

  /// OpenCC's `STPhrases_GeneratedFromRegionalPhrases`: the Simplified spelling of each regional
  /// phrase of three characters or more, with its own Traditional spelling as the value.
  func generatedPhrases(simplifying converter: GreedyConverter) -> [Scalars: [Scalars]] {
    var result: [Scalars: [Scalars]] = [:]
    for phrase in regionalPhrases {
      let key = converter.convert(phrase)
      if key.count >= 3, result[key] == nil { result[key] = [phrase] }
    }
    return result
  }
}
