import ZhujieText

/// Months and days: 9 月 8 日, 三四月, 3月上旬, 24 日.
extension QuantityScanner {
  /// 9 月…, of a year that is known.
  func monthDate(of year: Int, at j: Int) -> ReadDate? {
    guard let (month, lastMonth, monthEnd) = monthNumber(at: j) else { return nil }
    return afterMonth(year, month, lastMonth, at: monthEnd)
  }

  /// 4月10日, 三四月, 8-10月 without a year.
  func monthDate(at i: Int) -> ReadDate? {
    guard block[i - 1] != ".", block[i - 1] != "年" || block[i].isDigit,
      let (month, lastMonth, monthEnd) = monthNumber(at: i)
    else { return nil }
    let year: Int?
    let source: DateValue.Source
    if let contextual = context.yearOfSentence {
      (year, source) = (contextual, .context)
    } else {
      (year, source) = (yearOfPublished(month: month, at: monthEnd), .published)
    }
    guard let year else {
      // Read with a leap year, to know where it ends.
      guard var date = afterMonth(2024, month, lastMonth, at: monthEnd) else { return nil }
      date.edtf = nil
      return date
    }
    var date = afterMonth(year, month, lastMonth, at: monthEnd)
    date?.source = source
    return date
  }

  /// A month 1 to 12 and the index after 月; for 三四月 and 8-10月 the last month too.
  func monthNumber(at j: Int) -> (month: Int, last: Int?, end: Int)? {
    guard let (low, high, end) = smallNumber(at: j) else { return nil }
    var k = skippingSpaces(from: end)
    if block[k] == "月" {
      guard block[k + 1] != "饼", block[k + 1] != "票", (1...12).contains(low),
        high.map({ $0 <= 12 }) ?? true
      else { return nil }
      return (low, high, k + 1)
    }
    switch block[k] {
    case "-", "~", "到", "至", "、": break
    default: return nil
    }
    let isList = block[k] == "、"
    k = skippingSpaces(from: k + 1)
    guard let (last, nothing, lastEnd) = smallNumber(at: k), nothing == nil, (1...12).contains(low),
      (1...12).contains(last), low < last, !isList || last == low + 1
    else { return nil }
    k = skippingSpaces(from: lastEnd)
    guard block[k] == "月" else { return nil }
    // 3-5月10日 would be something else.
    return (low, last, k + 1)
  }

  /// A number below 100 in digits or numerals; two for 三四.
  func smallNumber(at j: Int) -> (low: Int, high: Int?, end: Int)? {
    guard
      block[j].isDigit || HanNumber.digit(block[j]) != nil || block[j] == "十" || block[j] == "廿"
        || block[j] == "卅",
      let number = NumberReader.number(at: j, in: block), !number.hasMore, !number.isVague,
      !number.hasScale, !number.hasComma, !number.hasFraction, number.scale == 0,
      !number.isArabic || number.digitCount <= 2, let low = number.value.whole, low < 100,
      number.single != "两"
    else { return nil }
    return (low, number.max?.whole, number.end)
  }

  /// What follows 月: 份, a day, 底, 上旬, 第一週.
  func afterMonth(_ year: Int, _ month: Int, _ last: Int?, at start: Int) -> ReadDate? {
    if let last {
      let number = CalendarArithmetic.monthNumber(year: year, month: month)
      return ReadDate(
        end: block[start] == "份" ? start + 1 : start,
        edtf: EDTFDate(months: number, number + last - month),
        rule: "date.months"
      )
    }
    let lastDay = EDTFDate.daysIn(month: month, of: year)
    func stretch(_ from: Int, _ to: Int, _ end: Int) -> ReadDate {
      ReadDate(
        end: end,
        edtf: EDTFDate(
          days: CalendarDay(year: year, month: month, day: from),
          CalendarDay(year: year, month: month, day: to)
        ),
        rule: "date.month-part"
      )
    }
    let j = skippingSpaces(from: start)
    if let (first, last, end) = dayRange(at: j), last <= lastDay {
      return stretch(first, last, end)
    }
    if let (dayOfMonth, dayEnd) = dayNumber(at: j) {
      guard let edtf = EDTFDate(year: year, month: month, day: dayOfMonth) else { return nil }
      if let ending = periodEnding(year, month, at: dayEnd) { return ending }
      return ReadDate(end: dayEnd, edtf: edtf, rule: "date.month-day")
    }
    switch (block[j], block[j + 1]) {
    case ("上", "旬"): return stretch(1, 10, j + 2)
    case ("中", "旬"): return stretch(11, 20, j + 2)
    case ("下", "旬"): return stretch(21, lastDay, j + 2)
    case ("第", _):
      if let number = smallNumber(at: skippingSpaces(from: j + 1)), number.high == nil {
        let k = skippingSpaces(from: number.end)
        if block[k] == "天", let edtf = EDTFDate(year: year, month: month, day: number.low) {
          return ReadDate(end: k + 1, edtf: edtf, rule: "date.month-day")
        }
        if block[k] == "周" || block[k] == "週", (1...5).contains(number.low) {
          return stretch(number.low * 7 - 6, min(number.low * 7, lastDay), k + 1)
        }
      }
    default: break
    }
    var end = start
    switch block[start] {
    case "份":
      end = start + 1
    case "底", "末", "初", "中":
      let next = block[start + 1]
      let isWord =
        switch block[start] {
        case "底": next == "层" || next == "部" || next == "盘"
        case "初": next == "创" || next == "级" || next == "步"
        case "中": next.isHan && next != "的" && next != "时"
        default: next == "端"
        }
      if !isWord { end = start + 1 }
    default: break
    }
    return ReadDate(end: end, edtf: EDTFDate(year: year, month: month), rule: "date.month")
  }

