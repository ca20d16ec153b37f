public import ZhujieEntities
public import ZhujieText

/// Anything found in a text, with the reason for it.
public struct Annotation: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  public let content: AnnotationContent
  /// Why it is there, in words, such as `longest name` or `ordinary word: verb of saying “表示” follows`.
  public let rule: String
  /// From 0 to 1; what an editor should look at first is low.
  public let confidence: Double
  /// Other entities that the same span could have meant.
  public let alternatives: [EntityID]

  public init(
    span: TextSpan<ReadingSpace>,
    content: AnnotationContent,
    rule: String,
    confidence: Double,
    alternatives: [EntityID] = []
  ) {
    self.span = span
    self.content = content
    self.rule = rule
    self.confidence = confidence
    self.alternatives = alternatives
  }

  /// The place in the catalog of the entity that is named; nil where none is.
  public var mentionedEntity: Int? {
    if case .mention(let mention) = content { mention.entityIndex } else { nil }
  }
}

/// What was found.
public enum AnnotationContent: Sendable, Hashable {
  case mention(Mention)
  case quantity(Quantity)
}

/// The naming of an entity. Each name of the catalog is one, which all its mentions share.
public final class Mention: Sendable, Hashable {
  public let entity: EntityID
  /// The entity's place in the catalog.
  public let entityIndex: Int
  public let kind: EntityKind
  /// The name or alias, as the entity's file has it.
  public let name: String
  /// The role of the alias, such as `nickname`; nil for a canonical name.
  public let role: String?

  public init(entity: EntityID, at entityIndex: Int, kind: EntityKind, name: String, role: String?) {
    self.entity = entity
    self.entityIndex = entityIndex
    self.kind = kind
    self.name = name
    self.role = role
  }

  public static func == (a: Mention, b: Mention) -> Bool {
    a === b || (a.entity == b.entity && a.kind == b.kind && a.name == b.name && a.role == b.role)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(name)
  }
}

/// A reading that was seen and not taken.
public struct LosingReading: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  public let content: AnnotationContent
  public let reason: LossReason

  public init(span: TextSpan<ReadingSpace>, content: AnnotationContent, reason: LossReason) {
    self.span = span
    self.content = content
    self.reason = reason
  }
}

/// A name that may be there; an editor should say.
public struct DoubtfulMention: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  /// In order of ID.
  public let candidates: [EntityID]
  public let reason: String

  public init(span: TextSpan<ReadingSpace>, candidates: [EntityID], reason: String) {
    self.span = span
    self.candidates = candidates
    self.reason = reason
  }
}

/// Everything found in one text.
public struct AnnotatedText: Sendable {
  /// In order of span; no two overlap.
  public internal(set) var annotations: [Annotation]
  /// In order of span.
  public let doubtful: [DoubtfulMention]
  /// Nested, beaten and rejected readings, in order of span.
  public let losing: [LosingReading]
  public let diagnostics: [Diagnostic]
  /// Which of the annotator's decisions have their words in this text, as places in the list.
  public let usedDecisions: [Int]

  public init(
    annotations: [Annotation],
    doubtful: [DoubtfulMention],
    losing: [LosingReading],
    diagnostics: [Diagnostic],
    usedDecisions: [Int] = []
  ) {
    self.annotations = annotations
    self.doubtful = doubtful
    self.losing = losing
    self.diagnostics = diagnostics
    self.usedDecisions = usedDecisions
  }

  /// The same without what explains it only.
  public var withoutLosing: AnnotatedText {
    AnnotatedText(
      annotations: annotations, doubtful: doubtful, losing: [], diagnostics: diagnostics, usedDecisions: usedDecisions)
  }
}

extension AnnotatedText {
  public static let empty = AnnotatedText(
    annotations: [],
    doubtful: [],
    losing: [],
    diagnostics: []
  )
}

/// Which source document a text is, for rules that hold for some sources only.
public struct SourceIdentity: Sendable, Hashable {
  public let id: String
  public let siglum: String?

  public init(id: String, siglum: String? = nil) {
    self.id = id
    self.siglum = siglum
  }

  /// Whether a rule or decision that names a source means this one.
  public func isNamed(_ name: String) -> Bool { name == id || name == siglum }
}
