import ZhujieAnnotation
import ZhujieText

/// A quantity as a page shows its value, and as attributes carry it. Each that is read takes the place of the one before: there
/// are as many as figures and dates.
struct QuantityText: ~Copyable {
  enum Kind {
    case money, percent, count, date, duration, rank, vague

    init(_ quantity: Quantity) {
      self =
        switch quantity.value {
        case .money: .money
        case .percent: .percent
        case .count: .count
        case .date: .date
        case .duration: .duration
        case .rank: .rank
        case .vague: .vague
        }
    }
  }

  /// What readers see, then what machines read.
  private var text = ByteSink(capacity: 96)
  private var valueEnd = 0

  /// For readers, as UTF-8: `> CNY 380 billion`. Empty where there is nothing to add to what is written.
  func withValue<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: text.bytes[..<valueEnd]))
  }

  /// For `<data value>` the plain number, for `<time datetime>` a year, month or day; empty where there is none.
  func withMachineValue<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: text.bytes[valueEnd...]))
  }

  var hasMachineValue: Bool { text.count > valueEnd }

  /// `unit` brings a unit as written into the script of the page.
  mutating func read(_ quantity: Quantity, language: Language, unit: (String) -> String) {
    text.removeAll()
    valueEnd = 0
    switch quantity.value {
    case .money(let currency, let number):
      Self.append(number, language, to: &text) {
        $1.append(currency)
        $1.append(0x20)
        ScaledNumber.append($0, in: language, to: &$1)
      }
      valueEnd = text.count
      number.value.append(to: &text)
    case .percent(let number):
      Self.append(number, language, to: &text) {
        $0.append(to: &$1)
        $1.append(UInt8(ascii: "%"))
      }
      valueEnd = text.count
      number.value.append(to: &text)
    case .count(let number, let written):
      Self.append(number, language, to: &text) { ScaledNumber.append($0, in: language, to: &$1) }
      if language != .en { text.append(unit(written)) }
      valueEnd = text.count
      number.value.append(to: &text)
    case .date(let date):
      if let edtf = date.edtf { DateText.append(edtf, in: language, to: &text) }
      valueEnd = text.count
      if let edtf = date.edtf, let day = MachineDate(edtf) { day.date.append(to: &text) }
    case .duration(let duration):
      DurationText.append(duration, in: language, to: &text)
      valueEnd = text.count
    case .rank(let rank):
      if language == .en {
        text.append(literal: rank.isTop ? "top " : "no. ")
        text.append(String(rank.value))
      }
      valueEnd = text.count
    case .vague:
      break
    }
  }

  /// A date for machines alone.
  mutating func read(machineDate date: DateValue) {
    text.removeAll()
    valueEnd = 0
    if let edtf = date.edtf, let day = MachineDate(edtf) { day.date.append(to: &text) }
  }

  private static func append(
    _ number: NumberValue, _ language: Language, to text: inout ByteSink, _ one: (ExactDecimal, inout ByteSink) -> Void
  ) {
    if let qualifier = number.qualifier { Hedge.append(qualifier, in: language, to: &text) }
    one(number.value, &text)
    guard let max = number.max else { return }
    text.append(literal: "–")
    one(max, &text)
  }
}

/// What a hedge adds in front of a value: words in English, signs beside the Chinese that has the words already.
enum Hedge {
  static func append(_ qualifier: Qualifier, in language: Language, to text: inout ByteSink) {
    guard language == .en else {
      text.append(qualifier.rawValue)
      text.append(0x20)
      return
    }
    switch qualifier {
    case .more: text.append(literal: "more than ")
    case .less: text.append(literal: "less than ")
    case .about: text.append(literal: "about ")
    }
  }
}

/// Large numbers in the words of a language: 380 billion, 3800億.
enum ScaledNumber {
  private struct Unit {
    let power: Int
    let word: StaticString
  }

  private static let units = Localized(
    zhHant: [Unit(power: 12, word: "萬億"), Unit(power: 8, word: "億"), Unit(power: 4, word: "萬")],
    zhHans: [Unit(power: 12, word: "万亿"), Unit(power: 8, word: "亿"), Unit(power: 4, word: "万")],
    en: [Unit(power: 12, word: " trillion"), Unit(power: 9, word: " billion"), Unit(power: 6, word: " million")])

  static func append(_ number: ExactDecimal, in language: Language, to text: inout ByteSink) {
    let digits = number.wholeDigits
    let start = text.count
    if let unit = units[language].first(where: { digits > $0.power }) {
      ExactDecimal(number.mantissa, exponent: number.exponent - unit.power).append(to: &text)
      // A number with many digits reads worse in words than written out.
      if text.count - start <= 8 {
        group(&text, from: start)
        return text.append(literal: unit.word)
      }
      text.truncate(to: start)
    }
    number.append(to: &text)
    group(&text, from: start)
  }

  /// Sets thousands apart by commas, where there are more than four digits before the point.
  private static func group(_ text: inout ByteSink, from start: Int) {
    let first = start < text.count && text.bytes[start] == UInt8(ascii: "-") ? start + 1 : start
    let end = text.bytes[first...].firstIndex(of: UInt8(ascii: ".")) ?? text.count
    guard end - first > 4 else { return }
    var place = end - 3
    while place > first {
      text.replace(place..<place, by: UInt8(ascii: ","))
      place -= 3
    }
  }
}
