import ZhujieAnnotation
import ZhujieInput
import ZhujieReport
import ZhujieText

/// Where the figures of some sorts stand in what is published of the sources, in order of source and place: as many as a page
/// shows, and how many there are.
struct FigurePlaces {
  struct Place {
    let document: Int
    let quantity: Quantity
    let span: TextSpan<ReadingSpace>
    /// The index of the block in the reading text.
    let block: Int
  }

  /// For each sort, in the order in which they were asked for.
  private(set) var lists: [LongList<Place>]

  init(of kinds: [QuantityText.Kind], in report: Report) {
    lists = kinds.map { _ in LongList() }
    for (index, document) in report.documents.enumerated() where document.source.metadata.publish != .none {
      let published = report.published[index]
      let reading = document.body.reading
      for annotation in document.body.annotated.annotations {
        guard case .quantity(let quantity) = annotation.content, let list = kinds.firstIndex(of: QuantityText.Kind(quantity)),
          let block = reading.blockIndex(at: annotation.span.lowerBound)
        else { continue }
        guard published.isWhole || published.holds(Self.sentence(around: annotation.span, inBlock: block, of: reading))
        else { continue }
        lists[list].add { Place(document: index, quantity: quantity, span: annotation.span, block: block) }
      }
    }
  }

  static func sentence(around span: TextSpan<ReadingSpace>, inBlock block: Int, of reading: ReadingText) -> TextSpan<ReadingSpace> {
    Sentences.sentence(around: span, in: reading.blocks[block].span, of: reading.text)
  }
}
