/// The status codes this server answers with (RFC 9110 15).
enum Status: Int, Sendable {
  case ok = 200
  case partialContent = 206
  case movedPermanently = 301
  case notModified = 304
  case badRequest = 400
  case notFound = 404
  case methodNotAllowed = 405
  case requestTimeout = 408
  case rangeNotSatisfiable = 416
  case misdirectedRequest = 421
  case headerFieldsTooLarge = 431
  case versionNotSupported = 505

  var phrase: String {
    switch self {
    case .ok: "OK"
    case .partialContent: "Partial Content"
    case .movedPermanently: "Moved Permanently"
    case .notModified: "Not Modified"
    case .badRequest: "Bad Request"
    case .notFound: "Not Found"
    case .methodNotAllowed: "Method Not Allowed"
    case .requestTimeout: "Request Timeout"
    case .rangeNotSatisfiable: "Range Not Satisfiable"
    case .misdirectedRequest: "Misdirected Request"
    case .headerFieldsTooLarge: "Request Header Fields Too Large"
    case .versionNotSupported: "HTTP Version Not Supported"
    }
  }
}

/// An answer: its head and what follows.
struct Response: Sendable {
  var status: Status
  var fields: [(name: String, value: String)] = []
  var body: [UInt8] = []
  /// What is said about the length, where it is not that of `body`: the answer to HEAD has none.
  var length: Int?
  /// The connection stays open, and events follow as they happen.
  var isEventStream = false

  /// A short answer in plain text.
  init(_ status: Status, fields: [(name: String, value: String)] = []) {
    self.status = status
    self.fields = fields + [("Content-Type", "text/plain; charset=utf-8")]
    body = Array("\(status.rawValue) \(status.phrase)\n".utf8)
  }

  init(_ status: Status, fields: [(name: String, value: String)], body: [UInt8]) {
    self.status = status
    self.fields = fields
    self.body = body
  }

  /// The bytes to send.
  func bytes(closing: Bool) -> [UInt8] {
    var head = "HTTP/1.1 \(status.rawValue) \(status.phrase)\r\n"
    for (name, value) in fields { head += "\(name): \(value)\r\n" }
    // Nothing is kept without asking: the next build may have changed it. Nothing is guessed, framed or lent to other sites.
    if !fields.contains(where: { $0.name == "Cache-Control" }) {
      head += "Cache-Control: no-cache\r\n"
    }
    head += "X-Content-Type-Options: nosniff\r\nCross-Origin-Resource-Policy: same-origin\r\n"
    if status != .notModified, !isEventStream {
      head += "Content-Length: \(length ?? body.count)\r\n"
    }
    head +=
      closing || isEventStream ? "Connection: close\r\n\r\n" : "Connection: keep-alive\r\n\r\n"
    return Array(head.utf8) + body
  }
}
