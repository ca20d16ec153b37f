/// Whole numbers in the 92 printable ASCII characters that a string of JavaScript holds unescaped: all but the
/// space, which separates, the quotation mark and the backslash.
///
/// Small numbers are short: one digit below 60, two below 2,636, three below 28,028, else five. Digits ascend as
/// their codes do, so numbers of the same length sort as text.
enum Digits {
  /// The number that none reaches; larger ones are cut to the one below it.
  static let limit = 92 * 92 * 92 * 92

  /// The character of a digit from 0 to 91.
  static func character(_ digit: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: digit < 1 ? 33 + digit : digit < 58 ? 34 + digit : 35 + digit)
  }

  static func append(_ number: Int, to bytes: inout [UInt8]) {
    switch number {
    case ..<60:
      bytes.append(character(max(number, 0)))
    case ..<2_636:
      let rest = number - 60
      bytes.append(character(60 + rest / 92))
      bytes.append(character(rest % 92))
    case ..<28_028:
      let rest = number - 2_636
      bytes.append(character(88 + rest / 8_464))
      bytes.append(character(rest / 92 % 92))
      bytes.append(character(rest % 92))
    default:
      bytes.append(character(91))
      let number = min(number, limit - 1)
      for power in [778_688, 8_464, 92, 1] { bytes.append(character(number / power % 92)) }
    }
  }
}
