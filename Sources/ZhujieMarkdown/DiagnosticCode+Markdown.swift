public import ZhujieText

extension DiagnosticCode {
  /// A document asks more of the parser than a limit allows. Cure: write it more simply, divide it, or raise the limit that
  /// the message names under `limits`.
  public static let markdownLimit = DiagnosticCode("markdown.limit")
  /// Lists, quotations or emphasis are nested deeper than is kept. Cure: nest less, or raise `depth` under `limits`.
  public static let markdownDepth = DiagnosticCode("markdown.depth")
  /// A text holds the character U+0000. Cure: remove it; the file may be damaged, or be no text.
  public static let markdownNull = DiagnosticCode("markdown.null")
  /// Emphasis beside Chinese punctuation that CommonMark does not see was repaired. Cure: none needed; other programs see it
  /// where a space stands beside the stars.
  public static let markdownEmphasis = DiagnosticCode("markdown.emphasis")
  /// `[@…]` that is not a citation. Cure: write it as `[@a 12-14; @b 3]`, or escape its bracket.
  public static let markdownCitation = DiagnosticCode("markdown.citation")
  /// `[¶ …]` that is not a basis marker or does not end its paragraph. Cure: write it as `[¶ 12-14]` at the end of its
  /// paragraph, or escape its bracket.
  public static let markdownBasis = DiagnosticCode("markdown.basis")
  /// A link whose address is not allowed on a page. Cure: write an address with http, https, mailto or tel, or a path inside
  /// the project.
  public static let markdownLink = DiagnosticCode("markdown.link")
  /// A link leads to nothing in the project. Cure: correct its target; the page shows it as text.
  public static let markdownLinkBroken = DiagnosticCode("link.broken")
  /// `drop` names a paragraph that the text does not have. Cure: correct the numbers; they count from 1, before anything is
  /// dropped.
  public static let markdownDrop = DiagnosticCode("markdown.drop")
  /// A footnote that nothing refers to. Cure: refer to it, or remove it.
  public static let markdownFootnote = DiagnosticCode("markdown.footnote")
  /// There is more to tell of a file than is listed. Cure: correct those that are listed; the rest are listed then.
  public static let markdownMore = DiagnosticCode("markdown.more")
}
