/// One name in both scripts. Where a text holds it in either, a converted text holds the other.
public struct ScriptPair: Sendable, Hashable {
  public let hans: String
  public let hant: String

  public init(hans: String, hant: String) {
    self.hans = hans
    self.hant = hant
  }
}

/// A rule of a glossary: what is written as `from` shows as `to`.
public struct GlossaryRule: Sendable, Hashable {
  public let from: String
  public let to: String
  /// The one target that the rule is for; nil for every target whose script is not that of `from`, in which case
  /// the rule also holds backwards.
  public let target: ConversionTarget?

  public init(from: String, to: String, target: ConversionTarget? = nil) {
    self.from = from
    self.to = to
    self.target = target
  }
}

/// What a project knows about its own words. Earlier tiers win over later ones, and all of them over
/// the tables: names, the glossary of the source, the glossary of the project.
public struct ConversionRules: Sendable {
  public let names: [ScriptPair]
  public let sourceGlossary: [GlossaryRule]
  public let projectGlossary: [GlossaryRule]

  public init(names: [ScriptPair], sourceGlossary: [GlossaryRule], projectGlossary: [GlossaryRule])
  {
    self.names = names
    self.sourceGlossary = sourceGlossary
    self.projectGlossary = projectGlossary
  }

  public static let none = ConversionRules(names: [], sourceGlossary: [], projectGlossary: [])
}
