package import ZhujieText

extension DiagnosticCode {
  /// A document asks more of the parser than a limit allows.
  package static let markdownLimit = DiagnosticCode("markdown.limit")
  /// Lists, quotations or emphasis are nested deeper than is kept.
  package static let markdownDepth = DiagnosticCode("markdown.depth")
  /// A text holds the character U+0000.
  package static let markdownNull = DiagnosticCode("markdown.null")
  /// Emphasis beside Chinese punctuation that CommonMark does not see was repaired.
  package static let markdownEmphasis = DiagnosticCode("markdown.emphasis")
  /// `[@…]` that is not a citation.
  package static let markdownCitation = DiagnosticCode("markdown.citation")
  /// `[¶ …]` that is not a basis marker or does not end its paragraph.
  package static let markdownBasis = DiagnosticCode("markdown.basis")
  /// A link whose address is not allowed on a page.
  package static let markdownLink = DiagnosticCode("markdown.link")
  /// `drop` names a paragraph that the text does not have.
  package static let markdownDrop = DiagnosticCode("markdown.drop")
  /// A footnote that nothing refers to.
  package static let markdownFootnote = DiagnosticCode("markdown.footnote")
  /// There is more to tell of a file than is listed.
  package static let markdownMore = DiagnosticCode("markdown.more")
}
