public import ZhujieText

/// Markup laid over spans of the reading text: the links of mentions, emendations.
///
/// A mark that goes over the border of an element is written in pieces, each inside its own element and between the tags of
/// the mark.
public struct InlineMarks: Sendable {
  public struct Mark: Sendable {
    public let span: TextSpan<ReadingSpace>
    /// Its opening tag, a part of `tags`.
    public let tag: Range<Int>
    public let close: StaticString
  }

  /// In order of their spans, which do not overlap.
  public let marks: [Mark]
  /// The opening tags of all.
  public let tags: HTML

  public static let none = InlineMarks(marks: [], tags: .empty)
}

/// Collects marks. All their tags go into one text: on the page of a source there are as many as mentions, figures and dates.
public struct InlineMarkWriter: ~Copyable {
  /// For the opening tag of the next mark.
  public var tag: HTMLBuilder
  public private(set) var marks: [InlineMarks.Mark] = []
  private var tagStart = 0

  /// `count` marks are expected.
  public init(count: Int = 0) {
    tag = HTMLBuilder(capacity: count * 64)
    marks.reserveCapacity(count)
  }

  /// Adds a mark with the tag that was written since the one before.
  public mutating func add(_ span: TextSpan<ReadingSpace>, close: StaticString) {
    marks.append(InlineMarks.Mark(span: span, tag: tagStart..<tag.count, close: close))
    tagStart = tag.count
  }

  /// In the order in which they were added, which must be that of their spans.
  public consuming func finish() -> InlineMarks { InlineMarks(marks: marks, tags: tag.html) }

  /// In order of their spans.
  public consuming func sorted() -> InlineMarks {
    InlineMarks(marks: marks.sorted { $0.span < $1.span }, tags: tag.html)
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
  public typealias Display = (text: UTF8Text<DisplaySpace>, alignment: Alignment<ReadingSpace, DisplaySpace>)

  /// What is shown instead of the reading text, and how the two correspond.
  public var display: Display?
  /// In links and code only their text is written.
  public var marks = InlineMarks.none
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
