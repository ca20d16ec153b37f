import ZhujieEntities
import ZhujieInput
import ZhujiePages
import ZhujieReport
import ZhujieText

/// What was found in a text, with the digest of all that tells the text apart from others.
struct Found<Value: Sendable>: Sendable {
  let value: Value
  let digest: ContentDigest
  /// Whether it was found by an earlier run of the program.
  var isKept = false
}

/// What a build found in its texts, for a later one: while all names, rules and decisions stay, the same is found in the same
/// text.
struct AnnotatedTexts: Sendable {
  /// The digest of what they were annotated by; nil where nobody knows.
  let vocabulary: ContentDigest?
  let documents: [Found<AnnotatedDocument>]
  /// Of the documents, in their order; or none.
  let qualities: [Found<TextQuality>]
  let descriptions: [Found<AnnotatedDescription>]
  private let documentPlaces: [ContentDigest: Int]
  private let descriptionPlaces: [ContentDigest: Int]

  init(
    vocabulary: ContentDigest?, documents: [Found<AnnotatedDocument>], qualities: [Found<TextQuality>],
    descriptions: [Found<AnnotatedDescription>]
  ) {
    self.vocabulary = vocabulary
    self.documents = documents
    self.qualities = qualities
    self.descriptions = descriptions
    documentPlaces = Self.places(of: documents)
    descriptionPlaces = Self.places(of: descriptions)
  }

  private static func places<Value>(of found: [Found<Value>]) -> [ContentDigest: Int] {
    Dictionary(zip(found.map(\.digest), found.indices), uniquingKeysWith: { first, _ in first })
  }

  /// The places of the documents that an earlier run found.
  var keptDocuments: Set<Int> { Set(documents.indices.filter { documents[$0].isKept }) }

  func document(_ digest: ContentDigest) -> AnnotatedDocument? { documentPlaces[digest].map { documents[$0].value } }

  /// The quality of the document of a digest.
  func quality(_ digest: ContentDigest) -> TextQuality? {
    documentPlaces[digest].flatMap { qualities.indices.contains($0) ? qualities[$0].value : nil }
  }

  func description(_ digest: ContentDigest) -> AnnotatedDescription? {
    descriptionPlaces[digest].map { descriptions[$0].value }
  }

  /// The digest of all that tells documents of one vocabulary apart.
  static func digest(of source: SourceDocument) -> ContentDigest {
    var digest = digest(of: [source.file, source.translation?.file])
    digest.add(source.id.string)
    digest.add(source.address)
    digest.add(source.siglum)
    digest.add(source.hasOwnSiglum ? 1 : 0)
    return digest
  }

  /// The same of descriptions.
  static func digest(of entity: Entity) -> ContentDigest { digest(of: [entity.body?.file, entity.englishBody?.file]) }

  private static func digest(of files: [SourceFile?]) -> ContentDigest {
    var digest = ContentDigest()
    for file in files {
      digest.add(file?.path.string)
      if let file { digest.add(file.text.bytes) }
    }
    return digest
  }
}
