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
  /// The words whose forms a dictionary or our lexicon gives, rather than their parts.
  private var trusted: Set<Scalars> = []

  /// Words seen less often than this are noise where they are longer than two characters.
  private static let leastCount = 4
  private static let longest = 16
  /// Nouns, verbs, adjectives, adverbs, places in time and space, idioms, and names of the land, which
  /// companies are called after; not the tags of people and firms (`nr`, `nt`, `nz`).
  static let ordinaryTags: Set<String> = [
    "n", "v", "vn", "vi", "vg", "a", "ad", "an", "d", "b", "z", "t", "s", "f", "i", "l", "ng", "o",
    "ns",
  ]
  /// How often a name counts as seen that begins with a character of another form than the word has.
  private static let leastNameCount = 20
  /// Rarer words are mistaken for names too seldom to ask for proof.
  private static let leastOrdinaryCount = 10

  init(
    _ dictionaries: Dictionaries,
    _ conversions: Conversions,
    _ fold: FoldMap,
    _ lexicon: Lexicon
  ) {
    var listed: [Scalars: (word: Scalars, count: Int, tag: String)] = [:]
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
      // Spellings with these stand beside commoner ones without.
      if word.contains(where: { "馀锺麽夥".scalarValues.contains($0) }) { continue }
      // Of two spellings that fold to one the commoner counts.
      let key = fold.fold(word)
      if word.count > 1, count > listed[key]?.count ?? 0 { listed[key] = (word, count, tag) }
      // 于丹 is seen seldom, but seldom is 于 before 丹 a preposition.
      if word.count == 2, tag == "nr", let first = word.first, GivenNames.isDoubtful(first) {
        counts[key] = max(counts[key] ?? 0, Self.leastNameCount)
      }
    }
    for name in GivenNames(dictionaries.frequencies).names {
      let key = fold.fold(name)
      guard counts[key] == nil else { continue }
      (counts[key], listed[key]) = (GivenNames.count, (name, GivenNames.count, "nr"))
    }
    for entry in dictionaries.stPhrases.entries where entry.key.count <= Self.longest {
      guard let value = entry.values.first, value.count == entry.key.count,
        !entry.key.contains(where: { "馀锺麽".scalarValues.contains($0) })
      else { continue }
      let key = fold.fold(entry.key)
      if counts[key] == nil { counts[key] = entry.key.count == 2 ? 3 : 10 }
      note(entry.key, value, conversions, fold, replacing: true)
    }
    for entry in dictionaries.tsPhrases.entries {
      guard let value = entry.values.first, value.count == entry.key.count else { continue }
      let key = fold.fold(value)
      if counts[key] == nil { counts[key] = 5 }
      // A Traditional side that holds a Simplified character is a slip of the pen that the phrase mends.
      let isClean = entry.key.allSatisfy { conversions.toTraditional.convert([$0]) == [$0] }
      guard isClean || forms[key] != nil else { continue }
      if forms[key] == nil { note(value, entry.key, conversions, fold, replacing: false) }
      forms[key]?.hans = value
    }
    for word in lexicon.words where word.simplified.count > 1 {
      let key = fold.fold(word.simplified)
      // What stands beside a run costs nothing, so that a word with it must be far commoner than the same without.
      let inside = key.filter { !Lexicon.besides.contains($0) }
      let least = inside.count < key.count ? 8 * (counts[inside] ?? 0) : 0
      counts[key] = word.count ?? max(200, counts[key] ?? 0, least)
      let inner = conversions.internalForm(of: word)
      note(word.simplified, inner, conversions, fold, replacing: true)
    }
    // Words of jieba's that OpenCC does not list are spelt as the words they are made of, the shorter ones first.
    let costs = self.costs
    trusted = Set(forms.keys)
    for (key, entry) in listed.sorted(by: {
      ($0.key.count, $0.key.text) < ($1.key.count, $1.key.text)
    })
    where forms[key] == nil {
      forms[key] = compose(
        entry.word,
        isName: entry.tag.hasPrefix("nr") || entry.tag == "ns",
        costs,
        conversions,
        fold
      )
    }
  }

  /// The forms of a word from those of its likeliest parts.
  private func compose(
    _ word: Scalars,
    isName: Bool,
    _ costs: [Scalars: Int],
    _ conversions: Conversions,
    _ fold: FoldMap
  ) -> WordForms {
    let folded = fold.fold(word)
    var best = [(cost: Int, start: Int)](repeating: (Int.max / 2, 0), count: word.count + 1)
    best[0].cost = 0
    for start in 0..<word.count {
      for end in start + 1...word.count where end - start < word.count {
        let part = Array(folded[start..<end])
        guard
          end == start + 1
            || (costs[part] != nil && (isName ? trusted.contains(part) : forms[part] != nil))
        else {
          continue
        }
        let cost = best[start].cost + (costs[part] ?? TableFormat.maximumCost)
        if cost < best[end].cost { best[end] = (cost, start) }
      }
    }
    var parts: [WordForms] = []
    var end = word.count
    while end > 0 {
      let start = best[end].start
      let own = Array(word[start..<end])
      if end - start > 1, let known = forms[Array(folded[start..<end])] {
        parts.append(known)
      } else {
        let traditional = own.flatMap { scalar -> Scalars in
          if isName, let form = NameForms.form(of: scalar, isFirst: start == 0) { return [form] }
          return conversions.toTraditional.convert([scalar])
        }
        parts.append(
          WordForms(
            hant: conversions.neutral(traditional),
            hantTW: conversions.taiwan(traditional),
            hantHK: conversions.hongKong(traditional),
            hans: own
          )
        )
      }
      end = start
    }
    return parts.reversed().reduce(into: WordForms(hant: [], hantTW: [], hantHK: [], hans: [])) {
      $0.hant += $1.hant
      $0.hantTW += $1.hantTW
      $0.hantHK += $1.hantHK
      $0.hans += $1.hans
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

  private func isHan(_ v: UInt32) -> Bool {
    (v >= 0x4E00 && v <= 0x9FFF) || (v >= 0x3400 && v <= 0x4DBF) || v >= 0x20000 || v == 0x3007
  }

  /// Characters that Simplified text writes too although a table would simplify them.
  private func isSimplifiedToo(_ v: UInt32) -> Bool { "乾著藉瞭徵覆".scalarValues.contains(v) }
}
