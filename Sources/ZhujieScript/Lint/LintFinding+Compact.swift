public import ZhujieText

extension LintFinding: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(shared: rule.rawValue)
    writer.write(span)
    writer.write(shared: text)
    writer.write(shared: suggestion)
    writer.write(count)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    guard let rule = Rule(rawValue: try reader.sharedText()) else { throw CompactFault() }
    let span: TextSpan<ReadingSpace>? = try reader.optional()
    self.init(
      rule, at: span, text: try reader.sharedText(), suggestion: try reader.sharedText(), count: try reader.natural())
  }
}
