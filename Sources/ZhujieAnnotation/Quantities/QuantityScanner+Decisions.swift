/// Whether a number with what follows it is a quantity, and which.
extension QuantityScanner {
  /// Adds the quantity that a number with its unit is; nil where it is none.
  mutating func emit(_ operand: Operand) -> Int? {
    var operand = operand
    if operand.isNegative { operand.number.value = operand.number.value.negated }
    if operand.number.isVague { return emitVague(operand) }
    switch operand.unit {
    case .notAUnit?:
      operand.unit = nil
      operand.end = operand.number.end
      return emitBare(operand)
    case nil:
      return emitBare(operand)
    case .percent(let power)?:
      operand.number.value =
        operand.number.value.scaled(byPowerOfTen: power) ?? operand.number.value
      return add(operand, "figure.percent") { .percent($0) }
    case .money(let currency)?:
      guard isMoney(operand) else { return nil }
      let code = operand.prefixCurrency ?? currency
      return add(operand, "figure.money") { .money(currency: code, $0) }
    case .duration(let time)?:
      return emitDuration(operand, time)
    case .measure(let measure)?:
      guard counts(operand, measure) else { return emitBare(operand, orElse: nil) }
      let unit = written(operand.unitStart, operand.end)
      return add(operand, "figure.count") { .count($0, unit: unit) }
    case .english?:
      return nil
    }
  }

  /// A number without a unit is a figure where 萬 or 億 closes it or commas group it: money where the
  /// words around speak of it, a count otherwise.
  mutating func emitBare(_ operand: Operand, orElse: Int? = nil) -> Int? {
    var operand = operand
    operand.end = operand.number.end
    if operand.prefixCurrency != nil {
      let code = operand.prefixCurrency ?? ""
      return add(operand, "figure.money") { .money(currency: code, $0) }
    }
    let number = operand.number
    // 十一萬象: a bare 一萬 before a further word may be a part of that.
    if block[operand.start] == "一", !number.isArabic, number.end == operand.start + 2,
      block[number.end].isHan
    {
      return nil
    }
    guard number.hasScale || (number.hasComma && !number.hasFraction), number.single == nil,
      !block[operand.end].isAlphanumeric
    else { return nil }
    if number.hasScale, MoneyContext.speaksOfMoney(around: operand.start, operand.end, in: block) {
      return add(operand, "figure.money-by-context") { .money(currency: "CNY", $0) }
    }
    return add(operand, "figure.bare") { .count($0, unit: "") }
  }

  func isMoney(_ operand: Operand) -> Bool {
    guard block[operand.unitStart] == "元" || block[operand.unitStart] == "圆",
      operand.end == operand.unitStart + 1, let single = operand.number.single
    else { return true }
    // 一元, 二元, 三元 are words of algebra and place names as often; 十元 and more are sums.
    return single == "十" || HanNumber.digit(single).map { $0 >= 3 } ?? false
  }

  mutating func emitDuration(_ operand: Operand, _ time: TimeUnit) -> Int? {
    if operand.number.single == "一", isIdiomOfOne(operand, time) { return nil }
    if operand.number.single == "二", time.base != .month { return nil }
    let time =
      operand.addsHalf
      ? TimeUnit(time.base, factor: time.factor, addsHalf: true) : time
    guard let iso = time.iso(operand.number.value) else { return nil }
    var max: String?
    if let value = operand.number.max {
      max = time.iso(value)
      if max == nil { return nil }
    }
    var operand = operand
    operand.number.hasMore = operand.number.hasMore || operand.hasMore || time.addsMore
    if let end = dateFromDuration(operand, time) { return end }
    if let (months, end) = monthsAfterYears(operand, time) {
      operand.end = end
      return add(operand, "figure.compound-duration") {
        .duration(DurationValue(iso: "\(iso)\(months)M", qualifier: $0.qualifier))
      }
    }
    return add(operand, "figure.duration") {
      .duration(DurationValue(iso: iso, max: max, qualifier: $0.qualifier))
    }
  }

  /// 三年零四個月, 3 年 2 個月: the months and the index after them.
  func monthsAfterYears(_ operand: Operand, _ time: TimeUnit) -> (ExactDecimal, Int)? {
    guard time == TimeUnit(.year), operand.number.max == nil, !operand.number.hasMore,
      !operand.number.hasFraction, block[operand.end - 1] == "年"
    else { return nil }
    var j = skippingSpaces(from: operand.end, atMost: 1)
    if block[j] == "零" || block[j] == "又" { j += 1 }
    guard let months = number(below: 12, at: j) else { return nil }
    let k = skippingSpaces(from: months.end, atMost: 1)
    guard block[k] == "个", block[k + 1] == "月" else { return nil }
    return (months.value, k + 2)
  }

