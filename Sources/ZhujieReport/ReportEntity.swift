package import ZhujieEntities
package import ZhujieText

/// Where a mention stands in the sources.
package struct MentionPlace: Sendable, Hashable {
  /// The document's index in the report.
  package let document: Int
  package let span: TextSpan<ReadingSpace>
  /// The block it stands in, by index in the reading text.
  package let block: Int
  /// The number of its paragraph; nil in a title, heading or table.
  package let paragraph: Int?
  /// The sentence around it.
  package let sentence: TextSpan<ReadingSpace>

  package init(
    document: Int,
    span: TextSpan<ReadingSpace>,
    block: Int,
    paragraph: Int?,
    sentence: TextSpan<ReadingSpace>
  ) {
    self.document = document
    self.span = span
    self.block = block
    self.paragraph = paragraph
    self.sentence = sentence
  }
}

/// Where direct speech stands in the sources.
package struct StatementPlace: Sendable, Hashable {
  /// The document's index in the report.
  package let document: Int
  /// The words without their quotation marks.
  package let words: TextSpan<ReadingSpace>
  /// The number of the paragraph.
  package let paragraph: Int?
}

/// A relation seen from one of its ends.
package struct LinkedRelation: Sendable, Hashable {
  package let kind: String
  /// Whether the other entity's file states it.
  package let isInverse: Bool
  /// The index of the other entity in the report.
  package let other: Int
  package let source: Citation?
}

/// A post, seen from the organization or product it is held at.
package struct LinkedRole: Sendable, Hashable {
  /// The index of the entity whose file states the role.
  package let holder: Int
  package let role: Role
}

/// An entity with everything that leads to it.
package final class ReportEntity: Sendable {
  /// Its place among the entities of the report.
  package let index: Int
  package let entity: Entity
  /// What each language's pages call it.
  package let names: Localized<String>
  /// The Chinese script whose name was derived from the other; nil where none was.
  package let derivedScript: Script?
  package let body: AnnotatedBody?
  package let englishBody: AnnotatedBody?
  /// By document in order of the report, then by place.
  package let mentions: [MentionPlace]
  /// Its direct speech in the sources, as far as a rule of thumb finds it.
  package let statements: [StatementPlace]
  package let relations: [LinkedRelation]
  /// Roles that other entities hold at this one.
  package let officeHolders: [LinkedRole]
  /// The entities that share paragraphs with it and in how many, most first.
  package let company: [(entity: Int, paragraphs: Int)]

  init(
    index: Int,
    entity: Entity,
    names: Localized<String>,
    derivedScript: Script?,
    description: AnnotatedDescription,
    mentions: [MentionPlace],
    statements: [StatementPlace],
    relations: [LinkedRelation],
    officeHolders: [LinkedRole],
    company: [(entity: Int, paragraphs: Int)]
  ) {
    self.index = index
    self.entity = entity
    self.names = names
    self.derivedScript = derivedScript
    body = description.body
    englishBody = description.englishBody
    self.mentions = mentions
    self.statements = statements
    self.relations = relations
    self.officeHolders = officeHolders
    self.company = company
  }

  /// Its description beside the English one.
  package var twin: Twin? {
    body.flatMap { body in englishBody.map { Twin(original: body, english: $0) } }
  }

  package var id: EntityID { entity.id }
  package var kind: EntityKind { entity.kind }
}
