import ZhujieAnnotation
import ZhujieText

/// A quantity as a page shows its value, and as attributes carry it.
struct QuantityText {
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

  let kind: Kind
  /// For readers: `> CNY 380 billion`. Empty where there is nothing to add to what is written.
  let value: String
  /// For `<data value>`: the plain number.
  let machineValue: String?
  /// For `<time datetime>`: a year, month or day.
  let datetime: String?

  /// `unit` brings a unit as written into the script of the page.
  init(_ quantity: Quantity, language: Language, unit: (String) -> String) {
    kind = Kind(quantity)
    var machineValue: String?
    var datetime: String?
    switch quantity.value {
    case .money(let currency, let number):
      value = Self.text(number, language) { currency + " " + ScaledNumber.text($0, in: language) }
      machineValue = number.value.description
    case .percent(let number):
      value = Self.text(number, language) { $0.description + "%" }
      machineValue = number.value.description
    case .count(let number, let written):
      value = Self.text(number, language) { ScaledNumber.text($0, in: language) } + (language == .en ? "" : unit(written))
      machineValue = number.value.description
    case .date(let date):
      value = date.edtf.map { DateText.of($0, in: language) } ?? ""
      datetime = date.edtf.flatMap(MachineDate.of)
    case .duration(let duration):
      value = DurationText.of(duration, in: language)
    case .rank(let rank):
      value = language == .en ? (rank.isTop ? "top \(rank.value)" : "no. \(rank.value)") : ""
    case .vague:
      value = ""
    }
    self.machineValue = machineValue
    self.datetime = datetime
  }

  private static func text(_ number: NumberValue, _ language: Language, _ one: (ExactDecimal) -> String) -> String {
    let hedge = number.qualifier.map { Hedge.text($0, in: language) } ?? ""
    return hedge + one(number.value) + (number.max.map { "–" + one($0) } ?? "")
  }
}

/// What a hedge adds in front of a value: words in English, signs beside the Chinese that has the words already.
enum Hedge {
  static func text(_ qualifier: Qualifier, in language: Language) -> String {
    guard language == .en else { return qualifier.rawValue + " " }
    switch qualifier {
    case .more: return "more than "
    case .less: return "less than "
    case .about: return "about "
    }
  }
}

/// Large numbers in the words of a language: 380 billion, 3800億.
enum ScaledNumber {
  static func text(_ number: ExactDecimal, in language: Language) -> String {
    let units: [(power: Int, word: String)] =
      switch language {
      case .en: [(12, " trillion"), (9, " billion"), (6, " million")]
      case .zhHant: [(12, "萬億"), (8, "億"), (4, "萬")]
      case .zhHans: [(12, "万亿"), (8, "亿"), (4, "万")]
      }
    let digits = number.wholeDigits
    for unit in units where digits > unit.power {
      let scaled = ExactDecimal(number.mantissa, exponent: number.exponent - unit.power).description
      // A number with many digits reads worse in words than written out.
      guard scaled.utf8.count <= 8 else { break }
      return grouped(scaled) + unit.word
    }
    return grouped(number.description)
  }

  /// Thousands set apart by commas, where there are more than four digits before the point.
  private static func grouped(_ text: String) -> String {
    let bytes = text.utf8
    let start = bytes.first == UInt8(ascii: "-") ? bytes.index(after: bytes.startIndex) : bytes.startIndex
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.endIndex
    var left = bytes.distance(from: start, to: end)
    guard left > 4 else { return text }
    var grouped = Array(bytes[..<start])
    for digit in bytes[start..<end] {
      grouped.append(digit)
      left -= 1
      if left > 0, left % 3 == 0 { grouped.append(UInt8(ascii: ",")) }
    }
    grouped.append(contentsOf: bytes[end...])
    return String(decoding: grouped, as: UTF8.self)
  }
}
