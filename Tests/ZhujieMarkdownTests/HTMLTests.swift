import Testing
import ZhujieText

@testable import ZhujieMarkdown

@Test(
  "an address is allowed with the schemes of a page or none",
  arguments: [
    "http://example.com", "HTTPS://example.com/a b", "mailto:a@b.c", "tel:+86", "a.md",
    "../a/b.html#x", "#a:b", "?a:b", "/a:b",
    "", "a%3Ab", "./a:b", "林遠.html", "a&b.html",
  ]
)
func safeAddress(address: String) {
  #expect(SafeURL(address) != nil)
}

@Test(
  "any other address is refused, however it is written",
  arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:alert(1)", "java\nscript:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)", "vbscript:x", "data:text/html,x", "data:image/png;base64,x",
    "file:///etc/passwd",
    "view-source:http://a", "blob:http://a", "javascript&colon;alert(1)", "java&#115;cript:x",
    "java&Tab;script:x", "ftp://a", "about:blank",
    "\u{A0}javascript:x", ":a", "\\\\evil", "http\u{0}:a", "a\u{7F}b", "ｊavascript:x",
  ]
)
func unsafeAddress(address: String) {
  #expect(SafeURL(address) == nil)
}

@Test("an address is percent-encoded where it must be and never leaves its attribute")
func encodedAddress() {
  let url = SafeURL("a b\"<>'&林.html")
  #expect(url?.encoded == "a%20b%22%3C%3E'&%E6%9E%97.html")
  #expect(
    url.map { HTML.attribute("href", $0).string }
      == " href=\"a%20b%22%3C%3E&#x27;&amp;%E6%9E%97.html\""
  )
  #expect(SafeURL("a.md")?.isRelative == true)
  #expect(SafeURL("//host/a") == nil && SafeURL("/\\host/a") == nil, "another host under the page's scheme")
  #expect(SafeURL("https://host/a")?.isRelative == false)
}

@Test("each place of a document has its own escaping")
func escaping() {
  #expect(
    HTML.escaped("<a href=\"x\">&</a>").string == "&lt;a href=&quot;x&quot;&gt;&amp;&lt;/a&gt;"
  )
  #expect(HTML.attribute("title", "\" onclick=\"x").string == " title=\"&quot; onclick=&quot;x\"")
  var builder = HTMLBuilder()
  builder.element("p", [("class", "a\"b")]) { $0.text("1 < 2") }
  builder.dataBlock(type: "application/json", id: "d", json: .object(["a": .string("</script><!--\u{2028}")]))
  #expect(
    builder.html.string
      == "<p class=\"a&quot;b\">1 &lt; 2</p><script type=\"application/json\" id=\"d\">"
      + "{\"a\":\"\\u003C/script\\u003E\\u003C!--\\u2028\"}</script>"
  )
}

@Test("nothing of a document becomes an element, an attribute or an address that is not allowed")
func untrusted() {
  let text = """
    [a](javascript:alert(1)) [b](data:text/html,x) ![c](javascript:x) <script>x</script> [d](e "\\" onclick=\\"x")

    ``` a" onclick="x
    </code><script>
    ```

    [^"><b>]

    [^"><b>]: x

    <img src=x onerror=alert(1)>
    """
  let html = markup(text).html().string
  #expect(
    !html.contains("javascript:") && !html.contains("data:text") && !html.contains("<script")
      && !html.contains("<img")
  )
  #expect(!html.contains(" onclick=\"x"))
  #expect(html.contains("<p>a b c "))
  #expect(markup("[a](javascript:alert\\(1\\))").diagnostics.map(\.code) == [.markdownLink])
}

@Test("a link does not stand in a link, and an image is its text")
func nestedLinks() {
  #expect(
    markup("![一 *二* [三](b.md)](https://example.com/p.png \"t\")").html().string
      == "<p><a href=\"https://example.com/p.png\" title=\"t\">一 <em>二</em> 三</a></p>\n"
  )
  #expect(markup("![一](p.png)").html().string == "<p>一</p>\n")
  #expect(
    markup("[![一](https://e.com/p)](a.md)").html().string == "<p><a href=\"a.md\">一</a></p>\n"
  )
}

@Test(
  "what no HTML may hold becomes a replacement character",
  arguments: [0x1, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0xFDD0, 0xFDEF, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF]
    as [UInt32]
)
func forbiddenCharacter(value: UInt32) {
  let scalar = Unicode.Scalar(value).map(String.init) ?? ""
  #expect(HTML.escaped("林" + scalar + "遠").string == "林\u{FFFD}遠")
  // The parser makes a wrong byte of two of them.
  let shown = value == 0xFFFE || value == 0xFFFF ? "?" : "\u{FFFD}"
  #expect(markup("林&#\(value);遠").html().string == "<p>林\(shown)遠</p>\n")
}

@Test(
  "every other character is written as it is",
  arguments: [0x9, 0xA0, 0xE9, 0x6797, 0xFDCF, 0xFDF0, 0xFF0C, 0xFFFD, 0x1F600, 0x20BB7, 0x1FFFD]
    as [UInt32]
)
func allowedCharacter(value: UInt32) {
  let scalar = Unicode.Scalar(value).map(String.init) ?? ""
  #expect(HTML.escaped("林" + scalar + "遠").string == "林" + scalar + "遠")
}
