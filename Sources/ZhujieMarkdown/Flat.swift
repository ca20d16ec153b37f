internal import ZhujieText

/// A document without its tree: what a parse leaves behind, in the order in which cmark renders it.
///
/// Everything else, the reading text and the pages in each language, is made from this one value.
struct Flat: Sendable {
  var events: [Event] = []
  /// Addresses, titles, code: whatever is not reading text.
  var arena: [UInt8] = []
  /// The texts of the blocks one after another, a line feed after each.
  var text: [UInt8] = []
  var blocks: [FlatBlock] = []
  /// Which bytes of `text` stand where in the file; ascending within a block.
  var matches: [Match] = []
  /// Runs of `text` that are code or addresses.
  var opaque: [Range<Int32>] = []
  var citations: [FlatCitation] = []
  var findings: [Finding] = []
  /// Texts that were not found where they were expected: 0 unless the parser and our trace of it
  /// disagree.
  var misses = 0

  mutating func store(_ bytes: UnsafeBufferPointer<UInt8>) -> ArenaSlice {
    guard !bytes.isEmpty else { return .empty }
    let start = arena.count
    arena.append(contentsOf: bytes)
    return ArenaSlice(start: Int32(start), count: Int32(bytes.count))
  }
}

extension Flat {
  /// Replaces a byte wherever it stands, such as one that was hidden from the parser.
  mutating func replace(_ byte: UInt8, by other: UInt8) {
    Self.replace(byte, by: other, in: &text)
    Self.replace(byte, by: other, in: &arena)
  }

  private static func replace(_ byte: UInt8, by other: UInt8, in bytes: inout [UInt8]) {
    guard let first = bytes.withUnsafeBufferPointer({ ByteScan.first(byte, in: $0, from: 0) }) else { return }
    for i in bytes[first...].indices where bytes[i] == byte { bytes[i] = other }
  }
}

/// A block with text of its own: a paragraph, a heading, a table cell.
struct FlatBlock: Sendable {
  var kind: EventKind
  var level: Int32
  var isInFootnote: Bool
  /// Its text in `Flat.text`, without the line feed after it.
  var text: Range<Int32>
  /// Its inline events in `Flat.events`.
  var events: Range<Int>
  var matches: Range<Int>
  var opaque: Range<Int>
  /// Where its text starts in the file, which orders the blocks.
  var file: Int
  /// What a bare text's block was said to be; nil where the kind decides.
  var role: BlockRole?
}

/// A run of text bytes and the run of file bytes they came from; equal byte for byte when
/// `isExact`.
struct Match: Sendable {
  var text: Int32
  var textCount: Int32
  var file: Int32
  var fileCount: Int32
  var isExact: Bool
}

/// A citation or a basis marker where it was found.
struct FlatCitation: Sendable {
  enum Content: Sendable {
    case citation(Citation)
    case basis([ClosedRange<Int>])
  }

  var content: Content
  var file: Int
  var block: Int
}

/// Something to tell, with its place in the file.
struct Finding: Sendable {
  enum Kind: Sendable {
    case depth, emphasis, citation(String), basis(String), misplacedBasis(String), link(String),
      brokenLink(String), footnote(String)
  }

  var kind: Kind
  var file: Int
}
