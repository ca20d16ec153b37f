import ZhujieText

/// Dates that begin with a number: 2023年9月8日, 4 月 10 日, 24 日, 2025-03-13, 90年代.
extension QuantityScanner {
  mutating func dateStartingWithNumber(at i: Int) -> Int? {
    guard mayBeDate(at: i), let date = isoDate(at: i) ?? date(at: i) ?? datelineDate(at: i) else {
      return nil
    }
    return finish(date, from: i)
  }

  /// 04-14 where it is all that its block says, as datelines do.
  private func datelineDate(at i: Int) -> ReadDate? {
    guard block.count <= 12, block[i].isDigit, block[i + 1].isDigit, block[i + 2] == "-",
      let month = twoDigits(at: i), let day = twoDigits(at: i + 3), (1...12).contains(month)
    else { return nil }
    for k in 0..<block.count where k < i || k >= i + 5 {
      guard block[k] == " " || block[k] == "\n" else { return nil }
    }
    let year = yearOfPublished(month: month, at: i)
    let edtf = year.flatMap { EDTFDate(year: $0, month: month, day: day) }
    guard edtf != nil || year == nil else { return nil }
    return ReadDate(end: i + 5, edtf: edtf, source: .published, rule: "date.dateline")
  }

  private func twoDigits(at i: Int) -> Int? {
    guard let tens = block[i].digit, let ones = block[i + 1].digit else { return nil }
    return tens * 10 + ones
  }

  /// Whether what stands behind the digits or numerals at `i` is a word of dates: most numbers end
  /// here.
  private func mayBeDate(at i: Int) -> Bool {
    var j = i
    // No date begins with more; without the bound a long run of numbers would be read again and again.
    while j - i < 20, block[j].isDigit || Starter.isNumeral[Int(block[j].value)] { j += 1 }
    let k = skippingSpaces(from: j)
    switch block[k] {
    case "年", "月", "日", "号", "季", "世", "-", "~", "到", "至", "、", "/", ".", "Q", "H", "财", "会", "上",
      "全",
      "下", "和", "与", "及", "或":
      return true
    case "假", "黄", "长", "节", "期", "小": return k == j
    default: return false
    }
  }

  /// Any date that begins with a number, years first.
  func date(at i: Int) -> ReadDate? {
    if let date = decade(at: i) { return date }
    if let date = yearDate(at: i) { return date }
    if let date = monthDate(at: i) { return date }
    if let date = dayDate(at: i) { return date }
    return quarterDate(at: i) ?? numberedHoliday(at: i)
  }

  /// Adds a date, or the period that it begins (2023年9月至2024年3月, 3月1日-5日).
  mutating func finish(_ date: ReadDate, from i: Int) -> Int {
    var date = date
    if let period = period(from: date) { date = period }
    add(
      i,
      date.end,
      .date(DateValue(edtf: date.edtf, resolvedFrom: date.edtf == nil ? nil : date.source)),
      date.rule
    )
    context.note(date, at: i)
    return date.end
  }

  private func period(from first: ReadDate) -> ReadDate? {
    let j = skippingSpaces(from: first.end)
    switch block[j] {
    case "-", "~":
      guard block[j + 1] != block[j] else { return nil }
    case "到", "至": break
    default: return nil
    }
    let k = skippingSpaces(from: j + 1)
    guard let edtf = first.edtf, let start = edtf.start else { return nil }
    // The second half leaves out what the first has said.
    var inner = self
    inner.found = []
    inner.context = DateContext()
    inner.context.sentenceStart = 0
    inner.context.note(
      ReadDate(end: first.end, edtf: edtf, source: nil, rule: "", hasOwnYear: true),
      at: 0
    )
    inner.context.extend(to: k)
    guard var second = inner.secondDate(at: k, after: edtf.isSpan ? edtf.end : start) else {
      return nil
    }
    if start.month == nil, second.source == .context, start.quarter == nil { return nil }
    guard let period = EDTFDate(from: edtf, through: second.edtf) else { return nil }
    second.edtf = period
    second.source = first.source
    second.rule = "date.period"
    second.hasOwnYear = first.hasOwnYear || second.hasOwnYear
    return second
  }

