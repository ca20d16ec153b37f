/// A JSON value whose members stay in the order given (RFC 8259).
public enum JSONValue: Sendable, Hashable {
  case string(String)
  case number(Int)
  case array([JSONValue])
  case members([Member])

  public struct Member: Sendable, Hashable {
    public let name: String
    public let value: JSONValue
  }

  /// An object of the members that have something to say: nil, empty texts and empty lists are left out.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    .members(
      members.compactMap { name, value in
        guard let value, !value.isEmpty else { return nil }
        return Member(name: name, value: value)
      }
    )
  }

  /// Texts, empty ones left out.
  public static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.filter { !$0.isEmpty }.map { .string($0) })
  }

  public var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .number, .members: false
    }
  }

  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The text as UTF-8.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(1024)
    append(to: &bytes)
    return bytes
  }

  private func append(to bytes: inout [UInt8]) {
    switch self {
    case .string(let text): JSONText.append(quoted: text.utf8, to: &bytes)
    case .number(let number): bytes.append(contentsOf: String(number).utf8)
    case .array(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .members(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        JSONText.append(quoted: member.name.utf8, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
