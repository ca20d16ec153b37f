import ZhujieEntities
import ZhujieInput
import ZhujieScript

/// What a project knows of conversion, for texts that need not belong to it: names in both scripts, the glossary, and
/// the places that its editor settled.
struct ConversionKnowledge: Sendable {
  let rules: ConversionRules
  let readings: [SettledReading]
  /// What its files may ask; the standard without a project.
  let limits: InputLimits

  /// That of the project in `seeds`; of nothing without one.
  init(seeds: String?) throws(BuildError) {
    guard let seeds else {
      (rules, readings, limits) = (.none, [], InputLimits())
      return
    }
    let project: ProjectNames
    do {
      project = try ProjectReader.names(folder: seeds)
    } catch {
      throw .input(error)
    }
    let limits = project.configuration.limits
    self.limits = limits
    let glossary = project.glossaryFile.map {
      GlossaryReader.glossary($0, sources: [], limits: limits).glossary
    }
    rules = ConversionRules(
      names: ScriptPairs.of(project.entities),
      sourceGlossary: [],
      projectGlossary: (glossary?.rules ?? []).map { $0.conversionRule }
    )
    let decisions =
      project.decisionsFile.map { DecisionReader.decisions($0, limits: limits).decisions } ?? []
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
