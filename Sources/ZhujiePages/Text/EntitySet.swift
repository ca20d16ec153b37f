import ZhujieReport

/// Some of a report's entities, by their index in it: a bit for each, for pages ask at every mention.
struct EntitySet {
  private var words: [UInt64]

  init(of report: Report) {
    words = Array(repeating: 0, count: report.entities.count / 64 + 1)
  }

  func contains(_ index: Int) -> Bool { words[index >> 6] >> UInt64(index & 63) & 1 != 0 }

  /// Whether the entity was not there before.
  mutating func insert(_ index: Int) -> Bool {
    let bit = UInt64(1) << UInt64(index & 63)
    defer { words[index >> 6] |= bit }
    return words[index >> 6] & bit == 0
  }

  mutating func removeAll() {
    for word in words.indices { words[word] = 0 }
  }

  /// Ascending.
  var indices: [Int] {
    var indices: [Int] = []
    for (place, bits) in words.enumerated() {
      var rest = bits
      while rest != 0 {
        indices.append(place << 6 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
    return indices
  }
}
