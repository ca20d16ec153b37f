public import ZhujieText

extension AmbiguousSpan: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(span)
    writer.write(candidates) { $0.write(shared: $1) }
    writer.write(shared: chosen)
    writer.write(shared: reason.rawValue)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let span: TextSpan<ReadingSpace> = try reader.value()
    let candidates = try reader.array { reader throws(CompactFault) in try reader.sharedText() }
    let chosen = try reader.sharedText()
    guard let reason = AmbiguityReason(rawValue: try reader.sharedText()) else { throw CompactFault() }
    self.init(span: span, candidates: candidates, chosen: chosen, reason: reason)
  }
}
