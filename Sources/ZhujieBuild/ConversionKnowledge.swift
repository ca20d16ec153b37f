import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieScript

/// What a project knows of conversion: names in both scripts, the glossary, and the places that its editor settled. Texts
/// need not belong to it; for one that does, what holds for that source alone counts too.
struct ConversionKnowledge: Sendable {
  let rules: ConversionRules
  let readings: [SettledReading]
  /// What its files may ask; the standard without a project.
  let limits: InputLimits
  private let project: ProjectOnDemand?

  /// That of the project in `seeds`; of nothing without one.
  init(seeds: String?) throws(BuildError) {
    guard let seeds else {
      (rules, readings, limits, project) = (.none, [], InputLimits(), nil)
      return
    }
    let names: ProjectNames
    do {
      names = try ProjectReader.names(folder: seeds)
    } catch {
      throw .input(error)
    }
    let limits = names.configuration.limits
    self.limits = limits
    let glossary = names.glossaryFile.map {
      GlossaryReader.glossary($0, sources: [], limits: limits).glossary
    }
    rules = ConversionRules(
      names: ScriptPairs.of(names.entities),
      sourceGlossary: [],
      projectGlossary: (glossary?.rules ?? []).map { $0.conversionRule }
    )
    let decisions =
      names.decisionsFile.map { DecisionReader.decisions($0, limits: limits).decisions } ?? []
    readings = decisions.compactMap { decision in
      // What holds for one source says nothing of another text.
      guard case .reads(let reading) = decision.verdict, decision.source == nil else { return nil }
      return SettledReading(
        before: decision.before,
        quote: decision.quote,
        after: decision.after,
        reading: reading
      )
    }
    project = ProjectOnDemand(seeds: seeds)
  }

  private init(_ document: SourceDocument, _ editor: EditorFiles, in whole: ConversionKnowledge) {
    rules = editor.rules(for: document.id, names: whole.rules.names)
    readings = editor.decisions.compactMap { decision in
      guard case .readsAs(let reading) = decision.verdict else { return nil }
      if let source = decision.source, !document.isNamed(source) { return nil }
      return SettledReading(
        before: decision.before,
        quote: decision.quote,
        after: decision.after,
        reading: reading
      )
    }
    (limits, project) = (whole.limits, whole.project)
  }

  /// The same with what holds for the source at a path; nil where the path leads to none.
  func ofSource(at path: String) throws(BuildError) -> ConversionKnowledge? {
    do {
      guard let found = try project?.document(at: path) else { return nil }
      return ConversionKnowledge(found.document, found.editor, in: self)
    } catch {
      throw .input(error)
    }
  }
}

extension Glossary.Rule {
  /// The rule as the conversion takes it.
  var conversionRule: GlossaryRule {
    GlossaryRule(
      from: from,
      to: to,
      target: target.flatMap { ConversionTarget(rawValue: $0.rawValue) }
    )
  }
}

extension ScriptTables {
  /// The tables inside the program, where they are what it reads.
  static func checked() throws(BuildError) -> ScriptTables {
    guard builtIn.isComplete else { throw .staleTables }
    return builtIn
  }
}
