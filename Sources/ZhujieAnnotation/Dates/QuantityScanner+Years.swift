import ZhujieText

/// Years and what makes them finer: 2023年初, 2024年上半年, 2019-2023年, 2024財年.
extension QuantityScanner {
  /// 2023年…, 二〇二三年…, 24年底, 2019-2023年, 2024財年.
  func yearDate(at i: Int) -> ReadDate? {
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
  func isListed(at index: Int) -> Bool {
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
  func yearNumber(at i: Int) -> (year: Int, end: Int, digits: Int)? {
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
  func isSpan(of value: Int, before i: Int, at end: Int) -> Bool {
    if hedge(around: i, end) != nil { return true }
    let j = skippingSpaces(from: end)
    guard block[j] == "年" else { return false }
    switch block[j + 1] {
    case "历", "多", "来", "时", "以": return true
    case "的": return block[j + 2] == "历" || block[j + 2] == "时"
    default: return false
    }
  }

  func yearRange(from year: Int, at dash: Int) -> ReadDate? {
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
  func fiscalYear(at j: Int) -> Int? {
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

  func part(_ year: Int, _ month: Int, _ end: Int) -> ReadDate {
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
  func firstPart(_ year: Int, at j: Int) -> ReadDate? {
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
}
