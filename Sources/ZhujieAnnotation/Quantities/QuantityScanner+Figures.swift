/// Numbers with what they count: percentages, sums, durations, counts, ranges of them, fractions.
extension QuantityScanner {
  /// A number and the unit after it.
  struct Operand {
    var start: Int
    var number: ReadNumber
    /// Nil where the number stands alone.
    var unit: Unit?
    /// The index after the unit, or after the number.
    var end: Int
    /// Where the unit begins.
    var unitStart: Int
    /// 多 or 餘 after the unit (三年多).
    var hasMore = false
    var addsHalf = false
    var isNegative = false
    /// A currency written in front.
    var prefixCurrency: String?
  }

  /// A figure whose first code is a digit or numeral; the index after it.
  mutating func figure(at i: Int) -> Int? {
    if let end = vagueWord(at: i) ?? half(at: i) ?? fraction(at: i) { return end }
    guard let operand = operand(at: i) else { return nil }
    return finish(operand, isNegative: false)
  }

  /// -1%, -20℃, 負5%: the sign belongs to a number only where nothing before it could.
  mutating func signedFigure(at i: Int) -> Int? {
    guard block[i] == "-", block[i + 1].isDigit, !block[i - 1].isAlphanumeric, block[i - 1] != ")",
      block[i - 1] != "-"
    else { return nil }
    // A dash between Han and a number is punctuation, unless what it belongs to can be negative.
    if block[i - 1].isHan {
      switch block[i - 1] {
      case "润", "率", "速", "比", "为", "是", "至", "到", "达", "流", "幅", "额", "温", "益": break
      default: return nil
      }
    }
    guard var operand = operand(at: i + 1), operand.unit != nil else { return nil }
    operand.start = i
    operand.isNegative = true
    return finish(operand, isNegative: true)
  }

  // MARK: - Reading

  func operand(at i: Int) -> Operand? {
    guard let number = NumberReader.number(at: i, in: block) else { return nil }
    var operand = Operand(
      start: i,
      number: number,
      unit: nil,
      end: number.end,
      unitStart: number.end
    )
    let j = skippingSpaces(from: number.end)
    guard let (unit, end) = UnitLexicon.units.longest(at: j, in: block) else { return operand }
    // Letters are a unit only after digits, and only as a whole word.
    if block[j].isLetter, !number.isArabic || block[end].isAlphanumeric { return operand }
    if case .duration(let time) = unit, !isTime(time, number, at: j, end) {
      operand.unit = .notAUnit
      return operand
    }
    operand.unit = unit
    operand.unitStart = j
    operand.end = end
    switch unit {
    case .english(let power):
      guard let scaled = number.value.scaled(byPowerOfTen: power) else { return nil }
      operand.number.value = scaled
      operand.number.scale += power
      operand.number.hasScale = true
      operand.number.end = end
      operand.unit = nil
      let k = skippingSpaces(from: end)
      if let (unit, end) = UnitLexicon.units.longest(at: k, in: block), case .money = unit {
        operand.unit = unit
        operand.unitStart = k
        operand.end = end
      }
    case .duration:
      lengthen(&operand)
    case .measure(.letter):
      spellOutLetter(&operand)
    case .measure where block[end] == "多" && number.hasScale == false && block[end + 1] == "月":
      break
    default:
      break
    }
    return operand
  }

  /// 128K tokens: the letter is a magnitude where the unit follows it.
  private func spellOutLetter(_ operand: inout Operand) {
    let k = skippingSpaces(from: operand.end, atMost: 1)
    guard let (unit, end) = UnitLexicon.units.longest(at: k, in: block), unit == .measure(.unit),
      block[k] == "t" || block[k] == "T" || block[k] == "词" || block[k] == "参" || block[k] == "个",
      !block[end].isAlphanumeric,
      let power = Self.magnitude(of: block[operand.unitStart]),
      let value = operand.number.value.scaled(byPowerOfTen: power)
    else { return }
    operand.number.value = value
    operand.number.scale = power
    operand.unit = unit
    operand.unitStart = k
    operand.end = end
  }

  /// K, M, B and T as powers of ten.
  static func magnitude(of letter: Code) -> Int? {
    switch letter {
    case "K": 3
    case "M": 6
    case "B": 9
    case "T": 12
    default: nil
    }
  }