  /// The end of a period: a whole date, a day of the same month (十日至十五日), or 今年3月.
  private func secondDate(at k: Int, after last: EDTFDate.Point?) -> ReadDate? {
    if let (word, end) = RelativeLexicon.words.longest(at: k, in: block), case .year = word {
      return relative(word, from: k, at: end)
    }
    guard block[k].isDigit || HanNumber.digit(block[k]) != nil || block[k] == "十" else {
      return nil
    }
    if let last, last.day != nil, let (day, end) = dayNumber(at: k) {
      let edtf = EDTFDate(year: last.year, month: last.month, day: day)
      return edtf.map { ReadDate(end: end, edtf: $0, rule: "date.period") }
    }
    return isoDate(at: k) ?? date(at: k)
  }

  // MARK: - Years

  /// 2023年…, 二〇二三年…, 24年底, 2019-2023年, 2024財年.
  private func yearDate(at i: Int) -> ReadDate? {
    guard let (year, numberEnd, digits) = yearNumber(at: i) else { return nil }
    var j = skippingSpaces(from: numberEnd)
    if digits == 4, block[j] == "-" || block[j] == "~" || block[j] == "至" || block[j] == "到" {
      return yearRange(from: year, at: j)
    }
    if block[j] == "Q", digits == 4, let date = quarterLetter(year, at: j) { return date }
    if block[j] == "H", digits == 4, block[j + 1] == "1" || block[j + 1] == "2",
      !block[j + 2].isAlphanumeric
    {
      return ReadDate(
        end: j + 2,
        edtf: half(block[j + 1] == "1" ? 1 : 2, of: year),
        rule: "date.half-year",
        hasOwnYear: true
      )
    }
    if let end = fiscalYear(at: j), digits == 4 {
      var date =
        afterYear(year, at: end)
        ?? ReadDate(end: end, edtf: EDTFDate(year: year), rule: "date.fiscal-year")
      date.hasOwnYear = true
      return date
    }
    if digits == 4, isListed(at: j) {
      return ReadDate(
        end: numberEnd,
        edtf: EDTFDate(year: year),
        rule: "date.year",
        hasOwnYear: true
      )
    }
    if digits == 4, block[j] == "上" || block[j] == "下" || block[j] == "全",
      var date = yearPart(year, at: j)
    {
      date.hasOwnYear = true
      return date
    }
    guard block[j] == "年" else { return nil }
    // 後20年中 counts years.
    if digits == 2, block[j + 1] == "中" || block[j + 1] == "来" { return nil }
    switch block[j + 1] {
    case "级", "代": return nil
    case "前" where digits == 2: return nil
    default: break
    }
    j += 1
    var date = afterYear(year, at: j)
    if digits == 2, date == nil { return nil }
    if date == nil {
      if block[j] == "度", block[j + 1] != "过" { j += 1 }
      date = ReadDate(end: j, edtf: EDTFDate(year: year), rule: "date.year")
    }
    date?.hasOwnYear = true
    return date
  }

  /// 2021、2022 和 2023 年: whether the list that goes on at `index` ends in 年.
  private func isListed(at index: Int) -> Bool {
    var j = index
    for _ in 0..<12 {
      switch block[j] {
      case "、", "和", "与", "及", "或": j = skippingSpaces(from: j + 1)
      default: return false
      }
      guard let (_, end, digits) = yearNumber(at: j), digits == 4 else { return false }
      j = skippingSpaces(from: end)
      if block[j] == "年" { return block[j + 1] != "代" && block[j + 1] != "级" }
    }
    return false
  }

