import ZhujieEntities
import ZhujieText

/// One way to call one entity, compiled.
struct NameEntry: Sendable {
  /// The entity's place in the catalogue.
  let entity: Int
  let id: EntityID
  let kind: EntityKind
  /// As the entity's file has it.
  let name: String
  let role: String?
  /// The mention counts where one of these holds; empty where it counts anywhere.
  var rules: [NameRule]
  let ignoresCase: Bool
  /// For each symbol whether it is a capital; empty where the name has no letters with case.
  let capitals: [Bool]
  var traits: NameTraits
  /// Given among the aliases, if only to bear a rule: then it is always looked for.
  var isListed: Bool

  /// The naming that stands where it is found.
  let mention: Mention

  init(
    entity: Int, id: EntityID, kind: EntityKind, name: String, role: String?, rules: [NameRule], ignoresCase: Bool,
    capitals: [Bool], traits: NameTraits, isListed: Bool
  ) {
    self.entity = entity
    self.id = id
    self.kind = kind
    self.name = name
    self.role = role
    self.rules = rules
    self.ignoresCase = ignoresCase
    self.capitals = capitals
    self.traits = traits
    self.isListed = isListed
    mention = Mention(entity: id, at: entity, kind: kind, name: name, role: role)
  }

  var hasRule: Bool { !rules.isEmpty }
}

/// What is asked of every occurrence of a pattern, small enough to be copied for nothing.
struct PatternForm: Sendable {
  /// The entry of a name that is the only one of its key, with no rule, no letters with case and nothing that must
  /// speak for it: where it stands by itself it counts. Nil for others.
  let plainEntry: Int?
  let kind: EntityKind
  let traits: NameTraits
  /// Whether it is anybody's name, and not only a word of a rule.
  let isName: Bool
  let cue: Int?
  let cueIsLatinEnd: Bool

  init(_ pattern: Gazetteer.Pattern, of entries: [NameEntry]) {
    let entry = pattern.entries.first.map { entries[$0] }
    let isPlain = entry.map {
      pattern.entries.count == 1 && $0.rules.isEmpty && $0.capitals.isEmpty
        && !$0.traits.needsEvidence && !$0.traits.contains(.headline)
    }
    plainEntry = isPlain == true ? pattern.entries.first : nil
    kind = entry?.kind ?? .organization
    traits = entry?.traits ?? []
    isName = entry != nil
    cue = pattern.cue
    cueIsLatinEnd = pattern.cueIsLatinEnd
  }
}

/// What the form of a name says about how it is to be read.
struct NameTraits: OptionSet, Sendable {
  let rawValue: UInt16

  /// It starts with a letter or digit.
  static let latinStart = Self(rawValue: 1)
  /// It ends with a letter or digit.
  static let latinEnd = Self(rawValue: 2)
  /// An ordinary word of the language, or made of such frequent ones that it reads as a phrase.
  static let ordinary = Self(rawValue: 4)
  static let oneCharacter = Self(rawValue: 8)
  /// It starts with a Chinese numeral.
  static let numeralStart = Self(rawValue: 16)
  /// It ends with a digit or a Chinese numeral.
  static let numeralEnd = Self(rawValue: 32)
  /// A Chinese number, with or without a unit: 零一, 千度.
  static let quantityLike = Self(rawValue: 512)
  /// Chinese throughout, or at an edge: the words around it can take a part of it.
  static let hanEdge = Self(rawValue: 64)
  /// A canonical name in English.
  static let english = Self(rawValue: 128)
  /// The name of an event or a system that tells what happened or what it is, in other entities' names.
  static let headline = Self(rawValue: 256)

  /// A product's name that ends in a letter: with a version behind it another product's.
  static let unversioned = Self(rawValue: 1024)
  /// The same of a company's name, which numbers follow for other reasons too.
  static let maker = Self(rawValue: 2048)

  var needsEvidence: Bool { !isDisjoint(with: [.ordinary, .oneCharacter]) }
}

/// The conditions of one alias, its words compiled to cues.
struct NameRule: Sendable {
  let requires: [Int]
  let excludes: [Int]
  let requiredWords: [String]
  let excludedWords: [String]
  let sources: [String]
  let between: EDTFDate?

  /// Whether it could hold in this source. A text from elsewhere has no source, and one without a date
  /// no date; then the condition is not asked.
  func admits(_ source: SourceIdentity?, published: EDTFDate?) -> LossReason? {
    if let source, !sources.isEmpty, !sources.contains(where: source.isNamed) {
      return .otherSource
    }
    if let between, let published, !between.meets(published) { return .otherDate }
    return nil
  }
}

extension EDTFDate {
  /// Whether the two share a day.
  fileprivate func meets(_ other: EDTFDate) -> Bool {
    if let last = lastDay, let first = other.firstDay, last < first { return false }
    if let first = firstDay, let last = other.lastDay, last < first { return false }
    return true
  }
}
