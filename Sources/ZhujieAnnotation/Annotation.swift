package import ZhujieEntities
package import ZhujieText

/// Anything found in a text, with the reason for it.
package struct Annotation: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
  package let content: AnnotationContent
  /// Why it is there, in words, such as `longest name` or `ordinary word: verb of saying “表示” follows`.
  package let rule: String
  /// From 0 to 1; what an editor should look at first is low.
  package let confidence: Double
  /// Other entities that the same span could have meant.
  package let alternatives: [EntityID]

  package init(
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
}

/// What was found.
package enum AnnotationContent: Sendable, Hashable {
  case mention(Mention)
  // Apart, since most annotations are mentions and a quantity is three times as large as all else of one.
  indirect case quantity(Quantity)
}

/// The naming of an entity. Each name of the catalog is one, which all its mentions share.
package final class Mention: Sendable, Hashable {
  package let entity: EntityID
  /// The entity's place in the catalog.
  package let entityIndex: Int
  package let kind: EntityKind
  /// The name or alias, as the entity's file has it.
  package let name: String
  /// The role of the alias, such as `nickname`; nil for a canonical name.
  package let role: String?

  package init(entity: EntityID, at entityIndex: Int, kind: EntityKind, name: String, role: String?) {
    self.entity = entity
    self.entityIndex = entityIndex
    self.kind = kind
    self.name = name
    self.role = role
  }

  package static func == (a: Mention, b: Mention) -> Bool {
    a === b || (a.entity == b.entity && a.kind == b.kind && a.name == b.name && a.role == b.role)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(entity)
    hasher.combine(name)
  }
}

/// A reading that was seen and not taken.
package struct LosingReading: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
  package let content: AnnotationContent
  package let reason: LossReason

  package init(span: TextSpan<ReadingSpace>, content: AnnotationContent, reason: LossReason) {
    self.span = span
    self.content = content
    self.reason = reason
  }
}

/// A name that may be there; an editor should say.
package struct DoubtfulMention: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
  /// In order of ID.
  package let candidates: [EntityID]
  package let reason: String

  package init(span: TextSpan<ReadingSpace>, candidates: [EntityID], reason: String) {
    self.span = span
    self.candidates = candidates
    self.reason = reason
  }
}

/// Everything found in one text.
package struct AnnotatedText: Sendable {
  /// In order of span; no two overlap.
  package let annotations: [Annotation]
  /// In order of span.
  package let doubtful: [DoubtfulMention]
  /// Nested, beaten and rejected readings, in order of span.
  package let losing: [LosingReading]
  package let diagnostics: [Diagnostic]
  /// Which of the annotator's decisions have their words in this text, as places in the list.
  package let usedDecisions: [Int]

  package init(
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
  package var withoutLosing: AnnotatedText {
    AnnotatedText(
      annotations: annotations, doubtful: doubtful, losing: [], diagnostics: diagnostics, usedDecisions: usedDecisions)
  }
}

extension AnnotatedText {
  package static let empty = AnnotatedText(
    annotations: [],
    doubtful: [],
    losing: [],
    diagnostics: []
  )
}

/// Which source document a text is, for rules that hold for some sources only.
package struct SourceIdentity: Sendable, Hashable {
  package let id: String
  package let siglum: String?

  package init(id: String, siglum: String? = nil) {
    self.id = id
    self.siglum = siglum
  }

  /// Whether a rule or decision that names a source means this one.
  package func isNamed(_ name: String) -> Bool { name == id || name == siglum }
}
