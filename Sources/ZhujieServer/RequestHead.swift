/// The head of an HTTP/1 request (RFC 9112), as far as a server of files needs it.
struct RequestHead: Equatable, Sendable {
  var method: String
  /// What stands between the method and the version, as it was sent.
  var target: String
  var host: String
  var isPersistent: Bool
  var hasBody: Bool
  var ifNoneMatch: String?
  var ifRange: String?
  var range: String?

  /// Why a head is refused: the status to answer with.
  struct Refusal: Error, Equatable {
    let status: Status
  }

  /// The offset after the empty line that ends a head; nil while it has not come.
  static func end(in bytes: ArraySlice<UInt8>) -> Int? {
    var i = bytes.startIndex
    while let feed = bytes[i...].firstIndex(of: 0x0A) {
      let next = feed + 1
      if next < bytes.endIndex, bytes[next] == 0x0A { return next + 1 }
      if next + 1 < bytes.endIndex, bytes[next] == 0x0D, bytes[next + 1] == 0x0A { return next + 2 }
      i = next
    }
    return nil
  }

  /// Reads a head with its empty line.
  init(parsing bytes: ArraySlice<UInt8>) throws(Refusal) {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Refusal(status: .badRequest)
    }
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)[...]
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }[...]
    let parts = (lines.popFirst() ?? text.utf8.prefix(0)).split(
      separator: 0x20,
      omittingEmptySubsequences: false
    )
    guard parts.count == 3, !parts[0].isEmpty, parts[0].allSatisfy(Self.isToken), !parts[1].isEmpty,
      parts[1].allSatisfy({ $0 > 0x20 && $0 != 0x7F })
    else { throw Refusal(status: .badRequest) }
    guard parts[2].starts(with: "HTTP/".utf8) else { throw Refusal(status: .badRequest) }
    let version = String(Substring(parts[2]))
    guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
      throw Refusal(status: .versionNotSupported)
    }

    var fields: [String: String] = [:]
    for line in lines {
      if line.isEmpty { break }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon != line.startIndex,
        line[..<colon].allSatisfy(Self.isToken),
        line.allSatisfy({ $0 >= 0x20 && $0 != 0x7F || $0 == 0x09 })
      else { throw Refusal(status: .badRequest) }
      let name = String(Substring(line[..<colon])).lowercased()
      var value = line[line.index(after: colon)...]
      while let first = value.first, first == 0x20 || first == 0x09 { value = value.dropFirst() }
      while let last = value.last, last == 0x20 || last == 0x09 { value = value.dropLast() }
      // Two hosts would let one of them pass unseen (RFC 9112 3.2).
      if fields[name] != nil, ["host", "content-length", "transfer-encoding"].contains(name) {
        throw Refusal(status: .badRequest)
      }
      fields[name] =
        fields[name].map { $0 + ", " + String(Substring(value)) } ?? String(Substring(value))
    }
    guard let host = fields["host"] else { throw Refusal(status: .badRequest) }

    method = String(Substring(parts[0]))
    target = String(Substring(parts[1]))
    self.host = host
    let connection = (fields["connection"] ?? "").lowercased()
    isPersistent =
      version == "HTTP/1.1" ? !connection.contains("close") : connection.contains("keep-alive")
    hasBody = (fields["content-length"] ?? "0") != "0" || fields["transfer-encoding"] != nil
    ifNoneMatch = fields["if-none-match"]
    ifRange = fields["if-range"]
    range = fields["range"]
    // A request to a proxy names the host in the target, and that one counts.
    if target.lowercased().hasPrefix("http://") {
      let rest = target.dropFirst(7)
      let end = rest.firstIndex { $0 == "/" || $0 == "?" || $0 == "#" } ?? rest.endIndex
      self.host = String(rest[..<end])
      target = rest[end...].hasPrefix("/") ? String(rest[end...]) : "/" + rest[end...]
    }
  }

  /// RFC 9110 5.6.2.
  private static func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
    }
  }

  /// Whether the host is this machine by a name that no other machine can have.
  ///
  /// A page of some site may rebind its own name to 127.0.0.1 and then read what is served there; its requests still carry
  /// that name.
  var isLocal: Bool {
    let name: Substring
    let port: Substring
    if host.hasPrefix("[") {
      guard let end = host.firstIndex(of: "]") else { return false }
      (name, port) = (host[...end], host[host.index(after: end)...])
    } else {
      let colon = host.firstIndex(of: ":") ?? host.endIndex
      (name, port) = (host[..<colon], host[colon...])
    }
    guard ["localhost", "127.0.0.1", "[::1]"].contains(name.lowercased()) else { return false }
    return port.isEmpty
      || (port.utf8.count <= 6 && port.hasPrefix(":")
        && port.utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  }
}
