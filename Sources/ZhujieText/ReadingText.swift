/// What a reader reads of a document: the text of its blocks in file order, one line feed between
/// them, with markup, code blocks, furniture's markup and citations removed.
public struct ReadingText: Sendable {
  public let text: UTF8Text<ReadingSpace>
  /// In file order. Blocks do not overlap; each ends before the line feed that follows it.
  public let blocks: [Block]
  /// Runs inside blocks that are read but never annotated or converted: code, URLs. Ascending.
  public let opaque: [TextSpan<ReadingSpace>]
  public let alignment: Alignment<ReadingSpace, FileSpace>

  public init(
    text: UTF8Text<ReadingSpace>, blocks: [Block], opaque: [TextSpan<ReadingSpace>],
    alignment: Alignment<ReadingSpace, FileSpace>
  ) {
    self.text = text
    self.blocks = blocks
    self.opaque = opaque
    self.alignment = alignment
  }

  public static var empty: ReadingText {
    ReadingText(text: .empty, blocks: [], opaque: [], alignment: .identity(count: 0))
  }

  /// One block of running or displayed text.
  public struct Block: Sendable, Hashable {
    public let role: BlockRole
    public let span: TextSpan<ReadingSpace>
    /// The number readers see, from 1, for a numbered paragraph.
    public let paragraph: Int?

    public init(role: BlockRole, span: TextSpan<ReadingSpace>, paragraph: Int? = nil) {
      self.role = role
      self.span = span
      self.paragraph = paragraph
    }
  }

  /// The index in `blocks` of the block that holds an offset, or nil between blocks.
  @inlinable
  public func blockIndex(at offset: Int) -> Int? {
    var low = 0
    var high = blocks.count
    while low < high {
      let middle = (low + high) / 2
      if blocks[middle].span.upperBound < offset { low = middle + 1 } else { high = middle }
    }
    guard low < blocks.count, blocks[low].span.lowerBound <= offset else { return nil }
    return low
  }
}

/// What a block of text is to its document.
public enum BlockRole: Sendable, Hashable {
  /// Fields of the front matter that are text as well.
  case title, author, publisher
  case heading(level: Int)
  /// Running text: numbered from 1.
  case paragraph
  case tableCell
  case footnote
  /// Page furniture and metadata lines: shown as such, never annotated or numbered.
  case furniture

  public var isAnnotated: Bool { self != .furniture }
}
