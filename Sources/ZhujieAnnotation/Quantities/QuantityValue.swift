public import ZhujieText

/// How a figure is hedged: 超過 and 餘 mean more, 不足 and 不到 less, 近 and 約 about.
public enum Qualifier: String, Sendable, Hashable {
  case more = ">"
  case less = "<"
  case about = "~"
}

/// One number, or the two ends of a range, with what the text says about its exactness.
public struct NumberValue: Sendable, Hashable {
  /// The number, or the lower end.
  public let value: ExactDecimal
  /// The upper end of a range.
  public let max: ExactDecimal?
  public let qualifier: Qualifier?

  public init(_ value: ExactDecimal, max: ExactDecimal? = nil, qualifier: Qualifier? = nil) {
    self.value = value
    self.max = max
    self.qualifier = qualifier
  }
}

/// A date, and how a relative or partial one was completed.
public struct DateValue: Sendable, Hashable {
  public enum Source: String, Sendable, Hashable {
    /// From the date of publication: 今年2月, 4月10日, 去年.
    case published
    /// From another date of the text: 1月23日和24日, 同年.
    case context
  }

  /// Nil where nothing says which year or day is meant.
  public let edtf: EDTFDate?
  /// Nil for a date that is complete as written.
  public let resolvedFrom: Source?

  public init(edtf: EDTFDate?, resolvedFrom: Source? = nil) {
    self.edtf = edtf
    self.resolvedFrom = resolvedFrom
  }

  public var isUnresolved: Bool { edtf == nil }
}

/// A length of time in ISO 8601, such as `P3Y` or `PT10M`; two for a range.
public struct DurationValue: Sendable, Hashable {
  public let iso: String
  public let max: String?
  public let qualifier: Qualifier?

  public init(iso: String, max: String? = nil, qualifier: Qualifier? = nil) {
    self.iso = iso
    self.max = max
    self.qualifier = qualifier
  }
}

/// A place in an order: 第四, 前三名.
public struct RankValue: Sendable, Hashable {
  public let value: Int
  /// 前三: the first so many, not the one at that place.
  public let isTop: Bool
  /// What is counted, as written; empty where nothing is.
  public let unit: String

  public init(value: Int, isTop: Bool = false, unit: String = "") {
    self.value = value
    self.isTop = isTop
    self.unit = unit
  }
}

/// A figure that is deliberately none: 數十倍, 兩位數, 成百上千.
public struct VagueValue: Sendable, Hashable {
  /// The order of magnitude: 10 for 數十.
  public let magnitude: ExactDecimal?
  /// How many digits it has: 2 for 兩位數.
  public let digits: Int?
  public let unit: String

  public init(magnitude: ExactDecimal? = nil, digits: Int? = nil, unit: String = "") {
    self.magnitude = magnitude
    self.digits = digits
    self.unit = unit
  }
}

/// What a quantity says.
public enum QuantityValue: Sendable, Hashable {
  /// The currency is an ISO 4217 code.
  case money(currency: String, NumberValue)
  /// 75 is 75 %.
  case percent(NumberValue)
  /// The unit is as written; empty where the text gives none.
  case count(NumberValue, unit: String)
  case date(DateValue)
  case duration(DurationValue)
  case rank(RankValue)
  case vague(VagueValue)

  /// The word for it in data: `money`, `percent` …
  public var kind: String {
    switch self {
    case .money: "money"
    case .percent: "percent"
    case .count: "count"
    case .date: "date"
    case .duration: "duration"
    case .rank: "rank"
    case .vague: "vague"
    }
  }
}

/// A figure, sum of money, date or duration that a text holds. One object, which all that speak of it share: a copy of what is in
/// it would have to be counted part by part.
public final class Quantity: Sendable, Hashable {
  /// Number, unit and currency, without the hedge.
  public let span: TextSpan<ReadingSpace>
  /// Where the hedge stands (超過, 近, 以上); nil where there is none, or it is inside the span (多, 餘).
  public let comparator: TextSpan<ReadingSpace>?
  public let value: QuantityValue
  /// Which rule found it, such as `date.year-month`, for explanations.
  public let rule: String

  public init(
    span: TextSpan<ReadingSpace>,
    value: QuantityValue,
    rule: String,
    comparator: TextSpan<ReadingSpace>? = nil
  ) {
    self.span = span
    self.value = value
    self.rule = rule
    self.comparator = comparator
  }

  public static func == (a: Quantity, b: Quantity) -> Bool {
    a === b || (a.span == b.span && a.value == b.value && a.rule == b.rule && a.comparator == b.comparator)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(span)
    hasher.combine(value)
  }
}
