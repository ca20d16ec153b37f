import ZhujieAnnotation
public import ZhujieEntities
public import ZhujieInput
import ZhujieMarkdown
import ZhujiePictures
public import ZhujieReport
public import ZhujieText

/// What each page is made from, as a digest: while that stays the same, so does every byte of the page.
///
/// All pages share names, settings and the records of sources. A page about a source or an entity shows few texts
/// besides, so an edit of any other text leaves it as it is; a list of them shows counts, and the ledger quotes its first figures and
/// counts the others. Pages that show something of every text have no digest.
public final class PageDigests: Sendable {
  private let report: Report
  private let shared: ContentDigest
  /// For what may show anything.
  private let whole: ContentDigest
  private let sourceIndices: [String: Int]
  /// What each document publishes.
  private let documents: [ContentDigest]
  /// The description of each entity.
  private let descriptions: [ContentDigest]
  /// Documents that named figures and contradictions are read from.
  private let evidence: Set<Int>
  /// What was worked out.
  private let known = Locked<[LanguagelessPage: ContentDigest]>([:])

  /// A page has the same digest in each language.
  private struct LanguagelessPage: Hashable {
    let subject: PageSubject
    let part: Int
  }

  /// The files of a project whose texts are told apart.
  public static func texts(of project: Project) -> Set<SourcePath> {
    let sources = project.sources.flatMap { [$0.file.path, $0.translation?.file.path] }
    let entities = project.entities.entities.flatMap { [$0.file.path, $0.englishBody?.file.path] }
    return Set((sources + entities).compactMap { $0 })
  }

  /// The digest of what a text is annotated and converted by: all names, rules, decisions and settings.
  public static func vocabulary(of catalog: EntityCatalog, others: ContentDigest) -> ContentDigest {
    var digest = others
    for entity in catalog.entities { add(recordOf: entity, to: &digest) }
    return digest
  }

  /// `vocabulary` is that of the report's catalog, `whole` the digest of everything.
  public init(report: Report, vocabulary: ContentDigest, whole: ContentDigest) {
    self.report = report
    self.whole = whole
    sourceIndices = Dictionary(uniqueKeysWithValues: report.documents.enumerated().map { ($1.source.address, $0) })
    documents = report.documents.indices.map { Self.text(of: $0, in: report) }
    descriptions = report.entities.map(Self.description)
    var shared = vocabulary
    for document in report.documents { Self.add(recordOf: document, to: &shared) }
    self.shared = shared
    let citations =
      report.ledger.figures.flatMap(\.statements).map(\.source) + report.contradictions.flatMap(\.statements).map(\.source)
    evidence = Set(citations.compactMap { $0 }.flatMap { report.citations.documents(of: $0) })
  }

  /// The digest of what a page is made from; nil for a page that shows something of every text.
  func digest(of page: PageAddress) -> ContentDigest? {
    let key = LanguagelessPage(subject: page.subject, part: page.part)
    if let known = known.withLock({ $0[key] }) { return known }
    let digest: ContentDigest? =
      switch page.subject {
      case .source(let address): sourceIndices[address].map(source)
      case .entity(_, let id): report.index(of: id).map { entity($0, part: page.part) }
      case .sources: sources(part: page.part)
      case .kind(let kind): entities { $0.kind == kind }
      case .index: entities { _ in true }
      case .figures: figures()
      default: nil
      }
    if let digest { known.withLock { $0[key] = digest } }
    return digest
  }

  /// The digest of a file of texts that are searched, with the numbers that tell which of their passages it holds.
  func digest(of texts: ArraySlice<SearchText>, numbers: [Int]) -> ContentDigest {
    var digest = shared
    for number in numbers { digest.add(number) }
    for text in texts {
      digest.add(text.passages.count)
      for passage in text.passages { digest.add(passage.number) }
      switch text.header.origin {
      case .source(let index), .translation(let index): digest.add(documents[index])
      case .entity(let index): digest.add(descriptions[index])
      // Of the whole project what tells chapters apart is shared.
      case .chapter: break
      }
    }
    return digest
  }

  /// Of a list of sources: what it says of each beside its record.
  private func sources(part: Int) -> ContentDigest {
    var digest = shared
    for document in PageParts.items(report.documents, part: part, of: PageParts.rows) {
      digest.add(document.paragraphs.count)
      digest.add(document.body.mentions.count)
    }
    return digest
  }

  /// Of lists of entities, which say how often each is mentioned and begin its description.
  private func entities(where isShown: (ReportEntity) -> Bool) -> ContentDigest {
    var digest = shared
    for entity in report.entities where isShown(entity) {
      digest.add(entity.index)
      digest.add(entity.mentions.count)
      digest.add(descriptions[entity.index])
    }
    return digest
  }

  /// Of the ledger: the sources whose figures it quotes, and how many figures there are in all.
  private func figures() -> ContentDigest {
    let lists = FiguresPage.places(in: report)
    var digest = digest(
      of: [], citing: [], showing: evidence.union(lists.flatMap(\.items).map(\.document)), describing: [])
    for list in lists { digest.add(list.count) }
    return digest
  }

  private func source(_ index: Int) -> ContentDigest {
    let document = report.documents[index]
    return digest(
      of: [document.body, document.translation?.body], citing: [], showing: [index],
      describing: mentioned(in: [document.body]))
  }