  /// 這一年, 有一天, 另一天: 一 with a time unit is "one" only where nothing points at it.
  func isIdiomOfOne(_ operand: Operand, _ time: TimeUnit) -> Bool {
    switch block[operand.start - 1] {
    case "这", "那", "此", "每", "某", "同", "另", "任", "有", "第", "新", "哪", "头", "下", "上", "前", "后", "单",
      "统",
      "唯", "万", "逐", "之", "进", "当", "星", "周", "週", "初":
      return true
    case let code
    where code.isHan == false && operand.start > 0 && block[operand.start - 2] == "年" && code == " ":
      return true
    case "的":
      // 新的一年, 八月的一天: one of many.
      if time.base == .day { return true }
      switch block[operand.start - 2] {
      case "新", "要", "键", "凡", "好", "忘": return true
      default: return false
      }
    case "年" where time.base == .year:
      // 2024 年一年: the year is said already.
      return true
    default:
      return time.base == .second && block[operand.start - 1] == "下"
    }
  }

  /// Whether a number with a measure word counts.
  ///
  /// A lone 一 before a classifier is an article (一家公司), 二 there an ordinal or part of a word
  /// (二次創業), and a lone Han digit before a word that is often another (三步, 十分) proves nothing.
  func counts(_ operand: Operand, _ measure: Unit.Measure) -> Bool {
    let number = operand.number
    let unit = block[operand.unitStart]
    if unit == "点", operand.end == operand.unitStart + 1 {
      guard number.isArabic, number.hasFraction || !number.value.isLess(than: ExactDecimal(100))
      else { return false }
    }
    if block[operand.start - 1] == "第" { return false }
    // 二十屆三中全會 is a name.
    if unit == "届", block[operand.end + 1] == "中" { return false }
    if measure == .classifier || measure == .weak, number.hasFraction, !number.hasScale {
      // 4.0 版, 2.5 代 number versions; 1.5 個 and 59.5 分 count.
      switch unit {
      case "个", "股", "人", "分", "点", "度", "层", "页", "桶", "尺", "寸", "里": break
      default: return false
      }
    }
    switch measure {
    case .unit:
      if number.single == "一" {
        switch block[operand.start - 1] {
        case "每", "这", "那", "第", "同", "唯": return false
        default: return true
        }
      }
      return true
    case .classifier:
      if let single = number.single {
        if single == "一" || single == "二" || single == "零" || single == "〇" { return false }
        switch block[operand.start - 1] {
        // 週三, 初三, 老三, 大三, 十三: the numeral ends a word.
        case "周", "週", "初", "老", "期", "拜": return false
        default: break
        }
      }
      return true
    case .weak:
      if unit == "分", block[operand.start - 1] == "点" || block[operand.start - 1] == "时" {
        return false
      }
      return number.isArabic
        || (number.single == nil && number.max == nil && number.value.exponent >= 0
          && !number.value.isLess(than: ExactDecimal(11)))
        || (number.single == "两"
          && (unit == "段" || unit == "层" || unit == "章" || unit == "集"
            || unit == "块"))
        || (number.single != nil && number.single != "一" && number.single != "二"
          && (unit == "层" || unit == "代" || unit == "局" || unit == "门"))
    case .letter:
      return isModelSize(operand)
    }
  }

  /// 7B, 1.5B, 128K: sizes of models and contexts. 2B and 2C are directions of business, 4K a screen,
  /// 3M a company.
  func isModelSize(_ operand: Operand) -> Bool {
    let next = block[skippingSpaces(from: operand.end)]
    if next == "参" || next == "上" || next == "模" || next == "规" || next == "版" || next == "t"
      || next == "T"
    {
      return true
    }
    guard block[operand.unitStart] == "B", operand.unitStart == operand.number.end else {
      return false
    }
    if operand.number.max != nil || operand.number.hasFraction { return true }
    guard let value = operand.number.value.whole else { return false }
    return value >= 3 && value <= 2000
  }

  mutating func add(
    _ operand: Operand,
    _ rule: String,
    _ value: (NumberValue) -> QuantityValue
  ) -> Int {
    let hedge = hedge(around: operand.start, operand.end)
    let qualifier: Qualifier? = operand.number.hasMore || operand.hasMore ? .more : hedge?.qualifier
    let number = NumberValue(operand.number.value, max: operand.number.max, qualifier: qualifier)
    add(operand.start, operand.end, value(number), rule, comparator: hedge?.range)
    return hedge.map { max(operand.end, $0.range.upperBound) } ?? operand.end
  }
}