  /// The year that a number can be: four digits from 1000 to 2199, four Han digits, or two.
  private func yearNumber(at i: Int) -> (year: Int, end: Int, digits: Int)? {
    guard !block[i - 1].isAlphanumeric, block[i - 1] != "." || !block[i - 2].isDigit else {
      return nil
    }
    if block[i].isDigit {
      var value = 0
      var j = i
      while j - i < 5, let d = block[j].digit {
        value = value * 10 + d
        j += 1
      }
      if j - i == 4, (1000...2199).contains(value) {
        if value < 1900 || value == 2000, isSpan(of: value, before: i, at: j) { return nil }
        return (value, j, 4)
      }
      if j - i == 2 { return (value >= 50 ? 1900 + value : 2000 + value, j, 2) }
      return nil
    }
    var value = 0
    var j = i
    while j - i < 5, let d = HanNumber.digit(block[j]), block[j] != "两" {
      value = value * 10 + d
      j += 1
    }
    return j - i == 4 && (1000...2199).contains(value) ? (value, j, 4) : nil
  }

  /// 1500 年歷史, 近 2000 年: a length, not a year.
  private func isSpan(of value: Int, before i: Int, at end: Int) -> Bool {
    if hedge(around: i, end) != nil { return true }
    let j = skippingSpaces(from: end)
    guard block[j] == "年" else { return false }
    switch block[j + 1] {
    case "历", "多", "来", "时", "以": return true
    case "的": return block[j + 2] == "历" || block[j + 2] == "时"
    default: return false
    }
  }

  private func yearRange(from year: Int, at dash: Int) -> ReadDate? {
    guard block[dash + 1] != block[dash] else { return nil }
    let k = skippingSpaces(from: dash + 1)
    guard let (last, end, digits) = yearNumber(at: k),
      digits == 4 || block[end].isHan || block[end] == " ",
      !block[end].isDigit, block[end] != "-", block[end] != "."
    else { return nil }
    let lastYear = digits == 4 ? last : year / 100 * 100 + last % 100
    guard let edtf = EDTFDate(years: year, lastYear), year < lastYear else { return nil }
    var j = skippingSpaces(from: end)
    if block[j] == "年" {
      j += block[j + 1] == "度" ? 2 : 1
    } else if let fiscal = fiscalYear(at: j) {
      j = fiscal
    } else {
      guard digits == 4, (1900...2100).contains(year), (1900...2100).contains(lastYear),
        !block[end].isAlphanumeric
      else { return nil }
      j = end
    }
    return ReadDate(end: j, edtf: edtf, rule: "date.years", hasOwnYear: true)
  }

  /// 財年, 財政年度, 會計年度 after a year: the year of its name; which months it has, only the
  /// company knows.
  private func fiscalYear(at j: Int) -> Int? {
    if block[j] == "财", block[j + 1] == "年" { return j + 2 }
    if (block[j] == "财" && block[j + 1] == "政") || (block[j] == "会" && block[j + 1] == "计"),
      block[j + 2] == "年", block[j + 3] == "度"
    {
      return j + 4
    }
    return nil
  }

  /// What follows 年 and makes the date finer; nil where nothing does.
  func afterYear(_ year: Int, at start: Int) -> ReadDate? {
    let j = skippingSpaces(from: start)
    if let date = monthDate(of: year, at: j) { return date }
    if let date = quarterDate(of: year, at: j) { return date }
    if let (holiday, end) = Holiday.names.longest(at: j, in: block)
      ?? Holiday.namesAfterYear.longest(at: j, in: block), !block[end].isAlphanumeric
    {
      return ReadDate(
        end: trimmingTail(end),
        edtf: holiday.day(in: year).flatMap { EDTFDate($0) },
        rule: "date.holiday"
      )
    }
    return yearPart(year, at: j)
  }

  /// 十一期間 ends before 期間, 國慶假期 before 假期.
  func trimmingTail(_ end: Int) -> Int {
    Holiday.tails.longest(endingAt: end, in: block)?.start ?? end
  }

