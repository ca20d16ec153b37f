public import ZhujieEntities
import ZhujieScript
public import ZhujieText

/// The names of a catalogue in all their forms, compiled for matching.
///
/// A name is keyed by its symbols in the pivot, so either script finds either. Of one entity's names with one key those
/// with a rule replace those without: that is how a rule for a canonical name is given.
public struct Gazetteer: Sendable {
  /// Collisions and names that need a rule.
  public let diagnostics: [Diagnostic]

  public let catalog: EntityCatalog
  let trie: NameTrie
  let patterns: [Pattern]
  let entries: [NameEntry]
  /// One for each pattern.
  let forms: [PatternForm]
  /// The number of different words of rules.
  let cueCount: Int
  /// Entities tied to each other by a relation or role, as pairs of places in the catalogue.
  let ties: EntityTies

  /// What stands at one key: names, a word of a rule, or both.
  struct Pattern: Sendable {
    var entries: [Int] = []
    var cue: Int?
    /// The words of a name that cue nothing, with letters at an edge.
    var cueIsLatinStart = false
    var cueIsLatinEnd = false
  }

  public init(_ catalog: EntityCatalog) {
    self.catalog = catalog
    var builder = Builder()
    for (index, entity) in catalog.entities.enumerated() { builder.add(entity, at: index) }
    builder.markHeadlines()
    trie = builder.trie
    patterns = builder.patterns
    entries = builder.entries
    forms = builder.patterns.map { PatternForm($0, of: builder.entries) }
    cueCount = builder.cueCount
    ties = EntityTies(catalog)
    diagnostics = (builder.diagnostics + builder.nameFindings(in: catalog)).sorted()
  }

  struct Builder {
    var trie = NameTrie()
    var patterns: [Pattern] = []
    var entries: [NameEntry] = []
    var cueCount = 0
    var diagnostics: [Diagnostic] = []
    /// The place of each entry in its file, and its key, for findings.
    var offsets: [Int] = []
    var keys: [Int] = []

    mutating func add(_ entity: Entity, at index: Int) {
      let canonical = [
        (entity.names.zhHans, false), (entity.names.zhHant, false), (entity.names.en, true),
      ]
      for (name, isEnglish) in canonical {
        guard let name else { continue }
        add(
          Alias(text: name, offset: entity.namesOffset),
          of: entity,
          at: index,
          isCanonical: true,
          isEnglish: isEnglish
        )
      }
      for alias in entity.aliases {
        add(alias, of: entity, at: index, isCanonical: false, isEnglish: false)
      }
    }

    private mutating func add(
      _ alias: Alias,
      of entity: Entity,
      at index: Int,
      isCanonical: Bool,
      isEnglish: Bool
    ) {
      let pivot = Array(Normalizer().fold(alias.text).utf8)
      let (symbols, capitals) = NameSymbol.symbols(of: pivot)
      guard let pattern = pattern(for: symbols) else {
        if !symbols.isEmpty {
          diagnostics.append(.nameTooLong(alias.text, of: entity, at: alias.offset))
        }
        return
      }
      let hasCase = symbols.contains { NameSymbol.hasCase($0) }
      let rule = alias.hasRule ? rule(of: alias) : nil
      // The same name of the same entity again: the one with a rule stands.
      for existing in patterns[pattern].entries where entries[existing].entity == index {
        let other = entries[existing]
        guard other.ignoresCase == alias.ignoresCase, other.capitals == (hasCase ? capitals : [])
        else { continue }
        if let rule { entries[existing].rules.append(rule) }
        if !isCanonical { entries[existing].isListed = true }
        return
      }
      var traits = NameTraits(symbols: symbols)
      if isEnglish { traits.insert(.english) }
      if let last = symbols.last, NameSymbol.isLetter(last) {
        if entity.kind == .product { traits.insert(.unversioned) }
        if entity.kind == .organization { traits.insert(.maker) }
      }
      if traits.contains(.hanEdge),
        OrdinaryWords.isOrdinary(symbols)
          || (entity.kind == .person && OrdinaryWords.isFrequentWord(symbols))
      {
        traits.insert(.ordinary)
      }
      patterns[pattern].entries.append(entries.count)
      entries.append(
        NameEntry(
          entity: index,
          id: entity.id,
          kind: entity.kind,
          name: alias.text,
          role: alias.role,
          rules: rule.map { [$0] } ?? [],
          ignoresCase: alias.ignoresCase,
          capitals: hasCase ? capitals : [],
          traits: traits,
          isListed: !isCanonical
        )
      )
      offsets.append(alias.offset)
      keys.append(pattern)
    }

    private mutating func rule(of alias: Alias) -> NameRule {
      NameRule(
        requires: alias.requires.compactMap { cue($0) },
        excludes: alias.excludes.compactMap { cue($0) },
        requiredWords: alias.requires,
        excludedWords: alias.excludes,
        sources: alias.sources,
        between: alias.between
      )
    }

    private mutating func cue(_ word: String) -> Int? {
      let symbols = NameSymbol.symbols(of: Array(Normalizer().fold(word).utf8)).symbols
      guard let pattern = pattern(for: symbols) else { return nil }
      if let cue = patterns[pattern].cue { return cue }
      patterns[pattern].cue = cueCount
      patterns[pattern].cueIsLatinStart = symbols.first.map(NameSymbol.isLetter) ?? false
      patterns[pattern].cueIsLatinEnd = symbols.last.map(NameSymbol.isLetter) ?? false
      cueCount += 1
      return cueCount - 1
    }

    private mutating func pattern(for symbols: [UInt32]) -> Int? {
      guard let pattern = trie.insert(symbols, as: patterns.count) else { return nil }
      if pattern == patterns.count { patterns.append(Pattern()) }
      return pattern
    }
  }
}

extension Gazetteer {
  /// How many names stand in a pivot, leftmost and longest, before any rule: matching alone, for benchmarks.
  public func nameCount(in pivot: UTF8Text<PivotSpace>) -> Int {
    var count = 0
    var end = 0
    var last = 0
    pivot.bytes.withUnsafeBufferPointer { bytes in
      trie.forEachHit(in: 0..<bytes.count, of: bytes) { start, hitEnd, _ in
        if start >= end {
          count += 1
          (last, end) = (start, hitEnd)
        } else if start == last {
          end = hitEnd
        }
      }
    }
    return count
  }
}
