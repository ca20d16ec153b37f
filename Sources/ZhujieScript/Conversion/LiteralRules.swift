internal import ZhujieText

/// The rules of a project that hold more than Han characters, which no run of those shows whole: `远山AX`.
struct LiteralRules: Sendable {
  private struct Rule: Sendable {
    let folded: [UInt8]
    let output: [UInt8]
  }

  /// By the first byte of what they are for, the longest first.
  private var rules: [[Rule]] = Array(repeating: [], count: 256)
  /// Whether a rule begins with a byte.
  private var begins: [Bool] = Array(repeating: false, count: 256)
  private(set) var isEmpty = true
  private let normalizer: Normalizer

  init(tables: ScriptTables) {
    normalizer = Normalizer(tables: tables)
  }

  /// Of two rules for one spelling the first counts.
  mutating func insert(_ key: String, _ output: String) {
    let folded = Array(normalizer.fold(key).utf8)
    guard let first = folded.first.map(Int.init), !rules[first].contains(where: { $0.folded == folded })
    else { return }
    let place = rules[first].firstIndex { $0.folded.count < folded.count } ?? rules[first].count
    rules[first].insert(Rule(folded: folded, output: Array(output.utf8)), at: place)
    begins[first] = true
    isEmpty = false
  }

  /// Where they stand in a part of a text, ascending, the longest at each place; not inside a word of Latin letters and digits.
  func pieces(in text: UTF8Text<ReadingSpace>, of part: TextSpan<ReadingSpace>) -> [FixedPiece] {
    guard !isEmpty else { return [] }
    let isWholeText = part == text.fullSpan
    let normalized = normalizer.normalize(isWholeText ? text : UTF8Text(trusted: Array(text.slice(part))))
    let back = normalized.alignment.inverse
    let bytes = normalized.pivot.bytes
    var pieces: [FixedPiece] = []
    var i = 0
    while i < bytes.count {
      guard begins[Int(bytes[i])],
        let rule = rules[Int(bytes[i])].first(where: {
          bytes[i...].starts(with: $0.folded) && isWhole(i..<i + $0.folded.count, in: bytes)
        })
      else {
        i += 1
        continue
      }
      let span = back.map(TextSpan<PivotSpace>(i, i + rule.folded.count))
      let range = span.lowerBound + part.lowerBound..<span.upperBound + part.lowerBound
      pieces.append(FixedPiece(range: range, replacement: rule.output))
      i += rule.folded.count
    }
    return pieces
  }

  private func isWhole(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
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
