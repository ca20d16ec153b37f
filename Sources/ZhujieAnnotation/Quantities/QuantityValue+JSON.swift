import ZhujieText

/// A value of a quantity's data, for whoever writes JSON.
public enum QuantityField: Sendable, Hashable {
  case string(String)
  /// Printed with `ExactDecimal.description`, which is a JSON number.
  case number(ExactDecimal)
  case bool(Bool)

  fileprivate func append(to bytes: inout [UInt8]) {
    switch self {
    case .number(let number): number.append(to: &bytes)
    case .bool(let bool): bytes += (bool ? "true" : "false").utf8
    // The strings are words of the text and codes, yet are escaped like any other.
    case .string(let string): JSONText.append(quoted: string.utf8, to: &bytes)
    }
  }
}

extension QuantityValue {
  /// What `annotate` prints as `value`, in its order.
  public var fields: [(key: String, value: QuantityField)] {
    switch self {
    case .money(let currency, let number):
      return [("currency", .string(currency))] + Self.fields(number, "amount")
    case .percent(let number):
      return Self.fields(number, "value")
    case .count(let number, let unit):
      var fields = Self.fields(number, "value")
      if !unit.isEmpty {
        fields.insert(("unit", .string(unit)), at: number.max == nil ? 1 : 2)
      }
      return fields
    case .date(let date):
      guard let edtf = date.edtf else { return [("unresolved", .bool(true))] }
      return [("edtf", .string(edtf.description))]
        + (date.resolvedFrom.map { [("resolved", .string($0.rawValue))] } ?? [])
    case .duration(let duration):
      var fields: [(key: String, value: QuantityField)] = []
      if let max = duration.max {
        fields = [("min", .string(duration.iso)), ("max", .string(max))]
      } else {
        fields = [("iso", .string(duration.iso))]
      }
      return fields + Self.qualifier(duration.qualifier)
    case .rank(let rank):
      return [(rank.isTop ? "top" : "value", .number(ExactDecimal(Int128(rank.value))))]
        + (rank.unit.isEmpty ? [] : [("unit", .string(rank.unit))])
    case .vague(let vague):
      var fields: [(key: String, value: QuantityField)] = []
      if let magnitude = vague.magnitude { fields.append(("magnitude", .number(magnitude))) }
      if let digits = vague.digits {
        fields.append(("digits", .number(ExactDecimal(Int128(digits)))))
      }
      if !vague.unit.isEmpty { fields.append(("unit", .string(vague.unit))) }
      return fields
    }
  }

  /// The fields as one JSON object.
  public var json: String {
    var bytes: [UInt8] = []
    appendJSON(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same as UTF-8.
  public func appendJSON(to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "{"))
    for (index, field) in fields.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes.append(UInt8(ascii: "\""))
      bytes += field.key.utf8
      bytes += [UInt8(ascii: "\""), UInt8(ascii: ":")]
      field.value.append(to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private static func fields(_ number: NumberValue, _ name: String) -> [(
    key: String, value: QuantityField
  )] {
    var fields: [(key: String, value: QuantityField)] = []
    if let max = number.max {
      fields = [("min", .number(number.value)), ("max", .number(max))]
    } else {
      fields = [(name, .number(number.value))]
    }
    return fields + qualifier(number.qualifier)
  }

  private static func qualifier(_ qualifier: Qualifier?) -> [(key: String, value: QuantityField)] {
    qualifier.map { [("qualifier", .string($0.rawValue))] } ?? []
  }
}
