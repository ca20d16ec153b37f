/// A statement about figures: two terms and how they compare, such as `cloud / total ≈ cloud-share`.
///
/// Terms are IDs of figures, numbers (`0.5`, `11.33%`), `+ - * / ×  ÷` and parentheses; a minus between spaces is an operator, one inside a word
/// belongs to an ID. Comparisons are `≈ = < > ≤ ≥` and `~= <= >=`.
public struct Arithmetic: Sendable {
  public enum Comparison: String, Sendable {
    case equal = "≈"
    case less = "<"
    case greater = ">"
  }

  indirect enum Term: Sendable {
    case number(Double)
    case figure(String)
    case sum(Term, Term)
    case difference(Term, Term)
    case product(Term, Term)
    case quotient(Term, Term)
  }

  public let comparison: Comparison
  let left: Term
  let right: Term
  /// The IDs that it names, in order, without repetition.
  public let figures: [String]

  /// Why a text is no statement: what was met, and at which scalar of it, from 0.
  public struct Fault: Error, Sendable, Hashable {
    public let offset: Int
    public let message: String
  }

  public init(_ text: String) throws(Fault) {
    var parser = ArithmeticParser(text)
    left = try parser.sum()
    comparison = try parser.comparison()
    right = try parser.sum()
    try parser.end()
    figures = parser.figures
  }

  /// Both sides, by the values of the figures; nil where a value is missing or a divisor may be zero.
  public func sides(_ values: (String) -> Interval?) -> (left: Interval, right: Interval)? {
    guard let a = Self.value(of: left, values), let b = Self.value(of: right, values) else { return nil }
    return (a, b)
  }

  /// Whether the statement can hold, given how exactly its figures are printed; nil where it cannot be computed.
  public func holds(_ values: (String) -> Interval?) -> Bool? {
    guard let (a, b) = sides(values) else { return nil }
    switch comparison {
    case .equal: return a.overlaps(b)
    case .less: return a.lower < b.upper
    case .greater: return a.upper > b.lower
    }
  }

  private static func value(of term: Term, _ values: (String) -> Interval?) -> Interval? {
    switch term {
    case .number(let number): return Interval(number, number)
    case .figure(let id): return values(id)
    case .sum(let a, let b): return both(a, b, values) { $0 + $1 }
    case .difference(let a, let b): return both(a, b, values) { $0 - $1 }
    case .product(let a, let b): return both(a, b, values) { $0 * $1 }
    case .quotient(let a, let b): return both(a, b, values) { $0 / $1 }
    }
  }

  private static func both(
    _ a: Term, _ b: Term, _ values: (String) -> Interval?, _ join: (Interval, Interval) -> Interval?
  ) -> Interval? {
    guard let x = value(of: a, values), let y = value(of: b, values) else { return nil }
    return join(x, y)
  }
}

/// Recursive descent with a limit on depth.
private struct ArithmeticParser {
  private let scalars: [UnicodeScalar]
  private var place = 0
  private var depth = 0
  private(set) var figures: [String] = []
  private static let deepest = 32

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func sum() throws(Arithmetic.Fault) -> Arithmetic.Term {
    var term = try product()
    while true {
      skipSpaces()
      if take("+") {
        term = .sum(term, try product())
      } else if take("-") || take("−") {
        term = .difference(term, try product())
      } else {
        return term
      }
    }
  }

  private mutating func product() throws(Arithmetic.Fault) -> Arithmetic.Term {
    var term = try factor()
    while true {
      skipSpaces()
      if take("*") || take("×") {
        term = .product(term, try factor())
      } else if take("/") || take("÷") {
        term = .quotient(term, try factor())
      } else {
        return term
      }
    }
  }

  private mutating func factor() throws(Arithmetic.Fault) -> Arithmetic.Term {
    skipSpaces()
    guard place < scalars.count else { throw fault("a figure or a number is expected at the end") }
    let scalar = scalars[place]
    if take("(") {
      depth += 1
      defer { depth -= 1 }
      guard depth <= Self.deepest else { throw fault("the parentheses are nested more than \(Self.deepest) deep") }
      let term = try sum()
      skipSpaces()
      guard take(")") else { throw fault("a closing parenthesis is expected") }
      return term
    }
    if scalar.value >= 0x30, scalar.value <= 0x39 { return try number() }
    if scalar.value >= 0x61, scalar.value <= 0x7A { return .figure(name()) }
    throw fault("“\(scalar)” is no figure, number or parenthesis")
  }

  private mutating func number() throws(Arithmetic.Fault) -> Arithmetic.Term {
    let start = place
    while place < scalars.count, scalars[place].properties.numericType != nil || scalars[place] == "." { place += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<place]))
    guard let number = Double(text) else { throw fault("“\(text)” is no number") }
    return .number(take("%") ? number / 100 : number)
  }

  private mutating func name() -> String {
    let start = place
    while place < scalars.count {
      let value = scalars[place].value
      let isLetter = (value >= 0x61 && value <= 0x7A) || (value >= 0x30 && value <= 0x39)
      // A hyphen belongs to a name only where a letter or digit follows.
      let isHyphen =
        value == 0x2D && place + 1 < scalars.count
        && ((scalars[place + 1].value >= 0x61 && scalars[place + 1].value <= 0x7A)
          || (scalars[place + 1].value >= 0x30 && scalars[place + 1].value <= 0x39))
      guard isLetter || isHyphen else { break }
      place += 1
    }
    let name = String(String.UnicodeScalarView(scalars[start..<place]))
    if !figures.contains(name) { figures.append(name) }
    return name
  }

  mutating func comparison() throws(Arithmetic.Fault) -> Arithmetic.Comparison {
    skipSpaces()
    if take("≈") || take("=") { return .equal }
    if take("~") {
      _ = take("=")
      return .equal
    }
    if take("<") || take("≤") {
      _ = take("=")
      return .less
    }
    if take(">") || take("≥") {
      _ = take("=")
      return .greater
    }
    throw fault("a comparison is expected: ≈, <, >")
  }

  mutating func end() throws(Arithmetic.Fault) {
    skipSpaces()
    guard place == scalars.count else { throw fault("“\(scalars[place])” stands behind the statement") }
  }

  private mutating func take(_ scalar: UnicodeScalar) -> Bool {
    guard place < scalars.count, scalars[place] == scalar else { return false }
    place += 1
    return true
  }

  private mutating func skipSpaces() {
    while place < scalars.count, ScalarSpace.holds(scalars[place]) { place += 1 }
  }

  private func fault(_ message: String) -> Arithmetic.Fault {
    Arithmetic.Fault(offset: place, message: message)
  }
}

private enum ScalarSpace {
  static func holds(_ scalar: UnicodeScalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar == "\u{3000}" || scalar == "\t"
  }
}
