public import ZhujieEntities
import ZhujieScript
public import ZhujieText

/// Finds direct speech and who says it.
///
/// Words in quotation marks are speech where a verb of saying introduces them (他說：“…”) or follows them
/// (“…”，他說), or where they are a whole sentence. The speaker is the person before the verb, else an unnamed
/// one (一位…人士), else, for a pronoun or no subject, the person of the sentence before.
public struct QuotationRecognizer: Sendable {
  private let lexicon = EvidenceLexicon.builtIn
  private let decisions: [Decision]
  private let catalog: EntityCatalog

  public init(catalog: EntityCatalog, decisions: [Decision] = []) {
    self.catalog = catalog
    self.decisions = decisions
  }

  /// In order of span. `mentions` are the annotations of the same text.
  public func quotations(
    in reading: ReadingText,
    mentions: [Annotation],
    source: SourceIdentity? = nil
  ) -> [Quotation] {
    quotations(in: FoldedReading(reading), mentions: mentions, source: source)
  }

  public func quotations(
    in folded: FoldedReading,
    mentions: [Annotation],
    source: SourceIdentity?
  ) -> [Quotation] {
    let blocks = folded.pivotBlocks
    var map = PivotMap(folded.normalized)
    var result: [Quotation] = []
    folded.normalized.pivot.bytes.withUnsafeBufferPointer { bytes in
      let settled = Settlement.all(of: decisions, in: blocks, of: bytes, source: source).settlements
      var first = 0
      for (index, range) in blocks.enumerated() {
        let marks = QuoteMarks.all(in: range, of: bytes)
        if marks.isEmpty { continue }
        let span = folded.blocks[index].span
        while first < mentions.count, mentions[first].span.lowerBound < span.lowerBound {
          first += 1
        }
        let here = mentions[first...].prefix { $0.span.upperBound <= span.upperBound }
        let block = QuotationBlock(
          range: range,
          marks: marks,
          people: here.compactMap { Self.person($0, in: folded.normalized) },
          lexicon: lexicon,
          bytes: bytes
        )
        for found in block.quotations() {
          let speaker = decided(found.outer, settled) ?? found.speaker
          let verb = found.verb.map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
          let isDecided = decided(found.outer, settled) != nil
          result.append(
            Quotation(
              span: map.span(found.outer.lowerBound, found.outer.upperBound),
              words: map.span(found.inner.lowerBound, found.inner.upperBound),
              speaker: printed(speaker, map: &map, text: folded.reading.text),
              verb: verb,
              rule: isDecided ? "an editor's decision" : found.rule,
              confidence: isDecided ? 1 : found.confidence
            )
          )
        }
      }
    }
    return result
  }

  private static func person(_ annotation: Annotation, in text: NormalizedText)
    -> QuotationBlock.Person?
  {
    guard case .mention(let mention) = annotation.content else { return nil }
    return QuotationBlock.Person(
      range: text.alignment.map(annotation.span).range,
      entity: mention.entity,
      kind: mention.kind
    )
  }

  private func decided(_ range: Range<Int>, _ settled: [Settlement]) -> QuotationBlock.Speaker? {
    for settlement in settled where settlement.range.overlaps(range) {
      if case .speaker(let id) = settlement.verdict { return id.map { .entity($0) } ?? .unknown }
    }
    return nil
  }

  private func printed(
    _ speaker: QuotationBlock.Speaker,
    map: inout PivotMap,
    text: UTF8Text<ReadingSpace>
  ) -> Quotation.Speaker {
    switch speaker {
    case .entity(let id): .entity(id)
    case .unnamed(let range): .unnamed(text[map.span(range.lowerBound, range.upperBound)])
    case .unknown: .unknown
    }
  }
}
