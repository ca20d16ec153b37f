package import ZhujieText

/// A citation in running text, with where it stands.
package struct InlineCitation: Sendable, Hashable {
  package let citation: Citation
  /// Where its opening bracket stands in the file.
  package let fileOffset: Int
  /// The number of the paragraph it stands in, for a numbered one.
  package let paragraph: Int?
  /// The index in `reading.blocks` of the block it stands in.
  package let blockIndex: Int

  package init(citation: Citation, fileOffset: Int, paragraph: Int?, blockIndex: Int) {
    self.citation = citation
    self.fileOffset = fileOffset
    self.paragraph = paragraph
    self.blockIndex = blockIndex
  }
}

/// A block of the first level: what translations are aligned by, and what can be rendered by
/// itself.
package struct TopLevelBlock: Sendable, Hashable {
  package enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph, list, quote, table
    indirect case code(info: String, literal: String)
    case rule, html
    /// All footnotes, which stand at the end of a page wherever they were written.
    case footnotes
  }

  package let kind: Kind
  /// Indices in `reading.blocks`. A footnote that was written in the midst of this block lies in
  /// its range too, and the range of `footnotes` goes from the first footnote to the last.
  package let readingBlocks: Range<Int>
  /// The numbers of its paragraphs, if it has any.
  package let paragraphs: ClosedRange<Int>?
  /// Whether it is only `…`, which stands for what was not translated.
  package let isEllipsis: Bool
  /// Where it starts in the file.
  package let fileOffset: Int
  /// Its steps.
  let events: Range<Int>
}
