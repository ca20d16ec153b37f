package import ZhujieText

extension DiagnosticCode {
  /// A citation names a source that the project does not have. Add the source, or leave the page to say that it is absent.
  package static let citationSourceAbsent = DiagnosticCode("citation.source-absent")
  /// A citation names a paragraph that its source does not have. Correct the number.
  package static let citationParagraphMissing = DiagnosticCode("citation.paragraph-missing")
  /// The blocks of a section and of its translation do not pair off. Split or join paragraphs, or write `…` for one that is not translated.
  package static let translationUneven = DiagnosticCode("translation.uneven")
  /// A Chinese name was derived from the other script. Look at it, and write it into the entity file if it is right.
  package static let nameDerived = DiagnosticCode("entity.name-derived")
  /// A source has no paragraphs, so nothing of it can be cited.
  package static let sourceEmpty = DiagnosticCode("source.empty")

  package static let ofReport: [DiagnosticCode] = [
    .citationSourceAbsent, .citationParagraphMissing, .translationUneven, .nameDerived, .sourceEmpty,
  ]
}
