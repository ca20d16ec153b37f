/// A run of bytes in the arena of a document: addresses, titles, code blocks.
struct ArenaSlice: Sendable {
  var start: Int32 = 0
  var count: Int32 = 0

  static let empty = ArenaSlice()

  var isEmpty: Bool { count == 0 }
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

enum EventKind: UInt8, Sendable {
  // Containers and leaf blocks.
  case quote, list, item, paragraph, heading, table, tableRow, tableCell, footnoteDefinition
  case codeBlock, htmlBlock, rule
  // Inlines.
  case strong, emphasis, strikethrough, link, image
  case text, code, softBreak, hardBreak, htmlInline, footnoteReference, citation, basis

  /// Whether it comes as an enter and an exit around other events.
  var isContainer: Bool {
    switch self {
    case .quote, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell,
      .footnoteDefinition, .strong,
      .emphasis, .strikethrough, .link, .image:
      true
    case .codeBlock, .htmlBlock, .rule, .text, .code, .softBreak, .hardBreak, .htmlInline,
      .footnoteReference, .citation,
      .basis:
      false
    }
  }
}

/// One step through a document. A document is a flat list of them, so that nothing that walks it
/// can run out of stack, however deep the nesting.
struct Event: Sendable {
  enum Phase: UInt8, Sendable {
    case enter, exit, leaf
  }

  /// What is true of it besides its kind.
  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// A list with numbers.
    static let ordered = Flags(rawValue: 1)
    /// A paragraph that stands in an item of a tight list.
    static let tight = Flags(rawValue: 2)
    /// A row of a table's head, or a cell of one.
    static let header = Flags(rawValue: 4)
    /// An item with a box, and one whose box is ticked.
    static let task = Flags(rawValue: 8)
    static let checked = Flags(rawValue: 16)
    /// The paragraph that ends a footnote: the way back is written into it.
    static let endsFootnote = Flags(rawValue: 32)
    /// A link that was written as a bare or pointed address.
    static let autolink = Flags(rawValue: 64)
    /// A code block with a fence.
    static let fenced = Flags(rawValue: 128)
  }

  var kind: EventKind
  var phase: Phase
  var flags: Flags = []
  /// A table cell's alignment: `l`, `c`, `r` or 0.
  var alignment: UInt8 = 0
  /// The level of a heading, the start of a list, the index of a block, a footnote or a citation.
  var number: Int32 = 0
  /// The use of a footnote, counted from 1; in its definition, how many there are.
  var use: Int32 = 0
  /// The address of a link, the literal of code and HTML, a footnote's label, a citation as
  /// written.
  var content: ArenaSlice = .empty
  /// The title of a link, the information of a fence.
  var extra: ArenaSlice = .empty
  /// Where its text stands in the reading text; for blocks with text, the whole of it.
  var readingStart: Int32 = 0
  var readingEnd: Int32 = 0
  /// Where it starts in the file, for blocks.
  var file: Int32 = 0

  /// Whether something of it is in the arena, or a number stands in such a place.
  var hasContent: Bool { content.start != 0 || !content.isEmpty || extra.start != 0 || !extra.isEmpty }
}