  private func entity(_ index: Int, part: Int) -> ContentDigest {
    let entity = report.entities[index]
    let parts = PageParts.mentions(of: entity, in: report)
    var shown = Set(parts.indices.contains(part - 1) ? parts[part - 1].map(\.document) : [])
    var digest: ContentDigest
    if part == 1 {
      shown.formUnion(entity.statements.map(\.document))
      let telling = Set(entity.mentions.map(\.document)).sorted()
      if entity.kind == .event { shown.formUnion(telling.prefix(EventAccounts.most)) }
      digest = account(of: entity, showing: shown)
      digest.add(telling.count)
    } else {
      digest = self.digest(of: [], citing: [], showing: shown, describing: [index])
    }
    digest.add(parts.count)
    digest.add(entity.mentions.count)
    return digest
  }

  /// What the first part of an entity's page is made from.
  private func account(of entity: ReportEntity, showing shown: Set<Int>) -> ContentDigest {
    let bodies = [entity.body, entity.englishBody]
    let hasEvidence =
      report.ledger.figures.contains { $0.subject == entity.index }
      || report.contradictions.contains { $0.entities.contains(entity.id.string) }
    var digest = digest(
      of: bodies,
      citing: entity.entity.roles.map(\.source) + entity.relations.map(\.source) + entity.officeHolders.map(\.role.source),
      showing: hasEvidence ? shown.union(evidence) : shown,
      describing: mentioned(in: bodies, and: entity.index))
    for companion in entity.company.prefix(EntityPage.companySize) {
      digest.add(companion.entity)
      digest.add(companion.paragraphs)
    }
    digest.add(entity.company.count)
    return digest
  }

  /// The digest of a page with some bodies of its own, which shows documents and describes entities, the latter ascending.
  private func digest(
    of bodies: [AnnotatedBody?], citing citations: [Citation?], showing shown: Set<Int>, describing described: [Int]
  ) -> ContentDigest {
    var digest = shared
    var shown = shown
    for citation in citations.compactMap({ $0 }) { shown.formUnion(report.citations.documents(of: citation)) }
    for body in bodies.compactMap({ $0 }) {
      for cited in body.markup.citations { shown.formUnion(report.citations.documents(of: cited.citation)) }
      // A picture may draw who stands together anywhere.
      if !body.pictures.pictures.isEmpty { digest.add(whole) }
    }
    for index in shown.sorted() {
      digest.add(index)
      digest.add(documents[index])
    }
    for index in described {
      digest.add(index)
      digest.add(descriptions[index])
    }
    return digest
  }

  /// The indices of the entities that some bodies mention, and of one more, ascending.
  private func mentioned(in bodies: [AnnotatedBody?], and other: Int? = nil) -> [Int] {
    var isMentioned = [Bool](repeating: false, count: report.entities.count)
    if let other { isMentioned[other] = true }
    for case let body? in bodies {
      for (_, mention) in body.mentions { isMentioned[mention.entityIndex] = true }
    }
    return isMentioned.indices.filter { isMentioned[$0] }
  }
}

// MARK: The parts

extension PageDigests {
  /// The text of a document and of its translation, and how much of them may be shown.
  private static func text(of index: Int, in report: Report) -> ContentDigest {
    let document = report.documents[index]
    var digest = ContentDigest()
    for (body, published) in [
      (document.body, report.published[index]), (document.translation?.body, report.publishedTranslations[index]),
    ] {
      guard let body else { continue }
      digest.add(body.file.text.bytes)
      guard !published.isWhole else { continue }
      for part in published.parts(of: body.reading.text.fullSpan) {
        digest.add(part.lowerBound)
        digest.add(part.upperBound)
      }
    }
    return digest
  }

  private static func description(of entity: ReportEntity) -> ContentDigest {
    var digest = ContentDigest()
    for body in [entity.entity.body, entity.entity.englishBody] {
      digest.add(body == nil ? 0 : 1)
      if let body { digest.add(body.file.text.slice(body.span)) }
    }
    return digest
  }

  /// What pages say of a document without its text.
  private static func add(recordOf document: AnnotatedDocument, to digest: inout ContentDigest) {
    let (source, metadata) = (document.source, document.source.metadata)
    digest.add(source.id.string)
    digest.add(source.address)
    digest.add(source.siglum)
    digest.add(source.hasOwnSiglum ? 1 : 0)
    digest.add(document.body.script?.rawValue)
    digest.add(document.translation?.body.file.path.string)
    digest.add(document.translation?.title)
    digest.add(metadata.title)
    digest.add(metadata.publisher)
    digest.add(metadata.author)
    digest.add(metadata.date?.description)
    digest.add(metadata.url)
    digest.add(metadata.language?.rawValue)
    digest.add(metadata.publish.rawValue)
    digest.add(metadata.original?.title)
    digest.add(metadata.original?.publisher)
    digest.add(metadata.original?.date?.description)
    digest.add(metadata.original?.url)
  }

  /// What pages say of an entity without its description: all that its front matter says.
  private static func add(recordOf entity: Entity, to digest: inout ContentDigest) {
    let (file, english) = (entity.file, entity.englishBody)
    digest.add(file.path.string)
    digest.add(file.text.bytes[..<(entity.body?.span.lowerBound ?? file.text.count)])
    digest.add(english?.file.path.string)
    if let english { digest.add(english.file.text.bytes[..<english.span.lowerBound]) }
  }
}
