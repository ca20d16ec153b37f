import Foundation
import ZhujieTables

/// A word with what it is written as in each of the four targets.
struct WordForms: Equatable {
  var hant: Scalars
  var hantTW: Scalars
  var hantHK: Scalars
  var hans: Scalars

  subscript(_ target: Int) -> Scalars {
    switch target {
    case 0: hant
    case 1: hantTW
    case 2: hantHK
    default: hans
    }
  }
}

/// All words of the tables, by their folded form, from jieba, OpenCC and our lexicon.
struct WordList {
  private(set) var counts: [Scalars: Int] = [:]
  private(set) var forms: [Scalars: WordForms] = [:]
  /// Words that are names of nobody, as far as jieba's tags say.
  private(set) var ordinary: Set<Scalars> = []

  /// Words seen less often than this are noise where they are longer than two characters.
  private static let leastCount = 4
  private static let longest = 16
  /// Nouns, verbs, adjectives, adverbs, places in time and space, idioms; not the tags of names (`nr`, `ns`, `nt`, `nz`).
  private static let ordinaryTags: Set<String> = [
    "n", "v", "vn", "vi", "vg", "a", "ad", "an", "d", "b", "z", "t", "s", "f", "i", "l", "ng", "o",
  ]
  /// Rarer words are mistaken for names too seldom to ask for proof.
  private static let leastOrdinaryCount = 10

  init(
    _ dictionaries: Dictionaries,
    _ conversions: Conversions,
    _ fold: FoldMap,
    _ lexicon: Lexicon
  ) {
    for (word, count, tag) in dictionaries.frequencies
    where word.allSatisfy(isHan) && (word.count <= 2 || count >= Self.leastCount)
      && word.count <= Self.longest
    {
      // A few words of the list are written in Traditional; they add nothing.
      if conversions.toSimplified.convert(word) != word && !word.contains(where: isSimplifiedToo) {
        continue
      }
      counts[fold.fold(word), default: 0] += count
      if count >= Self.leastOrdinaryCount, Self.ordinaryTags.contains(tag) {
        ordinary.insert(fold.fold(word))
      }
      if word.count > 1 {
        note(word, conversions.toTraditional.convert(word), conversions, fold, replacing: false)
      }
    }
    for entry in dictionaries.stPhrases.entries where entry.key.count <= Self.longest {
      guard let value = entry.values.first, value.count == entry.key.count else { continue }
      let key = fold.fold(entry.key)
      if counts[key] == nil { counts[key] = entry.key.count == 2 ? 3 : 10 }
      note(entry.key, value, conversions, fold, replacing: true)
    }
    for entry in dictionaries.tsPhrases.entries {
      guard let value = entry.values.first, value.count == entry.key.count else { continue }
      let key = fold.fold(value)
      if counts[key] == nil { counts[key] = 5 }
      if forms[key] == nil { note(value, entry.key, conversions, fold, replacing: false) }
      forms[key]?.hans = value
    }
    for word in lexicon.words {
      counts[fold.fold(word.simplified)] = word.count
      let inner = Self.internalForm(of: word, conversions)
      note(word.simplified, inner, conversions, fold, replacing: true)
    }
  }

  var total: Int { counts.values.reduce(0, +) }

  /// The costs of the words, from their counts.
  var costs: [Scalars: Int] {
    let total = Double(total)
    return counts.mapValues { count in
      min(
        TableFormat.maximumCost,
        Int((log(total / Double(max(1, count))) * TableFormat.costPerNat).rounded())
      )
    }
  }

  private mutating func note(
    _ simplified: Scalars,
    _ traditional: Scalars,
    _ conversions: Conversions,
    _ fold: FoldMap,
    replacing: Bool
  ) {
    let key = fold.fold(simplified)
    guard replacing || forms[key] == nil, traditional.count == simplified.count else { return }
    let new = WordForms(
      hant: conversions.neutral(traditional),
      hantTW: conversions.taiwan(traditional),
      hantHK: conversions.hongKong(traditional),
      hans: simplified
    )
    forms[key] = new
  }

  /// The lexicon writes modern forms; the regional forms are derived from OpenCC's internal ones.
  private static func internalForm(of word: Lexicon.Word, _ conversions: Conversions) -> Scalars {
    let inner = conversions.toTraditional.convert(word.simplified)
    return zip(zip(word.simplified, inner), word.traditional).map { pair, wanted in
      let single = conversions.toTraditional.convert([pair.0])
      if conversions.neutral([pair.1]) == [wanted] { return pair.1 }
      if conversions.neutral(single) == [wanted] { return single[0] }
      return wanted
    }
  }

  private func isHan(_ v: UInt32) -> Bool {
    (v >= 0x4E00 && v <= 0x9FFF) || (v >= 0x3400 && v <= 0x4DBF) || v >= 0x20000 || v == 0x3007
  }

  /// Characters that Simplified text writes too although a table would simplify them.
  private func isSimplifiedToo(_ v: UInt32) -> Bool { "乾著藉瞭夥徵覆馀锺麽".scalarValues.contains(v) }
}
