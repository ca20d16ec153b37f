import ZhujieAnnotation
public import ZhujieEntities
public import ZhujieInput
import ZhujieMarkdown
public import ZhujieScript
public import ZhujieText

/// A chapter of the report, in the editor's own voice.
public final class AnnotatedChapter: Sendable {
  public let chapter: Chapter
  public let body: AnnotatedBody
  public let englishBody: AnnotatedBody?

  public init(chapter: Chapter, body: AnnotatedBody, englishBody: AnnotatedBody?) {
    self.chapter = chapter
    self.body = body
    self.englishBody = englishBody
  }

  /// Its text beside the English one.
  public var twin: Twin? { englishBody.map { Twin(original: body, english: $0) } }
}

/// The annotated descriptions of an entity.
public struct AnnotatedDescription: Sendable {
  public let body: AnnotatedBody?
  public let englishBody: AnnotatedBody?

  public init(body: AnnotatedBody?, englishBody: AnnotatedBody?) {
    self.body = body
    self.englishBody = englishBody
  }

  var twin: Twin? {
    body.flatMap { body in englishBody.map { Twin(original: body, english: $0) } }
  }
}

/// Everything that was found, linked. Every index and ID in it resolves.
public final class Report: Sendable {
  public let configuration: ProjectConfiguration
  /// In the order of the project.
  public let documents: [AnnotatedDocument]
  /// The paragraph anchors of each document.
  public let anchors: [ParagraphAnchors]
  /// The sign of each document.
  public let sigla: [Siglum]
  /// In order of ID.
  public let entities: [ReportEntity]
  /// The kinds that there are entities of, in the order of all kinds.
  public let kinds: [EntityKind]
  public let chapters: [AnnotatedChapter]
  public let citations: CitationIndex
  /// Every citation of the project with its place.
  public let citedPlaces: [PlacedCitation]
  /// What may be shown of each document's text.
  public let published: [PublishedText]
  /// What may be shown of each document's translation.
  public let publishedTranslations: [PublishedText]
  /// For each document the addresses that its paragraphs once had, by number.
  public let formerAnchors: [[Int: [String]]]
  public let ledger: FigureLedger
  /// Questions that the sources answer differently.
  public let contradictions: [Contradiction]
  public let naming: EntityNaming
  /// The indices of dated events, earliest first; then by last day, then by ID.
  public let timeline: [Int]
  /// The year of the newest source; nil where none has a date.
  public let newestYear: Int?
  /// Every finding about the seeds, in order of file and place.
  public let diagnostics: [Diagnostic]

  private let entityIndices: [EntityID: Int]
  /// By the path of a translation the blocks of its original that changed since.
  private let staleBlocks: [SourcePath: Set<Int>]

  /// The files of sources and of their translations whose text may not be shown whole.
  public var withheldFiles: Set<SourcePath> {
    Set(
      zip(documents, published).filter { !$1.isWhole }.flatMap { document, _ in
        [document.source.file.path] + (document.translation.map { [$0.body.file.path] } ?? [])
      })
  }

  public func index(of id: EntityID) -> Int? { entityIndices[id] }

  /// Whether a block of an original changed since its translation was confirmed, by its index.
  public func isStale(block: Int, of twin: Twin) -> Bool {
    staleBlocks[twin.english.file.path]?.contains(block) ?? false
  }

  public func entity(id: String) -> ReportEntity? {
    EntityID(id).flatMap(index).map { entities[$0] }
  }

  /// The entity that a name or alias is the only one to have, in either script; nil where none or several do.
  public func entity(named name: String) -> ReportEntity? {
    nameIndices[normalizer.fold(name)].flatMap { $0 }.map { entities[$0] }
  }

  /// Nil for a name that several entities share.
  private let nameIndices: [String: Int?]
  private let normalizer = Normalizer()

