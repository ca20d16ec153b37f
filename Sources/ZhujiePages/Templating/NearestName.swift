/// The name somebody probably meant.
enum NearestName {
  /// The nearest of `names` by edit distance, where it is near enough to be a slip; the first of equals.
  static func of(_ name: String, among names: [String]) -> String? {
    let limit = max(1, (name.unicodeScalars.count + 1) / 3)
    var best: (name: String, distance: Int)?
    for candidate in names {
      let distance = editDistance(Array(name.unicodeScalars), Array(candidate.unicodeScalars))
      if distance <= limit, best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
    }
    return best?.name
  }

  private static func editDistance(_ a: [UnicodeScalar], _ b: [UnicodeScalar]) -> Int {
    var row = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, y) in b.enumerated() {
        let above = row[j + 1]
        row[j + 1] = min(above + 1, row[j] + 1, diagonal + (x == y ? 0 : 1))
        diagonal = above
      }
    }
    return row[b.count]
  }
}
