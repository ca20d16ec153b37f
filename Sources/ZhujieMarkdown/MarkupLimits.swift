/// What a document may ask of the parser. Each limit answers an input that would otherwise cost minutes, gigabytes or the
/// process; ordinary articles stay far below all of them. They can be set under `limits` in `zhujie.yml`.
package struct MarkupLimits: Sendable, Hashable {
  /// Bytes of one document: cmark counts in 32 bits, and a reading text is counted so as well.
  package var documentBytes = 256 << 20
  /// `>`, `-`, `1.` and the like before the text of one line: cmark's work grows with their square.
  package var containerMarkers = 100
  /// Columns of one table.
  package var tableColumns = 200
  /// Cells of one table, with those that cmark fills in: a short row gets a cell for each column.
  package var tableCells = 100_000
  /// Bytes that link references add up to, each counted as often as it is used: past a bound cmark calls `abort()`.
  package var referenceBytes = 64 << 20
  /// `)` in a row after a bare address: cmark rescans them all for each one.
  package var closingParentheses = 100
  /// `![`, `<!`, `<?` and `[` in one paragraph that nothing closes: cmark looks for their ends again and again.
  package var openers = 1_000
  /// Levels of lists, quotations and emphasis that are kept; what lies deeper is shown without them.
  package var depth = 100

  package init() {}

  package static let standard = MarkupLimits()
}