  /// Links documents, descriptions and chapters.
  ///
  /// `descriptions` are those of `project.entities`, in that order; `findings` come from stages that this one does not see.
  public init(
    project: Project,
    documents: [AnnotatedDocument],
    descriptions: [AnnotatedDescription],
    chapters: [AnnotatedChapter],
    names naming: EntityNaming,
    figures: FigureFile? = nil,
    contradictions: [Contradiction] = [],
    confirmation: Confirmation? = nil,
    findings: [Diagnostic] = []
  ) {
    let catalog = project.entities
    let citations = CitationIndex(documents: documents)
    let places = Self.places(in: documents, of: catalog)
    let statements = Self.statements(in: documents, of: catalog)
    let ties = Self.ties(in: catalog)
    let company = Self.company(in: documents, of: catalog)

    self.configuration = project.configuration
    self.documents = documents
    let anchors = documents.map(\.anchors)
    self.anchors = anchors
    self.sigla = documents.map { Siglum($0.source.siglum) }
    self.entities = catalog.entities.enumerated().map { index, entity in
      ReportEntity(
        index: index,
        entity: entity,
        names: naming.names(of: entity),
        derivedScript: naming.derivedScript(of: entity),
        description: descriptions[index],
        mentions: places[index],
        statements: statements[index],
        relations: ties.relations[index],
        officeHolders: ties.roles[index],
        company: company[index]
      )
    }
    kinds = EntityKind.allCases.filter { kind in catalog.entities.contains { $0.kind == kind } }
    self.chapters = chapters
    self.citations = citations
    let citedPlaces = CitedPlaces.all(
      project: project,
      documents: documents,
      descriptions: descriptions,
      chapters: chapters,
      figures: figures,
      contradictions: contradictions
    )
    self.citedPlaces = citedPlaces
    let publication = PublicationPlan(
      documents: documents,
      places: citedPlaces,
      citations: citations
    )
    published = documents.indices.map { publication.text(of: $0) }
    publishedTranslations = documents.indices.map { publication.translation(of: $0) }
    let check = confirmation.map {
      ConfirmationCheck($0, documents: documents, anchors: anchors, citations: citations)
    }
    formerAnchors = documents.indices.map { check?.formerAnchors(document: $0) ?? [:] }
    let names = TranslatedNames(of: catalog)
    var stale: [SourcePath: Set<Int>] = [:]
    var twinFindings: [Diagnostic] = []
    for twin in documents.compactMap(\.twin) + descriptions.compactMap(\.twin)
      + chapters.compactMap(\.twin)
    {
      twinFindings += twin.diagnostics + names.diagnostics(in: twin)
      guard let blocks = check?.staleBlocks(of: twin), !blocks.isEmpty else { continue }
      stale[twin.english.file.path] = blocks
      twinFindings += ConfirmationCheck.diagnostics(ofStale: blocks, in: twin)
    }
    staleBlocks = stale
    let ledger =
      figures.map {
        FigureLedger($0, documents: documents, citations: citations, catalog: catalog)
      } ?? .empty
    self.ledger = ledger
    self.contradictions = contradictions
    self.naming = naming
    self.entityIndices = Dictionary(
      uniqueKeysWithValues: catalog.entities.enumerated().map { ($1.id, $0) }
    )
    var nameIndices: [String: Int?] = [:]
    for (index, entity) in catalog.entities.enumerated() {
      for name in Set((entity.names.all + entity.aliases.map(\.text)).map(normalizer.fold)) {
        nameIndices.updateValue(nameIndices[name] == nil ? index : nil, forKey: name)
      }
    }
    self.nameIndices = nameIndices
    self.timeline = Self.timeline(of: catalog)
    newestYear = documents.lazy.compactMap { $0.source.metadata.date?.lastDay?.year }.max()
    self.diagnostics =
      (Self.findings(
        project: project,
        documents: documents,
        descriptions: descriptions,
        chapters: chapters,
        citations: citations,
        names: naming
      )
      + findings + ledger.diagnostics + twinFindings
      + citedPlaces.flatMap { placed in
        citations.diagnostics(for: placed.citation, at: placed.location)
          + (check?.diagnostics(for: placed) ?? [])
      }).sorted()
  }

  /// What to record as confirmed, after what was recorded before.
  public func confirmation(after earlier: Confirmation) -> Confirmation {
    var cited: Set<Int> = []
    for placed in citedPlaces {
      for case .paragraphs(let document, _) in citations.resolve(placed.citation) {
        cited.insert(document)
      }
    }
    return ConfirmationRecord(documents: documents, anchors: anchors).confirmation(
      after: earlier,
      cited: cited,
      twins: documents.compactMap(\.twin) + entities.compactMap(\.twin)
        + chapters.compactMap(\.twin)
    )
  }

  private static func places(in documents: [AnnotatedDocument], of catalog: EntityCatalog)
    -> [[MentionPlace]]
  {
    var places: [[MentionPlace]] = Array(repeating: [], count: catalog.entities.count)
    var counts = Array(repeating: 0, count: catalog.entities.count)
    for document in documents {
      for (_, mention) in document.body.mentions { counts[mention.entityIndex] += 1 }
    }
    for (entity, count) in counts.enumerated() { places[entity].reserveCapacity(count) }
    for (index, document) in documents.enumerated() {
      for ((_, mention), place) in zip(document.body.mentions, document.mentionPlaces) {
        if let place { places[mention.entityIndex].append(MentionPlace(document: index, place)) }
      }
    }
    return places
  }

  private static func statements(in documents: [AnnotatedDocument], of catalog: EntityCatalog)
    -> [[StatementPlace]]
  {
    var statements: [[StatementPlace]] = Array(repeating: [], count: catalog.entities.count)
    for (documentIndex, document) in documents.enumerated() {
      let reading = document.body.reading
      for quotation in document.body.quotations {
        guard case .entity(let id) = quotation.speaker, let entity = catalog.index(of: id),
          let block = reading.blockIndex(at: quotation.span.lowerBound)
        else { continue }
        statements[entity].append(
          StatementPlace(
            document: documentIndex,
            words: quotation.words,
            paragraph: reading.blocks[block].paragraph
          )
        )
      }
    }
    return statements
  }

