import ZhujieAnnotation
import ZhujieText

/// Lengths of time in words: `P1Y6M` is 1 year 6 months.
enum DurationText {
  static func append(_ duration: DurationValue, in language: Language, to text: inout ByteSink) {
    if let qualifier = duration.qualifier { Hedge.append(qualifier, in: language, to: &text) }
    append(duration.iso, language, &text)
    guard let max = duration.max else { return }
    text.append(literal: "–")
    append(max, language, &text)
  }

  /// The text itself where it is no ISO 8601 duration.
  private static func append(_ iso: String, _ language: Language, _ text: inout ByteSink) {
    let start = text.count
    guard iso.utf8.first == UInt8(ascii: "P") else {
      text.append(iso)
      return
    }
    /// Where the number that is read begins in the text.
    var number = start
    var isTime = false
    for byte in iso.utf8.dropFirst() {
      switch byte {
      case UInt8(ascii: "T"): isTime = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
        if language == .en, number == text.count, number > start { text.append(literal: " ") }
        text.append(byte)
      default:
        guard let unit = unit(byte, isTime: isTime) else {
          text.truncate(to: start)
          text.append(iso)
          return
        }
        if language == .en {
          let isOne = text.bytes[number...].drop { $0 == 0x20 }.elementsEqual("1".utf8)
          text.append(literal: " ")
          text.append(unit.en)
          if !isOne { text.append(literal: "s") }
        } else {
          text.append(unit[language])
        }
        number = text.count
      }
    }
    guard number < text.count else { return }
    text.truncate(to: start)
    text.append(iso)
  }

  private static func unit(_ letter: UInt8, isTime: Bool) -> Localized<String>? {
    switch (letter, isTime) {
    case (UInt8(ascii: "Y"), false): Localized(zhHant: "年", zhHans: "年", en: "year")
    case (UInt8(ascii: "M"), false): Localized(zhHant: "個月", zhHans: "个月", en: "month")
    case (UInt8(ascii: "W"), false): Localized(zhHant: "週", zhHans: "周", en: "week")
    case (UInt8(ascii: "D"), false): Localized(zhHant: "天", zhHans: "天", en: "day")
    case (UInt8(ascii: "H"), true): Localized(zhHant: "小時", zhHans: "小时", en: "hour")
    case (UInt8(ascii: "M"), true): Localized(zhHant: "分鐘", zhHans: "分钟", en: "minute")
    case (UInt8(ascii: "S"), true): Localized(zhHant: "秒", zhHans: "秒", en: "second")
    default: nil
    }
  }
}
