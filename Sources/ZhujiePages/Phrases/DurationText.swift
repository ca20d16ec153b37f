import ZhujieAnnotation
import ZhujieText

/// Lengths of time in words: `P1Y6M` is 1 year 6 months.
enum DurationText {
  static func of(_ duration: DurationValue, in language: Language) -> String {
    let hedge = duration.qualifier.map { Hedge.text($0, in: language) } ?? ""
    let least = text(duration.iso, language)
    return hedge + (duration.max.map { least + "–" + text($0, language) } ?? least)
  }

  /// The text itself where it is no ISO 8601 duration.
  private static func text(_ iso: String, _ language: Language) -> String {
    guard iso.hasPrefix("P") else { return iso }
    var parts: [String] = []
    var number = ""
    var isTime = false
    for character in iso.dropFirst() {
      if character == "T" {
        isTime = true
      } else if character.isNumber || character == "." {
        number.append(character)
      } else {
        guard let unit = unit(character, isTime: isTime) else { return iso }
        let words = language == .en ? " " + unit.en + (number == "1" ? "" : "s") : unit[language]
        parts.append(number + words)
        number = ""
      }
    }
    return number.isEmpty ? parts.joined(separator: language == .en ? " " : "") : iso
  }

  private static func unit(_ letter: Character, isTime: Bool) -> Localized<String>? {
    switch (letter, isTime) {
    case ("Y", false): Localized(zhHant: "年", zhHans: "年", en: "year")
    case ("M", false): Localized(zhHant: "個月", zhHans: "个月", en: "month")
    case ("W", false): Localized(zhHant: "週", zhHans: "周", en: "week")
    case ("D", false): Localized(zhHant: "天", zhHans: "天", en: "day")
    case ("H", true): Localized(zhHant: "小時", zhHans: "小时", en: "hour")
    case ("M", true): Localized(zhHant: "分鐘", zhHans: "分钟", en: "minute")
    case ("S", true): Localized(zhHant: "秒", zhHans: "秒", en: "second")
    default: nil
    }
  }
}