  /// 三年半, 三年多.
  private func lengthen(_ operand: inout Operand) {
    let next = block[operand.end]
    if next == "半" {
      switch block[operand.end + 1] {
      case "数", "导", "途", "决", "夜", "天", "价", "路", "径", "球": return
      default: break
      }
      operand.addsHalf = true
      operand.end += 1
    } else if next == "多" || next == "余" {
      switch block[operand.end + 1] {
      case "次", "家", "个", "位", "种", "元", "数", "方", "年", "款", "名", "项", "少", "场", "条", "重", "样", "达",
        "人":
        return
      default: break
      }
      operand.hasMore = true
      operand.end += 1
    }
  }

  /// Whether a unit of time measures here: not 三日, not 四周 (all around), not the month in 3年3月.
  private func isTime(_ time: TimeUnit, _ number: ReadNumber, at unitStart: Int, _ end: Int) -> Bool
  {
    if number.digitCount == 4, time.base == .year, time.factor == 1, let year = number.value.whole,
      (1900...2100).contains(year)
    {
      return false
    }
    if time.isWeak {
      switch block[skippingSpaces(from: end)] {
      case "内", "后", "起", "以", "之", "游", "间": return true
      default: return false
      }
    }
    if time.base == .week, block[unitStart] == "周", number.single != nil, number.single == "四" {
      return block[end] == "年" || block[end] == "后" || block[end] == "内"
    }
    // 3年級 and the like stand in the table; 载 is a verb as often.
    if block[unitStart] == "载" { return !number.isArabic && number.single != "一" }
    return true
  }

  // MARK: - Deciding

  /// Ranges, then single values; adds what was found and gives the index to go on with.
  private mutating func finish(_ first: Operand, isNegative: Bool) -> Int? {
    if !first.number.isVague, let end = compoundTime(from: first) ?? range(from: first) {
      return end
    }
    return emit(first)
  }

  /// 1小時30分, 3分42秒: each part smaller than the one before it.
  private mutating func compoundTime(from first: Operand) -> Int? {
    var iso: String
    let isHours: Bool
    switch first.unit {
    case .duration(let time)? where time == TimeUnit(.hour) && !first.addsHalf && !first.hasMore:
      isHours = true
      iso = "PT\(first.number.value)H"
    case .measure?
    where block[first.unitStart] == "分" && first.end == first.unitStart + 1
      && block[first.start - 1] != "点" && block[first.start - 1] != "时":
      isHours = false
      iso = "PT\(first.number.value)M"
    default: return nil
    }
    guard !first.number.hasMore, first.number.max == nil, !first.number.hasFraction else {
      return nil
    }
    let j = skippingSpaces(from: first.end, atMost: 1)
    guard let second = number(below: 60, at: j) else { return nil }
    let k = skippingSpaces(from: second.end, atMost: 1)
    var end: Int
    switch block[k] {
    case "分" where isHours && block[k + 1] != "之":
      iso += "\(second.value)M"
      end = block[k + 1] == "钟" ? k + 2 : k + 1
      if let third = number(below: 60, at: skippingSpaces(from: end, atMost: 1)),
        block[skippingSpaces(from: third.end, atMost: 1)] == "秒"
      {
        iso += "\(third.value)S"
        end = skippingSpaces(from: third.end, atMost: 1) + 1
      }
    case "秒" where !isHours:
      iso += "\(second.value)S"
      end = block[k + 1] == "钟" ? k + 2 : k + 1
    default: return nil
    }
    let hedge = hedge(around: first.start, end)
    add(
      first.start,
      end,
      .duration(DurationValue(iso: iso, qualifier: hedge?.qualifier)),
      "figure.compound-duration",
      comparator: hedge?.range
    )
    return end
  }

  private func number(below limit: Int, at j: Int) -> ReadNumber? {
    guard block[j].isDigit || HanNumber.digit(block[j]) != nil || block[j] == "十",
      let number = NumberReader.number(at: j, in: block), !number.isVague, !number.hasMore,
      number.max == nil, number.value.isLess(than: ExactDecimal(Int128(limit)))
    else { return nil }
    return number
  }

