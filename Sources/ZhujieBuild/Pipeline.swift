import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
public import ZhujieMeaning
import ZhujiePages
import ZhujieReport
import ZhujieScript
public import ZhujieSite
import ZhujieText

/// The whole program, in order: seeds, annotations, report, pages, site.
public enum Pipeline {
  /// Reads a project and says everything that a build would say, without writing.
  public static func check(_ settings: BuildSettings) async throws(BuildError) -> BuildOutcome {
    let made = try await make(settings)
    return outcome(of: made, pages: 0, summary: nil)
  }

  /// Builds the site of a project into a folder. With errors among the findings, or any finding but notes where
  /// `isStrict`, nothing is written and the site that stood there stays.
  public static func build(
    _ settings: BuildSettings, output: String, reusingUnchanged: Bool = true, isStrict: Bool = false
  ) async throws(BuildError) -> BuildOutcome {
    do {
      try OverlapCheck.refuseOverlap(output: output, seeds: settings.seeds)
    } catch {
      throw .write(error)
    }
    settings.watch.begin(.reading)
    let inputs = InputDigest(of: settings)
    let last = reusingUnchanged && inputs != nil ? LastBuild(in: output, seeds: settings.seeds) : nil
    if !isStrict, let inputs, let outcome = last?.outcome(of: inputs.whole) {
      settings.watch.end()
      return outcome
    }
    let made = try await make(settings, from: inputs, kept: last == nil ? nil : SiteRecords.annotations(in: output))
    if settings.endsWithProcess { _ = Unmanaged.passRetained(Held(made: made)) }
    let stops = made.diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
    guard !stops else { return outcome(of: made, pages: 0, summary: nil) }
    let writer: SiteWriter
    do {
      writer = try SiteWriter(output: output, reusingUnchanged: reusingUnchanged, intact: last?.site)
    } catch {
      throw .write(error)
    }
    let before: [UInt8]?
    do {
      // Before the swap: afterwards the old site is gone.
      before = try SiteRecords.report(in: output)
    } catch {
      writer.abandon()
      throw .write(error)
    }
    // Beside the pages, which need nothing of them.
    async let compared = compared(made, with: before, into: writer)
    async let settled = settled(inputs, settings)
    let (known, broken): (KeptPages, [Diagnostic])
    do {
      (known, broken) = try await write(made, keeping: last?.pages ?? KeptPages(), to: writer, settings)
    } catch {
      // What is still written would be left behind.
      _ = await compared
      writer.abandon()
      throw error
    }
    let pages = SitePages.pageCount(of: made.pages.jobs)
    settings.watch.begin(.comparing)
    let comparison = await compared
    guard !broken.contains(where: { $0.severity == .error }) else {
      writer.abandon()
      return outcome(of: made, pages: 0, summary: nil, more: broken)
    }
    do {
      let changes = try comparison.get()
      settings.watch.begin(.placing)
      // After the pages, which have found out how the texts are set.
      if let annotations = await made.annotations(jobs: settings.jobs) {
        try writer.add(SiteFile(path: .annotations, contents: annotations))
      }
      let settledInputs = await settled
      let summary = try writer.commit { summary in
        settledInputs.flatMap {
          LastBuild.record(
            of: Pipeline.outcome(of: made, pages: pages, summary: summary, more: broken), inputs: $0.whole,
            pages: known, withheld: made.report.withheldFiles)
        }
      }
      settings.watch.end()
      var outcome = Pipeline.outcome(of: made, pages: pages, summary: summary, more: broken)
      outcome.changes = changes
      return outcome
    } catch {
      throw .write(error)
    }
  }

  /// The inputs, once they were read; nil where they changed meanwhile: then they belong to no build.
  private static func settled(_ inputs: InputDigest?, _ settings: BuildSettings) async -> InputDigest? {
    inputs.flatMap { InputDigest(of: settings)?.whole == $0.whole ? $0 : nil }
  }

  /// Beside the seeds: parsing the templates takes as long as a hundred sources.
  private static func theme(_ settings: BuildSettings) async -> Result<Theme, BuildError> {
    Result { () throws(BuildError) in try ThemeReader.theme(settings) }
  }

  /// Writes down what a build says, and tells how that differs from the record of an earlier one.
  private static func compared(
    _ made: Made, with record: [UInt8]?, into writer: SiteWriter
  ) async -> Result<MeaningDifference?, WriteError> {
    let before = record.flatMap(MeaningRecord.init(bytes:))
    let meaning = MeaningRecord(
      of: made.report, findings: made.diagnostics, tables: .builtIn,
      reusing: before.map { ($0, made.texts.keptDocuments) })
    return Result { () throws(WriteError) in
      try writer.add(SiteFile(path: .report, contents: meaning.bytes))
      return before.map { MeaningDifference(from: $0, to: meaning) }
    }
  }

