/// A JSON value whose members stay in the order given (RFC 8259).
package indirect enum JSONValue: Sendable, Hashable {
  case string(String)
  case number(Int)
  case array([JSONValue])
  case members([Member])

  package struct Member: Sendable, Hashable {
    package let name: String
    package let value: JSONValue
  }

  /// An object of the members that have something to say: nil, empty texts and empty lists are left out.
  package static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(
      members.compactMap { name, value in
        guard let value, !value.isEmpty else { return nil }
        return Member(name: name, value: value)
      }
    )
  }

  /// Texts, empty ones left out.
  package static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.filter { !$0.isEmpty }.map { .string($0) })
  }

  package var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .number, .members: false
    }
  }

  package var text: String {
    switch self {
    case .string(let text): JSONText.quoted(text)
    case .number(let number): String(number)
    case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
    case .members(let members):
      "{" + members.map { JSONText.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",")
        + "}"
    }
  }
}
