import Foundation
import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

@Test("the reading text is what a reader reads, block by block in file order")
func outline() {
  let text = """
    # 標題 *一*

    遠山**科技**與 [晨星](b.md "t")。

    - 一項
    - 二項

      再說

    > 引文

    | 甲 | 乙 |
    |---|---|
    | 丙 | `d` |

    ```swift
    let code = 1
    ```

    <div>raw</div>

    ---

    末段 ![圖](p.png)
    """
  #expect(
    markup(text).outline == """
      h1 標題 一
      1 遠山科技與 晨星。
      2 一項
      3 二項
      4 再說
      5 引文
      cell 甲
      cell 乙
      cell 丙
      cell d
      6 末段 圖
      """
  )
}

@Test("footnotes stand in the reading text where they stand in the file, and are not counted")
func footnotesInFileOrder() {
  let text = "一[^b]二[^a]\n\n[^a]: 甲註\n\n中段\n\n[^b]: 乙註\n\n末段"
  let ours = markup(text)
  #expect(ours.outline == "1 一二\nnote 甲註\n2 中段\nnote 乙註\n3 末段")
  #expect(ours.slice(of: "甲註", in: text) == "甲註")
  #expect(ours.topLevelBlocks.map(\.kind) == [.paragraph, .paragraph, .paragraph, .footnotes])
}

@Test("dropped paragraphs are furniture, and the others are numbered without them")
func dropped() {
  let ours = markup("題\n\n一\n\n二\n\n- 三\n- 四", drop: [1...1, 4...4])
  #expect(ours.outline == "-- 題\n1 一\n2 二\n-- 三\n3 四")
  #expect(
    ours.html().string.contains("<li><p class=\"furniture\">三</p>")
      || ours.html().string.contains("furniture")
  )
  #expect(markup("一", drop: [1...3]).diagnostics.map(\.code) == [.markdownDrop])
}

@Test(
  "a line end vanishes between Chinese characters and marks, and only there",
  arguments: [
    ("遠山\n科技", "遠山科技", "<p>遠山科技</p>\n"),
    ("遠山，\n科技", "遠山，科技", "<p>遠山，科技</p>\n"),
    ("他說“好”\n林遠", "他說“好”林遠", "<p>他說“好”林遠</p>\n"),
    ("**遠山**\n*科技*", "遠山科技", "<p><strong>遠山</strong><em>科技</em></p>\n"),
    ("遠山[^x]\n科技\n\n[^x]: n", "遠山科技\nn", nil),
    ("遠山\nAX", "遠山 AX", "<p>遠山\nAX</p>\n"),
    ("AX\n遠山", "AX 遠山", "<p>AX\n遠山</p>\n"),
    ("Lin\nYuan", "Lin Yuan", "<p>Lin\nYuan</p>\n"),
    ("he said “no”\n林遠", "he said “no” 林遠", "<p>he said “no”\n林遠</p>\n"),
    ("遠山\n`科技`", "遠山科技", "<p>遠山<code>科技</code></p>\n"),
    ("かな\nかな", "かな かな", "<p>かな\nかな</p>\n"),
    ("遠山  \n科技", "遠山\n科技", "<p>遠山<br />\n科技</p>\n"),
  ] as [(String, String, String?)]
)
func softBreaks(text: String, reading: String, html: String?) {
  let ours = markup(text)
  #expect(ours.reading.text.string == reading)
  if let html { #expect(ours.html().string == html) }
}

@Test(
  "a word leads to its place in the file, with the markup inside it if it crosses any",
  arguments: [
    ("晨星**模型**發布", "晨星模型", "晨星**模型"),
    ("晨星**模型**發布", "模型發布", "模型**發布"),
    ("a&amp;b 林遠", "林遠", "林遠"),
    ("a&amp;b 林遠", "&", "&amp;"),
    ("&#26519;遠", "林遠", "&#26519;遠"),
    ("\\*林遠\\* 晨星", "晨星", "晨星"),
    ("> 一\n二林遠", "林遠", "林遠"),
    ("- 一\n     林遠", "林遠", "林遠"),
    ("> - 一\n>\t 林遠", "林遠", "林遠"),
    ("| 甲 \\| 林遠 | 乙 |\n|---|---|\n| `a\\|b` | 晨星 |", "林遠", "林遠"),
    ("| 甲 \\| 林遠 | 乙 |\n|---|---|\n| `a\\|b` | 晨星 |", "晨星", "晨星"),
    ("| 甲 \\| 林遠 | 乙 |\n|---|---|\n| `a\\|b` | 晨星 |", "a|b", "a\\|b"),
    ("[r]: /u\n[s]: /v\n林遠 [r]", "林遠", "林遠"),
    ("前文\n甲 | 林遠\n---|---\n乙 | 晨星", "林遠", "林遠"),
    ("前文\n甲 | 林遠\n---|---\n乙 | 晨星", "前文", "前文"),
    ("一\r\n林\r\n遠\r\n", "林遠", "林\r\n遠"),
    ("[x](<a b> \"晨星\") 晨星", "晨星", "晨星"),
    ("見www.example.com，林遠", "林遠", "林遠"),
    ("## 林遠 ##", "林遠", "林遠"),
    ("一[@a 1]林遠", "一林遠", "一[@a 1]林遠"),
  ]
)
func placesInTheFile(text: String, word: String, slice: String) {
  let ours = markup(text)
  #expect(ours.slice(of: word, in: text) == slice)
  #expect(ours.misses == 0)
}

@Test("code and addresses are read but opaque")
func opaque() {
  let ours = markup(
    "用 `let x` 見 https://example.com/a 與 <https://example.com/b>，[林遠](https://example.com)"
  )
  #expect(
    ours.reading.opaque.map { ours.reading.text[$0] } == [
      "let x", "https://example.com/a", "https://example.com/b",
    ]
  )
}

