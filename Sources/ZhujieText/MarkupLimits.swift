/// What a document may ask of the parser.
///
/// Each limit answers an input on which cmark-gfm 0.29.0.gfm.6 spends minutes or gigabytes, or
/// calls `abort()`, which nothing can catch. Ordinary articles stay far below all of them. `limits` in
/// `zhujie.yml` raises them; `docs/limits.md` lists every key.
public struct MarkupLimits: Sendable, Hashable {
  /// Bytes of one document: cmark counts in 32 bits, and so do we.
  public var documentBytes = 256 << 20
  /// Bytes of one paragraph, heading or cell: each is annotated, converted and set as a whole.
  public var paragraphBytes = 12 << 20
  /// `>`, `-`, `1.` and the like before the text of one line; eight columns of indentation count as
  /// one. Each open list and quotation is looked at again for every line.
  public var containerMarkers = 100
  /// Columns of one table.
  public var tableColumns = 500
  /// Cells of one table with those that are filled in: a short row gets a cell for each column.
  public var tableCells = 200_000
  /// Bytes that link definitions add up to when each use is a copy: the longest of them, times all
  /// closing brackets.
  public var referenceBytes = 64 << 20
  /// `)` among the punctuation after a bare address: each is taken away by counting all of them
  /// again.
  public var closingParentheses = 100
  /// `![`, or `<!` and `<?`, or bare addresses cut off by `<`, in one paragraph: for each of them
  /// the parser may look through all that follows.
  public var openers = 2_000
  /// `~` in one paragraph, since tildes that find no partner are compared with all others.
  public var tildes = 20_000
  /// Levels of lists, quotations and emphasis that are kept; what lies deeper is shown without
  /// them, with a warning.
  public var depth = 100

  public init() {}

  public static let standard = MarkupLimits()
}
