import ZhujieInput
public import ZhujieMeaning
import ZhujiePages
import ZhujieScript
public import ZhujieSite
public import ZhujieText

/// Builds the site of a project in memory, again and again while somebody edits it.
///
/// What an edit does not touch is taken from the build before. A page is made when it is first asked for, so that the one
/// its author looks at does not wait for all the others.
public struct Preview: Sendable {
  private let settings: BuildSettings
  private var texts: AnnotatedTexts?
  private var site = MemorySite()
  /// What `site` is made of, in order, and what its pages are made from.
  private var jobs: [SitePages.Job] = []
  private var digests: [ContentDigest?] = []

  public init(_ settings: BuildSettings) {
    self.settings = settings
    settings.files.keepReadings()
  }

  /// The site as the seeds are now; one without a page where the outcome says that the build fails.
  public mutating func build() async throws(BuildError) -> PreviewBuild {
    settings.watch.begin(.reading)
    let made = try await Pipeline.make(settings, from: InputDigest(of: settings), reusing: texts)
    if made.texts.vocabulary != nil { texts = made.texts }
    guard !made.diagnostics.contains(where: { $0.severity == .error }) else {
      return PreviewBuild(site: MemorySite(), outcome: Pipeline.outcome(of: made, pages: 0, summary: nil), made: nil)
    }
    settings.watch.begin(.writing)
    fill(with: made)
    settings.watch.end()
    let outcome = Pipeline.outcome(of: made, pages: SitePages.pageCount(of: jobs), summary: nil)
    return PreviewBuild(site: site, outcome: outcome, made: made)
  }

  /// Makes the next site. Pages that were made and would come out as they did are taken over. Those that were only promised
  /// are promised anew, so that nothing holds on to what earlier builds were made from.
  private mutating func fill(with made: Pipeline.Made) {
    let pages = made.pages
    let next = pages.jobs
    let known = made.digests.map { digests in next.map { pages.digest(of: $0, digests) } } ?? next.map { _ in nil }
    let isSame = next == jobs
    let site = isSame ? MemorySite(copying: self.site) : MemorySite()
    for (index, job) in next.enumerated() where job != .extras {
      let paths = pages.paths(ofPage: job).compactMap { SitePath($0) }
      guard let first = paths.first else {
        for file in Self.files(job, of: pages) { site.replace(file) }
        continue
      }
      let isKept = isSame && known[index] != nil && known[index] == digests[index] && site.made(first) != nil
      if !isKept { site.promise(paths) { Self.files(job, of: pages) } }
    }
    if settings.selection.contains(.search) {
      site.promise(folder: "search/") { SearchStage.files(SearchFiles(pages)) }
    }
    // No page leads to these, and who wants one of them asks for what nothing else is.
    site.promise(folder: "") { Self.files(.extras, of: pages) }
    (self.site, jobs, digests) = (site, next, known)
  }

  private static func files(_ job: SitePages.Job, of pages: SitePages) -> [SiteFile] {
    pages.files(job).compactMap { file in
      SitePath(file.path).map { SiteFile(path: $0, contents: file.contents) }
    }
  }
}

/// A site whose pages are made as they are asked for.
public struct PreviewBuild: Sendable {
  public let site: MemorySite
  public let outcome: BuildOutcome
  /// Nil where the build fails.
  fileprivate let made: Pipeline.Made?

  /// What the site says; nil where there is none. It is worked out here, so that nobody waits for it who does not ask.
  public var meaning: MeaningRecord? {
    made.map { MeaningRecord(of: $0.report, findings: $0.diagnostics, tables: .builtIn) }
  }

  /// Makes the pages that nobody has asked for yet, and looks at every link. Nothing is found where the task was cancelled.
  public func complete(jobs: Int) async -> [Diagnostic] {
    let links = LinkCheck()
    _ = await ParallelMap.map(site.promised, jobs: jobs) { path in
      if !Task.isCancelled { _ = site[path] }
    }
    for path in site.paths where !Task.isCancelled {
      if let contents = site.made(path) { links.add(SiteFile(path: path, contents: contents)) }
    }
    return Task.isCancelled ? [] : links.diagnostics()
  }
}
