import Testing
import ZhujieText

@testable import ZhujieMarkdown

@Test(
  "emphasis beside Chinese punctuation is seen as it was meant, and told",
  arguments: [
    ("**晨星：**重點", "<p><strong>晨星：</strong>重點</p>\n"),
    ("說**“好”**了", "<p>說<strong>“好”</strong>了</p>\n"),
    ("**晨星：**重點和**雲：**其次", "<p><strong>晨星：</strong>重點和<strong>雲：</strong>其次</p>\n"),
    ("**一（二）**三*四*五", "<p><strong>一（二）</strong>三<em>四</em>五</p>\n"),
    ("**[林遠](a.md)：**重點", "<p><strong><a href=\"a.md\">林遠</a>：</strong>重點</p>\n"),
    ("**晨星：`x`。**重點", "<p><strong>晨星：<code>x</code>。</strong>重點</p>\n"),
  ]
)
func repaired(text: String, html: String) {
  let ours = markup(text)
  #expect(ours.html().string == html)
  #expect(ours.diagnostics.allSatisfy { $0.code == .markdownEmphasis && $0.severity == .note })
  #expect(!ours.diagnostics.isEmpty)
  #expect(!ours.reading.text.string.contains("*"))
}

@Test(
  "what is no emphasis stays as it is",
  arguments: [
    "2**3是八", "\\*\\*晨星：\\*\\*重點", "`**晨星：**重點`", "** 晨星：**重點", "**晨星：", "a ** b ** c",
    "[**a](b)：**重點",
  ]
)
func untouched(text: String) {
  let ours = markup(text)
  #expect(ours.html().string == cmarkHTML(text))
  #expect(!ours.diagnostics.contains { $0.code == .markdownEmphasis })
}
