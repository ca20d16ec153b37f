/// Ranges and times in two units: 60% - 70%, 3到5億元, 1小時30分.
extension QuantityScanner {
  /// Ranges, then single values; adds what was found and gives the index to go on with.
  mutating func finish(_ first: Operand, isNegative: Bool) -> Int? {
    if !first.number.isVague, let end = compoundTime(from: first) ?? range(from: first) {
      return end
    }
    return emit(first)
  }

  /// 1小時30分, 3分42秒: each part smaller than the one before it.
  mutating func compoundTime(from first: Operand) -> Int? {
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

  func number(below limit: Int, at j: Int) -> ReadNumber? {
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
  func speaksOfChange(before index: Int) -> Bool {
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
  func soleUnit(of second: Operand, _ first: Operand) -> Unit? {
    if let currency = first.prefixCurrency { return .money(currency) }
    return second.number.hasScale && first.unit == nil ? Unit.measure(.unit) : nil
  }

  static func areAlike(_ a: Unit, _ b: Unit) -> Bool {
    switch (a, b) {
    case (.percent, .percent), (.measure, .measure): true
    case (.money(let a), .money(let b)): a == b
    case (.duration(let a), .duration(let b)): a.base == b.base && a.factor == b.factor
    default: false
    }
  }
}
