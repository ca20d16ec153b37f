import ZhujieText

/// Dates as each language writes them, in numbers that need no locale.
enum DateText {
  /// `2025年3月13日` on Chinese pages, `13 March 2025` on English ones; spans joined by `–`.
  static func of(_ date: EDTFDate, in language: Language) -> String {
    ByteSink.string { append(date, in: language, to: &$0) }
  }

  /// Appends the same as UTF-8.
  static func append(_ date: EDTFDate, in language: Language, to text: inout ByteSink) {
    guard date.isSpan else {
      if let start = date.start { append(start, language, &text) }
      return
    }
    if let start = date.start {
      append(start, language, &text)
      text.append(literal: "–")
    } else {
      text.append(literal: language == .en ? "until " : "至")
    }
    if let end = date.end {
      append(end, language, &text)
    } else {
      text.append(Phrases(language)[.today])
    }
  }

  private static func append(_ point: EDTFDate.Point, _ language: Language, _ text: inout ByteSink) {
    if language == .en {
      if point.isApproximate { text.append(literal: "about ") }
      if let quarter = point.quarter {
        text.append(literal: "Q")
        text.append(decimal: UInt64(quarter))
        text.append(literal: " ")
      }
      if let day = point.day {
        text.append(decimal: UInt64(day))
        text.append(literal: " ")
      }
      if let month = point.month {
        text.append(months[month - 1])
        text.append(literal: " ")
      }
      text.append(decimal: UInt64(point.year))
      if point.isUncertain { text.append(literal: "?") }
      return
    }
    if point.isApproximate { text.append(literal: language == .zhHant ? "約" : "约") }
    text.append(decimal: UInt64(point.year))
    text.append(literal: "年")
    if let quarter = point.quarter {
      text.append(literal: "第")
      text.append(literal: ["一", "二", "三", "四"][quarter - 1])
      text.append(literal: "季度")
    }
    if let month = point.month {
      text.append(decimal: UInt64(month))
      text.append(literal: "月")
    }
    if let day = point.day {
      text.append(decimal: UInt64(day))
      text.append(literal: "日")
    }
    if point.isUncertain { text.append(literal: "？") }
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