  /// A day 1 to 31 and the index after 日 or 號.
  func dayNumber(at j: Int) -> (day: Int, end: Int)? {
    guard let (day, high, end) = smallNumber(at: j), high == nil, (1...31).contains(day) else {
      return nil
    }
    let k = skippingSpaces(from: end)
    guard block[k] == "日" || block[k] == "号" || block[k] == "號" else { return nil }
    if block[k] == "号", block[k + 1] == "线" || block[k + 1] == "楼" || block[k + 1] == "院" {
      return nil
    }
    return (day, k + 1)
  }

  /// 13-14日, 13至15日, 13、14日.
  func dayRange(at j: Int) -> (Int, Int, Int)? {
    guard let (first, high, firstEnd) = smallNumber(at: j), high == nil, (1...31).contains(first)
    else { return nil }
    var k = skippingSpaces(from: firstEnd)
    let isList = block[k] == "、" || block[k] == "和"
    switch block[k] {
    case "-", "~", "到", "至", "、", "和": k = skippingSpaces(from: k + 1)
    default: return nil
    }
    guard let (last, end) = dayNumber(at: k), first < last, !isList || last == first + 1 else {
      return nil
    }
    return (first, last, end)
  }

  /// 24 日 after a date in the same month, or of the month of publication.
  func dayDate(at i: Int) -> ReadDate? {
    guard block[i].isDigit, let (day, end) = dayNumber(at: i), block[end - 1] == "日",
      !block[i - 1].isAlphanumeric, block[i - 1] != "月"
    else { return nil }
    switch block[end] {
    case "内", "游", "以", "之", "元", "后": return nil
    default: break
    }
    if let near = context.month(near: i),
      let edtf = EDTFDate(year: near.year, month: near.month, day: day)
    {
      return ReadDate(end: end, edtf: edtf, source: .context, rule: "date.day")
    }
    guard let point = published?.start, let month = point.month else {
      return ReadDate(end: end, edtf: nil, rule: "date.day")
    }
    var number = CalendarArithmetic.monthNumber(year: point.year, month: month)
    if let today = point.day, day > today, !speaksOfFuture(around: i, end) { number -= 1 }
    let (year, ofMonth) = CalendarArithmetic.month(number: number)
    return ReadDate(
      end: end,
      edtf: EDTFDate(year: year, month: ofMonth, day: day),
      source: .published,
      rule: "date.day"
    )
  }

  /// 2024年12月31日止季度: the quarter that ends there, as companies report it.
  func periodEnding(_ year: Int, _ month: Int, at start: Int) -> ReadDate? {
    var j = skippingSpaces(from: start)
    guard block[j] == "止" else { return nil }
    j += 1
    if block[j] == "的" { j += 1 }
    var months = 0
    if block[j] == "季" {
      months = 3
      j += block[j + 1] == "度" ? 2 : 1
    } else if block[j] == "财" && block[j + 1] == "年" || block[j] == "年" && block[j + 1] == "度" {
      months = 12
      j += 2
      if block[j] == "度" { j += 1 }
    } else if let number = smallNumber(at: j), number.high == nil, block[number.end] == "个",
      block[number.end + 1] == "月"
    {
      months = number.low
      j = number.end + 2
    } else {
      return nil
    }
    guard months > 0 else { return nil }
    let last = CalendarArithmetic.monthNumber(year: year, month: month)
    if months == 3, month % 3 == 0 {
      return ReadDate(
        end: j,
        edtf: EDTFDate(year: year, quarter: month / 3),
        rule: "date.period-ending"
      )
    }
    return ReadDate(
      end: j,
      edtf: EDTFDate(months: last - months + 1, last),
      rule: "date.period-ending"
    )
  }
}
