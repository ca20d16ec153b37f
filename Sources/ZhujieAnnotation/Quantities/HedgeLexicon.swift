/// The words around a figure that say how exact it is.
enum HedgeLexicon {
  /// Before the figure.
  static let before: EndingTable<Qualifier> = {
    var words: [(String, Qualifier)] = []
    func add(_ list: String, _ qualifier: Qualifier) {
      for word in list.split(separator: " ") { words.append((String(word), qualifier)) }
    }
    add(
      "超过 超過 超出 超 逾 已逾 多于 高于 大于 不低于 不少于 不止 不下 不小于 至少 最少 起码 突破 远超 逾越 逾过 "
        + "大过 破 高過 > ≥ 超逾 不亚于",
      .more
    )
    add("不足 不到 低于 少于 小于 不超过 不超過 不多于 不高于 不大于 至多 最多 未满 未到 不满 未达 不及 < ≤ 以不超过 仅不到 跌破 少過", .less)
    add("约 大约 大概 近 将近 接近 约为 约莫 差不多 约合 约占 约有 约等于 几乎 约计 约达 约莫有 大致 ~ ≈", .about)
    return EndingTable(words)
  }()

  /// After the figure.
  static let after: WordTable<Qualifier> = {
    var words: [(String, Qualifier)] = []
    func add(_ list: String, _ qualifier: Qualifier) {
      for word in list.split(separator: " ") { words.append((String(word), qualifier)) }
    }
    add("以上 之上 出头 开外 之多 有余 起步 打底 多一点 多点 +", .more)
    add("以下 之下 以内 不到 不足", .less)
    add("左右 上下 附近 前后 许 光景 上下浮动 不等", .about)
    return WordTable(words)
  }()
}
