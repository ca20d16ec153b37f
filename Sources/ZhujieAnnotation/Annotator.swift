public import ZhujieEntities
import ZhujieScript
public import ZhujieText

/// Finds the mentions and quantities of reading texts.
///
/// Where the two overlap there is one rule: **a mention wins over a quantity that it covers, equals or crosses; a quantity
/// that strictly encloses a mention wins only over a name of digits and numerals**, which is then part of a
/// number. So the digits of `Astra2.5` are no figure, and the year of an event's name no date.
public struct Annotator: Sendable {
  public let gazetteer: Gazetteer
  public let decisions: [Decision]

  public init(catalog: EntityCatalog, decisions: [Decision] = []) {
    self.init(gazetteer: Gazetteer(catalog), decisions: decisions)
  }

  public init(gazetteer: Gazetteer, decisions: [Decision] = []) {
    self.gazetteer = gazetteer
    self.decisions = decisions
  }

  public func annotate(
    _ reading: ReadingText,
    source: SourceIdentity? = nil,
    published: EDTFDate? = nil
  ) -> AnnotatedText {
    annotate(FoldedReading(reading), source: source, published: published)
  }

  public func annotate(
    _ folded: FoldedReading,
    source: SourceIdentity?,
    published: EDTFDate?
  ) -> AnnotatedText {
    let reading = folded.reading
    let mentions = self.mentions(in: folded, source: source, published: published)
    let quantities = QuantityRecognizer().quantities(
      in: reading.text,
      blocks: folded.blocks.map(\.span),
      opaque: reading.opaque,
      published: published
    )
    return Overlap.joined(mentions, quantities, text: reading.text)
  }

  /// The mentions alone.
  public func mentions(
    in reading: ReadingText,
    source: SourceIdentity? = nil,
    published: EDTFDate? = nil
  ) -> AnnotatedText {
    mentions(in: FoldedReading(reading), source: source, published: published)
  }

  private func mentions(in folded: FoldedReading, source: SourceIdentity?, published: EDTFDate?)
    -> AnnotatedText
  {
    let normalized = folded.normalized
    let annotated = folded.blocks
    let blocks = folded.pivotBlocks
    let opaque = folded.reading.opaque.map { normalized.alignment.map($0).range }
    var recognizer = MentionRecognizer(
      gazetteer: gazetteer,
      source: source,
      published: published
    )
    var collector = Collector(gazetteer: gazetteer, decisions: decisions, text: normalized)
    normalized.pivot.bytes.withUnsafeBufferPointer { bytes in
      let settled = Settlement.all(of: decisions, in: blocks, of: bytes, source: source)
      collector.diagnostics = settled.findings
      collector.usedDecisions = settled.used
      var firstOpaque = 0
      var firstSettled = 0
      var table: (cues: TableCues, end: Int)?
      // All names are seen before the first is judged: one table at a time stays near the processor.
      let names = blocks.map { BlockNames(gazetteer, in: $0, of: bytes) }
      collector.reserve(names.reduce(0) { $0 + $1.hits.count })
      for (index, block) in blocks.enumerated() {
        if annotated[index].role == .tableCell, gazetteer.cueCount > 0 {
          if index >= table?.end ?? 0 {
            let end = annotated[index...].firstIndex { $0.role != .tableCell } ?? blocks.count
            table = (TableCues(gazetteer, cells: blocks[index..<end], of: bytes), end)
          }
          recognizer.table = table.map { TableCell(cues: $0.cues, cell: index) }
        } else {
          recognizer.table = nil
        }
        firstOpaque =
          opaque[firstOpaque...].firstIndex { $0.upperBound > block.lowerBound } ?? opaque.count
        let opaqueHere = opaque[firstOpaque...].prefix { $0.lowerBound < block.upperBound }
        let settledHere = settled.settlements[firstSettled...].prefix {
          $0.range.lowerBound < block.upperBound
        }
        firstSettled = settledHere.endIndex
        let findings = recognizer.findings(
          names[index],
          opaque: Array(opaqueHere),
          settled: Array(settledHere),
          of: bytes
        )
        collector.add(findings, settled: Array(settledHere))
      }
    }
    return collector.text
  }
}
