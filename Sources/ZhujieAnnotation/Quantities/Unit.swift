/// What may stand after a number and make it a quantity.
enum Unit: Sendable, Hashable {
  /// A word that begins like a unit and is none: 年級, 成為, 元旦. It keeps the number from counting.
  case notAUnit
  /// A percent sign or its like, and the power of ten that leads to percent.
  case percent(Int)
  /// An ISO 4217 code.
  case money(String)
  case duration(TimeUnit)
  case measure(Measure)
  /// A magnitude word of English: million.
  case english(Int)

  /// How much a measure word proves by itself.
  enum Measure: Sendable, Hashable {
    /// A true unit (公里, GB): counts after any number, 一 included.
    case unit
    /// A classifier (個, 家): counts after any number but a bare 一, which is an article, and 二, which
    /// is an ordinal there (兩 counts).
    case classifier
    /// A word that is often another one (分, 步, 口): counts after digits and composed numbers only.
    case weak
    /// A letter (B, M, K): counts where its surroundings speak of models and tokens.
    case letter
  }
}

/// A unit of time and what it is in ISO 8601.
struct TimeUnit: Sendable, Hashable {
  enum Base: Sendable, Hashable {
    case year, month, week, day, hour, minute, second
  }

  let base: Base
  /// How many of the base one unit is: 3 months for a quarter.
  let factor: Int
  /// 個半月: half a unit is added.
  let addsHalf: Bool
  /// 個多月: some more is added.
  let addsMore: Bool
  /// 日, 週, 季: also a place in the calendar, so that it is a duration only with a word that says so.
  let isWeak: Bool

  init(
    _ base: Base,
    factor: Int = 1,
    addsHalf: Bool = false,
    addsMore: Bool = false,
    isWeak: Bool = false
  ) {
    self.base = base
    self.factor = factor
    self.addsHalf = addsHalf
    self.addsMore = addsMore
    self.isWeak = isWeak
  }

  /// ISO 8601 for so many units; nil where the number is none that a duration can hold.
  func iso(_ number: ExactDecimal) -> String? {
    guard var amount = number.multiplied(by: Int128(factor)), amount.mantissa >= 0 else {
      return nil
    }
    guard amount.exponent <= 12 else { return nil }
    if addsHalf {
      guard let half = ExactDecimal(5, exponent: -1).multiplied(by: Int128(factor)),
        let sum = amount.adding(half)
      else { return nil }
      amount = sum
    }
    // A half is given in the next smaller unit where that is exact.
    let (whole, hasHalf) = amount.splittingHalf
    switch base {
    case .year: return hasHalf ? "P" + (whole == "0" ? "" : whole + "Y") + "6M" : "P\(amount)Y"
    case .month: return "P\(amount)M"
    case .week: return "P\(amount)W"
    case .day: return hasHalf ? "P" + (whole == "0" ? "" : whole + "D") + "T12H" : "P\(amount)D"
    case .hour: return hasHalf ? "PT" + (whole == "0" ? "" : whole + "H") + "30M" : "PT\(amount)H"
    case .minute: return hasHalf ? "PT" + (whole == "0" ? "" : whole + "M") + "30S" : "PT\(amount)M"
    case .second: return "PT\(amount)S"
    }
  }
}

extension ExactDecimal {
  /// The digits before the point, and whether exactly a half follows them.
  fileprivate var splittingHalf: (whole: String, hasHalf: Bool) {
    guard exponent == -1, mantissa > 0, mantissa % 10 == 5 else { return ("", false) }
    return (String(mantissa / 10), true)
  }
}
