public import ZhujieText

/// A value of a quantity's data, for whoever writes JSON.
public enum QuantityField: Sendable, Hashable {
  case string(String)
  /// Printed with `ExactDecimal.description`, which is a JSON number.
  case number(ExactDecimal)
  case bool(Bool)

  fileprivate func append(to bytes: inout ByteSink) {
    switch self {
    case .number(let number): number.append(to: &bytes)
    case .bool(let bool): bytes.append(literal: bool ? "true" : "false")
    // The strings are words of the text and codes, yet are escaped like any other.
    case .string(let string): JSONText.append(quoted: string, to: &bytes)
    }
  }
}

extension QuantityValue {
  /// What `annotate` prints as `value`, in its order.
  public var fields: [(key: String, value: QuantityField)] {
    var fields: [(key: String, value: QuantityField)] = []
    forEachField { fields.append((String(describing: $0), $1)) }
    return fields
  }

  private func forEachField(_ body: (StaticString, QuantityField) -> Void) {
    switch self {
    case .money(let currency, let number):
      body("currency", .string(currency))
      Self.forEachField(of: number, "amount", unit: "", body)
    case .percent(let number):
      Self.forEachField(of: number, "value", unit: "", body)
    case .count(let number, let unit):
      Self.forEachField(of: number, "value", unit: unit, body)
    case .date(let date):
      guard let edtf = date.edtf else { return body("unresolved", .bool(true)) }
      body("edtf", .string(edtf.description))
      if let origin = date.resolvedFrom { body("resolved", .string(origin.rawValue)) }
    case .duration(let duration):
      body(duration.max == nil ? "iso" : "min", .string(duration.iso))
      if let max = duration.max { body("max", .string(max)) }
      if let qualifier = duration.qualifier { body("qualifier", .string(qualifier.rawValue)) }
    case .rank(let rank):
      body(rank.isTop ? "top" : "value", .number(ExactDecimal(Int128(rank.value))))
      if !rank.unit.isEmpty { body("unit", .string(rank.unit)) }
    case .vague(let vague):
      if let magnitude = vague.magnitude { body("magnitude", .number(magnitude)) }
      if let digits = vague.digits { body("digits", .number(ExactDecimal(Int128(digits)))) }
      if !vague.unit.isEmpty { body("unit", .string(vague.unit)) }
    }
  }

  /// A number under `name`, or the ends of what it may be; then its unit, where it has one, and its qualifier.
  private static func forEachField(
    of number: NumberValue, _ name: StaticString, unit: String, _ body: (StaticString, QuantityField) -> Void
  ) {
    body(number.max == nil ? name : "min", .number(number.value))
    if let max = number.max { body("max", .number(max)) }
    if !unit.isEmpty { body("unit", .string(unit)) }
    if let qualifier = number.qualifier { body("qualifier", .string(qualifier.rawValue)) }
  }

  /// The fields as one JSON object.
  public var json: String {
    ByteSink.string { appendJSON(to: &$0) }
  }

  /// The same as UTF-8.
  public func appendJSON(to bytes: inout ByteSink) {
    bytes.append(UInt8(ascii: "{"))
    var isFirst = true
    forEachField { key, value in
      bytes.append(literal: isFirst ? "\"" : ",\"")
      isFirst = false
      bytes.append(literal: key)
      bytes.append(literal: "\":")
      value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}
