import Testing
import ZhujieSite

@Suite("Site paths")
struct SitePathTests {
  @Test(
    "a path that can be published everywhere is taken",
    arguments: [
      "index.html", "zh-hant/people/lin-yuan/index.html", "a b.txt", ".nojekyll", "遠山/index.html",
      "com.html",
      "console.txt", "com10", "a+b=c;d,e.txt", "..a", "nul-x.txt", "lpt", ".zhuji",
    ]
  )
  func taken(_ path: String) {
    #expect(SitePath(path)?.string == path)
  }

  @Test(
    "a path that some disk or host would refuse is not taken",
    arguments: [
      "", "/", "/a", "a/", "a//b", ".", "..", "a/../b", "../a", "a/./b", "a<b", "a>b", "a:b",
      "a\"b", "a|b", "a?b",
      "a*b", "a\\b", "a\u{0}b", "a\nb", "a\u{7F}b", "a\u{85}b", "a.", "a ", "a./b", "con", "CON",
      "aux.html", "a/NUL.txt",
      "com1", "LPT9.x.y", "com¹", "conin$", "prn .txt", ".zhujie-manifest", ".ZHUJIE/x",
      String(repeating: "a", count: 256), String(repeating: "頁", count: 86),
    ]
  )
  func refused(_ path: String) {
    #expect(SitePath(path) == nil)
  }

  @Test("a name of 255 bytes is taken")
  func longest() {
    #expect(SitePath(String(repeating: "頁", count: 85)) != nil)
  }

  @Test(
    "a link leads from one page to another",
    arguments: [
      ("index.html", "index.html", "index.html"),
      ("en/index.html", "en/people/lin-yuan/index.html", "people/lin-yuan/index.html"),
      ("en/people/lin-yuan/index.html", "en/index.html", "../../index.html"),
      (
        "en/people/a/index.html", "zh-hant/people/a/index.html",
        "../../../zh-hant/people/a/index.html"
      ),
      ("en/ab/index.html", "en/a/index.html", "../a/index.html"),
      ("a/b", "a/b/c", "b/c"),
      ("x/index.html", "style.css", "../style.css"),
      ("index.html", "遠山/a&b'c%.html", "%E9%81%A0%E5%B1%B1/a%26b%27c%25.html"),
    ]
  )
  func links(_ from: String, _ to: String, _ link: String) throws {
    let (from, to) = (try #require(SitePath(from)), try #require(SitePath(to)))
    #expect(SitePath.relativeLink(from: from, to: to) == link)
  }

  @Test("a link within the page is only the fragment")
  func fragment() throws {
    let (a, b) = (try #require(SitePath("a/index.html")), try #require(SitePath("b.html")))
    #expect(SitePath.relativeLink(from: a, to: a, anchor: "p12") == "#p12")
    #expect(SitePath.relativeLink(from: a, to: b, anchor: "第一") == "../b.html#%E7%AC%AC%E4%B8%80")
  }

  @Test("paths that differ in normalization only are two paths")
  func normalization() throws {
    let (composed, decomposed) = (
      try #require(SitePath("\u{E9}")), try #require(SitePath("e\u{301}"))
    )
    #expect(composed != decomposed)
    #expect(Set([composed, decomposed]).count == 2)
  }
}
