import ZhujieText

/// Which year or feast is meant where the text leaves it out.
extension QuantityScanner {
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
