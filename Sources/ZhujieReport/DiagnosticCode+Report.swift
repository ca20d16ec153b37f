public import ZhujieText

extension DiagnosticCode {
  /// A citation names a source that the project does not have. Cure: add the source, or leave the page to say that it is
  /// absent.
  public static let citationSourceAbsent = DiagnosticCode("citation.source-absent")
  /// A citation names a paragraph that its source does not have. Cure: correct the number.
  public static let citationParagraphMissing = DiagnosticCode("citation.paragraph-missing")
  /// The text of a cited paragraph is not what it was when the citation was confirmed. Cure: read it again, then run `zhujie
  /// confirm`.
  public static let citationChanged = DiagnosticCode("citation.changed")
  /// A cited paragraph has another number than when the citation was confirmed. Cure: correct the number, then run `zhujie
  /// confirm`.
  public static let citationMoved = DiagnosticCode("citation.moved")
  /// A cited paragraph is not among those that were confirmed. Cure: read it, then run `zhujie confirm`.
  public static let citationUnconfirmed = DiagnosticCode("citation.unconfirmed")
  /// A paragraph changed since its translation was confirmed, and the translation did not. Cure: translate it again, then run
  /// `zhujie confirm`.
  public static let translationStale = DiagnosticCode("translation.stale")
  /// A paragraph names an entity that its translation does not call by an English name of the entity's file. Cure: use that
  /// name, or add the one that is used to the aliases.
  public static let translationName = DiagnosticCode("translation.name")
  /// The blocks of a section and of its translation do not pair off. Cure: split or join paragraphs, or write `…` for one
  /// that is not translated.
  public static let translationUneven = DiagnosticCode("translation.uneven")
  /// A Chinese name was derived from the other script. Cure: look at it, and write it into the entity file if it is right.
  public static let nameDerived = DiagnosticCode("entity.name-derived")
  /// A source has no paragraphs, so nothing of it can be cited. Cure: write a paragraph, or remove the file.
  public static let sourceEmpty = DiagnosticCode("source.empty")

  /// The subject of a figure is the ID of no entity. Cure: correct it.
  public static let figureSubject = DiagnosticCode("figure.subject")
  /// The value of a figure holds no number. Cure: write it as a source would.
  public static let figureValue = DiagnosticCode("figure.value")
  /// A figure does not stand in the paragraphs that are cited for it. Cure: correct the value or the citation.
  public static let figureAbsent = DiagnosticCode("figure.not-in-paragraph")
  /// A check is no statement about figures, or names one that is not there. Cure: correct it.
  public static let figureCheck = DiagnosticCode("figure.check")
  /// Sources do not agree, or arithmetic does not hold. Cure: look whether a source or the file is wrong; the page says that
  /// they differ.
  public static let figureConflict = DiagnosticCode("figure.conflict")

  /// A character has several forms in the other script and nothing told clearly which. Cure: look at it, and settle it in
  /// `decisions.yml`.
  public static let ambiguousConversion = DiagnosticCode("script.ambiguous")

  public static let ofReport: [DiagnosticCode] = [
    .ambiguousConversion,
    .figureSubject, .figureValue, .figureAbsent, .figureCheck, .figureConflict,
    .citationSourceAbsent, .citationParagraphMissing, .citationChanged, .citationMoved, .citationUnconfirmed,
    .translationUneven, .translationStale, .translationName, .nameDerived, .sourceEmpty,
  ]
}
