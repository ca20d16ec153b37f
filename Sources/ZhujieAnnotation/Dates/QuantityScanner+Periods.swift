import ZhujieText

/// Periods and points of time at a distance from the publication: 過去三年, 近兩年, 兩年前.
extension QuantityScanner {
  /// 過去三年, 近兩年, 未來 3 年, 最近半年: a period that ends or begins with the publication.
  ///
  /// Years give years, months and halves of years months, weeks and days days; quarters are whole ones,
  /// the current not among them.
  func period(_ direction: PeriodDirection, from i: Int, at end: Int) -> ReadDate? {
    // 剛剛過去一個季度, 已經過去三年: a verb.
    if direction == .past, block[i] == "过" {
      switch block[i - 1] {
      case "刚", "已", "经", "就", "又", "快", "将", "再", "都", "才", "便", "不": return nil
      default: break
      }
    }
    var j = skippingSpaces(from: end)
    switch block[j] {
    case "的", "这", "近", "约": j = skippingSpaces(from: j + 1)
    default: break
    }
    var value: Operand
    if block[j] == "半" {
      guard let (unit, unitEnd) = UnitLexicon.units.longest(at: j + 1, in: block),
        case .duration = unit
      else { return nil }
      let half = ExactDecimal(5, exponent: -1)
      value = Operand(
        start: j,
        number: ReadNumber(end: j + 1, value: half),
        unit: unit,
        end: unitEnd,
        unitStart: j + 1
      )
    } else {
      guard let operand = operand(at: j) else { return nil }
      value = operand
    }
    guard case .duration(let time)? = value.unit, !value.number.isVague else { return nil }
    if direction == .nearly,
      isHedged(value, from: i) || time.base == .hour || time.base == .minute
        || time.base == .second
    {
      return nil
    }
    if value.addsHalf {
      return spanOfTime(TimeUnit(time.base, factor: time.factor, addsHalf: true), value, direction)
    }
    return spanOfTime(time, value, direction)
  }

  /// 近十年的投資經歷, 歷時近三年: 近 is "nearly" there.
  func isHedged(_ operand: Operand, from i: Int) -> Bool {
    switch block[i - 1] {
    case "了", "时", "达", "长", "续", "历", "经", "费", "花", "共", "隔", "满", "附", "靠", "临", "有", "已", "过",
      "前", "约", "用", "将", "接":
      return true
    default: break
    }
    guard block[operand.end] == "的" else { return false }
    for k in 1...6 {
      switch (block[operand.end + k], block[operand.end + k + 1]) {
      case ("经", "历"), ("经", "验"), ("历", "史"), ("时", "间"), ("积", "累"), ("努", "力"), ("生", "涯"):
        return true
      default: continue
      }
    }
    return false
  }

  func spanOfTime(_ time: TimeUnit, _ operand: Operand, _ direction: PeriodDirection)
    -> ReadDate?
  {
    let end = operand.end
    let unresolved = ReadDate(end: end, edtf: nil, rule: "date.relative-period")
    let amount = operand.number.max ?? operand.number.value
    guard let point = published?.start, let twice = amount.multiplied(by: Int128(2 * time.factor)),
      var halves = twice.whole, halves >= 0, halves < 4000
    else { return unresolved }
    if time.addsHalf { halves += time.factor }
    let sign = direction == .future ? 1 : -1
    func result(_ edtf: EDTFDate?) -> ReadDate {
      ReadDate(end: end, edtf: edtf, source: .published, rule: "date.relative-period")
    }
    switch time.base {
    case .year where halves % 2 == 0:
      let other = point.year + sign * halves / 2
      return result(EDTFDate(years: min(point.year, other), max(point.year, other)))
    case .year, .month:
      guard let month = point.month else { return unresolved }
      let months = time.base == .year ? halves * 6 : halves / 2
      if time.base == .month, time.factor == 3 {
        return result(quarters(months / 3, sign, point.year, month))
      }
      let now = CalendarArithmetic.monthNumber(year: point.year, month: month)
      return result(EDTFDate(months: min(now, now + sign * months), max(now, now + sign * months)))
    case .week, .day, .hour, .minute, .second:
      guard let today = publishedDay else { return unresolved }
      let now = CalendarArithmetic.dayNumber(today)
      let days: Int
      switch time.base {
      case .week: days = halves * 7 / 2
      case .day: days = halves / 2
      case .hour: days = (halves / 2 + 23) / 24
      default: days = 0
      }
      let other = now + sign * days
      return result(
        EDTFDate(
          days: CalendarArithmetic.day(number: min(now, other)),
          CalendarArithmetic.day(number: max(now, other))
        )
      )
    }
  }

