import ZhujieText

/// Quarters: 第四季度, 四季度, Q1.
extension QuantityScanner {
  func quarterDate(of year: Int, at j: Int) -> ReadDate? {
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
  func isQuarterOfBusiness(at index: Int) -> Bool {
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
}
