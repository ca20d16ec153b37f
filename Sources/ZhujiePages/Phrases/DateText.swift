import ZhujieText

/// Dates as each language writes them, in numbers that need no locale.
enum DateText {
  /// `2025年3月13日` on Chinese pages, `13 March 2025` on English ones; spans joined by `–`.
  static func of(_ date: EDTFDate, in language: Language) -> String {
    guard date.isSpan else { return date.start.map { text($0, language) } ?? "" }
    let phrases = Phrases(language)
    switch (date.start, date.end) {
    case (let start?, let end?): return text(start, language) + "–" + text(end, language)
    case (let start?, nil): return text(start, language) + "–" + phrases[.today]
    case (nil, let end?): return (language == .en ? "until " : "至") + text(end, language)
    case (nil, nil): return ""
    }
  }

  private static func text(_ point: EDTFDate.Point, _ language: Language) -> String {
    let doubt = point.isUncertain ? (language == .en ? "?" : "？") : ""
    if language == .en {
      let about = point.isApproximate ? "about " : ""
      if let quarter = point.quarter { return "\(about)Q\(quarter) \(point.year)\(doubt)" }
      guard let month = point.month else { return "\(about)\(point.year)\(doubt)" }
      let name = months[month - 1]
      return point.day.map { "\(about)\($0) \(name) \(point.year)\(doubt)" } ?? "\(about)\(name) \(point.year)\(doubt)"
    }
    let about = language == .zhHant ? (point.isApproximate ? "約" : "") : (point.isApproximate ? "约" : "")
    var text = "\(about)\(point.year)年"
    if let quarter = point.quarter { text += "第\(["一", "二", "三", "四"][quarter - 1])季" + (language == .zhHans ? "度" : "度") }
    if let month = point.month { text += "\(month)月" }
    if let day = point.day { text += "\(day)日" }
    return text + doubt
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}