  func quarters(_ count: Int, _ sign: Int, _ year: Int, _ month: Int) -> EDTFDate? {
    let now = year * 4 + (month - 1) / 3
    let (first, last) = sign < 0 ? (now - count, now - 1) : (now + 1, now + count)
    guard first <= last, let from = EDTFDate(year: first / 4, quarter: first % 4 + 1),
      let to = EDTFDate(year: last / 4, quarter: last % 4 + 1)
    else { return nil }
    return first == last ? from : EDTFDate(from: from, through: to)
  }

  /// 兩年前, 8 個月前: so long before the publication, at the precision of the unit.
  mutating func dateFromDuration(_ operand: Operand, _ time: TimeUnit) -> Int? {
    var j = skippingSpaces(from: operand.end)
    if block[j] == "以" || block[j] == "之" { j += 1 }
    guard block[j] == "前" else { return nil }
    switch block[j + 1] {
    case "后", "台", "端", "沿", "景", "三", "期", "任", "提", "进", "往": return nil
    default: break
    }
    guard operand.number.max == nil, time.base != .second, time.base != .minute, time.base != .hour
    else { return nil }
    var date = ReadDate(end: j + 1, edtf: nil, source: .published, rule: "date.ago")
    if let point = published?.start,
      let twice = operand.number.value.multiplied(by: Int128(2 * time.factor)),
      var halves = twice.whole, halves >= 0
    {
      // 兩百萬年前 is no date of a calendar.
      guard halves < 2000 else { return nil }
      if time.addsHalf { halves += time.factor }
      switch time.base {
      case .year where halves % 2 == 0:
        date.edtf = EDTFDate(year: point.year - halves / 2, isApproximate: true)
      case .year, .month:
        if let month = point.month {
          let months = time.base == .year ? halves * 6 : halves / 2
          let (year, number) = CalendarArithmetic.month(
            number: CalendarArithmetic.monthNumber(year: point.year, month: month) - months
          )
          date.edtf = EDTFDate(year: year, month: number, isApproximate: true)
        }
      case .week, .day:
        if let today = publishedDay {
          let days = time.base == .week ? halves * 7 / 2 : halves / 2
          date.edtf = EDTFDate(
            CalendarArithmetic.day(number: CalendarArithmetic.dayNumber(today) - days),
            isApproximate: time.base == .week
          )
        }
      case .hour, .minute, .second:
        break
      }
    }
    return finish(date, from: operand.start)
  }

  /// 民國114年.
  func republic(at end: Int) -> ReadDate? {
    let j = skippingSpaces(from: end)
    guard let number = NumberReader.number(at: j, in: block), let n = number.value.whole,
      (1...200).contains(n), number.scale == 0
    else { return nil }
    let k = skippingSpaces(from: number.end)
    guard block[k] == "年", block[k + 1] != "代", block[k + 1] != "间" else { return nil }
    var date =
      afterYear(1911 + n, at: k + 1)
      ?? ReadDate(end: k + 1, edtf: EDTFDate(year: 1911 + n), rule: "date.republic")
    date.hasOwnYear = true
    return date
  }
}
