/// One inline event of the block that is being copied, with its literal in the block's own buffer.
struct InlineItem {
  var kind: EventKind
  var phase: Event.Phase
  var flags: Event.Flags = []
  var number: Int32 = 0
  var use: Int32 = 0
  var content: ArenaSlice = .empty
  var extra: ArenaSlice = .empty
  /// The literal, for text and code; empty for everything else.
  var literal: Range<Int32> = 0..<0
  /// Where it stands in the block's source, for what is no text: citations and markup.
  var source: Int32 = 0

  var isBreak: Bool { kind == .softBreak || kind == .hardBreak }

  static func text(_ literal: Range<Int32>) -> InlineItem {
    InlineItem(kind: .text, phase: .leaf, literal: literal)
  }
}

/// The inlines of one block while it is copied, and the passes over them that make our Markdown out
/// of cmark's.
struct InlineBlock {
  var items: [InlineItem] = []
  var literals: [UInt8] = []
  var pieces: [InlineTrace.Piece] = []

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    literals.removeAll(keepingCapacity: true)
    pieces.removeAll(keepingCapacity: true)
  }

  /// The source offset of a literal byte, if that byte stands in the source as it is.
  func source(of literal: Int32) -> Int32? {
    var low = 0
    var high = pieces.count
    while low < high {
      let middle = (low + high) / 2
      if pieces[middle].literal + pieces[middle].literalCount <= literal {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < pieces.count, pieces[low].literal <= literal, pieces[low].isExact else {
      return nil
    }
    return pieces[low].source + (literal - pieces[low].literal)
  }

  /// Whether a literal byte was written with a backslash before it or as an entity.
  func isEscaped(_ literal: Int32, in source: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let place = self.source(of: literal) else { return true }
    var slashes = 0
    var i = Int(place) - 1
    while i >= 0, source[i] == 0x5C {
      slashes += 1
      i -= 1
    }
    return slashes % 2 == 1
  }
}
