/// A number that is known to lie between two bounds, both included (interval arithmetic, IEEE 1788 in spirit; double precision).
public struct Interval: Sendable, Hashable {
  public let lower: Double
  public let upper: Double

  /// Nil where the bounds are no numbers or stand the wrong way round.
  public init?(_ lower: Double, _ upper: Double) {
    guard lower <= upper else { return nil }
    self.lower = lower
    self.upper = upper
  }

  public func overlaps(_ other: Interval) -> Bool { lower <= other.upper && other.lower <= upper }

  /// Nil where one bound is not known.
  public var middle: Double? { lower.isInfinite || upper.isInfinite ? nil : (lower + upper) / 2 }

  static func + (a: Interval, b: Interval) -> Interval? { Interval(a.lower + b.lower, a.upper + b.upper) }

  static func - (a: Interval, b: Interval) -> Interval? { Interval(a.lower - b.upper, a.upper - b.lower) }

  static func * (a: Interval, b: Interval) -> Interval? {
    let corners = [a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper]
    guard !corners.contains(where: \.isNaN), let least = corners.min(), let most = corners.max() else { return nil }
    return Interval(least, most)
  }

  /// Nil where the divisor may be zero.
  static func / (a: Interval, b: Interval) -> Interval? {
    guard b.lower > 0 || b.upper < 0, let inverse = Interval(1 / b.upper, 1 / b.lower) else { return nil }
    return a * inverse
  }
}
