import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

/// What pages say of their subjects in the vocabulary of schema.org, as JSON-LD.
struct StructuredData {
  let context: PageContext

  /// How many entities a source says it mentions: those it mentions most.
  private static let mentionCount = 12
  private static let aliasCount = 8
  /// How many of its sources the report says it cites.
  private static let citedCount = 100

  private var site: PublishedSite? { context.site }
  private var pageAddress: JSONValue? { (site?.address(of: context.page.path)).map { .string($0) } }
  private var language: JSONValue { .string(context.language.rawValue) }

  // MARK: Report

  var report: JSONValue {
    let report = context.report
    let licence = context.text(report.configuration.licence)
    return .object([
      "@context": .string("https://schema.org"), "@type": .string("Report"),
      "name": .string(context.labels.siteTitle),
      "description": .string(context.text(report.configuration.standfirst)),
      "url": pageAddress, "inLanguage": language,
      "license": licence.isEmpty
        ? nil : .object(["@type": .string("CreativeWork"), "name": .string(licence)]),
      "hasPart": .array(
        report.chapters.map {
          .object([
            "@type": .string("Report"),
            "name": .string(ChapterPage.title(of: $0, in: context.labels.wording).text),
          ])
        }
      ),
      "citation": .array(report.documents.indices.prefix(Self.citedCount).map { article($0) }),
    ])
  }

  func chapter(_ chapter: AnnotatedChapter, description: String) -> JSONValue {
    .object([
      "@context": .string("https://schema.org"), "@type": .string("Report"),
      "name": .string(ChapterPage.title(of: chapter, in: context.labels.wording).text),
      "description": .string(description),
      "url": pageAddress, "inLanguage": language,
      "isPartOf": .object([
        "@type": .string("Report"),
        "name": .string(context.labels.siteTitle),
      ]),
    ])
  }

  // MARK: Sources

  /// `index` is the document's in the report.
  func source(_ index: Int, description: String) -> JSONValue {
    let document = context.report.documents[index]
    let metadata = document.source.metadata
    let isForeign = context.language == .en && document.translation == nil
    return .object([
      "@context": .string("https://schema.org"), "@type": .string("NewsArticle"),
      "headline": .string(context.labels.documents[index].title.text),
      "description": .string(description),
      "url": pageAddress,
      "inLanguage": isForeign
        ? .string(Typesetter.tag(of: document.body.script ?? .simplified)) : language,
      "datePublished": metadata.date.flatMap(Self.date).map { .string($0) },
      "author": metadata.author.map { agent(named: $0, otherwise: .person) },
      "publisher": metadata.publisher.map { agent(named: $0, otherwise: .organization) },
      "isBasedOn": basis(of: metadata),
      "mentions": .array(mentioned(in: index).map { context.labels.entities[$0].structured }),
    ])
  }

  /// A source in a list of works.
  private func article(_ index: Int) -> JSONValue {
    let metadata = context.report.documents[index].source.metadata
    return .object([
      "@type": .string("NewsArticle"),
      "headline": .string(context.labels.documents[index].title.text),
      "datePublished": metadata.date.flatMap(Self.date).map { .string($0) },
      "publisher": metadata.publisher.map { agent(named: $0, otherwise: .organization) },
    ])
  }

  /// The original of a digest, else the address at which the text was published.
  private func basis(of metadata: DocumentMetadata) -> JSONValue? {
    guard let original = metadata.original else { return metadata.url.map { .string($0) } }
    return .object([
      "@type": .string("NewsArticle"),
      "headline": original.title.map { .string(context.shown($0)) },
      "datePublished": original.date.flatMap(Self.date).map { .string($0) },
      "publisher": original.publisher.map { agent(named: $0, otherwise: .organization) },
      "url": (original.url ?? metadata.url).map { .string($0) },
    ])
  }

  /// The entities that a source names most, by their indices.
  private func mentioned(in index: Int) -> [Int] {
    if let known = context.group.mentioned[index] { return known }
    let counts = context.report.documents[index].body.mentionCounts
    let most = counts.sorted { ($1.count, $0.entity) < ($0.count, $1.entity) }.prefix(Self.mentionCount).map(\.entity)
    context.group.mentioned[index] = most
    return most
  }

