import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// What an editor keeps beside sources and entities: decisions about places, rules of conversion, figures with their checks,
/// and questions that the sources answer differently.
struct EditorFiles: Sendable {
  let decisions: [Decision]
  let glossary: Glossary
  let figures: FigureFile?
  let contradictions: [Contradiction]
  /// What was confirmed; nil where nothing ever was.
  let confirmation: Confirmation?
  /// Findings about the files.
  let diagnostics: [Diagnostic]

  /// Those of a project that keeps none.
  static let none = EditorFiles()

  private init() {
    decisions = []
    glossary = Glossary()
    figures = nil
    contradictions = []
    confirmation = nil
    diagnostics = []
  }

  init(_ project: Project) {
    var diagnostics: [Diagnostic] = []
    var decisions: [Decision] = []
    if let file = project.decisionsFile {
      let read = DecisionReader.decisions(file, limits: project.configuration.limits)
      diagnostics += read.diagnostics
      for decision in read.decisions {
        guard let verdict = Self.verdict(of: decision, &diagnostics) else { continue }
        decisions.append(
          Decision(
            source: decision.source, quote: decision.quote, before: decision.before, after: decision.after,
            verdict: verdict, location: decision.location))
      }
    }
    var glossary = Glossary()
    if let file = project.glossaryFile {
      let read = GlossaryReader.glossary(file, sources: project.sources, limits: project.configuration.limits)
      diagnostics += read.diagnostics
      glossary = read.glossary
    }
    let limits = project.configuration.limits
    let figures = project.figuresFile.map { FigureReader.figures($0, limits: limits) }
    diagnostics += figures?.diagnostics ?? []
    let contradictions = project.contradictionsFile.map { ContradictionReader.contradictions($0, limits: limits) }
    diagnostics += contradictions?.diagnostics ?? []
    for contradiction in contradictions?.contradictions ?? [] {
      for name in contradiction.entities where EntityID(name).flatMap({ project.entities[$0] }) == nil {
        guard let file = project.contradictionsFile else { continue }
        diagnostics.append(
          Diagnostic(
            .error, .decisionUnknownEntity, at: file.location(at: contradiction.offset),
            "“\(name)” in “\(contradiction.id)” is the ID of no entity"))
      }
    }
    let confirmed = project.confirmedFile.map { Confirmation.read($0, limits: limits) }
    diagnostics += confirmed?.diagnostics ?? []
    confirmation = confirmed?.confirmation
    self.decisions = decisions
    self.glossary = glossary
    self.figures = figures?.file
    self.contradictions = contradictions?.contradictions ?? []
    self.diagnostics = diagnostics
  }

  /// The rules of conversion for a source, or for what belongs to no source.
  func rules(for source: DocumentID?, names: [ScriptPair]) -> ConversionRules {
    ConversionRules(
      names: names, sourceGlossary: (source.flatMap { glossary.bySource[$0.string] } ?? []).map(\.conversionRule),
      projectGlossary: glossary.rules.map(\.conversionRule))
  }

  /// Where the decisions that correct the wording of a text stand in it. `used` are indices in `decisions`.
  func emendations(in reading: ReadingText, used: [Int]) -> [Emendation] {
    let corrections = used.compactMap { index -> (Decision, String)? in
      guard case .readsAs(let text) = decisions[index].verdict else { return nil }
      return (decisions[index], text)
    }
    guard !corrections.isEmpty else { return [] }
    let normalizer = Normalizer()
    let normalized = normalizer.normalize(reading.text)
    let back = normalized.alignment.inverse
    return corrections.compactMap { decision, text in
      let before = Array(normalizer.fold(decision.before).utf8)
      let quote = Array(normalizer.fold(decision.quote).utf8)
      let words = before + quote + Array(normalizer.fold(decision.after).utf8)
      guard let start = normalized.pivot.bytes.firstRange(of: words)?.lowerBound else { return nil }
      let span = TextSpan<PivotSpace>(start + before.count, start + before.count + quote.count)
      return Emendation(span: back.map(span), text: text)
    }.sorted { $0.span < $1.span }
  }

  /// Decisions about no source in particular whose words stand in none.
  func orphans(in documents: [AnnotatedDocument]) -> [Diagnostic] {
    let used = Set(
      documents.flatMap { $0.body.annotated.usedDecisions + ($0.translation?.body.annotated.usedDecisions ?? []) })
    return decisions.indices.filter { decisions[$0].source == nil && !used.contains($0) }.map { index in
      Diagnostic(
        .warning, .decisionOrphaned, at: decisions[index].location,
        "“\(decisions[index].quote)” stands in no source any more; quote the text as it is now, or remove the decision")
    }
  }

  private static func verdict(of decision: EditorDecision, _ diagnostics: inout [Diagnostic]) -> Decision.Verdict? {
    func id(_ text: String) -> EntityID? {
      if let id = EntityID(text) { return id }
      diagnostics.append(
        Diagnostic(
          .error, .decisionUnknownEntity, at: decision.location,
          "“\(text)” is no entity ID; IDs hold only a-z, 0-9 and -"))
      return nil
    }
    switch decision.verdict {
    case .names(let text): return id(text).map { .names($0) }
    case .isNot(let text?): return id(text).map { .isNot($0) }
    case .isNot(nil): return .isNot(nil)
    case .reads(let text): return .readsAs(text)
    case .speaker(let text?): return id(text).map { .speaker($0) }
    case .speaker(nil): return .speaker(nil)
    }
  }
}
