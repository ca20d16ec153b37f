import ZhujieText

/// What the dates read so far in a block say about the next one.
struct DateContext {
  var sentenceStart = 0
  /// The last year named, and where.
  private(set) var year: Int?
  private(set) var yearIndex = -1
  /// The last month named with its year, and where.
  private(set) var month: Int?
  private(set) var monthYear: Int?
  private(set) var monthIndex = -1

  /// The last quarter named, which 本季度 means.
  private(set) var quarter: EDTFDate?

  /// The year that a month without one belongs to: one named in the same sentence.
  var yearOfSentence: Int? { yearIndex >= sentenceStart ? year : nil }

  /// The month that a day without one belongs to, where it was named shortly before.
  func month(near index: Int) -> (year: Int, month: Int)? {
    guard let month, let monthYear, monthIndex >= 0, index - monthIndex <= 60 else { return nil }
    return (monthYear, month)
  }

  mutating func note(_ date: ReadDate, at index: Int) {
    guard let point = date.edtf.flatMap({ $0.isSpan ? $0.end ?? $0.start : $0.start }) else {
      return
    }
    if date.hasOwnYear {
      year = point.year
      yearIndex = index
    }
    if point.quarter != nil { quarter = EDTFDate(point) }
    if let month = point.month {
      self.month = month
      monthYear = point.year
      monthIndex = index
    }
  }
}

/// A date as read, before it is joined with a second one to a period.
struct ReadDate {
  /// The index after it.
  var end: Int
  /// Nil where it cannot be resolved.
  var edtf: EDTFDate?
  var source: DateValue.Source?
  var rule: String
  /// Whether the text names the year here.
  var hasOwnYear = false
}

extension DateContext {
  /// Makes what was noted count at `index`, however far.
  mutating func extend(to index: Int) {
    monthIndex = index
    yearIndex = index
  }
}
