package import ZhujieText

extension DiagnosticCode {
  /// Two entities claim one name without a rule.
  package static let aliasCollision = DiagnosticCode("entity.alias-collision")
  /// Two entities have the same English name.
  package static let englishNameShared = DiagnosticCode("entity.english-name-shared")
  /// An alias that is an ordinary word or one character has no rule.
  package static let aliasNeedsRule = DiagnosticCode("entity.alias-needs-rule")
  /// A name is too long to be looked for.
  package static let nameTooLong = DiagnosticCode("entity.name-too-long")
  /// The text of an editor's decision is no longer there.
  package static let decisionOrphaned = DiagnosticCode("decision.orphaned")
  /// The text of an editor's decision is there more than once.
  package static let decisionAmbiguous = DiagnosticCode("decision.ambiguous")
  /// A decision names an entity that no file describes.
  package static let decisionUnknownEntity = DiagnosticCode("decision.unknown-entity")
  /// The rules of several entities hold at one place, or a name is doubtful.
  package static let mentionAmbiguous = DiagnosticCode("mention.ambiguous")
}