  /// 年底 is December, 年初 January, 年中 June, each marked approximate; 上半年 and 下半年 are their
  /// six months.
  func yearPart(_ year: Int, at start: Int) -> ReadDate? {
    var j = start
    if block[j] == "年",
      block[j + 1] == "底" || block[j + 1] == "初" || block[j + 1] == "末" || block[j + 1] == "中"
    {
      j += 1
    }
    let next = block[j + 1]
    switch block[j] {
    case "底":
      switch next {
      case "层", "线", "盘", "气", "特", "部", "座", "价", "蕴", "色": return nil
      default: return part(year, 12, j + 1)
      }
    case "末":
      switch next {
      case "端", "班", "位", "日", "期": return nil
      default: return part(year, 12, j + 1)
      }
    case "初":
      switch next {
      case "创", "期", "中", "级", "步", "代", "衷", "心", "始", "选", "赛", "等", "夏", "春", "秋", "冬", "次":
        return nil
      default: return part(year, 1, j + 1)
      }
    case "中":
      switch next {
      case "，", "。", "、", "的", ",", " ", "时", "前", "开", "起", .none, "）", ")", "之", "以", "；":
        return part(year, 6, j + 1)
      default: return nil
      }
    case "上", "下":
      guard next == "半", block[j + 2] == "年" else { return nil }
      return ReadDate(
        end: j + 3,
        edtf: half(block[j] == "上" ? 1 : 2, of: year),
        rule: "date.half-year"
      )
    case "全":
      return next == "年" ? ReadDate(end: j + 2, edtf: EDTFDate(year: year), rule: "date.year") : nil
    case "前":
      return firstPart(year, at: j)
    case "H":
      guard next == "1" || next == "2", !block[j + 2].isAlphanumeric else { return nil }
      return ReadDate(end: j + 2, edtf: half(next == "1" ? 1 : 2, of: year), rule: "date.half-year")
    default:
      return nil
    }
  }

  private func part(_ year: Int, _ month: Int, _ end: Int) -> ReadDate {
    ReadDate(
      end: end,
      edtf: EDTFDate(year: year, month: month, isApproximate: true),
      rule: "date.year-part"
    )
  }

  func half(_ half: Int, of year: Int) -> EDTFDate? {
    let first = CalendarArithmetic.monthNumber(year: year, month: half == 1 ? 1 : 7)
    return EDTFDate(months: first, first + 5)
  }

  /// 前三季度, 前九個月.
  private func firstPart(_ year: Int, at j: Int) -> ReadDate? {
    let k = skippingSpaces(from: j + 1)
    guard let number = NumberReader.number(at: k, in: block), let n = number.value.whole,
      (1...11).contains(n)
    else { return nil }
    var end = skippingSpaces(from: number.end)
    let months: Int
    if block[end] == "个", block[end + 1] == "季" { end += 1 }
    if block[end] == "季", n <= 3 {
      months = n * 3
      end += block[end + 1] == "度" ? 2 : 1
    } else if block[end] == "个", block[end + 1] == "月" {
      months = n
      end += 2
    } else {
      return nil
    }
    let first = CalendarArithmetic.monthNumber(year: year, month: 1)
    return ReadDate(
      end: end,
      edtf: EDTFDate(months: first, first + months - 1),
      rule: "date.first-part"
    )
  }

  // MARK: - Quarters

  private func quarterDate(of year: Int, at j: Int) -> ReadDate? {
    if block[j] == "Q" { return quarterLetter(year, at: j) }
    if block[j] == "首", block[j + 1] == "季" {
      return ReadDate(
        end: block[j + 2] == "度" ? j + 3 : j + 2,
        edtf: EDTFDate(year: year, quarter: 1),
        rule: "date.quarter"
      )
    }
    guard let (quarter, end) = quarterWord(at: j) else { return nil }
    return ReadDate(end: end, edtf: EDTFDate(year: year, quarter: quarter), rule: "date.quarter")
  }

  /// 第四季度, 四季度, 第 1 季; the 第 or 度 must be there.
  func quarterWord(at start: Int) -> (Int, Int)? {
    var j = start
    let isOrdinal = block[j] == "第"
    if isOrdinal { j = skippingSpaces(from: j + 1) }
    guard let quarter = block[j].digit ?? HanNumber.digit(block[j]), (1...4).contains(quarter),
      block[j] != "两"
    else { return nil }
    j = skippingSpaces(from: j + 1)
    if block[j] == "财", block[j + 1] == "季" { j += 1 }
    guard block[j] == "季" else { return nil }
    if block[j + 1] == "度" { return (quarter, j + 2) }
    if block[j + 1] == "报" { return (quarter, j + 1) }
    return isOrdinal ? (quarter, j + 1) : nil
  }

