internal import ZhujieText

extension Finding {
  /// How many findings of one document are told; a text that is wrong throughout needs no more.
  static let mostTold = 50

  /// The findings as diagnostics, in file order.
  static func diagnostics(_ findings: [Finding], in source: SourceFile) -> [Diagnostic] {
    let ordered = findings.sorted { $0.file < $1.file }
    var result = ordered.prefix(mostTold).map { $0.diagnostic(in: source) }
    if ordered.count > mostTold {
      result.append(
        Diagnostic(
          .warning,
          .markdownMore,
          at: SourceLocation(path: source.path),
          "“\(ordered.count - mostTold)” further findings in this file are not listed; mend those above and build again"
        )
      )
    }
    return result
  }

  /// What is said about it.
  func diagnostic(in source: SourceFile) -> Diagnostic {
    let location = Self.location(in: source, at: file)
    switch kind {
    case .depth:
      return Diagnostic(
        .warning,
        .markdownDepth,
        at: location,
        "“depth” limits how deep lists, quotations and emphasis nest, and here they go deeper; "
          + "what lies below is shown without them"
      )
    case .emphasis:
      return Diagnostic(
        .note,
        .markdownEmphasis,
        at: location,
        "“**” beside Chinese punctuation was taken as bold, which plain CommonMark does not see; "
          + "put the punctuation outside the “**”"
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
    case .footnote(let label):
      return Diagnostic(
        .warning,
        .markdownFootnote,
        at: location,
        "“[^\(label)]:” is a footnote that nothing refers to, so it is not shown; write [^\(label)] where it belongs, or remove it"
      )
    case .link(let text):
      return Diagnostic(
        .warning,
        .markdownLink,
        at: location,
        "“\(text)” is not an address for a page: links have the scheme http, https, mailto or tel, or none; "
          + "the link is shown as text"
      )
    case .brokenLink(let text):
      return Diagnostic(
        .warning,
        .markdownLinkBroken,
        at: location,
        "“\(text)” leads to no source of this project, so the link is shown as text; name the file of one, as in other.md"
      )
    }
  }

  /// The place, with its line unless that is so long that nobody would want to see it.
  private static func location(in source: SourceFile, at offset: Int) -> SourceLocation {
    let position = source.position(at: offset)
    let start = source.lineStarts[position.line - 1]
    let end =
      position.line < source.lineStarts.count ? source.lineStarts[position.line] : source.text.count
    return SourceLocation(
      path: source.path,
      position: position,
      excerpt: end - start <= 4_096 ? source.line(position.line) : nil
    )
  }
}
