/// The distance of two words in letters added, left out, replaced or exchanged with their
/// neighbour.
public enum EditDistance {
  /// The word of `known` that is nearest to `word`, the earlier of two that are equally near. Case
  /// does not count.
  public static func nearest(to word: String, among known: [String]) -> String? {
    // A word of any length may stand in a file; the known ones are short, so its beginning tells
    // enough.
    let scalars = Array(word.lowercased().unicodeScalars.prefix(64))
    var best: (word: String, distance: Int)?
    for candidate in known {
      let distance = between(scalars, Array(candidate.lowercased().unicodeScalars.prefix(64)))
      if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.word
  }

  /// Optimal string alignment, three rows of the table at a time.
  public static func between(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
    var before = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    for i in 1...a.count {
      var row = [i] + [Int](repeating: 0, count: b.count)
      for j in 1...b.count {
        row[j] = min(
          last[j] + 1,
          row[j - 1] + 1,
          last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        )
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], before[j - 2] + 1)
        }
      }
      (before, last) = (last, row)
    }
    return last[b.count]
  }
}
