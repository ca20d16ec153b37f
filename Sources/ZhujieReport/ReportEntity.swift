public import ZhujieEntities
public import ZhujieText

/// Where a mention stands in the sources.
public struct MentionPlace: Sendable, Hashable {
  private let documentNumber: UInt32
  private let place: TextPlace

  init(document: Int, _ place: TextPlace) {
    documentNumber = UInt32(document)
    self.place = place
  }

  /// The document's index in the report.
  public var document: Int { Int(documentNumber) }
  public var span: TextSpan<ReadingSpace> { place.span }
  /// The block it stands in, by index in the reading text.
  public var block: Int { place.block }
  /// The number of its paragraph; nil in a title, heading or table.
  public var paragraph: Int? { place.paragraph }
  /// The sentence around it.
  public var sentence: TextSpan<ReadingSpace> { place.sentence }
}

/// Where a mention stands in a text. A large project has millions, so numbers are held in 32 bits.
struct TextPlace: Sendable, Hashable {
  let span: TextSpan<ReadingSpace>
  let sentence: TextSpan<ReadingSpace>
  private let blockNumber: UInt32
  /// 0 where there is none.
  private let paragraphNumber: UInt32

  init(_ span: TextSpan<ReadingSpace>, in block: Int, of reading: ReadingText) {
    self.init(
      span, in: block, of: reading,
      sentence: Sentences.sentence(around: span, in: reading.blocks[block].span, of: reading.text))
  }

  /// In the sentence that it is known to stand in.
  init(_ span: TextSpan<ReadingSpace>, in block: Int, of reading: ReadingText, sentence: TextSpan<ReadingSpace>) {
    self.span = span
    self.sentence = sentence
    blockNumber = UInt32(block)
    paragraphNumber = UInt32(reading.blocks[block].paragraph ?? 0)
  }

  var block: Int { Int(blockNumber) }
  var paragraph: Int? { paragraphNumber == 0 ? nil : Int(paragraphNumber) }

  /// The places of spans that ascend.
  static func places(of spans: some Sequence<TextSpan<ReadingSpace>>, in reading: ReadingText) -> [TextPlace?] {
    let blocks = reading.blocks
    var block = 0
    return spans.map { span in
      while block < blocks.count, blocks[block].span.upperBound < span.upperBound { block += 1 }
      guard block < blocks.count, blocks[block].span.contains(span) else { return nil }
      return TextPlace(span, in: block, of: reading)
    }
  }
}

/// Where direct speech stands in the sources.
public struct StatementPlace: Sendable, Hashable {
  /// The document's index in the report.
  public let document: Int
  /// The words without their quotation marks.
  public let words: TextSpan<ReadingSpace>
  /// The number of the paragraph.
  public let paragraph: Int?
}

/// A relation seen from one of its ends.
public struct LinkedRelation: Sendable, Hashable {
  public let kind: String
  /// Whether the other entity's file states it.
  public let isInverse: Bool
  /// The index of the other entity in the report.
  public let other: Int
  public let source: Citation?
}

/// A post, seen from the organization or product it is held at.
public struct LinkedRole: Sendable, Hashable {
  /// The index of the entity whose file states the role.
  public let holder: Int
  public let role: Role
}

/// An entity with everything that leads to it.
public final class ReportEntity: Sendable {
  /// Its place among the entities of the report.
  public let index: Int
  public let entity: Entity
  /// What each language's pages call it.
  public let names: Localized<String>
  /// The Chinese script whose name was derived from the other; nil where none was.
  public let derivedScript: Script?
  public let body: AnnotatedBody?
  public let englishBody: AnnotatedBody?
  /// By document in order of the report, then by place.
  public let mentions: [MentionPlace]
  /// Its direct speech in the sources, as far as a rule of thumb finds it.
  public let statements: [StatementPlace]
  public let relations: [LinkedRelation]
  /// Roles that other entities hold at this one.
  public let officeHolders: [LinkedRole]
  /// The entities that share paragraphs with it and in how many, most first.
  public let company: [(entity: Int, paragraphs: Int)]

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
  public var twin: Twin? {
    body.flatMap { body in englishBody.map { Twin(original: body, english: $0) } }
  }

  public var id: EntityID { entity.id }
  public var kind: EntityKind { entity.kind }
}
