import TestSupport
import Testing
import ZhujieSite
import ZhujieText

@Suite("Checking links")
struct LinkCheckTests {
  func findings(_ site: [(String, String)]) throws -> [String] {
    let check = LinkCheck()
    for (path, html) in site {
      check.add(SiteFile(path: try #require(SitePath(path)), contents: Array(html.utf8)))
    }
    return check.diagnostics().map {
      "\($0.location?.path.string ?? ""): \($0.code): \($0.message)"
    }
  }

  @Test(
    "a link that leads somewhere is silent",
    arguments: [
      ##"<a href="b/index.html">"##, ##"<a href="../a/b/index.html#p1">"##, ##"<a href="#here">"##,
      ##"<a href="#">"##,
      ##"<a href="">"##, ##"<a href="?q=1#here">"##, ##"<a href="#top">"##,
      ##"<a href='./index.html?x'>"##,
      ##"<a class=x href=b/index.html#p1>"##, ##"<img src="../%E5%9C%96.svg">"##,
      ##"<a href="b/index.html#%E4%B8%80">"##,
      ##"<a href="https://example.org/x">"##, ##"<a href="//example.org">"##,
      ##"<a href="mailto:a@example.org">"##,
      ##"<a href="b/index.html#a&amp;b">"##, ##"<a href="b/index.html#&#97;&#x26;b">"##,
      ##"href="nowhere""##, ##"<code>&lt;a href="nowhere"&gt;</code>"##,
      ##"<!-- <a href="nowhere"> -->"##,
      ##"<script>x = '<a href="nowhere">'</script>"##, ##"<style>a[href="nowhere"]</style>"##,
      ##"<a data-href="nowhere" title='<a href="nowhere">'>"##, ##"<p title="a > b" id="x">"##, "<",
      "<a", "<a href", "<a href=",
      "<a href=\"", "<!--", "<script", "<a b='",
    ]
  )
  func silent(_ html: String) throws {
    let pages = [
      ("a/index.html", "<p id=\"here\">" + html),
      ("a/b/index.html", ##"<p id="p1"><p id=一><p id="a&amp;b">"##),
      ("圖.svg", ""),
    ]
    #expect(try findings(pages) == [])
    #expect(try findings(pages.reversed()) == [])
  }

  @Test(
    "a link that leads nowhere is found",
    arguments: [
      (##"<a href="b.html">"##, "link.broken: 'b.html' leads to a file that is not in the site"),
      (##"<a href="b">"##, "link.broken: 'b' leads to a file that is not in the site"),
      (##"<a href="b/">"##, "link.broken: 'b/' leads to a file that is not in the site"),
      (##"<IMG SRC="b/x.svg">"##, "link.broken: 'b/x.svg' leads to a file that is not in the site"),
      (##"<a href="../../x">"##, "link.broken: '../../x' leads to no place in the site"),
      (
        ##"<a href="/a/index.html">"##, "link.broken: '/a/index.html' leads to no place in the site"
      ),
      (##"<a href="%zz">"##, "link.broken: '%zz' leads to no place in the site"),
      (
        ##"<a href="b/index.html#p2">"##,
        "link.broken-anchor: 'b/index.html#p2' leads to an id that is not in that page"
      ),
      (
        ##"<a title="<" href="#p1">"##,
        "link.broken-anchor: '#p1' leads to an id that is not in this page"
      ),
      (##"<p id=x><p id="x">"##, "page.duplicate-id: 'x' is the id of two elements"),
    ]
  )
  func broken(_ html: String, _ finding: String) throws {
    let pages = [("a/index.html", html), ("a/b/index.html", ##"<p id="p1">"##)]
    #expect(try findings(pages) == ["a/index.html: " + finding])
  }

  @Test("a place that many pages miss is named once, in the same page whatever their order")
  func once() throws {
    let pages = ["c", "a", "b"].map { ("\($0).html", ##"<a href="x.html#y"><a href="x.html#y">"##) }
    let orders = [pages, pages.reversed(), [pages[1], pages[0], pages[2]]]
    let found = try orders.map { try findings($0) }
    #expect(found[0].count == 1)
    #expect(
      found[0].first?.hasSuffix("link.broken: 'x.html#y' leads to a file that is not in the site")
        == true
    )
    #expect(found[1] == found[0] && found[2] == found[0])
  }

  @Test("the same words lead elsewhere from another folder and in another language")
  func folders() throws {
    let link = ##"<a href="../b/index.html#p1">"##
    let pages = [
      ("zh/a/index.html", link), ("zh/b/index.html", ##"<p id="p1">"## + link), ("en/a/index.html", link),
      ("en/b/index.html", ##"<p id="p2">"##), ("en/a/c/index.html", link), ("en/a/b/index.html", ""), ("fr/a/index.html", link),
    ]
    for order in [pages, pages.reversed()] {
      #expect(
        try findings(order) == [
          "en/a/c/index.html: link.broken-anchor: '../b/index.html#p1' leads to an id that is not in that page",
          "en/a/index.html: link.broken-anchor: '../b/index.html#p1' leads to an id that is not in that page",
          "fr/a/index.html: link.broken: '../b/index.html#p1' leads to a file that is not in the site",
        ])
    }
  }

  @Test("however a link is spelled, it leads to the same place")
  func spellings() throws {
    var random = SeededGenerator(seed: 5)
    let paths = [
      "index.html", "zh/index.html", "zh/a/index.html", "zh/a b/頁.html", "en/x&y/index.html",
      "en/a.html",
    ]
    let pages = try paths.map { try #require(SitePath($0)) }
    for _ in 0..<300 {
      let from = pages[Int.random(in: 0..<pages.count, using: &random)]
      let to = pages[Int.random(in: 0..<pages.count, using: &random)]
      let anchor = ["p1", "第一", "a&b", "none"][Int.random(in: 0..<4, using: &random)]
      var link = SitePath.relativeLink(from: from, to: to, anchor: anchor)
      if Bool.random(using: &random) { link = link.replacing("index", with: "%69ndex") }
      if Bool.random(using: &random) { link = link.replacing("/", with: "/./") }
      if Bool.random(using: &random) { link = link.replacing("#", with: "?q#") }
      let site = paths.map { path in
        (
          path,
          #"<p id="p1"><p id="第一"><p id="a&amp;b">"#
            + (path == from.string ? "<a href=\"\(link)\">" : "")
        )
      }
      #expect(try findings(site).count == (anchor == "none" ? 1 : 0), "\(from): \(link)")
    }
  }
}
