import ZhujieText

/// Every page in each language with its other languages (sitemaps.org 0.9 and `xhtml:link`), for crawlers.
struct Sitemap {
  let site: PublishedSite
  let languages: [Language]
  /// The pages of one language; the others have the same.
  let pages: [PageAddress]

  /// How many addresses one file may hold, and how many bytes.
  static let addressLimit = 50_000
  private static let byteLimit = 50_000_000

  /// The pages of each file, in order. What one takes is bounded by the longest path.
  private var parts: [ArraySlice<PageAddress>] {
    let longest = pages.map { $0.path.utf8.count }.max() ?? 0
    let perLink = longest + site.address(of: "").utf8.count + 80
    let perPage = max(1, languages.count * (languages.count + 2) * perLink)
    let size = max(1, min(Self.addressLimit / max(1, languages.count), Self.byteLimit / perPage))
    return stride(from: 0, to: pages.count, by: size).map {
      pages[$0..<min($0 + size, pages.count)]
    }
  }

  /// The files by path: one, or an index and what it lists.
  var files: [(path: String, contents: String)] {
    let parts = self.parts
    guard parts.count > 1 else { return [("sitemap.xml", contents(of: pages[...]))] }
    let paths = parts.indices.map { "sitemap-\($0 + 1).xml" }
    var lines = [Self.head, #"<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">"#]
    lines += paths.map { "<sitemap><loc>\(XMLText.escaped(site.address(of: $0)))</loc></sitemap>" }
    let index = (lines + ["</sitemapindex>", ""]).joined(separator: "\n")
    return [("sitemap.xml", index)] + zip(paths, parts).map { ($0, contents(of: $1)) }
  }

  private static let head = #"<?xml version="1.0" encoding="UTF-8"?>"#

  private func contents(of pages: ArraySlice<PageAddress>) -> String {
    var lines = [
      Self.head,
      #"<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">"#,
    ]
    for page in pages {
      let alternates = HeadLinks.alternates(of: page, in: languages).map {
        ($0.tag, XMLText.escaped(site.address(of: $0.path)))
      }
      let links = alternates.map {
        #"<xhtml:link rel="alternate" hreflang="\#($0)" href="\#($1)"/>"#
      }.joined()
      lines += alternates.prefix(languages.count).map { "<url><loc>\($0.1)</loc>\(links)</url>" }
    }
    return (lines + ["</urlset>", ""]).joined(separator: "\n")
  }
}
