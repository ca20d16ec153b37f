/// Percentages in words, fractions, tenths, discounts and doublings.
extension QuantityScanner {
  /// A figure whose value is not simply the number that begins it; the index after it.
  mutating func fraction(at i: Int) -> Int? {
    let number = NumberReader.number(at: i, in: block)
    if let end = parts(at: i, number) ?? twoDigitDiscount(at: i) { return end }
    guard let number, !number.isVague else { return nil }
    let j = number.isArabic ? skippingSpaces(from: number.end, atMost: 1) : number.end
    switch block[j] {
    case "成" where !number.isArabic || number.value.isLess(than: ExactDecimal(10)):
      return tenths(number, from: i, at: j)
    case "折":
      return discount(number, from: i, at: j)
    default:
      return nil
    }
  }

  /// 百分之三十, 千分之五, 三分之一, 十分之九.
  private mutating func parts(at i: Int, _ number: ReadNumber?) -> Int? {
    var j = i
    var denominator: ExactDecimal
    let power: Int
    switch block[i] {
    case "百" where block[i + 1] == "分" && block[i + 2] == "之": (power, j) = (0, i + 1)
    case "千" where block[i + 1] == "分" && block[i + 2] == "之": (power, j) = (-1, i + 1)
    case "万" where block[i + 1] == "分" && block[i + 2] == "之": (power, j) = (-2, i + 1)
    default:
      guard let number, number.max == nil, !number.isVague else { return nil }
      j = number.isArabic ? skippingSpaces(from: number.end, atMost: 1) : number.end
      guard block[j] == "分", block[j + 1] == "之" else { return nil }
      denominator = number.value
      return quotient(of: denominator, from: i, at: skippingSpaces(from: j + 2, atMost: 1))
    }
    j = skippingSpaces(from: j + 2, atMost: 1)
    guard var number = NumberReader.number(at: j, in: block), !number.isVague else {
      // 百分之百.
      guard power == 0, block[j] == "百" else { return nil }
      return addFigure(i, j + 1, .percent(NumberValue(ExactDecimal(100))), "figure.percent-words")
    }
    // 百分之五到十, 百分之三十至百分之四十.
    var upper: ExactDecimal?
    var end = number.end
    if block[end] == "到" || block[end] == "至" {
      var k = end + 1
      if block[k] == block[i], block[k + 1] == "分", block[k + 2] == "之" { k += 3 }
      if let high = NumberReader.number(at: k, in: block), !high.isVague,
        number.value.isLess(than: high.value)
      {
        upper = high.value
        end = high.end
      }
    }
    number.value = number.value.scaled(byPowerOfTen: power) ?? number.value
    let value = NumberValue(
      number.value,
      max: upper.flatMap { $0.scaled(byPowerOfTen: power) } ?? number.max,
      qualifier: number.hasMore ? .more : nil
    )
    return addFigure(i, end, .percent(value), "figure.percent-words")
  }

  private mutating func quotient(of denominator: ExactDecimal, from i: Int, at j: Int) -> Int? {
    guard block[j].isDigit || HanNumber.digit(block[j]) != nil || block[j] == "十",
      let numerator = NumberReader.number(at: j, in: block), numerator.max == nil,
      !numerator.isVague, let value = numerator.value.divided(by: denominator),
      !(block[numerator.end] == "决" && block[numerator.end + 1] == "赛")
    else { return nil }
    return addFigure(i, numerator.end, .count(NumberValue(value), unit: ""), "figure.fraction")
  }

  /// 七成, 三成五, 兩成半: tenths as percent.
  private mutating func tenths(_ number: ReadNumber, from i: Int, at j: Int) -> Int? {
    guard number.single != nil || number.max != nil || number.isArabic,
      UnitLexicon.units.longest(at: j, in: block)?.value != .notAUnit,
      number.single != "百", number.single != "千", number.single != "万",
      let value = number.value.multiplied(by: 10), !ExactDecimal(100).isLess(than: value)
    else { return nil }
    var end = j + 1
    var total = value
    if block[end] == "半" {
      total = value.adding(ExactDecimal(5)) ?? value
      end += 1
    } else if let d = HanNumber.digit(block[end]), HanNumber.digit(block[end + 1]) == nil, d > 0,
      UnitLexicon.units.longest(at: end + 1, in: block) == nil, block[end] != "一"
    {
      total = value.adding(ExactDecimal(Int128(d))) ?? value
      end += 1
    }
    let more = block[end] == "多"
    if more { end += 1 }
    let upper = number.max.flatMap { $0.multiplied(by: 10) }
    return addFigure(
      i,
      end,
      .percent(NumberValue(total, max: upper, qualifier: more ? .more : nil)),
      "figure.tenths"
    )
  }

  /// 八折, 七五折, 9.5 折: what is paid, as percent.
  private mutating func discount(_ number: ReadNumber, from i: Int, at j: Int) -> Int? {
    switch block[j + 1] {
    case "腾", "叠", "磨", "射", "旧", "损", "返", "现", "算", "中", "服", "线", "断", "合": return nil
    default: break
    }
    guard let whole = number.value.multiplied(by: 10), !number.hasScale, number.max == nil,
      ExactDecimal(0).isLess(than: whole)
    else { return nil }
    let value = number.value.isLess(than: ExactDecimal(10)) ? whole : number.value
    guard !ExactDecimal(100).isLess(than: value) else { return nil }
    return addFigure(i, j + 1, .percent(NumberValue(value)), "figure.discount")
  }