  /// Makes the whole site of a project in memory.
  public static func buildInMemory(_ settings: BuildSettings) async throws(BuildError) -> (MemorySite, BuildOutcome) {
    var preview = Preview(settings)
    let build = try await preview.build()
    var outcome = build.outcome
    outcome.diagnostics = (outcome.diagnostics + (await build.complete(jobs: settings.jobs))).sorted()
    build.site.keepFolders()
    return (build.site, outcome)
  }

  /// What a project says, without making its site.
  public static func meaning(of settings: BuildSettings) async throws(BuildError) -> MeaningRecord {
    let made = try await make(settings)
    return MeaningRecord(of: made.report, findings: made.diagnostics, tables: .builtIn)
  }

  /// The folders of templates that a build reads, for watching them.
  public static func templateFolders(of settings: BuildSettings) -> [String] {
    [settings.templates ?? ThemeReader.folderBeside(settings.seeds)].compactMap { $0 }
  }

  /// What a build was made from, for as long as somebody holds it.
  private final class Held: Sendable {
    let made: Made

    init(made: Made) { self.made = made }
  }

  struct Made: Sendable {
    let report: Report
    let confirmation: Confirmation?
    let pages: SitePages
    /// Nil where nobody knows what the inputs are.
    let digests: PageDigests?
    let texts: AnnotatedTexts
    let gazetteer: Gazetteer
    /// What an earlier run found.
    let kept: KeptAnnotations?
    let diagnostics: [Diagnostic]

    /// What the next build is to know of what was found; nil where nobody knows what the inputs are.
    func annotations(jobs: Int) async -> [UInt8]? {
      guard let vocabulary = texts.vocabulary else { return nil }
      return await KeptAnnotations.bytes(
        of: texts, shownBy: pages, vocabulary: vocabulary, gazetteer: gazetteer, withheld: report.withheldFiles, earlier: kept, jobs: jobs)
    }
  }

  /// Everything up to the pages. `inputs` are what the settings lead to; texts that are in `earlier` or in `kept`, the record
  /// of an earlier run, are not annotated again.
  static func make(
    _ settings: BuildSettings, from inputs: InputDigest? = nil, reusing earlier: AnnotatedTexts? = nil, kept: [UInt8]? = nil
  ) async throws(BuildError) -> Made {
    let watch = settings.watch
    watch.begin(.reading)
    async let readTheme = theme(settings)
    var project: Project
    do {
      // Parsing front matter is most of it, and each file is for itself.
      let isReadOnce = settings.files.keepReadings()
      let readings = inputs.map { ProjectReader.readings(of: $0.listing, cache: settings.files) } ?? []
      _ = await ParallelMap.map(readings, jobs: settings.jobs) { $0() }
      project = try ProjectReader.read(folder: settings.seeds, cache: settings.files, listing: inputs?.listing)
      if isReadOnce { settings.files.dropReadings() }
    } catch {
      throw .input(error)
    }
    if let baseURL = settings.baseURL { project = project.published(at: baseURL) }
    let theme = try await readTheme.get()
    let tables = try ScriptTables.checked()
    let editor = EditorFiles(project)
    let annotator = Annotator(catalog: project.entities, decisions: editor.decisions)
    let reader = BodyReader(
      annotator: annotator, quotations: QuotationRecognizer(catalog: project.entities, decisions: editor.decisions),
      editor: editor, tables: tables, limits: project.configuration.limits.markup,
      keepsLosing: false)

    let vocabulary = inputs.map {
      PageDigests.vocabulary(of: project.entities, others: $0.digest(without: PageDigests.texts(of: project)))
    }
    let known = vocabulary == nil || earlier?.vocabulary != vocabulary ? nil : earlier
    let stored = kept.flatMap { bytes in
      vocabulary.flatMap { KeptAnnotations(bytes, vocabulary: $0, gazetteer: annotator.gazetteer) }
    }
    watch.begin(.annotating, steps: project.sources.count)
    let found = await ParallelMap.map(project.sources, jobs: settings.jobs) { source in
      defer { watch.step() }
      let digest = AnnotatedTexts.digest(of: source)
      if let document = stored?.document(of: source, digest) { return Found(value: document, digest: digest, isKept: true) }
      return Found(value: known?.document(digest) ?? reader.document(source), digest: digest)
    }
    let foundDescriptions = await ParallelMap.map(project.entities.entities, jobs: settings.jobs) { entity in
      let digest = AnnotatedTexts.digest(of: entity)
      return Found(
        value: known?.description(digest) ?? stored?.description(of: entity, digest) ?? reader.description(of: entity),
        digest: digest)
    }
    let (documents, descriptions) = (found.map(\.value), foundDescriptions.map(\.value))
    let chapters = await ParallelMap.map(project.chapters, jobs: settings.jobs) { reader.chapter($0) }

    watch.begin(.linking)
    let pairs = ScriptPairs.of(project.entities)
    let rules = editor.rules(for: nil, names: pairs)
    let toTraditional = Converter(to: .hant, rules: rules)
    let toSimplified = Converter(to: .hans, rules: rules)
    let naming = EntityNaming(toTraditional: toTraditional, toSimplified: toSimplified)
    let report = Report(
      project: project, documents: documents, descriptions: descriptions, chapters: chapters, names: naming,
      figures: editor.figures, contradictions: editor.contradictions,
      confirmation: editor.confirmation, findings: annotator.gazetteer.diagnostics + editor.diagnostics + editor.orphans(in: documents))
    let typesetter = Typesetter(
      toTraditional: toTraditional, toSimplified: toSimplified,
      bySource: Dictionary(
        uniqueKeysWithValues: project.sources.filter { editor.glossary.bySource[$0.id.string] != nil }.map {
          let rules = editor.rules(for: $0.id, names: pairs)
          return ($0.id, (Converter(to: .hant, rules: rules), Converter(to: .hans, rules: rules)))
        }),
      naming: naming)
    watch.begin(.converting, steps: documents.count)
    let lint = ScriptLint(rules: rules)
    let hasQuality = settings.selection.contains(.quality)
    let qualities = await ParallelMap.map(hasQuality ? found : [], jobs: settings.jobs) { found in
      defer { watch.step() }
      return Found(
        value: known?.quality(found.digest) ?? stored?.quality(found.digest)
          ?? TextQuality(of: found.value.body, typesetter: typesetter, lint: lint),
        digest: found.digest)
    }
    return Made(
      report: report, confirmation: editor.confirmation,
      pages: SitePages(
        report: report, theme: theme, typesetter: typesetter,
        quality: hasQuality ? QualityOfTexts(documents: qualities.map(\.value), report: report, lint: lint) : nil,
        selection: settings.selection),
      digests: vocabulary.flatMap { vocabulary in
        inputs.map { PageDigests(report: report, vocabulary: vocabulary, whole: $0.whole) }
      },
      texts: AnnotatedTexts(
        vocabulary: vocabulary, documents: found, qualities: qualities, descriptions: foundDescriptions),
      gazetteer: annotator.gazetteer, kept: stored,
      diagnostics: (report.diagnostics + theme.diagnostics + unclear(documents, qualities.map(\.value))).sorted())
  }

