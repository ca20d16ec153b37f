public import ZhujieText

/// A decimal number without binary rounding: `mantissa` × 10^`exponent`.
///
/// 11.33 is 1133 × 10^-2 and 3800億 is 38 × 10^10; both print as they were written. Numbers that need
/// more than 38 digits are refused rather than rounded.
public struct ExactDecimal: Sendable, Hashable, CustomStringConvertible {
  // In halves, since a 128-bit integer aligns all that holds it to 16 bytes.
  private let high: Int64
  private let low: UInt64
  private let power: Int32

  /// Ends in no zero, unless it is zero.
  public var mantissa: Int128 { Int128(high) << 64 | Int128(low) }
  public var exponent: Int { Int(power) }

  /// The largest power of ten that is still printed digit by digit.
  private static let exponentLimit = 60

  public init(_ mantissa: Int128, exponent: Int = 0) {
    var (m, e) = (mantissa, exponent)
    if m == 0 { e = 0 }
    // Nearly all numbers are small, and the division of 128 bits is slow.
    if var small = Int64(exactly: m), small != 0 {
      while small % 10 == 0 {
        small /= 10
        e += 1
      }
      m = Int128(small)
    }
    while m != 0, m % 10 == 0 {
      m /= 10
      e += 1
    }
    high = Int64(truncatingIfNeeded: m >> 64)
    low = UInt64(truncatingIfNeeded: m)
    // Exponents count the digits of a text.
    power = Int32(clamping: e)
  }

  /// Nil where the power of ten is out of all proportion.
  func scaled(byPowerOfTen power: Int) -> Self? {
    let (sum, overflow) = exponent.addingReportingOverflow(power)
    guard !overflow, abs(sum) <= Self.exponentLimit else { return nil }
    return Self(mantissa, exponent: sum)
  }

  /// Nil where the sum does not fit.
  func adding(_ other: Self) -> Self? {
    if mantissa == 0 { return other }
    if other.mantissa == 0 { return self }
    let low = min(exponent, other.exponent)
    guard let a = aligned(to: low), let b = other.aligned(to: low) else { return nil }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? nil : Self(sum, exponent: low)
  }

  /// Nil where the product does not fit.
  func multiplied(by factor: Int128) -> Self? {
    let (product, overflow) = mantissa.multipliedReportingOverflow(by: factor)
    return overflow ? nil : Self(product, exponent: exponent)
  }

  var negated: Self { Self(0 &- mantissa, exponent: exponent) }

  /// Whether this is the smaller number; false where they are too far apart to compare.
  func isLess(than other: Self) -> Bool {
    let low = min(exponent, other.exponent)
    guard let a = aligned(to: low), let b = other.aligned(to: low) else {
      return exponent < other.exponent
    }
    return a < b
  }

  /// The number where it is whole and small enough for `Int`.
  var whole: Int? {
    guard exponent >= 0, let m = aligned(to: 0) else { return nil }
    return Int(exactly: m)
  }

  /// Plain digits, no exponent: `380000000000`, `-0.5`.
  public var description: String {
    ByteSink.string { append(to: &$0) }
  }

  /// Appends the same as ASCII.
  public func append(to text: inout ByteSink) {
    if let whole = smallWhole { return text.append(decimal: whole) }
    if mantissa < 0 { text.append(UInt8(ascii: "-")) }
    let start = text.count
    let magnitude = mantissa.magnitude
    if let small = UInt64(exactly: magnitude) {
      text.append(decimal: small)
    } else {
      text.append(String(magnitude))
    }
    let zero = UInt8(ascii: "0")
    text.append(zero, times: exponent)
    guard exponent < 0 else { return }
    let places = 0 - exponent
    let missing = max(0, places + 1 - (text.count - start))
    for _ in 0..<missing { text.replace(start..<start, by: zero) }
    text.replace(text.count - places..<text.count - places, by: UInt8(ascii: "."))
  }

  /// The number where it is whole, not negative, and fits; nearly all are.
  private var smallWhole: UInt64? {
    guard high == 0, power >= 0, power < Self.smallPowers.count else { return nil }
    let (product, overflow) = low.multipliedReportingOverflow(by: Self.smallPowers[Int(power)])
    return overflow ? nil : product
  }

  private static let smallPowers: [UInt64] = (0..<20).reduce(into: [1]) { powers, _ in
    let (next, overflow) = powers[powers.count - 1].multipliedReportingOverflow(by: 10)
    if !overflow { powers.append(next) }
  }

  /// How many digits stand before the decimal point.
  public var wholeDigits: Int {
    var (rest, count) = (mantissa.magnitude, exponent)
    if var small = UInt64(exactly: rest) {
      while small > 0 { (small, count) = (small / 10, count + 1) }
    } else {
      while rest > 0 { (rest, count) = (rest / 10, count + 1) }
    }
    return max(1, count)
  }

  private func aligned(to target: Int) -> Int128? {
    var m = mantissa
    var e = exponent
    while e > target {
      let (product, overflow) = m.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      m = product
      e -= 1
    }
    return m
  }
}