  /// 七五折: two digits side by side, 75 percent.
  private mutating func twoDigitDiscount(at i: Int) -> Int? {
    guard let tens = HanNumber.digit(block[i]), let ones = HanNumber.digit(block[i + 1]),
      block[i + 2] == "折", tens > 0, ones > 0
    else { return nil }
    let value = NumberValue(ExactDecimal(Int128(tens * 10 + ones)))
    return addFigure(i, i + 3, .percent(value), "figure.discount")
  }

  /// 翻了一番, 翻兩番, 翻倍: how many times the old value the new one is.
  mutating func doubling(at i: Int) -> Int? {
    guard block[i] == "翻" else { return nil }
    var j = i + 1
    if block[j] == "了" { j += 1 }
    if block[j] == "倍" { return addFigure(i, j + 1, Self.times(2), "figure.doubling") }
    if block[j] == "番" { return addFigure(i, j + 1, Self.times(2), "figure.doubling") }
    let k = skippingSpaces(from: j, atMost: 1)
    guard let number = NumberReader.number(at: k, in: block), let n = number.value.whole,
      (1...20).contains(n), block[skippingSpaces(from: number.end, atMost: 1)] == "番"
    else { return nil }
    let end = skippingSpaces(from: number.end, atMost: 1) + 1
    return addFigure(i, end, Self.times(Int128(1) << Int128(n)), "figure.doubling")
  }

  private static func times(_ value: Int128) -> QuantityValue {
    .count(NumberValue(ExactDecimal(value)), unit: "倍")
  }

  /// 一半, 半數, 大半: half; 半年, 半小時: half a unit of time.
  mutating func half(at i: Int) -> Int? {
    if block[i] == "一", block[i + 1] == "半" {
      let value = NumberValue(ExactDecimal(5, exponent: -1))
      return addFigure(i, i + 2, .count(value, unit: ""), "figure.half")
    }
    guard block[i] == "半" else { return nil }
    switch block[i - 1] {
    case "大", "小", "多", "下", "上", "前", "后", "夜", "过", "这", "那", "对", "折", "减", "各": return nil
    default: break
    }
    if block[i + 1] == "数" {
      let value = NumberValue(ExactDecimal(5, exponent: -1))
      return addFigure(i, i + 2, .count(value, unit: ""), "figure.half")
    }
    let number = ReadNumber(
      end: i + 1,
      value: ExactDecimal(5, exponent: -1)
    )
    var operand = Operand(start: i, number: number, unit: nil, end: i + 1, unitStart: i + 1)
    guard let (unit, end) = UnitLexicon.units.longest(at: i + 1, in: block),
      case .duration(let time) = unit, !time.isWeak, time.base != .second,
      !(block[i + 1] == "天" && block[end].isHan && block[i - 1].isHan && block[i - 1] != "了")
    else { return nil }
    operand.unit = unit
    operand.end = end
    if block[end] == "多" {
      operand.hasMore = true
      operand.end += 1
    }
    return emit(operand)
  }

  mutating func addFigure(_ lower: Int, _ upper: Int, _ value: QuantityValue, _ rule: String) -> Int
  {
    guard let hedge = hedge(around: lower, upper) else {
      add(lower, upper, value, rule)
      return upper
    }
    add(lower, upper, value.hedged(hedge.qualifier), rule, comparator: hedge.range)
    return max(upper, hedge.range.upperBound)
  }
}

extension QuantityValue {
  /// The value with a hedge from outside; one inside the figure stays.
  fileprivate func hedged(_ qualifier: Qualifier) -> QuantityValue {
    switch self {
    case .percent(let n):
      .percent(NumberValue(n.value, max: n.max, qualifier: n.qualifier ?? qualifier))
    case .count(let n, let unit):
      .count(NumberValue(n.value, max: n.max, qualifier: n.qualifier ?? qualifier), unit: unit)
    case .money, .date, .duration, .rank, .vague: self
    }
  }
}

extension ExactDecimal {
  /// To twelve places, rounded half up; nil for a division by zero or one that does not fit.
  func divided(by other: ExactDecimal) -> ExactDecimal? {
    guard other.mantissa > 0, mantissa >= 0 else { return nil }
    let places = 12
    let shift = exponent - other.exponent + places
    guard shift >= 0, shift <= 24 else { return nil }
    var dividend = mantissa
    for _ in 0..<shift {
      let (product, overflow) = dividend.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      dividend = product
    }
    let (doubled, overflow) = dividend.multipliedReportingOverflow(by: 2)
    let (sum, overflow2) = doubled.addingReportingOverflow(other.mantissa)
    let (twice, overflow3) = other.mantissa.multipliedReportingOverflow(by: 2)
    if overflow || overflow2 || overflow3 { return nil }
    return ExactDecimal(sum / twice, exponent: 0 - places)
  }
}
