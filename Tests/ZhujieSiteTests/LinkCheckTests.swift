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
      (##"<a href="b.html">"##, "link.broken: 'a/b.html' is linked to and is not in the site"),
      (##"<a href="b">"##, "link.broken: 'a/b' is linked to and is not in the site"),
      (##"<a href="b/">"##, "link.broken: 'a/b/' is linked to and is not in the site"),
      (##"<IMG SRC="b/x.svg">"##, "link.broken: 'a/b/x.svg' is linked to and is not in the site"),
      (##"<a href="../../x">"##, "link.broken: '../../x' leads to no place in the site"),
      (
        ##"<a href="/a/index.html">"##, "link.broken: '/a/index.html' leads to no place in the site"
      ),
      (##"<a href="%zz">"##, "link.broken: '%zz' leads to no place in the site"),
      (
        ##"<a href="b/index.html#p2">"##,
        "link.broken-anchor: 'a/b/index.html#p2' is linked to and that page has no such id"
      ),
      (
        ##"<a title="<" href="#p1">"##,
        "link.broken-anchor: 'a/index.html#p1' is linked to and that page has no such id"
      ),
      (##"<p id=x><p id="x">"##, "page.duplicate-id: 'x' is the id of two elements"),
    ]
  )
  func broken(_ html: String, _ finding: String) throws {
    let pages = [("a/index.html", html), ("a/b/index.html", ##"<p id="p1">"##)]
    #expect(try findings(pages) == ["a/index.html: " + finding])
  }

  @Test("a place that many pages miss is named once, with the first of them")
  func once() throws {
    let pages = ["c", "a", "b"].map { ("\($0).html", ##"<a href="x.html"><a href="x.html">"##) }
    #expect(
      try findings(pages) == ["a.html: link.broken: 'x.html' is linked to and is not in the site"]
    )
  }
}
