import Foundation
import FoundationXML
import Testing
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

/// What stands beside the pages: for hosts, crawlers, feed readers and language models.
struct ExtrasTests {
  private static func files(base: String?) throws -> [String: String] {
    var files = SampleReport.files
    if let base { files["zhujie.yml", default: ""] += "base-url: \(base)\n" }
    let sample = try SampleReport(files)
    let pages = SitePages(
      report: sample.report,
      theme: try ViewTests.theme(),
      typesetter: sample.typesetter,
      quality: sample.quality
    )
    return Dictionary(
      uniqueKeysWithValues: pages.jobs.flatMap { pages.files($0) }.map {
        ($0.path, String(decoding: $0.contents, as: UTF8.self))
      }
    )
  }

  @Test("without a base address there is what needs none")
  func withoutBase() throws {
    let files = try Self.files(base: nil)
    for path in [".nojekyll", "_headers", "robots.txt", "llms.txt", "404.html", "en/404.html"] {
      #expect(files[path] != nil, "\(path)")
    }
    #expect(!files.keys.contains { $0.contains("sitemap") || $0.contains("feed") })
    #expect(files["robots.txt"]?.contains("Sitemap") == false)
    let policy = try #require(files["_headers"])
    #expect(policy.contains("default-src 'none'") && !policy.contains("unsafe"))
  }

  @Test("the map lists every page with its other languages, and is well formed")
  func sitemap() throws {
    let files = try Self.files(base: "https://example.org")
    let map = try #require(files["sitemap.xml"])
    let pages = files.keys.filter { $0.hasSuffix("/index.html") }
    #expect(map.components(separatedBy: "<loc>").count - 1 == pages.count)
    for page in pages {
      #expect(
        map.contains("<loc>https://example.org/\(page.dropLast("index.html".count))</loc>"),
        "\(page)"
      )
    }
    #expect(map.components(separatedBy: #"hreflang="x-default""#).count - 1 == pages.count)
    #expect(XMLParser(data: Data(map.utf8)).parse())
    #expect(files["robots.txt"]?.hasSuffix("Sitemap: https://example.org/sitemap.xml\n") == true)
  }

  @Test("more addresses than one map may hold are split")
  func split() throws {
    let site = try #require(PublishedSite(base: "https://example.org"))
    let pages = (0..<20_000).map { PageAddress(.source("s\($0)"), in: .en) }
    let files = Sitemap(site: site, languages: Language.allCases, pages: pages).files
    #expect(files.map(\.path) == ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"])
    let counts = files.dropFirst().map { $0.contents.components(separatedBy: "<url>").count - 1 }
    #expect(counts.reduce(0, +) == 60_000 && counts.allSatisfy { $0 <= 50_000 })
    #expect(files[0].contents.contains("<loc>https://example.org/sitemap-2.xml</loc>"))
  }

  @Test("feeds tell sources and events by their own dates, the newest first")
  func feeds() throws {
    let files = try Self.files(base: "https://example.org/r/")
    let atom = try #require(files["zh-hant/feed.xml"])
    #expect(XMLParser(data: Data(atom.utf8)).parse())
    #expect(atom.contains("<updated>2025-03-01T00:00:00Z</updated>\n<author>"))
    let ids = atom.components(separatedBy: "\n").filter { $0.hasPrefix("<id>") }
    #expect(
      ids == [
        "<id>https://example.org/r/zh-hant/</id>",
        "<id>https://example.org/r/zh-hant/sources/weekly/</id>",
        "<id>https://example.org/r/zh-hant/events/third/</id>",
        "<id>https://example.org/r/zh-hant/events/second/</id>",
      ]
    )
    let json = try #require(files["en/feed.json"])
    let feed = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    #expect(feed["version"] as? String == "https://jsonfeed.org/version/1.1")
    #expect(feed["feed_url"] as? String == "https://example.org/r/en/feed.json")
    let items = try #require(feed["items"] as? [[String: Any]])
    #expect(items.compactMap { $0["title"] as? String } == ["A year", "Listing", "Launch"])
    #expect(items.allSatisfy { $0["content_text"] is String && $0["id"] is String })
  }

  @Test("every page has a Markdown copy that says what it says")
  func copies() throws {
    let files = try Self.files(base: nil)
    for page in files.keys where page.hasSuffix("/index.html") {
      #expect(
        files[page + ".md"]?.hasPrefix("#") == true
          || files[page + ".md"]?.contains("\n# ") == true,
        "\(page)"
      )
    }
    let source = try #require(files["zh-hant/sources/weekly/index.html.md"])
    #expect(source.contains("# 遠山的一年\n"))
    #expect(source.contains("## 開頭\n"))
    #expect(source.contains("¶1 [林遠](../../people/lin-yuan/index.html.md)在2023年9月[接任]"))
    #expect(source.contains("- ¶2 佔比62%，共300人。\n") && source.contains("**[科技]"))
    #expect(source.contains("晨報 陳晨 2025年3月1日") && !source.contains("<"))
    let index = try #require(files["llms.txt"])
    #expect(index.hasPrefix("# 遠山報告\n\n> 一家公司的一年。\n"))
    #expect(index.contains("(en/report/end/index.html.md)"))
  }

  @Test("a title in Markdown is nothing but text")
  func escapedTitle() {
    #expect(MarkdownCopy.escaped("<b>[甲](x)\n*乙*") == "\\<b>\\[甲\\](x) \\*乙\\*")
  }

  @Test(
    "HTML as Markdown",
    arguments: [
      ("<p>一 &amp; *二*</p>", "一 & \\*二\\*\n\n"),
      (
        "<h2>題</h2><ul><li>甲</li><li>乙<ol><li>丙</li></ol></li></ul>",
        "## 題\n\n- 甲\n\n- 乙\n\n  1. 丙\n\n"
      ),
      (
        "<nav><a href=\"x\">不</a></nav><svg><text>不</text></svg><p aria-hidden=\"true\">不</p><p>好</p>",
        "好\n\n"
      ),
      (
        "<p><a href=\"../a/index.html#p1\">甲·1</a>，<a href=\"https://example.org/\">外</a></p>",
        "[甲·1](../a/index.html.md)，[外](https://example.org/)\n\n"
      ),
      (
        "<table><thead><tr><th>甲</th><th>乙</th></tr></thead><tbody><tr><td>1</td><td>2|3</td></tr></tbody></table>",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2\\|3 |\n\n"
      ),
      ("<table><tr><th>甲</th><td>1</td></tr></table>", "- 甲 · 1\n\n"),
      ("<h1><ruby>林<rt>Lín</rt></ruby></h1>", "# 林\n\n"),
    ]
  )
  func markdown(html: String, expected: String) {
    let page = Array(
      "<html><body><p>前</p><main id=\"main\">\(html)</main><p>後</p></body></html>".utf8
    )
    #expect(String(decoding: MarkdownCopy.contents(of: page), as: UTF8.self) == expected)
  }
}

@Test("the path of a site names no other host", arguments: [
  ("https://example.org", "/"), ("https://example.org/a/", "/a/"), ("https://example.org//b.example/", "/b.example/"),
  ("https://example.org/\\b.example", "/b.example/"), ("https://example.org///\\/b.example", "/b.example/"),
])
func sitePath(base: String, path: String) throws {
  #expect(try #require(PublishedSite(base: base)).path == path)
}