  /// 60% - 70%, 3到5億元, 0.5B 到 110B: two numbers of one sort, the smaller first.
  mutating func range(from first: Operand) -> Int? {
    let j = skippingSpaces(from: first.end)
    var k: Int
    switch block[j] {
    case "-", "~":
      guard block[j + 1] != block[j], j == 0 || block[j - 1] != block[j] else { return nil }
      k = j + 1
    case "到", "至":
      // 增A至B, 從A增至B: two values, not the ends of one.
      if speaksOfChange(before: first.start) { return nil }
      k = j + 1
    default: return nil
    }
    k = skippingSpaces(from: k)
    // ¥3-¥5, -3% - -1%.
    if first.prefixCurrency != nil, let prefix = CurrencyPrefix.table.longest(at: k, in: block) {
      k = skippingSpaces(from: prefix.end, atMost: 1)
    }
    guard block[k].isDigit || HanNumber.digit(block[k]) != nil || block[k] == "十",
      var second = operand(at: k), !second.number.isVague,
      let secondUnit = second.unit ?? soleUnit(of: second, first)
    else { return nil }
    var low = first.number.value
    let high = second.number.value
    switch first.unit {
    case nil:
      // The first takes the second's 億 where only then the two are of one order.
      if first.number.scale == 0, second.number.scale > 0,
        low.isLess(than: second.number.unscaled),
        let scaled = low.scaled(byPowerOfTen: second.number.scale)
      {
        low = scaled
      }
      // 2024-25 and 7-11 are no ranges without a unit after them.
      if secondUnit == .notAUnit { return nil }
    case .notAUnit?:
      return nil
    case let unit?:
      guard Self.areAlike(unit, secondUnit) else { return nil }
    }
    if first.isNegative { low = low.negated }
    guard low.isLess(than: high), first.number.max == nil, second.number.max == nil else {
      return nil
    }
    second.number.max = high
    second.number.value = low
    second.number.hasMore = second.number.hasMore || first.number.hasMore
    second.start = first.start
    second.prefixCurrency = first.prefixCurrency
    if first.number.single == "一", second.number.single != nil { second.number.single = nil }
    second.number.isArabic = second.number.isArabic || first.number.isArabic
    return emit(second)
  }

  /// Whether a word of rising or falling stands directly before a figure.
  private func speaksOfChange(before index: Int) -> Bool {
    for k in 1...4 {
      switch block[index - k] {
      case "增", "涨", "跌", "降", "减", "扩", "缩", "升": return true
      case let code where code.isHan || code == " ": continue
      default: return false
      }
    }
    return false
  }

  /// A bare number after one with a currency in front takes part in its range.
  private func soleUnit(of second: Operand, _ first: Operand) -> Unit? {
    if let currency = first.prefixCurrency { return .money(currency) }
    return second.number.hasScale && first.unit == nil ? Unit.measure(.unit) : nil
  }

  private static func areAlike(_ a: Unit, _ b: Unit) -> Bool {
    switch (a, b) {
    case (.percent, .percent), (.measure, .measure): true
    case (.money(let a), .money(let b)): a == b
    case (.duration(let a), .duration(let b)): a.base == b.base && a.factor == b.factor
    default: false
    }
  }

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
  private mutating func emitBare(_ operand: Operand, orElse: Int? = nil) -> Int? {
    var operand = operand
    operand.end = operand.number.end
    if operand.prefixCurrency != nil {
      let code = operand.prefixCurrency ?? ""
      return add(operand, "figure.money") { .money(currency: code, $0) }
    }
    let number = operand.number
    // 零一萬物: a bare 一萬 before a further word may be a part of that.
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

  private func isMoney(_ operand: Operand) -> Bool {
    guard block[operand.unitStart] == "元" || block[operand.unitStart] == "圆",
      operand.end == operand.unitStart + 1, let single = operand.number.single
    else { return true }
    // 一元, 二元, 三元 are words of algebra and place names as often; 十元 and more are sums.
    return single == "十" || HanNumber.digit(single).map { $0 >= 3 } ?? false
  }

  private mutating func emitDuration(_ operand: Operand, _ time: TimeUnit) -> Int? {
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
  private func monthsAfterYears(_ operand: Operand, _ time: TimeUnit) -> (ExactDecimal, Int)? {
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
  private func isIdiomOfOne(_ operand: Operand, _ time: TimeUnit) -> Bool {
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
  private func counts(_ operand: Operand, _ measure: Unit.Measure) -> Bool {
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
  private func isModelSize(_ operand: Operand) -> Bool {
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

  private mutating func add(
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
