extension [UInt8] {
  /// Appends the decimal digits of a number, with zeros before them up to `width`.
  public mutating func append(decimal number: UInt64, width: Int = 1) {
    var rest = number
    var digits = 1
    while rest >= 10 { (rest, digits) = (rest / 10, digits + 1) }
    let start = count
    append(contentsOf: repeatElement(UInt8(ascii: "0"), count: Swift.max(digits, width)))
    rest = number
    var place = count
    while rest > 0, place > start {
      place -= 1
      self[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  /// Appends a literal of the program.
  public mutating func append(literal: StaticString) {
    literal.withUTF8Buffer { append(contentsOf: $0) }
  }
}
