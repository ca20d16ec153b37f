public import ZhujieAnnotation
import ZhujieMarkdown
public import ZhujieText

/// A body beside its English, paired block by block.
public struct Twin: Sendable {
  public let original: AnnotatedBody
  public let english: AnnotatedBody
  public let pairing: BlockPairing
  /// Where the English renders a numbered paragraph of the original, by its number.
  private let renderings: [Int: TextSpan<ReadingSpace>]

  init(original: AnnotatedBody, english: AnnotatedBody, pairing: BlockPairing? = nil) {
    self.original = original
    self.english = english
    self.pairing = pairing ?? BlockPairing(original: original.markup, translation: english.markup)
    var renderings: [Int: TextSpan<ReadingSpace>] = [:]
    for (block, partner) in self.pairing.partner.enumerated() {
      guard let partner else { continue }
      let from = original.reading.blocks[original.markup.topLevelBlocks[block].readingBlocks]
      let to = english.reading.blocks[english.markup.topLevelBlocks[partner].readingBlocks]
      guard from.count == to.count else { continue }
      for (paragraph, rendering) in zip(from, to) {
        if let number = paragraph.paragraph, renderings[number] == nil { renderings[number] = rendering.span }
      }
    }
    self.renderings = renderings
  }

  /// The paragraph of the English that renders a numbered paragraph of the original; nil where none does.
  public func rendering(ofParagraph number: Int) -> TextSpan<ReadingSpace>? { renderings[number] }

  /// The block of the English that renders a block of the original, by their indices; nil where none does.
  public func partner(of block: Int) -> Int? {
    pairing.partner.indices.contains(block) ? pairing.partner[block] : nil
  }

  /// The blocks that pair off, in order of the original.
  public var pairs: [(original: Int, english: Int)] {
    pairing.partner.enumerated().compactMap { index, partner in partner.map { (index, $0) } }
  }

  /// What is wrong with the pairing: sections whose blocks do not pair off.
  var diagnostics: [Diagnostic] {
    pairing.uneven.map { section, original, translation in
      Diagnostic(
        .warning,
        .translationUneven,
        at: SourceLocation(path: english.file.path),
        "section \(section) has \(translation) blocks where its original has \(original); "
          + "paragraphs pair in order, so split or join them, or write “…” for one that is not translated"
      )
    }
  }
}

extension AnnotatedBody {
  /// The bytes of a block that a reader reads, or of its code.
  func bytes(ofBlock index: Int) -> [UInt8] {
    let block = markup.topLevelBlocks[index]
    if case .code(_, let literal) = block.kind { return Array(literal.utf8) }
    return Array(
      reading.blocks[block.readingBlocks].map { reading.text.slice($0.span) }.joined(separator: [
        0x0A
      ])
    )
  }

  /// The mentions of each block of the first level.
  var mentionsByBlock: [[(span: TextSpan<ReadingSpace>, mention: Mention)]] {
    var owners: [Int?] = Array(repeating: nil, count: reading.blocks.count)
    for (index, block) in markup.topLevelBlocks.enumerated() {
      for place in block.readingBlocks where owners[place] == nil { owners[place] = index }
    }
    var result: [[(span: TextSpan<ReadingSpace>, mention: Mention)]] = Array(
      repeating: [], count: markup.topLevelBlocks.count)
    for found in mentions {
      if let owner = reading.blockIndex(at: found.span.lowerBound).flatMap({ owners[$0] }) { result[owner].append(found) }
    }
    return result
  }
}
