/// Ranks and deliberately vague figures.
extension QuantityScanner {
  /// 第四, 第一梯隊, 前三名, 前五.
  mutating func rank(at i: Int) -> Int? {
    if block[i] == "第" {
      let j = skippingSpaces(from: i + 1, atMost: 1)
      guard let number = NumberReader.number(at: j, in: block), !number.isVague, number.max == nil,
        !number.hasMore, let value = number.value.whole
      else { return nil }
      if let end = sharedRank(from: i, first: number) { return end }
      let end = rankUnit(at: number.end)
      // 第二是成本: by itself at the start of a clause it counts the speaker's points.
      if end == number.end, block[end] == "是", !block[i - 1].isHan, !block[i - 1].isAlphanumeric {
        return end
      }
      add(
        i,
        end,
        .rank(RankValue(value: value, unit: written(number.end, end))),
        "rank.ordinal"
      )
      return end
    }
    guard block[i] == "前", !block[i - 1].isHan || !Self.precedesFront(block[i - 1]) else {
      return nil
    }
    let j = skippingSpaces(from: i + 1, atMost: 1)
    guard let number = NumberReader.number(at: j, in: block), !number.isVague,
      let value = number.value.whole, value >= 2
    else { return nil }
    var end = skippingSpaces(from: number.end, atMost: 1)
    switch block[end] {
    case "名", "强", "位", "大": end += 1
    case "年", "个", "天", "月", "季", "日", "后", "任", "期", "轮", "代", "次", "周", "週", "小", "分", "届":
      return nil
    default:
      end = number.end
      // 前三 by itself; but not the beginning of 前三季度 or 前两款.
      if UnitLexicon.units.longest(at: end, in: block) != nil { return nil }
      if number.isArabic, block[end].isAlphanumeric || block[end] == "." { return nil }
    }
    add(
      i,
      end,
      .rank(RankValue(value: value, isTop: true, unit: written(number.end, end))),
      "rank.top"
    )
    return end
  }

  /// 第二、三梯隊: two ranks that share 第 and their unit.
  private mutating func sharedRank(from start: Int, first: ReadNumber) -> Int? {
    var numbers = [(start, first)]
    var last = first
    while block[last.end] == "、", numbers.count < 8 {
      guard let next = NumberReader.number(at: last.end + 1, in: block), !next.isVague,
        next.max == nil, !next.hasMore, next.value.whole != nil
      else { break }
      numbers.append((last.end + 1, next))
      last = next
    }
    let end = rankUnit(at: last.end)
    guard numbers.count > 1, end > last.end else { return nil }
    let unit = written(last.end, end)
    for (place, (start, number)) in numbers.enumerated() {
      guard let value = number.value.whole else { continue }
      add(
        start,
        place == numbers.count - 1 ? end : number.end,
        .rank(RankValue(value: value, unit: unit)),
        "rank.shared"
      )
    }
    return end
  }

  private static func precedesFront(_ code: Code) -> Bool {
    switch code {
    case "之", "以", "目", "提", "年", "月", "日", "天", "空", "从", "眼", "当", "期", "生", "向": true
    default: false
    }
  }

  private func rankUnit(at index: Int) -> Int {
    let start = skippingSpaces(from: index, atMost: 1)
    if let (_, end) = VagueLexicon.rankUnits.longest(at: start, in: block) { return end }
    switch block[start] {
    case "名", "位", "届", "代", "次", "个", "天", "年", "家", "批", "轮", "款", "期", "季", "条", "章", "件", "周",
      "步", "部", "场", "集", "层", "阶":
      return UnitLexicon.units.longest(at: start, in: block)?.value == .notAUnit ? index : start + 1
    default:
      return index
    }
  }

  /// 兩位數, 成百上千; not 兩位數學家.
  mutating func vagueWord(at i: Int) -> Int? {
    guard let (value, end) = VagueLexicon.words.longest(at: i, in: block), block[end] != "学",
      block[end] != "字", block[end] != "据"
    else { return nil }
    add(i, end, .vague(value), "vague.word")
    return end
  }

