import ZhujieText

/// Many patterns compiled for one pass over a text.
///
/// The naive way tries every pattern at every place. Here a table over the first scalar holds a mask of
/// the second symbols that may follow; most places of a text end there, at one look-up. The rest walks a trie whose
/// edges lie in one hash table, so that names with a long common prefix cost one step a character and not one a
/// name. From each place the walk is at most as long as the longest pattern (`longestPattern`), so no text makes
/// it more than linear.
struct NameTrie: Sendable {
  /// Patterns longer than this are refused: the bound of the work at one place of a text.
  static let longestPattern = 128

  private var starts: [Start]
  private var edges: SymbolTable
  /// The pattern that ends at a node, or -1.
  private var patterns: [Int32]

  /// What can follow a first symbol, and the node that it leads to.
  private struct Start {
    /// A bit for each second symbol, by `bit`; all where the symbol is a pattern by itself.
    var mask: UInt64 = 0
    /// The node behind the symbol; 0 where symbols share the place, so that the table of edges must say.
    var node: UInt32 = 0
  }

  init() {
    starts = []
    edges = SymbolTable()
    patterns = [-1]
  }

  var isEmpty: Bool { patterns.count == 1 }

  /// The number under which a sequence of symbols is known, new ones counting up from the ones before.
  /// Nil where it is empty or too long.
  mutating func insert(_ symbols: [UInt32], as next: Int) -> Int? {
    guard !symbols.isEmpty, symbols.count <= Self.longestPattern else { return nil }
    if starts.isEmpty { starts = Array(repeating: Start(), count: 0x1_0000) }
    var node: UInt32 = 0
    for symbol in symbols {
      if let child = edges[node, symbol] {
        node = child
      } else {
        let child = UInt32(patterns.count)
        patterns.append(-1)
        edges.insert(node, symbol, child)
        node = child
      }
    }
    let place = Int(symbols[0] & 0xFFFF)
    starts[place].mask |= symbols.count == 1 ? .max : 1 << Self.bit(symbols[1])
    if symbols[0] <= 0xFFFF { starts[place].node = edges[0, symbols[0]] ?? 0 }
    let index = Int(node)
    if patterns[index] < 0 { patterns[index] = Int32(truncatingIfNeeded: next) }
    return Int(patterns[index])
  }

  /// The pattern that is exactly these symbols.
  func pattern(for symbols: [UInt32]) -> Int? {
    var node: UInt32 = 0
    for symbol in symbols {
      guard let child = edges[node, symbol] else { return nil }
      node = child
    }
    let pattern = patterns[Int(node)]
    return node == 0 || pattern < 0 ? nil : Int(pattern)
  }

  /// Every occurrence of every pattern in a range of a text, by start, the shorter first. A pattern does not start
  /// inside a word of letters or digits.
  @inline(__always)
  func forEachHit(
    in range: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (_ start: Int, _ end: Int, _ pattern: Int) -> Void
  ) {
    guard !isEmpty else { return }
    starts.withUnsafeBufferPointer { starts in
      patterns.withUnsafeBufferPointer { patterns in
        edges.withTable { edges in
          var offset = range.lowerBound
          let end = range.upperBound
          var isInsideWord = false
          while offset < end {
            let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
            let start = offset
            offset += length
            let first: UInt32
            if value >= 0x3400 {
              first = value
              isInsideWord = false
            } else {
              let wasInside = isInsideWord
              isInsideWord = ScalarClass.isAlphanumeric(value)
              if wasInside && isInsideWord { continue }
              first = NameSymbol.folded(value)
            }
            let entry = starts[Int(first & 0xFFFF)]
            if entry.mask == 0 { continue }
            var second: (symbol: UInt32, end: Int)?
            if offset < end {
              second = NameSymbol.next(at: offset, end: end, after: first, in: bytes)
            }
            if entry.mask != .max {
              guard let second, entry.mask & (1 << Self.bit(second.symbol)) != 0 else { continue }
            }
            var node = entry.node
            if node == 0 || first > 0xFFFF {
              guard let child = edges.child(of: 0, first) else { continue }
              node = child
            }
            if patterns[Int(node)] >= 0 { body(start, offset, Int(patterns[Int(node)])) }
            var step = second
            while let (symbol, next) = step {
              guard let child = edges.child(of: node, symbol) else { break }
              node = child
              let pattern = patterns[Int(node)]
              if pattern >= 0 { body(start, next, Int(pattern)) }
              step =
                next < end ? NameSymbol.next(at: next, end: end, after: symbol, in: bytes) : nil
            }
          }
        }
      }
    }
  }

  @inline(__always)
  private static func bit(_ symbol: UInt32) -> UInt64 {
    UInt64((symbol &* 0x9E37_79B1) >> 26)
  }
}
