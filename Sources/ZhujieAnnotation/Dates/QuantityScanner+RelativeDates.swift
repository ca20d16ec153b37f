import ZhujieText

/// Dates that begin with a word and lean on the day of publication: 今年2月, 上週五, 過去三年, 春節.
///
/// How they are resolved, with P the date of publication:
/// - 今年, 去年 … are years; what follows makes them finer (今年2月, 去年底). 年底 is December, 年初
///   January, 年中 June, all approximate; 3月末 stays the month.
/// - 過去, 近 and 未來 with years run from year to year (2022/2025), with months and halves of years
///   from month to month, with weeks and days from day to day; quarters are whole ones without P's own.
/// - 兩年前 is the year, 8個月前 the month, both approximate; 三天前 the day. 兩年後 is a length of time,
///   for what it follows is told in the text and not the publication.
/// - A month without a year takes a year of its own sentence, else that of P, or the one before where it
///   would lie much further ahead than back; 將, 預計 and their like keep it ahead. A feast likewise.
/// - A quarter without a year is the last that has begun; 本季度 the last one that the block named.
extension QuantityScanner {
  mutating func dateStartingWithWord(at i: Int) -> Int? {
    let word = RelativeLexicon.words.longest(at: i, in: block)
    let holiday = word == nil ? Holiday.names.longest(at: i, in: block) : nil
    if word == nil, holiday == nil {
      // Most words that could begin a date end here.
      switch block[i] {
      case "第", "周", "週", "星", "礼": break
      default: return nil
      }
    }
    if let word, let date = relative(word.value, from: i, at: word.end) {
      return finish(date, from: i)
    }
    if let holiday {
      return finish(nearest(holiday.value, end: trimmingTail(holiday.end)), from: i)
    }
    if let date = quarterDate(at: i) ?? weekdayDate(at: i) { return finish(date, from: i) }
    return nil
  }

  /// Q1 2025, 1Q25, FY2024.
  mutating func dateStartingWithLatin(at i: Int) -> Int? {
    if block[i] == "Q", let quarter = block[i + 1].digit, (1...4).contains(quarter),
      !block[i + 2].isAlphanumeric
    {
      let j = skippingSpaces(from: i + 2, atMost: 1)
      if let (year, end) = fourDigits(at: j), !block[end].isAlphanumeric, block[end] != "-" {
        let date = ReadDate(
          end: block[end] == "年" ? end + 1 : end,
          edtf: EDTFDate(year: year, quarter: quarter),
          rule: "date.quarter",
          hasOwnYear: true
        )
        return finish(date, from: i)
      }
      return finish(self.quarter(quarter, end: i + 2), from: i)
    }
    if block[i] == "F", block[i + 1] == "Y",
      let (year, end) = fourDigits(at: skippingSpaces(from: i + 2, atMost: 1)),
      !block[end].isAlphanumeric
    {
      return finish(
        ReadDate(end: end, edtf: EDTFDate(year: year), rule: "date.fiscal-year", hasOwnYear: true),
        from: i
      )
    }
    return nil
  }

  func fourDigits(at j: Int) -> (year: Int, end: Int)? {
    var value = 0
    var k = j
    while k - j < 5, let d = block[k].digit {
      value = value * 10 + d
      k += 1
    }
    return k - j == 4 && (1900...2199).contains(value) ? (value, k) : nil
  }

