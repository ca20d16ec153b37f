import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
package import ZhujieMeaning
import ZhujiePages
import ZhujieReport
import ZhujieScript
package import ZhujieSite
import ZhujieText

/// The whole program, in order: seeds, annotations, report, pages, site.
package enum Pipeline {
  /// Reads a project and says everything that a build would say, without writing.
  package static func check(_ settings: BuildSettings) async throws(BuildError) -> BuildOutcome {
    let made = try await make(settings)
    return outcome(of: made, pages: 0, summary: nil)
  }

  /// Builds the site of a project into a folder. With errors among the findings, or any finding but notes where
  /// `isStrict`, nothing is written and the site that stood there stays.
  package static func build(
    _ settings: BuildSettings, output: String, reusingUnchanged: Bool = true, isStrict: Bool = false
  ) async throws(BuildError) -> BuildOutcome {
    do {
      try OverlapCheck.refuseOverlap(output: output, seeds: settings.seeds)
    } catch {
      throw .write(error)
    }
    settings.watch.begin(.reading)
    let inputs = InputDigest(of: settings)
    if reusingUnchanged, !isStrict, let inputs, let outcome = LastBuild.outcome(in: output, of: inputs, seeds: settings.seeds) {
      settings.watch.end()
      return outcome
    }
    let made = try await make(settings)
    let stops = made.diagnostics.contains { $0.severity == .error || (isStrict && $0.severity == .warning) }
    guard !stops else { return outcome(of: made, pages: 0, summary: nil) }
    let writer: SiteWriter
    do {
      writer = try SiteWriter(output: output, reusingUnchanged: reusingUnchanged)
    } catch {
      throw .write(error)
    }
    let meaning = MeaningRecord(of: made.report, findings: made.diagnostics, tables: .builtIn)
    let (pages, broken) = try await write(made.pages, meaning, to: writer, settings) { writer.abandon() }
    guard !broken.contains(where: { $0.severity == .error }) else {
      writer.abandon()
      return outcome(of: made, pages: 0, summary: nil, more: broken)
    }
    do {
      settings.watch.begin(.comparing)
      // Before the swap: afterwards the old site is gone.
      let before = try SiteRecords.report(in: output).flatMap(MeaningRecord.init(bytes:))
      let changes = before.map { MeaningDifference(from: $0, to: meaning) }
      settings.watch.begin(.placing)
      // Inputs that changed while they were read belong to no build.
      let settled = inputs.flatMap { InputDigest(of: settings)?.text == $0.text ? $0 : nil }
      let summary = try writer.commit { summary in
        settled.flatMap {
          LastBuild.record(
            of: Pipeline.outcome(of: made, pages: pages, summary: summary, more: broken), inputs: $0,
            withheld: made.report.withheldFiles)
        }
      }
      settings.watch.end()
      var outcome = Pipeline.outcome(of: made, pages: pages, summary: summary, more: broken)
      (outcome.meaning, outcome.changes) = (meaning, changes)
      return outcome
    } catch {
      throw .write(error)
    }
  }

  /// Makes the site of a project in memory.
  package static func buildInMemory(_ settings: BuildSettings) async throws(BuildError) -> (MemorySite, BuildOutcome) {
    let made = try await make(settings)
    let site = MemorySite()
    guard !made.diagnostics.contains(where: { $0.severity == .error }) else {
      return (site, outcome(of: made, pages: 0, summary: nil))
    }
    let meaning = MeaningRecord(of: made.report, findings: made.diagnostics, tables: .builtIn)
    let (pages, broken) = try await write(made.pages, meaning, to: site, settings) {}
    settings.watch.end()
    var outcome = outcome(of: made, pages: pages, summary: nil, more: broken)
    outcome.meaning = meaning
    return (site, outcome)
  }

  /// What a project says, without making its site.
  package static func meaning(of settings: BuildSettings) async throws(BuildError) -> MeaningRecord {
    let made = try await make(settings)
    return MeaningRecord(of: made.report, findings: made.diagnostics, tables: .builtIn)
  }

  /// The folders of templates that a build reads, for watching them.
  package static func templateFolders(of settings: BuildSettings) -> [String] {
    [settings.templates ?? ThemeReader.folderBeside(settings.seeds)].compactMap { $0 }
  }

  struct Made: Sendable {
    let report: Report
    let confirmation: Confirmation?
    let pages: SitePages
    let diagnostics: [Diagnostic]
  }

  static func make(_ settings: BuildSettings) async throws(BuildError) -> Made {
    let watch = settings.watch
    watch.begin(.reading)
    var project: Project
    do {
      project = try ProjectReader.read(folder: settings.seeds)
    } catch {
      throw .input(error)
    }
    if let baseURL = settings.baseURL { project = project.published(at: baseURL) }
    let theme = try ThemeReader.theme(settings)
    let tables = try ScriptTables.checked()
    let editor = EditorFiles(project)
    let annotator = Annotator(catalog: project.entities, decisions: editor.decisions)
    let reader = BodyReader(
      annotator: annotator, quotations: QuotationRecognizer(catalog: project.entities, decisions: editor.decisions),
      editor: editor, tables: tables, limits: project.configuration.limits.markup)

    watch.begin(.annotating, steps: project.sources.count)
    let documents = await ParallelMap.map(project.sources, jobs: settings.jobs) { source in
      defer { watch.step() }
      return reader.document(source)
    }
    let descriptions = await ParallelMap.map(project.entities.entities, jobs: settings.jobs) {
      reader.description(of: $0)
    }
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
      confirmation: editor.confirmation, findings: annotator.gazetteer.diagnostics + editor.diagnostics + editor.orphans(in: documents), tables: tables)
    let typesetter = Typesetter(
      toTraditional: toTraditional, toSimplified: toSimplified,
      bySource: Dictionary(
        uniqueKeysWithValues: project.sources.filter { editor.glossary.bySource[$0.id.string] != nil }.map {
          let rules = editor.rules(for: $0.id, names: pairs)
          return ($0.id, (Converter(to: .hant, rules: rules), Converter(to: .hans, rules: rules)))
        }),
      naming: naming)
    watch.begin(.converting, steps: documents.count)
    let editions = await ParallelMap.map(documents, jobs: settings.jobs) { document in
      defer { watch.step() }
      return typesetter.editions(of: document, in: report)
    }
    let lint = ScriptLint(rules: rules)
    let hasQuality = settings.selection.contains(.quality)
    let qualities = await ParallelMap.map(hasQuality ? documents : [], jobs: settings.jobs) {
      TextQuality(of: $0.body, typesetter: typesetter, lint: lint)
    }
    return Made(
      report: report, confirmation: editor.confirmation,
      pages: SitePages(
        report: report, theme: theme, typesetter: typesetter, editions: editions,
        quality: hasQuality ? QualityOfTexts(documents: qualities, report: report, lint: lint) : nil,
        selection: settings.selection),
      diagnostics: (report.diagnostics + theme.diagnostics + unclear(documents, qualities)).sorted())
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

  /// Makes the files one at a time on each worker and hands each to the sink at once.
  private static func write(
    _ pages: SitePages, _ meaning: MeaningRecord, to sink: any SiteSink, _ settings: BuildSettings, onFailure: () -> Void
  ) async throws(BuildError) -> (pages: Int, broken: [Diagnostic]) {
    let links = LinkCheck()
    let jobs = pages.jobs
    let watch = settings.watch
    watch.begin(.writing, steps: jobs.count)
    do {
      try sink.add(SiteFile(path: .report, contents: meaning.bytes))
    } catch {
      onFailure()
      throw .write(error)
    }
    var results = await ParallelMap.map(jobs, jobs: settings.jobs) { job -> WriteError? in
      defer { watch.step() }
      for file in pages.files(job) {
        guard let path = SitePath(file.path) else {
          return .system(.write, path: file.path, errno: 0)
        }
        let made = SiteFile(path: path, contents: file.contents)
        links.add(made)
        do throws(WriteError) {
          try sink.add(made)
        } catch {
          return error
        }
      }
      return nil
    }
    if settings.selection.contains(.search) {
      watch.begin(.searching)
      results.append(await SearchStage.write(SearchFiles(pages), to: sink, jobs: settings.jobs))
    }
    if let failure = results.compactMap({ $0 }).first {
      onFailure()
      throw .write(failure)
    }
    return (pages.pageCount, links.diagnostics())
  }

  private static func outcome(
    of made: Made, pages: Int, summary: WriteSummary?, more: [Diagnostic] = []
  ) -> BuildOutcome {
    BuildOutcome(
      diagnostics: (made.diagnostics + more).sorted(), pages: pages,
      mentions: made.report.entities.reduce(0) { $0 + $1.mentions.count },
      written: summary?.written ?? 0, unchanged: summary?.unchanged ?? 0, removed: summary?.removed ?? 0)
  }
}
