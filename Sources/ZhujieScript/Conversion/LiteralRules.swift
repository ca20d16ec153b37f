internal import ZhujieText

/// The rules of a project that hold more than Han characters, which no run of those shows whole: `远山AX`.
struct LiteralRules: Sendable {
  /// Nodes by parent and folded scalar; node 0 is the root.
  private var edges = EdgeTable()
  /// What the word that ends at a node becomes.
  private var outputs: [[UInt8]?] = [nil]
  /// A bit for the low bits of each first scalar, to pass over most places without a look-up.
  private var firsts: [UInt64] = Array(repeating: 0, count: 64)
  private(set) var isEmpty = true
  private let normalizer: Normalizer

  init(tables: ScriptTables) {
    normalizer = Normalizer(tables: tables)
  }

  /// Of two rules for one spelling the first counts.
  mutating func insert(_ key: String, _ output: String) {
    let scalars = normalizer.fold(key).unicodeScalars.map(\.value)
    guard let first = scalars.first else { return }
    firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
    var node = 0
    for scalar in scalars {
      let edge = Self.edge(from: node, over: scalar)
      if let next = edges[edge] {
        node = Int(next)
      } else {
        node = outputs.count
        edges.insert(edge, Int32(node))
        outputs.append(nil)
      }
    }
    if outputs[node] == nil { outputs[node] = Array(output.utf8) }
    isEmpty = false
  }

  private static func edge(from node: Int, over scalar: UInt32) -> UInt64 { UInt64(node) << 21 | UInt64(scalar) }

  /// Where they stand in a part of a text, ascending, the longest at each place; not inside a word of Latin letters and digits.
  func pieces(in text: UTF8Text<ReadingSpace>, of part: TextSpan<ReadingSpace>) -> [FixedPiece] {
    guard !isEmpty else { return [] }
    let isWholeText = part == text.fullSpan
    let normalized = normalizer.normalize(isWholeText ? text : UTF8Text(trusted: Array(text.slice(part))))
    let back = normalized.alignment.inverse
    var pieces: [FixedPiece] = []
    normalized.pivot.bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
        guard firsts[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0, let (end, output) = longest(at: i, in: bytes)
        else {
          i += length
          continue
        }
        let span = back.map(TextSpan<PivotSpace>(i, end))
        let range = span.lowerBound + part.lowerBound..<span.upperBound + part.lowerBound
        pieces.append(FixedPiece(range: range, replacement: output))
        i = end
      }
    }
    return pieces
  }

  private func longest(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, output: [UInt8])? {
    var node = 0
    var i = start
    var found: (node: Int, end: Int)?
    while i < bytes.count {
      let (scalar, length) = UTF8Scan.scalar(at: i, in: bytes)
      guard let next = edges[Self.edge(from: node, over: scalar)] else { break }
      node = Int(next)
      i += length
      if outputs[node] != nil, isWhole(start..<i, in: bytes) { found = (node, i) }
    }
    return found.flatMap { found in outputs[found.node].map { (found.end, $0) } }
  }

  private func isWhole(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isAlphanumeric(_ index: Int) -> Bool {
      bytes.indices.contains(index) && bytes[index] < 0x80
        && ScalarClass.isAlphanumeric(UInt32(bytes[index]))
    }
    return !(isAlphanumeric(range.lowerBound) && isAlphanumeric(range.lowerBound - 1))
      && !(isAlphanumeric(range.upperBound - 1) && isAlphanumeric(range.upperBound))
  }
}

extension [FixedPiece] {
  /// These, and of the others those that touch none of them; both ascending.
  func adding(_ others: [FixedPiece]) -> [FixedPiece] {
    guard !others.isEmpty else { return self }
    var result: [FixedPiece] = []
    var next = 0
    for other in others {
      while next < count, self[next].range.upperBound <= other.range.lowerBound {
        result.append(self[next])
        next += 1
      }
      if next == count || self[next].range.lowerBound >= other.range.upperBound {
        result.append(other)
      }
    }
    return result + self[next...]
  }
}