  func quarterLetter(_ year: Int, at j: Int) -> ReadDate? {
    guard block[j] == "Q", let quarter = block[j + 1].digit, (1...4).contains(quarter),
      !block[j + 2].isAlphanumeric
    else { return nil }
    return ReadDate(
      end: j + 2,
      edtf: EDTFDate(year: year, quarter: quarter),
      rule: "date.quarter",
      hasOwnYear: true
    )
  }

  /// 四季度 without a year: the nearest one.
  func quarterDate(at i: Int) -> ReadDate? {
    guard let (quarter, end) = quarterWord(at: i),
      block[end - 1] == "度" || block[end] == "报" || isQuarterOfBusiness(at: end),
      block[i - 1] != "前", !block[i - 1].isDigit
    else {
      return nil
    }
    return self.quarter(quarter, end: end)
  }

  /// 第3季營收: 季 without 度 is a quarter where figures of business follow; by itself it is as often a
  /// season of a show or of a crop.
  private func isQuarterOfBusiness(at index: Int) -> Bool {
    switch block[index] {
    case "财", "营", "业", "获", "净", "毛", "经", "出", "全", "预", "实", "单", "末", "底", "季": true
    default: false
    }
  }

  func quarter(_ quarter: Int, end: Int) -> ReadDate {
    if let year = context.yearOfSentence {
      return ReadDate(
        end: end,
        edtf: EDTFDate(year: year, quarter: quarter),
        source: .context,
        rule: "date.quarter"
      )
    }
    // Results are reported of quarters that have begun.
    var year = yearOfPublished(month: quarter * 3 - 2, at: end)
    if let known = year, let point = published?.start, known == point.year, let now = point.month,
      quarter * 3 - 2 > now, !speaksOfFuture(around: end, end)
    {
      year = known - 1
    }
    return ReadDate(
      end: end,
      edtf: year.flatMap { EDTFDate(year: $0, quarter: quarter) },
      source: .published,
      rule: "date.quarter"
    )
  }

  // MARK: - Months and days

  /// 9 月…, of a year that is known.
  private func monthDate(of year: Int, at j: Int) -> ReadDate? {
    guard let (month, lastMonth, monthEnd) = monthNumber(at: j) else { return nil }
    return afterMonth(year, month, lastMonth, at: monthEnd)
  }

