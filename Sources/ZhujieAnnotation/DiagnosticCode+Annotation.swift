public import ZhujieText

extension DiagnosticCode {
  /// Two entities claim one name without a rule. Cure: give `requires` or `excludes` to all but one of them.
  public static let aliasCollision = DiagnosticCode("entity.alias-collision")
  /// Two entities have the same English name. Cure: none where both are right; else write the one that differs.
  public static let englishNameShared = DiagnosticCode("entity.english-name-shared")
  /// An alias that is an ordinary word or one character has no rule. Cure: give it `requires` or `excludes`, or take it out.
  public static let aliasNeedsRule = DiagnosticCode("entity.alias-needs-rule")
  /// A name is too long to be looked for. Cure: shorten it, or add a shorter alias.
  public static let nameTooLong = DiagnosticCode("entity.name-too-long")
  /// The text of an editor's decision is no longer there. Cure: quote the text as it is now, or remove the decision.
  public static let decisionOrphaned = DiagnosticCode("decision.orphaned")
  /// The text of an editor's decision is there more than once. Cure: add `before`, `after` or `in`, so that one place is
  /// meant.
  public static let decisionAmbiguous = DiagnosticCode("decision.ambiguous")
  /// A decision names an entity that no file describes. Cure: correct the ID, or write the file.
  public static let decisionUnknownEntity = DiagnosticCode("decision.unknown-entity")
  /// The rules of several entities hold at one place, or a name is doubtful. Cure: settle it in `decisions.yml` with `is`, or
  /// narrow a rule.
  public static let mentionAmbiguous = DiagnosticCode("mention.ambiguous")
}