  /// 數十倍, 幾百家, 上百, 近千, 逾千, 成百上千, 兩位數, 個位數.
  mutating func vague(at i: Int) -> Int? {
    if let end = vagueWord(at: i) { return end }
    switch block[i] {
    case "好":
      guard block[i + 1] == "几" else { return nil }
      return vagueNumber(from: i, numberAt: i + 1)
    case "几", "数":
      if block[i] == "数", isNounBeforeNumber(block[i - 1]) { return nil }
      return vagueNumber(from: i, numberAt: i)
    case "上", "成", "近", "过", "超", "逾":
      switch block[i + 1] {
      case "百", "千", "万", "亿":
        // 經過千行百業
        if QuantityGuards.words.longest(at: i + 1, in: block) != nil { return nil }
        if block[i] == "上", isNounBeforeTop(block[i - 1]) { return nil }
        if block[i] == "成", block[i + 2] == "上" || block[i + 2] == "累" { return nil }
        return vagueNumber(from: i, numberAt: i + 1)
      default: return nil
      }
    default: return nil
    }
  }

  /// 人數十億, 用戶數百萬: 數 ends the noun there.
  private func isNounBeforeNumber(_ code: Code) -> Bool {
    switch code {
    case "人", "户", "次", "量", "指", "系", "参", "总", "多", "少", "倍", "位", "代", "岁", "件", "无", "个", "为",
      "负", "分", "函":
      true
    default: false
    }
  }

  /// 大會上萬人: 上 belongs to the place.
  private func isNounBeforeTop(_ code: Code) -> Bool {
    switch code {
    case "会", "场", "台", "网", "路", "身", "桌", "手", "面", "史", "以", "之", "线", "市", "世", "实", "际", "加",
      "晚", "早":
      true
    default: false
    }
  }

  private mutating func vagueNumber(from i: Int, numberAt j: Int) -> Int? {
    var magnitude: ExactDecimal?
    var end = j + 1
    if let number = NumberReader.number(at: j, in: block), number.isVague {
      magnitude = number.value
      end = number.end
    }
    var unit = ""
    let k = skippingSpaces(from: end, atMost: 1)
    if let (found, unitEnd) = UnitLexicon.units.longest(at: k, in: block), found != .notAUnit,
      !block[k].isLetter
    {
      unit = written(k, unitEnd)
      end = unitEnd
    } else if magnitude == nil {
      return nil
    }
    add(i, end, .vague(VagueValue(magnitude: magnitude, unit: unit)), "vague.number")
    return end
  }

  mutating func emitVague(_ operand: Operand) -> Int? {
    // A magnitude alone (百家, 千里) is a word, unless something makes it a figure.
    let number = operand.number
    var hasUnit = false
    switch operand.unit {
    case .measure(.classifier)?, .measure(.unit)?, .money?, .duration?, .percent?: hasUnit = true
    default: break
    }
    if number.single != nil { return nil }
    guard hasUnit || number.hasScale else { return nil }
    let end = hasUnit ? operand.end : number.end
    let unit = hasUnit ? written(operand.unitStart, end) : ""
    add(
      operand.start,
      end,
      .vague(VagueValue(magnitude: number.value, unit: unit)),
      "vague.number"
    )
    return end
  }
}

enum VagueLexicon {
  static let rankUnits = WordTable<Bool>("梯队 阵营 大股东 大")

  static let words: WordTable<VagueValue> = {
    var words: [(String, VagueValue)] = []
    for (digits, list) in [
      (1, "个位数 一位数"), (2, "两位数 二位数 双位数"), (3, "三位数"), (4, "四位数"), (5, "五位数"),
      (6, "六位数"), (7, "七位数"), (8, "八位数"), (9, "九位数"), (10, "十位数"),
    ] {
      for word in list.split(separator: " ") {
        words.append((String(word), VagueValue(digits: digits)))
      }
    }
    for (power, list) in [(2, "成百上千"), (3, "成千上万"), (8, "亿万")] {
      for word in list.split(separator: " ") {
        words.append(
          (String(word), VagueValue(magnitude: ExactDecimal(1, exponent: power)))
        )
      }
    }
    return WordTable(words)
  }()
}

extension QuantityScanner {
  /// What the other rules of a word leave: doublings and halves.
  mutating func otherWord(at i: Int) -> Int? {
    doubling(at: i) ?? half(at: i)
  }
}