  /// Who wrote or published: what the project knows of them, else what such a one usually is.
  private func agent(named name: String, otherwise kind: EntityKind) -> JSONValue {
    guard let entity = context.report.entity(named: name),
      entity.kind == .person || entity.kind == .organization
    else {
      return .object(["@type": .string(Self.type(of: kind)), "name": .string(context.shown(name))])
    }
    return named(entity)
  }

  // MARK: Entities

  func entity(_ entity: ReportEntity, description: String) -> JSONValue {
    let relations = entity.relations
    func others(_ kind: String, isInverse: Bool, of kinds: EntityKind) -> JSONValue {
      .array(
        relations.filter { $0.kind == kind && $0.isInverse == isInverse }
          .map { context.report.entities[$0.other] }.filter { $0.kind == kinds }.map { named($0) }
      )
    }
    let posts = entity.entity.roles.filter(\.isOngoing)
    let isPerson = entity.kind == .person
    let isOrganization = entity.kind == .organization
    return .object([
      "@context": .string("https://schema.org"), "@type": .string(Self.type(of: entity.kind)),
      "name": .string(context.name(of: entity)), "alternateName": .strings(otherNames(of: entity)),
      "description": .string(description), "url": pageAddress,
      "sameAs": .strings(entity.entity.sameAs.compactMap(Self.address)),
      "startDate": entity.kind == .event
        ? (entity.entity.date?.firstDay).map { _ in .string(Self.start(entity.entity.date)) } : nil,
      "endDate": entity.kind == .event ? Self.end(entity.entity.date).map { .string($0) } : nil,
      "jobTitle": isPerson ? .strings(posts.map { context.text($0.title) }) : nil,
      "worksFor": isPerson
        ? .array(
          posts.compactMap(\.at).compactMap(EntityID.init).compactMap(context.report.index)
            .map { context.report.entities[$0] }.filter { $0.kind == .organization }.map {
              named($0)
            }
        ) : nil,
      "founder": isOrganization ? others("founder-of", isInverse: true, of: .person) : nil,
      "parentOrganization": isOrganization
        ? others("part-of", isInverse: false, of: .organization) : nil,
      "manufacturer": entity.kind == .product
        ? others("maker-of", isInverse: true, of: .organization) : nil,
    ])
  }

  private func named(_ entity: ReportEntity) -> JSONValue { context.label(of: entity).structured }

  /// An entity where it is only named, on the pages of a language that call it `name`.
  static func reference(to entity: ReportEntity, called name: String, in language: Language, site: PublishedSite?) -> JSONValue {
    .object([
      "@type": .string(type(of: entity.kind)), "name": .string(name),
      "url": (site?.address(of: PageAddress(.entity(entity.kind, entity.id), in: language).path)).map { .string($0) },
    ])
  }

  private func otherNames(of entity: ReportEntity) -> [String] {
    var names: [String] = []
    let all =
      [entity.names.zhHant, entity.names.zhHans, entity.names.en]
      + entity.entity.aliases.prefix(Self.aliasCount).map(\.text)
    for name in all where name != context.name(of: entity) && !names.contains(name) {
      names.append(name)
    }
    return names
  }

  /// A system, such as a division into layers, is of no type but the most general.
  private static func type(of kind: EntityKind) -> String {
    switch kind {
    case .person: "Person"
    case .organization: "Organization"
    case .product: "Product"
    case .event: "Event"
    case .system: "Thing"
    }
  }

  /// The address of an identifier such as `wikidata:Q0`, or an address as it is.
  static func address(of identifier: String) -> String? {
    if identifier.hasPrefix("https://") || identifier.hasPrefix("http://") { return identifier }
    let parts = identifier.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, parts[0] == "wikidata" else { return nil }
    return "https://www.wikidata.org/entity/" + parts[1]
  }

  // MARK: Dates (ISO 8601)

  private static func date(_ date: EDTFDate) -> String? {
    MachineDate.of(date) ?? date.firstDay.map(\.description)
  }

  private static func start(_ date: EDTFDate?) -> String {
    guard let date else { return "" }
    return MachineDate.of(date) ?? date.firstDay?.description ?? ""
  }

  /// The last day of what is no single day, month or year.
  private static func end(_ date: EDTFDate?) -> String? {
    guard let date, MachineDate.of(date) == nil else { return nil }
    return date.lastDay?.description
  }
}