  private static func ties(in catalog: EntityCatalog) -> (
    relations: [[LinkedRelation]], roles: [[LinkedRole]]
  ) {
    var relations: [[LinkedRelation]] = Array(repeating: [], count: catalog.entities.count)
    var roles: [[LinkedRole]] = Array(repeating: [], count: catalog.entities.count)
    for (index, entity) in catalog.entities.enumerated() {
      for relation in entity.relations {
        guard let other = catalog.index(of: relation.target) else { continue }
        relations[index].append(
          LinkedRelation(
            kind: relation.kind,
            isInverse: false,
            other: other,
            source: relation.source
          )
        )
        relations[other].append(
          LinkedRelation(
            kind: relation.kind,
            isInverse: true,
            other: index,
            source: relation.source
          )
        )
      }
      for role in entity.roles {
        guard let at = role.at.flatMap(EntityID.init), let other = catalog.index(of: at) else {
          continue
        }
        roles[other].append(LinkedRole(holder: index, role: role))
      }
    }
    return (relations, roles)
  }

  /// For each entity, in how many paragraphs it stands together with each other one.
  private static func company(in documents: [AnnotatedDocument], of catalog: EntityCatalog) -> [[(
    entity: Int, paragraphs: Int
  )]] {
    var counts: [[Int: Int]] = Array(repeating: [:], count: catalog.entities.count)
    var lastParagraph = Array(repeating: 0, count: catalog.entities.count)
    var paragraph = 0
    for document in documents {
      var here: [Int] = []
      var block = -1
      func count() {
        for a in here {
          for b in here where a != b { counts[a][b, default: 0] += 1 }
        }
        here.removeAll(keepingCapacity: true)
      }
      for ((_, mention), place) in zip(document.body.mentions, document.mentionPlaces) {
        guard let place, place.paragraph != nil else { continue }
        if place.block != block {
          count()
          block = place.block
          paragraph += 1
        }
        guard lastParagraph[mention.entityIndex] != paragraph else { continue }
        lastParagraph[mention.entityIndex] = paragraph
        here.append(mention.entityIndex)
      }
      count()
    }
    return counts.map { others in
      others.map { (entity: $0.key, paragraphs: $0.value) }
        .sorted { ($1.paragraphs, $0.entity) < ($0.paragraphs, $1.entity) }
    }
  }

  private static func timeline(of catalog: EntityCatalog) -> [Int] {
    let end = CalendarDay(year: 9999, month: 12, day: 31)
    return catalog.entities.indices
      .filter { catalog.entities[$0].kind == .event && catalog.entities[$0].date != nil }
      .sorted { a, b in
        // What is only known to lie before a day stands at that day.
        let (x, y) = (catalog.entities[a].date, catalog.entities[b].date)
        let (firstX, firstY) = (x?.firstDay ?? x?.lastDay ?? end, y?.firstDay ?? y?.lastDay ?? end)
        if firstX != firstY { return firstX < firstY }
        let (lastX, lastY) = (x?.lastDay ?? end, y?.lastDay ?? end)
        return lastX != lastY ? lastX < lastY : a < b
      }
  }

  /// Findings about the texts and the names; citations and translations are looked at by themselves.
  private static func findings(
    project: Project,
    documents: [AnnotatedDocument],
    descriptions: [AnnotatedDescription],
    chapters: [AnnotatedChapter],
    citations: CitationIndex,
    names: EntityNaming
  ) -> [Diagnostic] {
    var found = project.diagnostics
    func add(_ body: AnnotatedBody?) {
      guard let body else { return }
      found += body.diagnostics + PictureFaults.diagnostics(of: body, entities: project.entities)
      found += body.markup.brokenLinks(in: body.file) { citations.document(linkedAs: $0) != nil }
    }
    for document in documents {
      // A decision about a source may quote either of its texts.
      let orphaned = [document.body, document.translation?.body].compactMap { $0 }.map { body in
        Set(body.diagnostics.filter { $0.code == .decisionOrphaned })
      }
      let misplaced = (orphaned.first ?? []).symmetricDifference(orphaned.last ?? [])
      var once = orphaned.count > 1 ? orphaned[0].intersection(orphaned[1]) : []
      add(document.body)
      add(document.translation?.body)
      found.removeAll { misplaced.contains($0) || once.remove($0) != nil }
      // Of a text that is refused only that is said.
      if document.paragraphs.isEmpty, !document.body.diagnostics.contains(where: { $0.severity == .error }) {
        found.append(
          Diagnostic(
            .warning,
            .sourceEmpty,
            at: SourceLocation(path: document.source.file.path),
            "no paragraph was found in this source; a source needs at least one paragraph of running text"
          )
        )
      }
    }
    for (entity, description) in zip(project.entities.entities, descriptions) {
      add(description.body)
      add(description.englishBody)
      if let script = names.derivedScript(of: entity) {
        found.append(
          Diagnostic(
            .note,
            .nameDerived,
            at: entity.file.location(at: entity.namesOffset),
            "the \(script == .traditional ? "Traditional" : "Simplified") name “\(names.names(of: entity)[script == .traditional ? .zhHant : .zhHans])” "
              + "was derived from the other script; write it into the file if it is right"
          )
        )
      }
    }
    for chapter in chapters {
      add(chapter.body)
      add(chapter.englishBody)
    }
    return found
  }
}
