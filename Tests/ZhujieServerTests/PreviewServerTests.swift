import Foundation
import Testing
import ZhujieSite
import ZhujieText

@testable import ZhujieServer

func memorySite(_ files: [String: String]) throws -> MemorySite {
  let site = MemorySite()
  for (path, text) in files {
    try site.add(SiteFile(path: try #require(SitePath(path)), contents: Array(text.utf8)))
  }
  return site
}

/// Serves while `body` runs.
func serving(
  _ files: [String: String],
  _ body: (PreviewServer) async throws -> Void
) async throws {
  let server = try PreviewServer(site: try memorySite(files), port: 0)
  // The clients below block the threads that tasks run on.
  server.start()
  defer { server.stop() }
  try await body(server)
}

@Suite("The preview server", .timeLimit(.minutes(2)))
struct PreviewServerTests {
  let site = [
    "index.html": "<body>home</body>", "zh-hant/index.html": "<body>繁</body>",
    "zh-hant/404.html": "<body>沒有</body>",
    "zh-hant/a b&c/index.html": "<body>x</body>", "style.css": "p{}", "圖.svg": "<svg/>",
    "data.bin": "0123456789",
  ]

  func get(
    _ target: String,
    _ fields: [String] = [],
    method: String = "GET",
    host: String = "localhost",
    from port: UInt16
  ) throws -> Answer {
    let client = try Client(port: port)
    let lines = ["\(method) \(target) HTTP/1.1", "Host: \(host)", "Connection: close"] + fields
    client.send(lines.joined(separator: "\r\n") + "\r\n\r\n")
    return try Answer(client.receive())
  }

  @Test("files are served with their types, pages with the script that reloads them")
  func files() async throws {
    try await serving(site) { server in
      let home = try get("/", from: server.port)
      #expect(home.status == 200)
      #expect(home.fields["content-type"] == "text/html; charset=utf-8")
      #expect(home.body.hasPrefix("<body>home<script src=\"/.zhujie/live.js?"))
      #expect(home.body.hasSuffix("\" defer></script></body>"))
      #expect(home.fields["content-length"] == "\(home.body.utf8.count)")
      let style = try get("/style.css?v=1", from: server.port)
      #expect((style.fields["content-type"], style.body) == ("text/css; charset=utf-8", "p{}"))
      #expect(style.fields["x-content-type-options"] == "nosniff")
      #expect(
        try get("/%E5%9C%96.svg", from: server.port).fields["content-type"]
          == "image/svg+xml; charset=utf-8"
      )
      #expect(try get("/zh-hant/a%20b%26c/", from: server.port).status == 200)
      #expect(try get("http://127.0.0.1/style.css", from: server.port).body == "p{}")
      let script = try get("/.zhujie/live.js?1", from: server.port)
      #expect(script.fields["content-type"] == "text/javascript; charset=utf-8")
      #expect(script.body.contains("EventSource"))
    }
  }

  @Test("a folder without its slash is sent to the one with it")
  func folders() async throws {
    try await serving(site) { server in
      let answer = try get("/zh-hant?q=1", from: server.port)
      #expect((answer.status, answer.fields["location"]) == (301, "/zh-hant/?q=1"))
      #expect(
        try get("/zh-hant/a%20b%26c", from: server.port).fields["location"] == "/zh-hant/a%20b%26c/"
      )
    }
  }

  @Test("what is not there gets the page of its language")
  func notFound() async throws {
    try await serving(site) { server in
      let answer = try get("/zh-hant/people/none/", from: server.port)
      #expect(answer.status == 404)
      #expect(answer.body.hasPrefix("<body>沒有<script"))
      #expect(try get("/en/none", from: server.port).status == 404)
    }
  }

  @Test(
    "nothing outside the site can be asked for",
    arguments: [
      "/../etc/passwd", "/..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
      "/zh-hant/../../etc/passwd",
      "/%252e%252e/etc/passwd", "/..\\..\\etc\\passwd", "/%5c..%5cetc", "//etc/passwd",
      "///etc/passwd", "/./style.css",
      "/zh-hant/../style.css", "/zh-hant/%2e%2e/style.css", "/style.css%00", "/style.css/",
      "/STYLE.css", "/%c0%ae%c0%ae/x",
      "/%ff", "/%u002e/", "/%2", "/%zz", "/style.css%2e", "/.zhujie-manifest", "/.zhujie/",
      "/zh-hant%2f..%2fstyle.css",
      "/data.bin#x", "/proc/self/environ", "/%EF%BC%8E%EF%BC%8E/x", "/zh-hant//index.html",
      "/file:///etc/passwd",
    ]
  )
  func traversal(_ target: String) async throws {
    try await serving(site) { server in
      let answer = try get(target, from: server.port)
      #expect(answer.status == 404 || answer.status == 400)
      #expect(!answer.body.contains("root:") && !answer.body.contains("p{}"))
    }
  }

  @Test(
    "only names of this machine are answered to",
    arguments: [
      ("localhost", 200), ("LOCALHOST:1", 200), ("127.0.0.1:8080", 200), ("[::1]:8080", 200),
      ("evil.example", 421),
      ("localhost.evil.example", 421), ("127.0.0.1.evil.example:80", 421), ("127.0.0.2", 421),
      ("localhost:80x", 421),
      ("", 421), ("[::1]x", 421), ("user@localhost", 421), ("localhost, evil.example", 421),
      ("0.0.0.0", 421),
    ]
  )
  func hosts(_ host: String, _ status: Int) async throws {
    try await serving(site) { server in
      let answer = try get("/", host: host, from: server.port)
      #expect(answer.status == status)
    }
  }

  @Test("a host in the target counts")
  func hostInTarget() async throws {
    try await serving(site) { server in
      let answer = try get("http://evil.example/", from: server.port)
      #expect(answer.status == 421)
    }
  }

  @Test(
    "only GET and HEAD are answered",
    arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "X"]
  )
  func methods(_ method: String) async throws {
    try await serving(site) { server in
      let answer = try get("/", ["Content-Length: 3"], method: method, from: server.port)
      #expect((answer.status, answer.fields["allow"]) == (405, "GET, HEAD"))
    }
  }

  @Test("HEAD has the head of GET and no body")
  func head() async throws {
    try await serving(site) { server in
      let (head, full) = (
        try get("/", method: "HEAD", from: server.port), try get("/", from: server.port)
      )
      #expect(head.fields == full.fields)
      #expect(head.body == "")
      #expect(try get("/.zhujie/events", method: "HEAD", from: server.port).body == "")
    }
  }

  @Test("what a browser has already is not sent again")
  func conditions() async throws {
    try await serving(site) { server in
      let tag = try #require(try get("/style.css", from: server.port).fields["etag"])
      for known in [tag, "W/\(tag)", "\"x\", \(tag)", "*"] {
        let answer = try get("/style.css", ["If-None-Match: \(known)"], from: server.port)
        #expect((answer.status, answer.body, answer.fields["etag"]) == (304, "", tag))
      }
      #expect(try get("/style.css", ["If-None-Match: \"x\""], from: server.port).status == 200)
      server.replace(try memorySite(["style.css": "b{}"]))
      #expect(try get("/style.css", ["If-None-Match: \(tag)"], from: server.port).body == "b{}")
    }
  }

  @Test(
    "one range is served",
    arguments: [
      ("bytes=2-4", 206, "234", "bytes 2-4/10"), ("bytes=7-", 206, "789", "bytes 7-9/10"),
      ("bytes=-3", 206, "789", "bytes 7-9/10"), ("bytes=0-99", 206, "0123456789", "bytes 0-9/10"),
      ("bytes=-99", 206, "0123456789", "bytes 0-9/10"), ("bytes=9-9", 206, "9", "bytes 9-9/10"),
      ("bytes=9-99999999999999999999", 206, "9", "bytes 9-9/10"),
      ("bytes=10-", 416, "416 Range Not Satisfiable\n", "bytes */10"),
      ("bytes=-0", 416, "416 Range Not Satisfiable\n", "bytes */10"),
      ("bytes=99999999999999999999-", 416, "416 Range Not Satisfiable\n", "bytes */10"),
      ("bytes=4-2", 200, "0123456789", nil), ("bytes=1-2,4-5", 200, "0123456789", nil),
      ("items=1-2", 200, "0123456789", nil), ("bytes=x-2", 200, "0123456789", nil),
      ("bytes=-", 200, "0123456789", nil),
    ] as [(String, Int, String, String?)]
  )
  func ranges(_ range: String, _ status: Int, _ body: String, _ contentRange: String?) async throws
  {
    try await serving(site) { server in
      let answer = try get("/data.bin", ["Range: \(range)"], from: server.port)
      #expect((answer.status, answer.body) == (status, body))
      #expect(answer.fields["content-range"] == contentRange)
    }
  }

  @Test("requests follow one another on one connection, also sent at once")
  func persistent() async throws {
    try await serving(site) { server in
      let client = try Client(port: server.port)
      let request = "GET /style.css HTTP/1.1\r\nHost: localhost\r\n\r\n"
      client.send("\r\n" + request + request + request.dropLast(2))
      let two = client.receive { $0.components(separatedBy: "p{}").count == 3 }
      #expect(two.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
      client.send("\r\nConnection: close\r\n\r\n")
      #expect(try Answer(client.receive()).body == "p{}")
    }
  }

  @Test(
    "what is no request is refused and the connection closed",
    arguments: [
      ("nonsense\r\n\r\n", 400), ("GET / HTTP/1.1\r\n\r\n", 400),
      ("GET  / HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost : localhost\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: localhost\r\n folded\r\n\r\n", 400),
      ("GET / HTTP/1.1\r\nHost: local\u{0}host\r\n\r\n", 400), ("PRI * HTTP/2.0\r\n\r\n", 505),
      ("\n\n\n\u{16}\u{3}\n\n", 400),
      ("GET / FTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET /\u{7F} HTTP/1.1\r\nHost: localhost\r\n\r\n", 400),
      ("GET x HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", 400),
    ]
  )
  func malformed(_ request: String, _ status: Int) async throws {
    try await serving(site) { server in
      let client = try Client(port: server.port)
      client.send(request)
      #expect(try Answer(client.receive()).status == status)
    }
  }

  @Test("a head that is too large is refused")
  func hugeHead() async throws {
    try await serving(site) { server in
      let client = try Client(port: server.port)
      client.send("GET / HTTP/1.1\r\nHost: localhost\r\n")
      let line = "X: " + String(repeating: "x", count: 8_000) + "\r\n"
      for _ in 0..<10_000 { guard client.send(line) else { break } }
      #expect(try get("/", from: server.port).status == 200)
      let small = try Client(port: server.port)
      small.send(
        "GET / HTTP/1.1\r\nHost: localhost\r\nX: \(String(repeating: "x", count: 20_000))\r\n\r\n"
      )
      #expect(small.receive().hasPrefix("HTTP/1.1 431 "))
    }
  }

  @Test("a client that does not finish its request is let go, others are served meanwhile")
  func slow() async throws {
    try await serving(site) { server in
      let slow = try Client(port: server.port)
      slow.send("GET / HTTP/1.1\r\nHo")
      #expect(try get("/", from: server.port).status == 200)
      for _ in 0..<4 {
        try await Task.sleep(for: .seconds(3))
        slow.send("x")
      }
      #expect(slow.isClosed())
    }
  }

  @Test("who asks on and on without taking the answers is not heard further")
  func greedy() async throws {
    let large = String(repeating: "0123456789", count: 200_000)
    try await serving(["index.html": "<body>home</body>", "data.bin": large]) { server in
      let greedy = try Client(port: server.port)
      Listener.setNonblocking(greedy.descriptor)
      let requests = String(
        repeating: "GET /data.bin HTTP/1.1\r\nHost: localhost\r\n\r\n",
        count: 1_000
      )
      // What the sockets between the two hold is some megabytes; a server that listens on would take all.
      var sent = 0
      for _ in 0..<1_000 where greedy.send(requests) { sent += 1 }
      #expect(sent < 500)
      #expect(try get("/", from: server.port).status == 200)
    }
  }

  @Test("a thousand connections do not keep others out, and each is served")
  func manyConnections() async throws {
    try await serving(site) { server in
      // This process holds both ends of each.
      var clients: [Client] = []
      for _ in 0..<1_000 { clients.append(try Client(port: server.port)) }
      #expect(try get("/", from: server.port).status == 200)
      for client in clients {
        client.send("GET /style.css HTTP/1.1\r\nHost: localhost\r\n\r\n")
      }
      for client in clients {
        #expect(client.receive { $0.hasSuffix("p{}") }.hasSuffix("p{}"))
      }
    }
  }

  @Test("serving ends with its task")
  func cancelled() async throws {
    let server = try PreviewServer(site: try memorySite(site), port: 0)
    let task = Task { await server.run() }
    task.cancel()
    await task.value
  }

  @Test("a port that is taken gives way to the next")
  func portTaken() async throws {
    let first = try PreviewServer(site: MemorySite(), port: 0)
    let second = try PreviewServer(site: MemorySite(), port: first.port)
    #expect(second.isOtherPort && second.port > first.port)
    #expect(!first.isOtherPort)
  }

  @Test("an open page learns of a new site, and of what is wrong with the seeds")
  func events() async throws {
    try await serving(site) { server in
      let page = try get("/", from: server.port).body
      let version = try #require(
        page.components(separatedBy: "live.js?").last?.components(separatedBy: "\"").first
      )
      let client = try Client(port: server.port)
      client.send("GET /.zhujie/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let greeting = client.receive { $0.hasSuffix("\n\n") && $0.contains("event:") }
      #expect(greeting.contains("Content-Type: text/event-stream"))
      #expect(greeting.hasSuffix("event: site\ndata: \(version)\n\n"))

      let place = SourceLocation(
        path: SourcePath("sources/a.md"),
        position: Position(line: 3, column: 4),
        excerpt: "<b>\"\\\u{202E}\n"
      )
      server.show([Diagnostic(.error, DiagnosticCode("x.y"), at: place, "'</script>' is wrong")])
      let failure = client.receive { $0.hasSuffix("\n\n") }
      #expect(
        failure == """
          event: failure
          data: [{"place":"sources/a.md:3:4","severity":"error","code":"x.y","message":"'</script>' is wrong",\
          "excerpt":"<b>\\"\\\\\u{FFFD}\u{FFFD}"}]


          """
      )
      let late = try Client(port: server.port)
      late.send("GET /.zhujie/events HTTP/1.1\r\nHost: localhost\r\n\r\n")
      #expect(late.receive { $0.contains("event: failure") }.contains("sources/a.md:3:4"))

      server.replace(try memorySite(["index.html": "<body>new</body>"]))
      let news = client.receive { $0.hasSuffix("\n\n") }
      #expect(news.hasPrefix("event: site\ndata: ") && !news.contains(version))
      #expect(try get("/", from: server.port).body.hasPrefix("<body>new<script"))
    }
  }
}