  func relative(_ word: RelativeWord, from i: Int, at end: Int) -> ReadDate? {
    let previous = block[i - 1]
    switch word {
    case .year(let offset):
      if previous == "之" || previous == "以" || HanNumber.digit(previous) != nil || previous.isDigit
      {
        return nil
      }
      return year(published.flatMap { $0.start }.map { $0.year + offset }, .published, at: end)
    case .contextYear(let offset):
      guard let year = context.year else { return nil }
      return self.year(year + offset, .context, at: end)
    case .month(let offset):
      return month(offset, at: end)
    case .week(let offset):
      if previous == "留" || previous == "剩" || previous == "写" { return nil }
      return week(offset, at: end)
    case .day(let offset):
      return day(offset, from: i, at: end)
    case .quarter(let offset):
      if offset == 0, let quarter = context.quarter {
        return ReadDate(end: end, edtf: quarter, source: .context, rule: "date.relative-quarter")
      }
      guard let point = published?.start, let month = point.month else {
        return ReadDate(end: end, edtf: nil, rule: "date.relative-quarter")
      }
      let number = point.year * 4 + (month - 1) / 3 + offset
      return ReadDate(
        end: end,
        edtf: EDTFDate(year: number / 4, quarter: number % 4 + 1),
        source: .published,
        rule: "date.relative-quarter"
      )
    case .half(let half):
      if previous == "年" { return nil }
      let year = context.yearOfSentence ?? yearOfPublished(month: half == 1 ? 1 : 7, at: end)
      return ReadDate(
        end: end,
        edtf: year.flatMap { self.half(half, of: $0) },
        source: context.yearOfSentence == nil ? .published : .context,
        rule: "date.half-year"
      )
    case .partOfYear:
      return partOfYear(from: i, at: end)
    case .partOfMonth:
      switch previous {
      case "月", "个", "每", "正", "腊", "闰", "年": return nil
      default: if previous.isDigit || HanNumber.digit(previous) != nil { return nil }
      }
      guard let point = published?.start, let month = point.month else {
        return ReadDate(end: end, edtf: nil, rule: "date.relative-month")
      }
      return ReadDate(
        end: end,
        edtf: EDTFDate(year: point.year, month: month),
        source: .published,
        rule: "date.relative-month"
      )
    case .period(let direction):
      return period(direction, from: i, at: end)
    case .republic:
      return republic(at: end)
    case .century(let offset):
      let year = published?.start?.year ?? 2000
      return century(from: ((year - 1) / 100 + offset) * 100, at: end)
    }
  }

  func year(_ year: Int?, _ source: DateValue.Source, at end: Int) -> ReadDate? {
    guard let year else {
      var date =
        afterYear(2024, at: end) ?? ReadDate(end: end, edtf: nil, rule: "date.relative-year")
      date.edtf = nil
      return date
    }
    var date =
      afterYear(year, at: end)
      ?? ReadDate(end: end, edtf: EDTFDate(year: year), rule: "date.relative-year")
    date.source = source
    date.hasOwnYear = true
    return date
  }

  /// 本月, 上月底, 本月 19 日.
  func month(_ offset: Int, at end: Int) -> ReadDate? {
    guard let point = published?.start, let month = point.month else {
      var date = afterMonth(2024, 1, nil, at: end)
      date?.edtf = nil
      return date
    }
    let (year, number) = CalendarArithmetic.month(
      number: CalendarArithmetic.monthNumber(year: point.year, month: month) + offset
    )
    var date = afterMonth(year, number, nil, at: end)
    date?.source = .published
    return date
  }

  func week(_ offset: Int, at end: Int) -> ReadDate {
    let (weekday, j) = weekday(at: end) ?? (0, end)
    guard let today = publishedDay else { return ReadDate(end: j, edtf: nil, rule: "date.week") }
    let monday =
      CalendarArithmetic.dayNumber(today) - CalendarArithmetic.weekday(today) + 1 + offset * 7
    let edtf =
      weekday > 0
      ? EDTFDate(CalendarArithmetic.day(number: monday + weekday - 1))
      : EDTFDate(
        days: CalendarArithmetic.day(number: monday),
        CalendarArithmetic.day(number: monday + 6)
      )
    return ReadDate(end: j, edtf: edtf, source: .published, rule: "date.week")
  }