  /// A note for each conversion of a source to the other script whose choice was not clear.
  private static func unclear(_ documents: [AnnotatedDocument], _ qualities: [TextQuality]) -> [Diagnostic] {
    zip(documents, qualities).flatMap { document, quality in
      quality.ambiguities.map { ambiguity in
        let span = document.body.reading.alignment.map(ambiguity.span)
        return Diagnostic(
          .note, .ambiguousConversion, at: document.source.file.location(at: span.lowerBound),
          "“\(document.body.reading.text[ambiguity.span])” could become \(ambiguity.candidates.joined(separator: " or ")); "
            + "“\(ambiguity.chosen)” was taken: \(ambiguity.reason.rawValue); settle it in decisions.yml with reads")
      }
    }
  }

  /// Makes the pages and all that stands beside them, and checks their links.
  private static func write(
    _ made: Made, keeping earlier: KeptPages, to sink: any SiteStore,
    _ settings: BuildSettings
  ) async throws(BuildError) -> (known: KeptPages, broken: [Diagnostic]) {
    let links = LinkCheck(keptIn: earlier.isEmpty ? nil : sink)
    do throws(WriteError) {
      let stage = PageStage(pages: made.pages, digests: made.digests, earlier: earlier, sink: sink, links: links)
      var known = try await stage.run(jobs: settings.jobs, watch: settings.watch)
      if settings.selection.contains(.search) {
        settings.watch.begin(.searching)
        let search = SearchStage(
          files: SearchFiles(made.pages), digests: made.digests, earlier: earlier, sink: sink)
        try await search.run(jobs: settings.jobs, into: &known)
      }
      return (known, links.diagnostics())
    } catch {
      throw .write(error)
    }
  }

  static func outcome(
    of made: Made, pages: Int, summary: WriteSummary?, more: [Diagnostic] = []
  ) -> BuildOutcome {
    BuildOutcome(
      diagnostics: (made.diagnostics + more).sorted(), pages: pages,
      mentions: made.report.entities.reduce(0) { $0 + $1.mentions.count },
      written: summary?.written ?? 0, unchanged: summary?.unchanged ?? 0, removed: summary?.removed ?? 0)
  }
}
