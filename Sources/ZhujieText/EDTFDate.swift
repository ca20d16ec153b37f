/// A date or span of dates in the Extended Date/Time Format (ISO 8601-2, EDTF level 0), with the
/// marks `~` (approximate), `?` (uncertain) and `%` (both), open ends `..`, and quarters as `2024-Q4`.
///
///     2025-03-13    2024-Q4    2023-09~    2024-01-23/2024-01-24    2023-09/..
public struct EDTFDate: Hashable, Sendable, CustomStringConvertible {
  /// A year, quarter, month or day of the proleptic Gregorian calendar.
  public struct Point: Hashable, Sendable {
    private let storedYear: Int16
    /// 0 where there is none.
    private let storedQuarter: UInt8
    private let storedMonth: UInt8
    private let storedDay: UInt8
    public let isApproximate: Bool
    public let isUncertain: Bool

    /// Nil where the month, quarter or day does not exist.
    public init?(
      year: Int, quarter: Int? = nil, month: Int? = nil, day: Int? = nil, isApproximate: Bool = false,
      isUncertain: Bool = false
    ) {
      guard (0...9999).contains(year), quarter.map({ (1...4).contains($0) }) ?? true,
        month.map({ (1...12).contains($0) }) ?? true, quarter == nil || month == nil, day == nil || month != nil
      else { return nil }
      if let month, let day {
        guard day >= 1, day <= EDTFDate.daysIn(month: month, of: year) else { return nil }
      }
      storedYear = Int16(year)
      storedQuarter = UInt8(quarter ?? 0)
      storedMonth = UInt8(month ?? 0)
      storedDay = UInt8(day ?? 0)
      self.isApproximate = isApproximate
      self.isUncertain = isUncertain
    }

    public var year: Int { Int(storedYear) }
    /// 1 to 4; then there is no month.
    public var quarter: Int? { storedQuarter == 0 ? nil : Int(storedQuarter) }
    public var month: Int? { storedMonth == 0 ? nil : Int(storedMonth) }
    public var day: Int? { storedDay == 0 ? nil : Int(storedDay) }

    /// The first day of the point.
    public var firstDay: CalendarDay {
      CalendarDay(year: year, month: month ?? quarter.map { $0 * 3 - 2 } ?? 1, day: day ?? 1)
    }

    /// The last day of the point.
    public var lastDay: CalendarDay {
      let month = month ?? quarter.map { $0 * 3 } ?? 12
      return CalendarDay(year: year, month: month, day: day ?? EDTFDate.daysIn(month: month, of: year))
    }

    public var precision: Precision {
      if day != nil { return .day }
      if month != nil { return .month }
      return quarter != nil ? .quarter : .year
    }

    fileprivate func append(to bytes: inout ByteSink) {
      bytes.append(decimal: UInt64(year), width: 4)
      if let quarter {
        bytes.append(literal: "-Q")
        bytes.append(decimal: UInt64(quarter))
      }
      if let month {
        bytes.append(literal: "-")
        bytes.append(decimal: UInt64(month), width: 2)
      }
      if let day {
        bytes.append(literal: "-")
        bytes.append(decimal: UInt64(day), width: 2)
      }
      switch (isApproximate, isUncertain) {
      case (true, true): bytes.append(literal: "%")
      case (true, false): bytes.append(literal: "~")
      case (false, true): bytes.append(literal: "?")
      case (false, false): break
      }
    }
  }

  /// How much of a date is known, coarsest first.
  public enum Precision: Int, Sendable, Comparable {
    case year, quarter, month, day
    public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  }

  /// The single point, or the start of a span; nil where the start is open.
  public let start: Point?
  /// The end of a span; nil for a single point and where the end is open.
  public let end: Point?
  public let isSpan: Bool

  public init(_ point: Point) {
    (start, end, isSpan) = (point, nil, false)
  }

  /// A span; nil where both ends are open or the end lies before the start.
  public init?(from start: Point?, to end: Point?) {
    guard start != nil || end != nil else { return nil }
    if let start, let end, end.lastDay < start.firstDay { return nil }
    (self.start, self.end, isSpan) = (start, end, true)
  }

  /// Reads a date; nil where the text is not one or names a day that does not exist.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      guard let point = Self.point(parts[0]) else { return nil }
      self.init(point)
    case 2:
      let isOpen = parts.map { $0 == ".." || $0.isEmpty }
      let points = parts.map(Self.point)
      guard points[0] != nil || isOpen[0], points[1] != nil || isOpen[1] else { return nil }
      self.init(from: points[0], to: points[1])
    default:
      return nil
    }
  }

  public var description: String {
    ByteSink.string { append(to: &$0) }
  }

  /// Appends the same as ASCII.
  public func append(to bytes: inout ByteSink) {
    func append(_ point: Point?) {
      if let point { point.append(to: &bytes) } else { bytes.append(literal: "..") }
    }
    append(start)
    guard isSpan else { return }
    bytes.append(literal: "/")
    append(end)
  }

  /// The first day it can mean; nil where the start is open.
  public var firstDay: CalendarDay? { start?.firstDay }

  /// The last day it can mean; nil where the end is open.
  public var lastDay: CalendarDay? { isSpan ? end?.lastDay : start?.lastDay }

  /// The number of days in a month, 1 to 12.
  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func point(_ text: String) -> Point? {
    var text = Substring(text)
    var isApproximate = false
    var isUncertain = false
    switch text.last {
    case "~": (isApproximate, text) = (true, text.dropLast())
    case "?": (isUncertain, text) = (true, text.dropLast())
    case "%": (isApproximate, isUncertain, text) = (true, true, text.dropLast())
    default: break
    }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), let year = number(parts[0], digits: 4) else { return nil }
    if parts.count == 2, parts[1].utf8.count == 2, parts[1].first == "Q" {
      guard let quarter = number(parts[1].dropFirst(), digits: 1) else { return nil }
      return Point(year: year, quarter: quarter, isApproximate: isApproximate, isUncertain: isUncertain)
    }
    var month: Int?
    var day: Int?
    if parts.count > 1 {
      month = number(parts[1], digits: 2)
      if month == nil { return nil }
    }
    if parts.count > 2 {
      day = number(parts[2], digits: 2)
      if day == nil { return nil }
    }
    return Point(year: year, month: month, day: day, isApproximate: isApproximate, isUncertain: isUncertain)
  }

  private static func number(_ text: Substring, digits: Int) -> Int? {
    guard text.utf8.count == digits, text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return Int(text)
  }

  fileprivate static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }
}

/// A day of the proleptic Gregorian calendar, for ordering.
public struct CalendarDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  public init(year: Int, month: Int, day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }

  public static func < (a: Self, b: Self) -> Bool { (a.year, a.month, a.day) < (b.year, b.month, b.day) }

  /// ISO 8601, as `2025-03-13`.
  public var description: String {
    EDTFDate.padded(year, 4) + "-" + EDTFDate.padded(month, 2) + "-" + EDTFDate.padded(day, 2)
  }
}
