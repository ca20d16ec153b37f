import Foundation
import Testing
import ZhujieEntities
import ZhujieReport
import ZhujieText

@testable import ZhujiePages

/// What pages say of themselves to browsers, crawlers and other sites.
struct HeadTests {
  private static func page(_ subject: PageSubject, _ language: Language, base: String? = nil) throws
    -> String
  {
    var files = SampleReport.files
    if let base { files["zhujie.yml", default: ""] += "base-url: \(base)\n" }
    return try page(subject, language, files)
  }

  private static func page(_ subject: PageSubject, _ language: Language, _ files: [String: String])
    throws -> String
  {
    let sample = try SampleReport(files)
    let pages = SitePages(
      report: sample.report,
      theme: try ViewTests.theme(),
      typesetter: sample.typesetter,
      quality: sample.quality
    )
    return String(
      decoding: pages.files(.page(PageAddress(subject, in: language)))[0].contents,
      as: UTF8.self
    )
  }

  private static func structured(_ page: String) throws -> [String: Any] {
    let start = try #require(page.range(of: #"<script type="application/ld+json">"#))
    let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
    let json = Data(page[start.upperBound..<end.lowerBound].utf8)
    return try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any])
  }

  @Test("canonical and alternate links are absolute, and there only with a base address")
  func links() throws {
    let person = PageSubject.entity(.person, try #require(EntityID("lin-yuan")))
    let page = try Self.page(person, .zhHans, base: "https://example.org/r")
    let root = "https://example.org/r/"
    #expect(page.contains(#"<link rel="canonical" href="\#(root)zh-hans/people/lin-yuan/">"#))
    for (tag, folder) in [
      ("zh-Hant", "zh-hant"), ("zh-Hans", "zh-hans"), ("en", "en"), ("x-default", "zh-hant"),
    ] {
      #expect(
        page.contains(
          #"<link rel="alternate" hreflang="\#(tag)" href="\#(root)\#(folder)/people/lin-yuan/">"#
        )
      )
    }
    #expect(
      page.contains(#"<link rel="alternate" type="application/atom+xml" href="../../../zh-hans/feed.xml">"#)
    )
    let plain = try Self.page(person, .zhHans)
    #expect(
      !plain.contains("canonical") && !plain.contains("hreflang=\"x-default\"")
        && !plain.contains("feed.xml")
    )
  }

  @Test("titles and descriptions are in the language of the page")
  func descriptions() throws {
    let hant = try Self.page(.source("weekly"), .zhHant)
    #expect(hant.contains("<title>遠山的一年 · 遠山報告</title>"))
    #expect(hant.contains(#"<meta name="description" content="晨報，2025年3月1日。林遠在2023年9月接任"#))
    let en = try Self.page(.source("weekly"), .en)
    #expect(en.contains("<title>A year · Yuanshan report</title>"))
    #expect(en.contains(#"content="晨報, 1 March 2025. Lin Yuan took over.""#))
    #expect(en.contains(#"<meta property="og:locale" content="en_US">"#))
  }

  @Test(
    "the page for missing addresses resolves its links from its own folder, wherever it is shown"
  )
  func missing() throws {
    let page = try Self.page(.notFound, .en, base: "https://example.org/r/")
    #expect(page.contains(#"<base href="/r/en/">"#))
    #expect(page.contains(##"href="404.html#main""##))
    #expect(!page.contains("canonical"))
    #expect(!(try Self.page(.notFound, .en)).contains("<base"))
  }

  @Test(
    "structured data has the type of its subject and only what that type knows",
    arguments: [
      (
        PageSubject.home, "Report",
        ["name", "description", "inLanguage", "license", "hasPart", "citation"]
      ),
      (.chapter("start"), "Report", ["name", "description", "inLanguage", "isPartOf"]),
      (
        .source("weekly"), "NewsArticle",
        [
          "headline", "description", "inLanguage", "datePublished", "author", "publisher",
          "isBasedOn", "mentions",
        ]
      ),
      (.source("daily"), "NewsArticle", ["headline", "description", "inLanguage", "mentions"]),
    ]
  )
  func types(subject: PageSubject, type: String, members: [String]) throws {
    let data = try Self.structured(Self.page(subject, .zhHant))
    #expect(data["@type"] as? String == type)
    #expect(Set(data.keys) == Set(members + ["@context", "@type"]))
  }

  @Test("entities are of the type of their kind")
  func entities() throws {
    let cases: [(EntityKind, String, String, [String: String])] = [
      (.person, "lin-yuan", "Person", ["name": "林遠"]),
      (.organization, "yuanshan", "Organization", ["name": "遠山科技"]),
      (.product, "morning-star", "Product", ["name": "晨星"]),
      (.event, "second", "Event", ["startDate": "2024-10-01", "endDate": "2024-12-31"]),
      (.event, "third", "Event", ["startDate": "2025-01-01"]),
    ]
    for (kind, id, type, members) in cases {
      let data = try Self.structured(Self.page(.entity(kind, try #require(EntityID(id))), .zhHant))
      #expect(data["@type"] as? String == type)
      for (name, value) in members { #expect(data[name] as? String == value, "\(id) \(name)") }
    }
    let person = try Self.structured(
      Self.page(.entity(.person, try #require(EntityID("lin-yuan"))), .en)
    )
    #expect(person["jobTitle"] as? [String] == ["Manager"])
    let made = try Self.structured(
      Self.page(.entity(.product, try #require(EntityID("morning-star"))), .en)
    )
    #expect((made["manufacturer"] as? [[String: String]])?.first?["name"] == "Yuanshan")
  }

  @Test("nothing of the seeds ends the data block")
  func closed() throws {
    var files = SampleReport.files
    files["sources/weekly.md"] = "---\ntitle: '</script><b>遠山\u{2028}</script>'\n---\n林远发布了晨星。\n"
    let page = try Self.page(.source("weekly"), .zhHans, files)
    let data = try Self.structured(page)
    #expect((data["headline"] as? String)?.contains("</script>") == true)
  }
}
