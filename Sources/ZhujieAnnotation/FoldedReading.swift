import ZhujieScript
public import ZhujieText

/// A reading text and its pivot, folded once for all that looks into it.
public struct FoldedReading: Sendable {
  public let reading: ReadingText
  let normalized: NormalizedText
  /// The blocks that are annotated.
  let blocks: [ReadingText.Block]

  public init(_ reading: ReadingText) {
    self.reading = reading
    normalized = Normalizer().normalize(reading.text)
    blocks = reading.blocks.filter { $0.role.isAnnotated }
  }

  /// Where each block stands in the pivot.
  var pivotBlocks: [Range<Int>] { blocks.map { normalized.alignment.map($0.span).range } }
}
