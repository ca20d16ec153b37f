/// One name in both scripts. Where a text holds it in either, a converted text holds the other.
package struct ScriptPair: Sendable, Hashable {
  package let hans: String
  package let hant: String

  package init(hans: String, hant: String) {
    self.hans = hans
    self.hant = hant
  }
}

/// A rule of a glossary: what is written as `from` shows as `to`.
package struct GlossaryRule: Sendable, Hashable {
  package let from: String
  package let to: String
  /// The one target that the rule is for; nil for every target whose script is not that of `from`, in which case
  /// the rule also holds backwards.
  package let target: ConversionTarget?

  package init(from: String, to: String, target: ConversionTarget? = nil) {
    self.from = from
    self.to = to
    self.target = target
  }
}

/// What a project knows about its own words. Earlier tiers win over later ones, and all of them over
/// the tables: names, the glossary of the source, the glossary of the project.
package struct ConversionRules: Sendable {
  package let names: [ScriptPair]
  package let sourceGlossary: [GlossaryRule]
  package let projectGlossary: [GlossaryRule]

  package init(names: [ScriptPair], sourceGlossary: [GlossaryRule], projectGlossary: [GlossaryRule])
  {
    self.names = names
    self.sourceGlossary = sourceGlossary
    self.projectGlossary = projectGlossary
  }

  package static let none = ConversionRules(names: [], sourceGlossary: [], projectGlossary: [])
}
