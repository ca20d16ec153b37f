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

  private func fourDigits(at j: Int) -> (year: Int, end: Int)? {
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

  private func year(_ year: Int?, _ source: DateValue.Source, at end: Int) -> ReadDate? {
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
  private func month(_ offset: Int, at end: Int) -> ReadDate? {
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

  private func week(_ offset: Int, at end: Int) -> ReadDate {
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
  private func weekday(at j: Int) -> (Int, Int)? {
    if let d = HanNumber.digit(block[j]), (1...6).contains(d), block[j] != "两" { return (d, j + 1) }
    if block[j] == "日" || block[j] == "天" || block[j] == "末" {
      return (block[j] == "末" ? 6 : 7, j + 1)
    }
    return nil
  }

  /// 週五, 星期三: the last one before the text appeared, or its own day.
  private func weekdayDate(at i: Int) -> ReadDate? {
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
  private func day(_ offset: Int, from i: Int, at end: Int) -> ReadDate? {
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
  private func partOfYear(from i: Int, at end: Int) -> ReadDate? {
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

  /// 過去三年, 近兩年, 未來 3 年, 最近半年: a period that ends or begins with the publication.
  ///
  /// Years give years, months and halves of years months, weeks and days days; quarters are whole ones,
  /// the current not among them.
  private func period(_ direction: PeriodDirection, from i: Int, at end: Int) -> ReadDate? {
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
  private func isHedged(_ operand: Operand, from i: Int) -> Bool {
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

  private func spanOfTime(_ time: TimeUnit, _ operand: Operand, _ direction: PeriodDirection)
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

  private func quarters(_ count: Int, _ sign: Int, _ year: Int, _ month: Int) -> EDTFDate? {
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
  private func republic(at end: Int) -> ReadDate? {
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

  // MARK: - Nearness

  /// A holiday without a year: the one nearest to the publication.
  func nearest(_ holiday: Holiday, end: Int) -> ReadDate {
    if let year = context.yearOfSentence {
      return ReadDate(
        end: end,
        edtf: holiday.day(in: year).flatMap { EDTFDate($0) },
        source: .context,
        rule: "date.holiday"
      )
    }
    guard let point = published?.start else {
      return ReadDate(end: end, edtf: nil, rule: "date.holiday")
    }
    let today = CalendarArithmetic.dayNumber(point.firstDay)
    var best: (Int, CalendarDay)?
    for year in point.year - 1...point.year + 1 {
      guard let day = holiday.day(in: year) else { continue }
      // A feast ahead is meant where it is much nearer than the last one.
      let days = CalendarArithmetic.dayNumber(day) - today
      let distance = days > 0 ? days * 3 : 0 - days
      if best.map({ distance < $0.0 }) ?? true { best = (distance, day) }
    }
    return ReadDate(
      end: end,
      edtf: best.flatMap { EDTFDate($0.1) },
      source: .published,
      rule: "date.holiday"
    )
  }

  /// The year of a month without one: that of the publication, or the one before where the month would
  /// lie further ahead than three times as far as it lies back.
  func yearOfPublished(month: Int, at end: Int) -> Int? {
    guard let point = published?.start else { return nil }
    guard let now = point.month, month > now else { return point.year }
    let ahead = month - now
    if speaksOfFuture(around: end, end) { return point.year }
    return ahead * 3 > 12 - ahead ? point.year - 1 : point.year
  }

  /// Whether 將, 預計 or their like stand near.
  func speaksOfFuture(around lower: Int, _ upper: Int) -> Bool {
    for k in max(0, lower - 12)..<min(block.count, upper + 8) {
      switch block.codes[k] {
      case "将", "拟": return true
      case "预" where block[k + 1] == "计" || block[k + 1] == "期", "计" where block[k + 1] == "划":
        return true
      case "即" where block[k + 1] == "将", "未" where block[k + 1] == "来": return true
      default: continue
      }
    }
    return false
  }

  var publishedDay: CalendarDay? {
    guard let point = published?.start, point.day != nil else { return nil }
    return point.firstDay
  }
}
