import ZhujieMarkdown
import ZhujiePages
import ZhujiePictures
import ZhujieSite
import ZhujieText

@testable import ZhujieServer

extension Subject {
  /// Templates are code, but a wrong one is an error with its place and never a trap.
  static func template(_ bytes: [UInt8]) {
    _ = Theme(
      files: ["home.mustache", "partials/head.mustache"].map {
        SourceFile(path: SourcePath($0), text: text(bytes))
      },
      assets: []
    )
  }

  static func picture(_ bytes: [UInt8]) {
    let file = file(bytes)
    for kind in PictureKind.allCases {
      _ = Picture.parse(kind: kind, in: file, span: file.text.fullSpan)
    }
  }

  /// What is read out of single values: citations, dates, sums, addresses.
  static func values(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    _ = Citation(text)
    _ = Citation.paragraphs(text)
    if let date = EDTFDate(text) {
      precondition(EDTFDate(date.description) == date, "“\(date)” does not read back")
    }
    if let url = SafeURL(text) {
      precondition(PageCheck.mayLink(Array(url.string.utf8)), "“\(url.string)” is a safe address")
    }
    if let path = SitePath(text) {
      precondition(!path.string.split(separator: "/").contains(".."), "a path that climbs")
    }
  }

  /// A request to the preview server.
  static func request(_ bytes: [UInt8]) {
    guard let end = RequestHead.end(in: bytes[...]),
      let head = try? RequestHead(parsing: bytes[..<end])
    else { return }
    let response = Responder.response(to: head, from: served)
    let sent = response.bytes(closing: true)
    precondition(
      !String(decoding: sent, as: UTF8.self).contains("\nzjx"),
      "a request writes a line of the answer's head"
    )
  }

  private static let served: Served = {
    let site = MemorySite()
    for path in ["index.html", "zh-hant/index.html", "zh-hant/404.html", "a b/圖.svg"] {
      guard let path = SitePath(path) else { continue }
      try? site.add(SiteFile(path: path, contents: Array("<body>一頁</body>".utf8)))
    }
    return Served(site: site, version: "1")
  }()
}
