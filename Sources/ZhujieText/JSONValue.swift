/// A JSON value whose members stay in the order given (RFC 8259).
public enum JSONValue: Sendable, Hashable {
  case string(String)
  case number(Int)
  case array([JSONValue])
  case members([Member])
  /// A value in the form in which it stands in many texts, as UTF-8.
  case written([UInt8])

  public struct Member: Sendable, Hashable {
    public let name: String
    public let value: JSONValue
  }

  /// An object of the members that have something to say: nil, empty texts and empty lists are left out.
  public static func object(_ members: KeyValuePairs<String, JSONValue?>) -> JSONValue {
    var kept: [Member] = []
    kept.reserveCapacity(members.count)
    for (name, value) in members {
      if let value, !value.isEmpty { kept.append(Member(name: name, value: value)) }
    }
    return .members(kept)
  }

  /// Texts, empty ones left out.
  public static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.filter { !$0.isEmpty }.map { .string($0) })
  }

  public var isEmpty: Bool {
    switch self {
    case .string(let text): text.isEmpty
    case .array(let values): values.isEmpty
    case .number, .members, .written: false
    }
  }

  /// The same, written once for all texts that it is to stand in, and kept in its exact size.
  public var written: JSONValue { .written(utf8.withUnsafeBufferPointer { Array($0) }) }

  public var text: String { String(decoding: utf8, as: UTF8.self) }

  /// The text as UTF-8.
  public var utf8: [UInt8] {
    ByteSink.array(capacity: 1024) { append(to: &$0) }
  }

  /// Appends the same.
  public func append(to bytes: inout ByteSink) {
    switch self {
    case .string(let text): JSONText.append(quoted: text, to: &bytes)
    case .number(let number): bytes.append(String(number))
    case .written(let written): bytes.append(written[...])
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
        JSONText.append(quoted: member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.append(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }
}
