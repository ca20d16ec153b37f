public import ZhujieText

/// The address of an entity, unique in a project: `[a-z0-9-]`.
public struct EntityID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let string: String

  /// Nil where the text holds anything but `[a-z0-9-]` or nothing at all.
  public init?(_ string: String) {
    guard !string.isEmpty, string.utf8.allSatisfy(Self.isAllowed) else { return nil }
    self.string = string
  }

  public var description: String { string }

  public static func < (a: Self, b: Self) -> Bool { a.string.utf8.lexicographicallyPrecedes(b.string.utf8) }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}

/// What sort of thing an entity is.
public enum EntityKind: String, Sendable, CaseIterable {
  case person, organization, product, event, system

  /// The name of the kind's folder, in `entities/` and on the site.
  public var folder: String {
    switch self {
    case .person: "people"
    case .organization: "organizations"
    case .product: "products"
    case .event: "events"
    case .system: "systems"
    }
  }
}

/// A text given per language, `zh` standing for both scripts where neither is given by itself.
public struct MultilingualText: Hashable, Sendable {
  public let zhHans: String?
  public let zhHant: String?
  /// Chinese of unstated script, to be converted for the other.
  public let zh: String?
  public let en: String?

  public init(zhHans: String? = nil, zhHant: String? = nil, zh: String? = nil, en: String? = nil) {
    self.zhHans = zhHans
    self.zhHant = zhHant
    self.zh = zh
    self.en = en
  }

  public var isEmpty: Bool { zhHans == nil && zhHant == nil && zh == nil && en == nil }
}

/// The canonical names of an entity. At least one is there.
public struct EntityNames: Hashable, Sendable {
  public let zhHans: String?
  public let zhHant: String?
  public let en: String?

  public init(zhHans: String?, zhHant: String?, en: String?) {
    self.zhHans = zhHans
    self.zhHant = zhHant
    self.en = en
  }

  /// The canonical names that are given, without repetition.
  public var all: [String] {
    var seen: [String] = []
    for name in [zhHans, zhHant, en].compactMap({ $0 }) where !seen.contains(name) { seen.append(name) }
    return seen
  }
}

/// Another way to call an entity, or a rule for its canonical name.
public struct Alias: Hashable, Sendable {
  public let text: String
  /// As written: `nickname`, `abbreviation`, `former`, …
  public let role: String?
  /// The mention counts only where one of these stands in its paragraph. Either script.
  public let requires: [String]
  /// The mention does not count where one of these covers it. Either script.
  public let excludes: [String]
  /// IDs or sigla of the project's sources that it is limited to; ignored for texts from elsewhere.
  public let sources: [String]
  /// The dates of publication that it is limited to.
  public let between: EDTFDate?
  /// Whether Latin letters match whatever their case.
  public let ignoresCase: Bool
  /// Where the alias is written in the entity's file.
  public let offset: Int

  public init(
    text: String, role: String? = nil, requires: [String] = [], excludes: [String] = [], sources: [String] = [],
    between: EDTFDate? = nil, ignoresCase: Bool = false, offset: Int = 0
  ) {
    self.text = text
    self.role = role
    self.requires = requires
    self.excludes = excludes
    self.sources = sources
    self.between = between
    self.ignoresCase = ignoresCase
    self.offset = offset
  }

  /// Whether it says anything that limits where the alias counts.
  public var hasRule: Bool { !requires.isEmpty || !excludes.isEmpty || !sources.isEmpty || between != nil }
}

/// A post held by a person, or a function of an organization or product, over time.
public struct Role: Hashable, Sendable {
  public let title: MultilingualText
  /// The entity it is held at, as an ID, or a name that no entity has.
  public let at: String?
  public let from: EDTFDate?
  /// Nil where unknown; `isOngoing` where it is known to go on.
  public let to: EDTFDate?
  public let isOngoing: Bool
  /// Nil: the editor's own statement.
  public let source: Citation?
  public let offset: Int

  public init(
    title: MultilingualText, at: String?, from: EDTFDate?, to: EDTFDate?, isOngoing: Bool, source: Citation?, offset: Int
  ) {
    self.title = title
    self.at = at
    self.from = from
    self.to = to
    self.isOngoing = isOngoing
    self.source = source
    self.offset = offset
  }
}

/// A directed tie to another entity, in free words with known ones such as `maker-of`.
public struct Relation: Hashable, Sendable {
  public let kind: String
  public let target: EntityID
  public let source: Citation?
  public let offset: Int

  public init(kind: String, target: EntityID, source: Citation?, offset: Int) {
    self.kind = kind
    self.target = target
    self.source = source
    self.offset = offset
  }
}

/// The Markdown of a description: the part of a file after its front matter.
public struct EntityBody: Hashable, Sendable {
  public let file: SourceFile
  public let span: TextSpan<FileSpace>

  public init(file: SourceFile, span: TextSpan<FileSpace>) {
    self.file = file
    self.span = span
  }
}

/// Who or what exists, as one entity file says it.
public struct Entity: Hashable, Sendable {
  public let id: EntityID
  public let kind: EntityKind
  public let names: EntityNames
  public let pinyin: String?
  public let aliases: [Alias]
  public let date: EDTFDate?
  public let roles: [Role]
  public let relations: [Relation]
  /// As `wikidata:Q0`.
  public let sameAs: [String]
  public let body: EntityBody?
  public let englishBody: EntityBody?
  /// The file it was read from, for findings.
  public let file: SourceFile
  /// Where the canonical names stand in the file.
  public let namesOffset: Int

  public init(
    id: EntityID, kind: EntityKind, names: EntityNames, pinyin: String? = nil, aliases: [Alias] = [],
    date: EDTFDate? = nil, roles: [Role] = [], relations: [Relation] = [], sameAs: [String] = [],
    body: EntityBody? = nil, englishBody: EntityBody? = nil, file: SourceFile, namesOffset: Int = 0
  ) {
    self.id = id
    self.kind = kind
    self.names = names
    self.pinyin = pinyin
    self.aliases = aliases
    self.date = date
    self.roles = roles
    self.relations = relations
    self.sameAs = sameAs
    self.body = body
    self.englishBody = englishBody
    self.file = file
    self.namesOffset = namesOffset
  }
}
