/// The words around a figure that make it more, less or about.
extension QuantityScanner {
  struct Hedge {
    let qualifier: Qualifier
    let range: Range<Int>
  }

  /// The hedge directly before `lower`, else directly after `upper`.
  func hedge(around lower: Int, _ upper: Int) -> Hedge? {
    hedge(before: lower, upper) ?? hedge(after: upper)
  }

  private func hedge(before lower: Int, _ upper: Int) -> Hedge? {
    // 超過了 200 家, 至少要 3 天: a word and spaces may stand between.
    var end = beforeSpaces(lower)
    switch block[end - 1] {
    case "了", "有", "要", "需", "达", "为", "是": end = beforeSpaces(end - 1)
    default: break
    }
    if let (qualifier, start) = HedgeLexicon.before.longest(endingAt: end, in: block) {
      guard isHedge(from: start, to: end) else { return nil }
      return Hedge(qualifier: qualifier, range: start..<end)
    }
    if block[end - 1] == "过", isOver(at: end - 1, lower, upper) {
      return Hedge(qualifier: .more, range: end - 1..<end)
    }
    return nil
  }

  /// Whether the word is not the end of another: 最近, 附近, 條約, 打破.
  private func isHedge(from start: Int, to end: Int) -> Bool {
    guard end - start == 1 else {
      // 最高 and 最低 hedge only as 最高不超過; by themselves they are words of the sentence.
      return true
    }
    let before = block[start - 1]
    switch block[start] {
    case "近":
      return before != "最" && before != "附" && before != "靠" && before != "邻" && before != "临"
    case "约":
      return before != "条" && before != "合" && before != "签" && before != "节" && before != "预"
        && before != "大" && before != "违" && before != "纽" && before != "契"
    case "破": return before != "打" && before != "突" && before != "爆"
    case "超": return before != "高" && before != "反"
    default: return true
    }
  }

  /// 過 as "over": with a large number (已過10萬), not as the end of a verb (開過 3 場, 經過三年).
  private func isOver(at index: Int, _ lower: Int, _ upper: Int) -> Bool {
    switch block[index - 1] {
    case "通", "经", "不", "透", "度", "超", "见", "做", "去", "难": return false
    case "已", "早", "量", "人", "额", "收", "值", "率", "例", "比", "均", "数", "破": return true
    default: break
    }
    var i = lower
    while i < upper {
      switch block[i] {
      case "万", "亿", "百", "千", "%": return true
      default: i += 1
      }
    }
    return false
  }

  private func hedge(after upper: Int) -> Hedge? {
    let start = skippingSpaces(from: upper)
    guard let (qualifier, end) = HedgeLexicon.after.longest(at: start, in: block) else {
      return nil
    }
    switch block[start] {
    // 前後左右, 上下游, 許多, 之內容 are words of their own.
    case "上" where end == start + 2 && (block[end] == "游" || block[end] == "文"): return nil
    case "许" where block[end] == "多" || block[end] == "可": return nil
    case "+" where block[end].isAlphanumeric: return nil
    case "不":  // 3% 不到 hedges; 3% 不足以 does not.
      if block[end] == "以" { return nil }
    default: break
    }
    return Hedge(qualifier: qualifier, range: start..<end)
  }
}