@Test("a bare address ends where Chinese begins")
func addressBeforeChinese() {
  let ours = markup("見www.example.com/a.，下同。(https://example.com)林遠")
  #expect(
    ours.html().string
      == "<p>見www.example.com/a.，下同。(<a href=\"https://example.com\">https://example.com</a>)林遠</p>\n"
  )
  #expect(
    markup("見 www.example.com/a.，下同").html().string
      == "<p>見 <a href=\"http://www.example.com/a\">www.example.com/a</a>.，下同</p>\n"
  )
}

@Test("blocks of the first level can be told apart and rendered alone")
func topLevel() {
  let ours = markup("# 一\n\n二\n\n- 三\n- 四\n\n…\n\n```chart x\na: 1\n```\n\n五[^n]\n\n[^n]: 註")
  #expect(
    ours.topLevelBlocks.map(\.kind) == [
      .heading(level: 1), .paragraph, .list, .paragraph, .code(info: "chart x", literal: "a: 1\n"),
      .paragraph,
      .footnotes,
    ]
  )
  #expect(
    ours.topLevelBlocks.map(\.readingBlocks) == [0..<1, 1..<2, 2..<4, 4..<5, 0..<0, 5..<6, 6..<7]
  )
  #expect(ours.topLevelBlocks.map(\.paragraphs) == [nil, 1...1, 2...3, 4...4, nil, 5...5, nil])
  #expect(
    ours.topLevelBlocks.map(\.isEllipsis) == [false, false, false, true, false, false, false]
  )
  var renderer = BlockRenderer(ours)
  let parts = ours.topLevelBlocks.indices.map { renderer.html(topLevelBlock: $0).string }
  #expect(parts.joined() == ours.html().string)
  #expect(ours.inlineHTML(readingBlock: 0).string == "一")
}

@Test("fields of the front matter come first and lead to where they were written")
func fields() {
  let text = "---\ntitle: \"林遠：\\u6668星 'x'\"\nauthor: '它''s 我'\n---\n正文\n"
  let file = SourceFile(path: SourcePath("a.md"), text: UTF8Text(text))
  func span(_ part: String) -> TextSpan<FileSpace> {
    let start =
      text.utf8.count
      - String(text[(text.range(of: part)?.lowerBound ?? text.startIndex)...]).utf8.count
    return TextSpan(start, start + part.utf8.count)
  }
  let ours = Markup(
    markdown: file,
    body: span("正文\n"),
    fields: [
      TextField(role: .title, span: span("\"林遠：\\u6668星 'x'\""), value: "林遠：晨星 'x'"),
      TextField(role: .author, span: span("'它''s 我'"), value: "它's 我"),
    ]
  )
  #expect(ours.outline == "title 林遠：晨星 'x'\nauthor 它's 我\n1 正文")
  #expect(ours.slice(of: "林遠", in: text) == "林遠")
  #expect(ours.slice(of: "晨星", in: text) == "\\u6668星")
  #expect(ours.slice(of: "s 我", in: text) == "s 我")
  #expect(ours.slice(of: "正文", in: text) == "正文")
  var marks = InlineMarkWriter()
  marks.tag.raw("<m>")
  marks.add(TextSpan(0, 6), close: "</m>")
  var options = RenderOptions()
  options.marks = marks.finish()
  #expect(ours.inlineHTML(readingBlock: 0, options).string == "<m>林遠</m>：晨星 'x'")
  #expect(ours.html(options).string == "<p>正文</p>\n")
}

@Test("a bare text is read by its blocks, and nothing in it is markup")
func plain() {
  let text = "標題\r\n\r\n　　林遠說*不*，\r\n　　晨星 AX\r\nBX 見https://example.com/a，<b>。\r\n\r\n廣告\r\n"
  let file = SourceFile(path: SourcePath("a.txt"), text: UTF8Text(text))
  func block(_ first: String, _ last: String, _ role: BlockRole) -> PlainBlock {
    let start = text.utf8.distance(
      from: text.startIndex,
      to: text.range(of: first)?.lowerBound ?? text.startIndex
    )
    let end = text.utf8.distance(
      from: text.startIndex,
      to: text.range(of: last)?.upperBound ?? text.endIndex
    )
    return PlainBlock(span: TextSpan(start, end), role: role)
  }
  let ours = Markup(
    plain: file,
    blocks: [
      block("標題", "標題", .title), block("　　林遠", "。", .paragraph), block("廣告", "廣告", .furniture),
    ]
  )
  #expect(ours.outline == "title 標題\n1 林遠說*不*，晨星 AX BX 見https://example.com/a，<b>。\n-- 廣告")
  #expect(ours.slice(of: "晨星 AX", in: text) == "晨星 AX")
  #expect(ours.reading.opaque.map { ours.reading.text[$0] } == ["https://example.com/a"])
  #expect(
    ours.html().string
      == "<h1>標題</h1>\n<p>林遠說*不*，晨星 AX\nBX 見https://example.com/a，&lt;b&gt;。</p>\n<p class=\"furniture\">廣告</p>\n"
  )
}

@Test("a footnote that nothing refers to is told, since it is not shown")
func unusedFootnote() {
  let ours = markup("一[^A]\n\n[^a]: 甲\n\n> [^b]: 乙\n\n```\n[^c]: 丙\n```\n")
  #expect(ours.diagnostics.map(\.code) == [.markdownFootnote])
  #expect(ours.diagnostics.first?.location?.position == Position(line: 5, column: 3))
  #expect(ours.outline == "1 一\nnote 甲")
}
