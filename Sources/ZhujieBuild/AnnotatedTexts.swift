import ZhujieEntities
import ZhujieInput
import ZhujiePages
import ZhujieReport
import ZhujieText

/// The texts of a build with what was found in them, for a later one: while all names, rules and decisions stay, the same
/// text is annotated the same way.
struct AnnotatedTexts: Sendable {
  /// What they were annotated by.
  let vocabulary: ContentDigest
  private let documents: [DocumentID: AnnotatedDocument]
  private let qualities: [DocumentID: TextQuality]
  private let descriptions: [EntityID: (entity: Entity, description: AnnotatedDescription)]

  /// `qualities` are those of `documents` or none, `descriptions` those of `entities`, in their order.
  init(
    vocabulary: ContentDigest, documents: [AnnotatedDocument], qualities: [TextQuality], entities: [Entity],
    descriptions: [AnnotatedDescription]
  ) {
    self.vocabulary = vocabulary
    let ids = documents.map(\.source.id)
    self.documents = Dictionary(uniqueKeysWithValues: zip(ids, documents))
    self.qualities = Dictionary(uniqueKeysWithValues: zip(ids, qualities))
    self.descriptions = Dictionary(uniqueKeysWithValues: zip(entities, descriptions).map { ($0.id, ($0, $1)) })
  }

  /// Nil where the document is not what it was.
  func document(of source: SourceDocument) -> AnnotatedDocument? {
    documents[source.id].flatMap { $0.source == source ? $0 : nil }
  }

  func quality(of document: AnnotatedDocument) -> TextQuality? {
    documents[document.source.id] === document ? qualities[document.source.id] : nil
  }

  func description(of entity: Entity) -> AnnotatedDescription? {
    descriptions[entity.id].flatMap { $0.entity.body == entity.body && $0.entity.englishBody == entity.englishBody ? $0.description : nil }
  }
}
