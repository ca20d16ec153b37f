public import ZhujieEntities
import ZhujieInput
public import ZhujieReport
public import ZhujieSite
public import ZhujieText

/// The pages of a site, made one at a time.
public struct SitePages: Sendable {
  /// One file of the site that is still to be made.
  public enum Job: Sendable, Hashable {
    case chooser
    case page(PageAddress)
    /// A file of the theme, by its index.
    case asset(Int)
    /// The page of the whole site for missing addresses.
    case notFound
    case feed(Feed.Format, Language)
    /// What hosts, crawlers and language models read beside the pages.
    case extras
  }

  let report: Report
  private let theme: Theme
  private let typesetter: Typesetter
  private let editions: Editions
  private let quality: QualityOfTexts?
  private let selection: PageSelection
  private let labels: Localized<Labels>
  private let site: PublishedSite?
  private let sourceIndices: [String: Int]
  private let chapterIndices: [String: Int]

  public init(
    report: Report,
    theme: Theme,
    typesetter: Typesetter,
    quality: QualityOfTexts?,
    selection: PageSelection = .all
  ) {
    editions = Editions(
      report: report, typesetter: typesetter, settings: quality?.documents.map(\.settings) ?? [])
    self.quality = quality
    self.selection = selection
    self.report = report
    self.theme = theme
    self.typesetter = typesetter
    let shared = SharedLabels(of: report)
    labels = Localized(zhHant: Language.zhHant, zhHans: .zhHans, en: .en).map {
      Labels(report: report, selection: selection, shared: shared, language: $0)
    }
    site = PublishedSite(report.configuration)
    sourceIndices = Dictionary(
      uniqueKeysWithValues: report.documents.enumerated().map { ($1.source.address, $0) }
    )
    chapterIndices = Dictionary(
      uniqueKeysWithValues: report.chapters.enumerated().map { ($1.chapter.id, $0) }
    )
  }

  /// How the pages of each language set a document otherwise than it is written.
  func settings(ofDocument index: Int) -> Localized<DisplayTypography.Counts> {
    Localized(zhHant: Language.zhHant, zhHans: .zhHans, en: .en).map { editions.settings(of: index, in: $0) }
  }

  /// Everything that is to be made, in one order.
  public var jobs: [Job] { jobGroups.flatMap { $0 } }

  /// The same in groups. The pages about one thing in all languages are a group: they are made from the same, and who makes them
  /// one after the other has it at hand.
  public var jobGroups: [[Job]] {
    let languages = report.configuration.languages
    let hasFeeds = site != nil && Feed.isNeeded(for: report)
    let single: [Job] =
      [.chooser, .notFound, .extras] + theme.assets.indices.map { .asset($0) }
      + (hasFeeds ? languages.flatMap { language in Feed.Format.allCases.map { .feed($0, language) } } : [])
    return single.map { [$0] }
      + subjects.flatMap { subject in
        (1...PageParts.count(of: subject, in: report)).map { part in
          languages.map { .page(PageAddress(subject, part: part, in: $0)) }
        }
      }
  }

  /// What each language has a page about, in order.
  private var subjects: [PageSubject] {
    var subjects: [PageSubject] = [.home, .sources]
    subjects += report.documents.map { .source($0.source.address) }
    if !report.chapters.isEmpty { subjects.append(.chapters) }
    subjects += report.chapters.map { .chapter($0.chapter.id) }
    subjects += report.kinds.map { .kind($0) }
    subjects += report.entities.map { .entity($0.kind, $0.id) }
    if !report.contradictions.isEmpty { subjects.append(.contradictions) }
    subjects += [.timeline, .figures, .network, .index, .quality, .notFound]
    return subjects.filter(selection.includes)
  }

  /// The pages of a language, in order; lists that are too long in parts.
  private func pages(in language: Language) -> [PageAddress] {
    subjects.flatMap { subject in
      (1...PageParts.count(of: subject, in: report)).map { PageAddress(subject, part: $0, in: language) }
    }
  }

  /// How many of the jobs make a page of a language.
  public static func pageCount(of jobs: [Job]) -> Int {
    jobs.reduce(0) { count, job in
      if case .page = job { count + 1 } else { count }
    }
  }

