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
  private let folds: ScalarMap

  init(tables: ScriptTables) {
    folds = tables.folds
  }

  /// Of two rules for one spelling the first counts.
  mutating func insert(_ key: String, _ output: String) {
    let scalars = key.unicodeScalars.map { folds.folded($0.value) }
    guard let first = scalars.first, scalars.count <= RuleSet.longestWord else { return }
    firsts[Int(first >> 6 & 63)] |= 1 << UInt64(first & 63)
    let (end, added) = edges.insert(scalars, next: outputs.count)
    outputs.append(contentsOf: repeatElement(nil, count: added))
    if outputs[end] == nil { outputs[end] = Array(output.utf8) }
    isEmpty = false
  }

  /// Where they stand in a part of a text, ascending, the longest at each place; not inside a word of Latin letters and digits.
  func pieces(in text: UTF8Text<ReadingSpace>, of part: TextSpan<ReadingSpace>) -> [FixedPiece] {
    guard !isEmpty else { return [] }
    var pieces: [FixedPiece] = []
    text.bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[part.range])
      var i = 0
      while i < bytes.count {
        let (scalar, length) = folded(at: i, in: bytes)
        guard firsts[Int(scalar >> 6 & 63)] >> UInt64(scalar & 63) & 1 != 0, let (end, output) = longest(at: i, in: bytes)
        else {
          i &+= length
          continue
        }
        pieces.append(FixedPiece(range: i + part.lowerBound..<end + part.lowerBound, replacement: output))
        i = end
      }
    }
    return pieces
  }

  /// The scalar at an offset as it is compared, and the length of what is written.
  @inline(__always)
  private func folded(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (scalar: UInt32, length: Int) {
    let (scalar, length) = bytes.scalar(at: offset)
    return (scalar < 0x80 ? scalar : folds.folded(scalar), length)
  }

  private func longest(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> (end: Int, output: [UInt8])? {
    var node = 0
    var i = start
    var found: (node: Int, end: Int)?
    while i < bytes.count {
      let (scalar, length) = folded(at: i, in: bytes)
      guard let next = edges.child(of: node, over: scalar) else { break }
      node = next
      i += length
      if outputs[node] != nil, isWhole(start..<i, in: bytes) { found = (node, i) }
    }
    return found.flatMap { found in outputs[found.node].map { (found.end, $0) } }
  }

  private func isWhole(_ range: Range<Int>, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    func isLatin(_ offset: Int) -> Bool {
      let scalar = folded(at: offset, in: bytes).scalar
      return scalar < 0x80 && ScalarClass.isAlphanumeric(scalar)
    }
    let last = start(before: range.upperBound, in: bytes)
    return !(range.lowerBound > 0 && isLatin(range.lowerBound) && isLatin(start(before: range.lowerBound, in: bytes)))
      && !(range.upperBound < bytes.count && isLatin(last) && isLatin(range.upperBound))
  }

  /// Where the scalar before an offset begins.
  private func start(before offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var i = offset - 1
    while i > 0, bytes[i] & 0xC0 == 0x80 { i -= 1 }
    return i
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
