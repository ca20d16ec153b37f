internal import ZhujieTables

extension Lattice {
  /// A character that nearly as likely a reading of its run writes otherwise.
  struct Alternative {
    let index: Int
    let form: UInt32
  }

  /// How much costlier a reading may be and still be a rival: a quarter as likely.
  private static let margin: Int32 = 10

  /// The forms that rivals of the solved path give to characters of the run. `chosen` holds what the path gives, by index.
  func alternatives(_ tables: ScriptTables, column: Int, chosen: [UInt32]) -> [Alternative] {
    let end = count + 2
    var rest = [Int32](repeating: Int32.max / 2, count: end + 1)
    rest[end] = 0
    let best = cost(at: end)
    var result: [Alternative] = []
    for start in stride(from: end - 1, through: 0, by: -1) {
      forEachWord(from: start, tables) { next, wordCost, node in
        rest[start] = min(rest[start], wordCost &+ rest[next])
        let total = cost(at: start) &+ wordCost &+ rest[next]
        guard next > start + 1, total &- best <= Self.margin else { return }
        let value = tables.trie.value(of: node, column: column, count: next - start)
        for k in max(start, 1)..<min(next, count + 1) where tables.folds[scalars[k]] == 0 {
          let form =
            value.map { $0[k - start] } ?? (entries[k] == 0 ? scalars[k] : entries[k] & 0x1F_FFFF)
          if form != chosen[k] { result.append(Alternative(index: k, form: form)) }
        }
      }
    }
    return result.sorted { ($0.index, $0.form) < ($1.index, $1.form) }
  }
}

/// Characters that are read by themselves only where no word says what they mean, with the forms they may take.
enum LooseCharacters {
  static let forms: [UInt32: [UInt32]] = {
    let groups = [
      "干幹乾", "云雲云", "钟鐘鍾", "斗鬥斗", "谷谷穀", "冲衝沖", "卷卷捲", "发發髮", "系系繫", "复復複", "征征徵", "表表錶", "松松鬆",
      "余余餘",
    ]
    return Dictionary(
      groups.map { group in
        let scalars = group.unicodeScalars.map(\.value)
        return (scalars[0], Array(scalars.dropFirst()))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }()
}