  /// The paths of the files that a page's job makes; empty for other jobs.
  public func paths(ofPage job: Job) -> [String] {
    guard case .page(let address) = job else { return [] }
    guard address.subject != .notFound, selection.contains(.copies) else { return [address.path] }
    return [address.path, MarkdownCopy.path(of: address.path)]
  }

  /// The digest of what a page is made from; nil for what shows something of every text.
  public func digest(of job: Job, _ digests: PageDigests) -> ContentDigest? {
    if case .page(let address) = job { digests.digest(of: address) } else { nil }
  }

  /// The paths and bytes of what a job makes. `group` is given to all jobs of one group, one after the other.
  public func files(_ job: Job, in group: PageGroup = PageGroup()) -> [(path: String, contents: [UInt8])] {
    switch job {
    case .chooser:
      return [(ChooserPage.path, theme.page(.chooser, ChooserPage(report: report).view, in: .en))]
    case .notFound:
      return [
        (
          ChooserPage.missingPath,
          theme.page(.chooser, ChooserPage(report: report, isMissing: true).view, in: .en)
        )
      ]
    case .asset(let index):
      return [("assets/" + theme.assets[index].name, theme.assets[index].contents)]
    case .page(let address):
      let page = page(at: address, in: group)
      guard address.subject != .notFound, selection.contains(.copies) else { return [(address.path, page)] }
      return [
        (address.path, page),
        (MarkdownCopy.path(of: address.path), MarkdownCopy.contents(of: page)),
      ]
    case .feed(let format, let language):
      guard let site else { return [] }
      let feed = Feed(context: context(PageAddress(.home, in: language)), site: site)
      return [(format.path(in: language), Array(feed.contents(format).utf8))]
    case .extras: return extras.map { ($0.path, Array($0.contents.utf8)) }
    }
  }

  private var extras: [(path: String, contents: String)] {
    let maps = site.map {
      Sitemap(
        site: $0,
        languages: report.configuration.languages,
        pages: pages(in: report.configuration.languages.first ?? .zhHant).filter { $0.subject != .notFound }
      ).files
    }
    let files = [HostFiles.noJekyll, HostFiles.headers, HostFiles.robots(site)] + (maps ?? [])
    guard selection.contains(.copies) else { return files }
    let index = ModelIndex(report: report, labels: labels, selection: selection)
    return files + [(ModelIndex.path, index.contents)]
  }

  private func page(at address: PageAddress, in group: PageGroup) -> [UInt8] {
    guard let (template, view) = view(at: address, in: group) else { return [] }
    return theme.page(template, view, in: address.language)
  }

  /// What a page is made from.
  func context(_ address: PageAddress, in group: PageGroup = PageGroup()) -> PageContext {
    PageContext(
      labels: labels[address.language],
      page: address,
      typesetter: typesetter,
      site: site,
      editions: editions,
      group: group
    )
  }

  /// The template and the content of a page; nil for an address that the report does not have.
  func view(at address: PageAddress, in group: PageGroup = PageGroup()) -> (Theme.Template, View)? {
    let context = context(address, in: group)
    switch address.subject {
    case .home: return (.home, HomePage(context: context).view)
    case .sources: return (.sources, SourcesPage(context: context).view)
    case .source(let source):
      return sourceIndices[source].map { (.source, SourcePage(context: context, index: $0).view) }
    case .chapters: return (.chapters, ChaptersPage(context: context).view)
    case .chapter(let id):
      return chapterIndices[id].map { (.chapter, ChapterPage(context: context, index: $0).view) }
    case .kind(let kind): return (.kind, KindPage(context: context, kind: kind).view)
    case .entity(let kind, let id):
      return report.index(of: id).map {
        (Self.template(of: kind), EntityPage(context: context, index: $0).view)
      }
    case .timeline: return (.timeline, TimelinePage(context: context).view)
    case .figures: return (.figures, FiguresPage(context: context).view)
    case .contradictions: return (.contradictions, ContradictionsPage(context: context).view)
    case .network: return (.network, NetworkPage(context: context).view)
    case .index: return (.index, IndexPage(context: context).view)
    case .quality: return quality.map { (.quality, QualityPage(context: context, quality: $0).view) }
    case .notFound: return (.notFound, NotFoundPage(context: context).view)
    }
  }

  private static func template(of kind: EntityKind) -> Theme.Template {
    switch kind {
    case .person: .person
    case .organization: .organization
    case .product: .product
    case .event: .event
    case .system: .system
    }
  }
}