  /// 一 to 六, 日, 天, 末 after 週 or 星期.
  func weekday(at j: Int) -> (Int, Int)? {
    if let d = HanNumber.digit(block[j]), (1...6).contains(d), block[j] != "两" { return (d, j + 1) }
    if block[j] == "日" || block[j] == "天" || block[j] == "末" {
      return (block[j] == "末" ? 6 : 7, j + 1)
    }
    return nil
  }

  /// 週五, 星期三: the last one before the text appeared, or its own day.
  func weekdayDate(at i: Int) -> ReadDate? {
    // 1月17日星期六 has its day already.
    if let last = found.last {
      let end = beforeSpaces(i)
      let start =
        block[end - 1] == "（" || block[end - 1] == "(" || block[end - 1] == "，" ? end - 1 : end
      if case .date = last.value, last.span.upperBound == block.span(start, start).lowerBound {
        return nil
      }
    }
    var j = i
    switch block[i] {
    case "周", "週": j += 1
    case "星" where block[i + 1] == "期", "礼" where block[i + 1] == "拜": j += 2
    default: return nil
    }
    switch block[i - 1] {
    case "每", "个", "四", "本", "上", "下", "这", "逢", "两": return nil
    case let code where HanNumber.digit(code) != nil || code.isDigit: return nil
    default: break
    }
    guard block[j] != "末", let (weekday, end) = weekday(at: j) else { return nil }
    // 周一 as a name or 一周三次: what follows must not be a measure word or a further numeral.
    if block[i] == "周" {
      switch block[end] {
      case "次", "个", "家", "天", "回", "围", "至", "到", "良", "鸣": return nil
      default: break
      }
    }
    if block[j] == "天" || block[j] == "日", block[i] == "周" || block[i] == "週", block[end].isHan,
      block[end] == "子" || block[end] == "期"
    {
      return nil
    }
    guard let today = publishedDay else {
      return ReadDate(end: end, edtf: nil, rule: "date.weekday")
    }
    let number = CalendarArithmetic.dayNumber(today)
    let back = (CalendarArithmetic.weekday(today) - weekday + 7) % 7
    return ReadDate(
      end: end,
      edtf: EDTFDate(CalendarArithmetic.day(number: number - back)),
      source: .published,
      rule: "date.weekday"
    )
  }

  /// 昨天, 今日: not as "these days" (今天的機會, 昨天的答案和明天的答案).
  func day(_ offset: Int, from i: Int, at end: Int) -> ReadDate? {
    if block[end] == "的" { return nil }
    if block[i - 1] == "直" || block[i - 1] == "到" || block[i - 1] == "至", offset == 0 { return nil }
    if offset == 0,
      !RelativeLexicon.eventsOfToday.contains(at: skippingSpaces(from: end), in: block)
    {
      return nil
    }
    if offset > 0,
      !RelativeLexicon.eventsOfToday.contains(at: skippingSpaces(from: end), in: block),
      !speaksOfFuture(around: i, end)
    {
      return nil
    }
    guard let today = publishedDay else {
      return ReadDate(end: end, edtf: nil, rule: "date.relative-day")
    }
    return ReadDate(
      end: end,
      edtf: EDTFDate(CalendarArithmetic.day(number: CalendarArithmetic.dayNumber(today) + offset)),
      source: .published,
      rule: "date.relative-day"
    )
  }

  /// 年底, 年初 by themselves: of the year of publication.
  func partOfYear(from i: Int, at end: Int) -> ReadDate? {
    let previous = block[i - 1]
    if previous.isDigit || previous == " " && block[i - 2].isDigit
      || HanNumber.digit(previous) != nil
      || previous == "每" || previous == "当" || previous == "历" || previous == "多" || previous == "十"
      || previous == "大" || previous == "岁"
    {
      return nil
    }
    guard let year = context.yearOfSentence ?? published?.start?.year else {
      var date = yearPart(2024, at: i + 1)
      date?.edtf = nil
      return date
    }
    var date = yearPart(year, at: i + 1)
    date?.source = context.yearOfSentence == nil ? .published : .context
    return date
  }
}
