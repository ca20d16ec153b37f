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
  func datelineDate(at i: Int) -> ReadDate? {
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

  func twoDigits(at i: Int) -> Int? {
    guard let tens = block[i].digit, let ones = block[i + 1].digit else { return nil }
    return tens * 10 + ones
  }

  /// Whether what stands behind the digits or numerals at `i` is a word of dates: most numbers end
  /// here.
  func mayBeDate(at i: Int) -> Bool {
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

  func period(from first: ReadDate) -> ReadDate? {
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
  func secondDate(at k: Int, after last: EDTFDate.Point?) -> ReadDate? {
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
}