  /// 4月10日, 三四月, 8-10月 without a year.
  private func monthDate(at i: Int) -> ReadDate? {
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
  private func monthNumber(at j: Int) -> (month: Int, last: Int?, end: Int)? {
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
  private func smallNumber(at j: Int) -> (low: Int, high: Int?, end: Int)? {
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
  private func dayNumber(at j: Int) -> (day: Int, end: Int)? {
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
  private func dayRange(at j: Int) -> (Int, Int, Int)? {
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
  private func dayDate(at i: Int) -> ReadDate? {
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
  private func periodEnding(_ year: Int, _ month: Int, at start: Int) -> ReadDate? {
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

  // MARK: - Others

  /// 2025-03-13, 2025/3/13, 2025.03.13, 2025-03.
  func isoDate(at i: Int) -> ReadDate? {
    guard block[i].isDigit, !block[i - 1].isAlphanumeric, block[i - 1] != ".", block[i - 1] != "-",
      block[i - 1] != "/"
    else { return nil }
    var numbers: [Int] = []
    var widths: [Int] = []
    var j = i
    var separator: Code?
    while numbers.count < 3 {
      var value = 0
      var k = j
      while k - j < 5, let d = block[k].digit {
        value = value * 10 + d
        k += 1
      }
      guard k > j else { return nil }
      numbers.append(value)
      widths.append(k - j)
      j = k
      guard numbers.count < 3 else { break }
      let code = block[j]
      guard code == "-" || code == "/" || code == ".", separator == nil || separator == code,
        block[j + 1].isDigit
      else { break }
      separator = code
      j += 1
    }
    guard widths[0] == 4, (1000...2199).contains(numbers[0]), numbers.count >= 2, let separator,
      !block[j].isAlphanumeric, block[j] != separator || !block[j + 1].isDigit, widths[1] <= 2
    else { return nil }
    if numbers.count == 3 {
      guard widths[2] <= 2,
        let edtf = EDTFDate(year: numbers[0], month: numbers[1], day: numbers[2])
      else { return nil }
      return ReadDate(end: j, edtf: edtf, rule: "date.iso", hasOwnYear: true)
    }
    guard separator == "-", widths[1] == 2, let edtf = EDTFDate(year: numbers[0], month: numbers[1])
    else { return nil }
    return ReadDate(end: j, edtf: edtf, rule: "date.iso", hasOwnYear: true)
  }

  /// 90年代, 八十年代, 1990 年代, 21世紀, 二十世纪九十年代.
  func decade(at i: Int) -> ReadDate? {
    guard !block[i - 1].isAlphanumeric, let number = NumberReader.number(at: i, in: block),
      !number.isVague, !number.hasMore, number.max == nil, let n = number.value.whole, n < 3000,
      n > 0
    else { return nil }
    let j = skippingSpaces(from: number.end)
    if block[j] == "年", block[j + 1] == "代" {
      let first: Int
      switch n {
      case 1000...2190 where n % 10 == 0: first = n
      case 10...90 where n % 10 == 0:
        // 二十年代 is the decade that the publication knows.
        let isPast = n >= 30 || (published?.start?.year ?? 2100) < 2000 + n
        first = (isPast ? 1900 : 2000) + n
      default: return nil
      }
      return decade(from: first, at: j + 2)
    }
    guard block[j] == "世", block[j + 1] == "纪", (1...30).contains(n),
      number.single == nil || n > 10 || number.isArabic
    else { return nil }
    let start = (n - 1) * 100
    return century(from: start, at: j + 2)
  }

  /// 90年代初, 90年代中期, 90年代末: its first, middle and last years.
  private func decade(from first: Int, at end: Int) -> ReadDate {
    var (from, to, end) = (first, first + 9, end)
    let isPeriod = block[end + 1] == "期"
    switch block[end] {
    case "早" where !isPeriod, "后" where !isPeriod: break
    case "初", "早": (to, end) = (first + 3, end + (isPeriod ? 2 : 1))
    case "中" where isPeriod || block[end + 1] == "叶":
      (from, to, end) = (first + 4, first + 6, end + 2)
    case "末", "后": (from, end) = (first + 7, end + (isPeriod ? 2 : 1))
    default: break
    }
    return ReadDate(end: end, edtf: EDTFDate(years: from, to), rule: "date.decade")
  }

  /// The rest of a century's name: 九十年代, 初, 末.
  func century(from start: Int, at j: Int) -> ReadDate {
    let k = skippingSpaces(from: j)
    if block[k].isDigit || HanNumber.digit(block[k]) != nil,
      let number = NumberReader.number(at: k, in: block),
      let n = number.value.whole, n % 10 == 0, (10...90).contains(n)
    {
      let end = skippingSpaces(from: number.end)
      if block[end] == "年", block[end + 1] == "代" {
        return decade(from: start + n, at: end + 2)
      }
    }
    switch block[j] {
    case "初":
      return ReadDate(
        end: j + 1,
        edtf: EDTFDate(years: start + 1, start + 10),
        rule: "date.century"
      )
    case "末":
      return ReadDate(
        end: j + 1,
        edtf: EDTFDate(years: start + 91, start + 100),
        rule: "date.century"
      )
    default:
      return ReadDate(end: j, edtf: EDTFDate(years: start + 1, start + 100), rule: "date.century")
    }
  }

  /// 五一假期, 十一黃金週.
  private func numberedHoliday(at i: Int) -> ReadDate? {
    guard let (holiday, end) = Holiday.names.longest(at: i, in: block) else { return nil }
    return nearest(holiday, end: trimmingTail(end))
  }
}
