import ZhujieText

/// Counting days and months of the proleptic Gregorian calendar.
enum CalendarArithmetic {
  /// Days since 1970-01-01, by the algorithm for the civil calendar with years that begin in March.
  static func dayNumber(_ day: CalendarDay) -> Int {
    let y = day.month <= 2 ? day.year - 1 : day.year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  static func day(number: Int) -> CalendarDay {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return CalendarDay(
      year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
      month: month,
      day: dayOfYear - (153 * mp + 2) / 5 + 1
    )
  }

  /// 1 for Monday to 7 for Sunday.
  static func weekday(_ day: CalendarDay) -> Int {
    let n = (dayNumber(day) + 3) % 7
    return (n < 0 ? n + 7 : n) + 1
  }

  /// Months since year 0.
  static func monthNumber(year: Int, month: Int) -> Int { year * 12 + month - 1 }

  static func month(number: Int) -> (year: Int, month: Int) {
    let year = number >= 0 ? number / 12 : (number - 11) / 12
    return (year, number - year * 12 + 1)
  }
}

extension EDTFDate {
  /// A single year, month or day; nil where it does not exist.
  init?(year: Int, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false) {
    guard let point = Point(year: year, month: month, day: day, isApproximate: isApproximate) else {
      return nil
    }
    self.init(point)
  }

  init?(year: Int, quarter: Int) {
    guard let point = Point(year: year, quarter: quarter) else { return nil }
    self.init(point)
  }

  init?(_ day: CalendarDay, isApproximate: Bool = false) {
    self.init(year: day.year, month: day.month, day: day.day, isApproximate: isApproximate)
  }

  /// From the first day of one date to the last of another, at their own precision.
  init?(from a: EDTFDate?, through b: EDTFDate?) {
    guard let a, let b, let start = a.start, let end = b.isSpan ? b.end : b.start else {
      return nil
    }
    self.init(from: start, to: end)
  }

  /// Whole months, from one to another.
  init?(months from: Int, _ to: Int) {
    let (a, b) = (CalendarArithmetic.month(number: from), CalendarArithmetic.month(number: to))
    guard let start = Point(year: a.year, month: a.month),
      let end = Point(year: b.year, month: b.month)
    else { return nil }
    self.init(from: start, to: end)
  }

  init?(years from: Int, _ to: Int) {
    guard let start = Point(year: from), let end = Point(year: to) else { return nil }
    self.init(from: start, to: end)
  }

  init?(days from: CalendarDay, _ to: CalendarDay) {
    guard let start = Point(year: from.year, month: from.month, day: from.day),
      let end = Point(year: to.year, month: to.month, day: to.day)
    else { return nil }
    self.init(from: start, to: end)
  }
}
