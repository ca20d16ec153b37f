internal import ZhujieText

extension Finding {
  /// What is said about it.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let location = source.location(at: file)
    switch kind {
    case .depth:
      return Diagnostic(
        .warning,
        .markdownDepth,
        at: location,
        "Lists, quotations or emphasis are nested too deep here: what lies deeper than the limit “depth” is shown without them"
      )
    case .emphasis:
      return Diagnostic(
        .note,
        .markdownEmphasis,
        at: location,
        "“**” beside Chinese punctuation was taken as bold, which plain CommonMark does not see; put the punctuation outside the “**”"
      )
    case .citation(let text):
      return Diagnostic(
        .warning,
        .markdownCitation,
        at: location,
        "“\(text)” is not a citation: write [@source 12], [@source 12-14] or [@source 3; @other 5], or \\[ for a bracket"
      )
    case .basis(let text):
      return Diagnostic(
        .warning,
        .markdownBasis,
        at: location,
        "“\(text)” does not name paragraphs of the original: write [¶ 12] or [¶ 12-13, 16]"
      )
    case .misplacedBasis(let text):
      return Diagnostic(
        .warning,
        .markdownBasis,
        at: location,
        "“\(text)” stands in the midst of a text: it counts only at the end of a paragraph"
      )
    case .link(let text):
      return Diagnostic(
        .warning,
        .markdownLink,
        at: location,
        "“\(text)” is not an address for a page"
      )
    }
  }
}
