public import ZhujieText

/// A citation in running text, with where it stands.
public struct InlineCitation: Sendable, Hashable {
  public let citation: Citation
  /// Where its opening bracket stands in the file.
  public let fileOffset: Int
  /// The number of the paragraph it stands in, for a numbered one.
  public let paragraph: Int?
  /// The index in `reading.blocks` of the block it stands in.
  public let blockIndex: Int

  public init(citation: Citation, fileOffset: Int, paragraph: Int?, blockIndex: Int) {
    self.citation = citation
    self.fileOffset = fileOffset
    self.paragraph = paragraph
    self.blockIndex = blockIndex
  }
}

/// A block of the first level: what translations are aligned by, and what can be rendered by
/// itself.
public struct TopLevelBlock: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case heading(level: Int)
    case paragraph, list, quote, table
    indirect case code(info: String, literal: String)
    case rule, html
    /// All footnotes, which stand at the end of a page wherever they were written.
    case footnotes
  }

  public let kind: Kind
  /// Indices in `reading.blocks`. A footnote that was written in the midst of this block lies in
  /// its range too, and the range of `footnotes` goes from the first footnote to the last.
  public let readingBlocks: Range<Int>
  /// The numbers of its paragraphs, if it has any.
  public let paragraphs: ClosedRange<Int>?
  /// Whether it is only `…`, which stands for what was not translated.
  public let isEllipsis: Bool
  /// Where it starts in the file.
  public let fileOffset: Int
  /// Its steps.
  let events: Range<Int>
}
