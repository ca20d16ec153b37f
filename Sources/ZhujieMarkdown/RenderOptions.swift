public import ZhujieText

/// Markup laid over a span of the reading text: a mention's link, an emendation.
///
/// A mark that goes over the border of an element is written in pieces, each inside its own
/// element: the first between `open` and `close`, the others between `continuationOpen` and
/// `close`.
public struct InlineMark: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  public let open: HTML
  public let close: HTML
  /// The same as `open` where there is none.
  public let continuationOpen: HTML?
  /// What stands for the text of the span, once; nil for the text itself.
  public let replacement: HTML?

  public init(
    span: TextSpan<ReadingSpace>,
    open: HTML,
    close: HTML,
    continuationOpen: HTML? = nil,
    replacement: HTML? = nil
  ) {
    self.span = span
    self.open = open
    self.close = close
    self.continuationOpen = continuationOpen
    self.replacement = replacement
  }
}

/// Where a link of the document leads on the page.
public enum LinkTarget: Sendable, Hashable {
  case href(SafeURL)
  /// The link's text without a link.
  case text
}

/// How a document is written as HTML. The defaults write what cmark would.
public struct RenderOptions {
  /// What is shown instead of the reading text, and how the two correspond.
  public var display:
    (text: UTF8Text<DisplaySpace>, alignment: Alignment<ReadingSpace, DisplaySpace>)?
  /// In order of their spans, which do not overlap. In links and code only their text is written.
  public var marks: [InlineMark] = []
  /// Around the `<p>` of each numbered paragraph; tight list items then get a `<p>` too.
  public var paragraph: ((Int) -> (open: HTML, close: HTML))?
  /// What stands at the end of a paragraph's text, by the index of its block in the reading text.
  public var paragraphEnd: ((Int) -> HTML?)?
  /// The `id` of the n-th heading at the top of the document, from 0.
  public var headingID: ((Int) -> String?)?
  /// The level of the highest heading, below which the others follow without leaving out one; nil for the levels as written.
  public var headingTop: Int?
  /// Where a relative link leads, from its address as written. Links with a scheme are not asked
  /// about.
  public var link: ((String) -> LinkTarget)?
  public var citation: ((InlineCitation) -> HTML)?
  public var basis: ((_ paragraph: Int, _ of: [ClosedRange<Int>]) -> HTML)?
  /// A code block with a fence, drawn as something else; nil leaves it a code block.
  public var fenced: ((_ info: String, _ literal: String, _ fileOffset: Int) -> HTML?)?
  /// Before the names of footnotes in ids, so that two documents can stand on one page.
  public var footnotePrefix = ""
  /// What a screen reader says for the way back from a footnote.
  public var footnoteBackLabel = "Back to content"

  public init() {}
}
