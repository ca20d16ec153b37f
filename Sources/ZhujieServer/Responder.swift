import ZhujieSite

/// What is served at one moment.
struct Served: Sendable {
  let site: MemorySite
  /// Another one for every build.
  let version: String
}

/// Answers a request from a site in memory. Nothing that is not a file of the site can be asked for, since its paths are
/// looked up and never opened.
enum Responder {
  static func response(to request: RequestHead, from served: Served) -> Response {
    guard request.isLocal else { return Response(.misdirectedRequest) }
    guard request.method == "GET" || request.method == "HEAD" else {
      return Response(.methodNotAllowed, fields: [("Allow", "GET, HEAD")])
    }
    var response = answer(request, from: served)
    if request.method == "HEAD" {
      response.length = response.body.count
      response.body = []
      response.isEventStream = false
    }
    return response
  }

  private static func answer(_ request: RequestHead, from served: Served) -> Response {
    let target = request.target.utf8.prefix { $0 != UInt8(ascii: "?") }
    guard target.first == UInt8(ascii: "/"), !target.contains(UInt8(ascii: "#")),
      let decoded = PercentCoding.decode(target.dropFirst()),
      let path = String(validating: decoded, as: UTF8.self)
    else { return Response(.badRequest) }
    switch "/" + path {
    case LiveReload.scriptPath:
      return content(
        Array(LiveReload.script.utf8),
        type: "text/javascript; charset=utf-8",
        status: .ok,
        for: request
      )
    case LiveReload.eventsPath:
      var response = Response(
        .ok,
        fields: [
          ("Content-Type", "text/event-stream; charset=utf-8"), ("Cache-Control", "no-store"),
        ],
        body: []
      )
      response.isEventStream = true
      return response
    default: break
    }
    let isFolder = path.isEmpty || path.hasSuffix("/")
    if let found = SitePath(isFolder ? path + "index.html" : path),
      let contents = served.site[found]
    {
      return page(contents, at: found, status: .ok, for: request, from: served)
    }
    if !isFolder, let index = SitePath(path + "/index.html"), served.site[index] != nil {
      let query = request.target.utf8.dropFirst(target.count)
      let location = "/" + PercentCoding.encode(path.utf8) + "/" + String(Substring(query))
      return Response(.movedPermanently, fields: [("Location", location)])
    }
    return notFound(path, request, from: served)
  }

  /// The page of the language, as a host would show it; else that of the site, else a line of our own.
  private static func notFound(_ path: String, _ request: RequestHead, from served: Served)
    -> Response
  {
    let language = path.prefix { $0 != "/" }
    for name in ["\(language)/404.html", "404.html"] {
      if let found = SitePath(name), let contents = served.site[found] {
        return page(contents, at: found, status: .notFound, for: request, from: served)
      }
    }
    let page = Array(
      "<!DOCTYPE html><meta charset=\"utf-8\"><title>404</title><body><p>404 Not Found</p></body>"
        .utf8
    )
    return content(
      LiveReload.injecting(into: page, version: served.version),
      type: "text/html; charset=utf-8",
      status: .notFound,
      for: request
    )
  }

  private static func page(
    _ contents: [UInt8],
    at path: SitePath,
    status: Status,
    for request: RequestHead,
    from served: Served
  ) -> Response {
    let type = ContentType.of(path.fileName)
    let isPage = type.hasPrefix("text/html")
    return content(
      isPage ? LiveReload.injecting(into: contents, version: served.version) : contents,
      type: type,
      status: status,
      for: request
    )
  }

  /// The contents, or what the conditions of the request make of them (RFC 9110 13 and 14).
  private static func content(
    _ contents: [UInt8],
    type: String,
    status: Status,
    for request: RequestHead
  ) -> Response {
    let tag = "\"\(String(hash(contents), radix: 16))-\(contents.count)\""
    var fields = [(name: "Content-Type", value: type), ("ETag", tag), ("Accept-Ranges", "bytes")]
    guard status == .ok else { return Response(status, fields: [fields[0]], body: contents) }
    if let known = request.ifNoneMatch, matches(known, tag) {
      return Response(.notModified, fields: [fields[1]], body: [])
    }
    guard request.method == "GET", let asked = request.range,
      request.ifRange.map({ $0 == tag }) ?? true,
      let range = ByteRange(asked, count: contents.count)
    else { return Response(.ok, fields: fields, body: contents) }
    switch range {
    case .unsatisfiable:
      return Response(
        .rangeNotSatisfiable,
        fields: [("Content-Range", "bytes */\(contents.count)")]
      )
    case .bytes(let range):
      fields.append(
        ("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(contents.count)")
      )
      return Response(.partialContent, fields: fields, body: Array(contents[range]))
    }
  }

  private static func matches(_ known: String, _ tag: String) -> Bool {
    known.split(separator: ",").contains { candidate in
      var candidate = candidate.drop { $0 == " " }
      while candidate.last == " " { candidate.removeLast() }
      if candidate.hasPrefix("W/") { candidate = candidate.dropFirst(2) }
      return candidate == tag || candidate == "*"
    }
  }

  /// FNV-1a over 64 bits: it tells versions of one file apart, and no one gains by making two alike.
  private static func hash(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBufferPointer { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return hash
    }
  }
}

/// A range of bytes that was asked for (RFC 9110 14.1.2).
enum ByteRange: Equatable {
  case bytes(Range<Int>)
  case unsatisfiable

  /// Nil where the field is to be passed over: it asks for several ranges, for other units, or makes no sense.
  init?(_ field: String, count: Int) {
    guard field.hasPrefix("bytes=") else { return nil }
    let ends = field.dropFirst(6).split(separator: "-", omittingEmptySubsequences: false)
    guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } })
    else { return nil }
    // Numbers beyond any file are as good as the largest.
    let numbers = ends.map { $0.isEmpty ? nil : Int($0) ?? Int.max }
    switch (numbers[0], numbers[1]) {
    case (nil, nil): return nil
    case (let first?, let last?) where last < first: return nil
    case (let first?, let last):
      self = first < count ? .bytes(first..<min(last ?? count, count - 1) &+ 1) : .unsatisfiable
      if first < count, last == nil { self = .bytes(first..<count) }
    case (nil, let length?):
      self = length > 0 && count > 0 ? .bytes(max(0, count - length)..<count) : .unsatisfiable
    }
  }
}
