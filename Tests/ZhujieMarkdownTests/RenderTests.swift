import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

@Test("a relative link that leads nowhere is told with its place")
func brokenLinks() {
  let text = "一\n\n[甲](nosuch.md) [乙](a.md#p1) [丙](https://example.org/x.md) [丁](javascript:a)"
  let file = SourceFile(path: SourcePath("sources/b.md"), text: UTF8Text(text))
  let found = Markup(markdown: file, body: file.text.fullSpan).brokenLinks(in: file) { $0 == "a.md#p1" }
  #expect(found.map(\.code) == [.markdownLinkBroken])
  #expect(found.first?.location?.position == Position(line: 3, column: 1))
  #expect(found.first?.message.contains("“nosuch.md”") == true)
}

@Test(
  "marks are laid over the text and follow the elements they cross",
  arguments: [
    ("林遠在北京", "⟦林遠⟧在⟦北京⟧", "<p><m>林遠</m>在<m>北京</m></p>\n"),
    ("晨星**模型**發布", "⟦晨星模型⟧發布", "<p><m>晨星</m><strong><m>模型</m></strong>發布</p>\n"),
    ("**林遠**在", "⟦林遠⟧在", "<p><strong><m>林遠</m></strong>在</p>\n"),
    ("Lin\nYuan 說", "⟦Lin Yuan⟧ 說", "<p><m>Lin\nYuan</m> 說</p>\n"),
    ("林\n遠說", "⟦林遠⟧說", "<p><m>林遠</m>說</p>\n"),
    ("[林遠](a.md)在林遠", "林遠在⟦林遠⟧", "<p><a href=\"a.md\">林遠</a>在<m>林遠</m></p>\n"),
    ("[林](a.md)遠", "⟦林遠⟧", "<p><a href=\"a.md\">林</a><m>遠</m></p>\n"),
    ("`林遠`", "⟦林遠⟧", "<p><code>林遠</code></p>\n"),
    ("林[@a 1]遠", "⟦林遠⟧", "<p><m>林</m>[@a 1]<m>遠</m></p>\n"),
    ("林  \n遠", "⟦林\n遠⟧", "<p><m>林</m><br />\n<m>遠</m></p>\n"),
    ("a &amp; 林遠", "a ⟦& 林遠⟧", "<p>a <m>&amp; 林遠</m></p>\n"),
    ("一[^n]\n\n[^n]: 二", "⟦一⟧\n⟦二⟧", nil),
  ] as [(String, String, String?)]
)
func marks(text: String, marked: String, html: String?) {
  let ours = markup(text)
  #expect(MarkedText(marked).plain == ours.reading.text.string)
  var options = RenderOptions()
  options.marks = ours.marks(marked)
  let written = ours.html(options).string
  if let html {
    #expect(written == html)
  } else {
    #expect(written.contains("<m>一</m>") && written.contains("<m>二</m>"))
  }
}

@Test("marks are written in order of their spans, each with its own tag, in whatever order they were found")
func sortedMarks() {
  let ours = markup("林遠在晨星")
  var marks = InlineMarkWriter()
  for (span, name) in [(TextSpan<ReadingSpace>(9, 15), "b"), (TextSpan(0, 6), "a")] {
    marks.tag.open("i", [("id", name)])
    marks.add(span, close: "</i>")
  }
  var options = RenderOptions()
  options.marks = marks.sorted()
  #expect(ours.html(options).string == "<p><i id=\"a\">林遠</i>在<i id=\"b\">晨星</i></p>\n")
}

/// Another text for a reading text: at random places some characters become more, fewer or others.
private func display(
  of reading: ReadingText,
  _ random: inout SeededGenerator
) -> (text: UTF8Text<DisplaySpace>, alignment: Alignment<ReadingSpace, DisplaySpace>) {
  var bytes: [UInt8] = []
  var changes: [TextChange] = []
  let scalars = Array(reading.text.string.unicodeScalars)
  var offset = 0
  var i = 0
  while i < scalars.count {
    let count = min(Int.random(in: 1...3, using: &random), scalars.count - i)
    let part = String(String.UnicodeScalarView(scalars[i..<i + count]))
    i += count
    let length = part.utf8.count
    var new = part
    if !part.contains("\n"), Int.random(in: 0..<4, using: &random) == 0 {
      new = ["雲", "𠮷𠮷", "ab", "", "<&>", "後面"][Int.random(in: 0..<6, using: &random)]
    }
    if new != part {
      changes.append(
        .init(from: offset..<offset + length, to: bytes.count..<bytes.count + new.utf8.count)
      )
    }
    offset += length
    bytes += Array(new.utf8)
  }
  let counts = (reading.text.count, bytes.count)
  return (
    UTF8Text(trusted: bytes), Alignment(changes: changes, fromCount: counts.0, toCount: counts.1)
  )
}

/// The text of HTML as a browser has it, white space left out; scalar by scalar, since a combining
/// mark may follow a tag.
private func text(of html: String) -> String {
  let footnotes = #/<sup class="footnote-ref".*?<\/sup>/#.matchingSemantics(.unicodeScalar)
  let comments = #/<!--.*?-->/#.matchingSemantics(.unicodeScalar)
  let tags = #/<\/?[a-z][^>]*>/#.matchingSemantics(.unicodeScalar)
  let entities = #/&(lt|gt|quot|amp);/#.matchingSemantics(.unicodeScalar)
  let result = html.replacing(footnotes, with: "").replacing(comments, with: "").replacing(
    tags,
    with: ""
  )
  .replacing(entities) {
    ["lt": "<", "gt": ">", "quot": "\"", "amp": "&"][String($0.output.1)] ?? ""
  }
  return withoutSpace(result)
}

private func withoutSpace(_ text: String) -> String {
  String(String.UnicodeScalarView(text.unicodeScalars.filter { !$0.properties.isWhitespace }))
}

@Test("every character of the text that is shown is written exactly once, whatever it crosses")
func displayIsComplete() {
  var compared = 0
  for seed in 0..<1_500 as Range<UInt64> {
    var generator = RandomMarkdown(seed: seed)
    generator.joinsHan = seed % 2 == 0
    let ours = markup(generator.document())
    // Code blocks are shown and not read; footnotes are shown in another order.
    guard !ours.events.contains(where: { $0.kind == .codeBlock || $0.kind == .footnoteDefinition })
    else { continue }
    let shown = display(of: ours.reading, &generator.random)
    var options = RenderOptions()
    options.display = shown
    #expect(
      text(of: ours.html(options).string) == withoutSpace(shown.text.string),
      "seed \(seed)"
    )
    // With marks over it, taking their tags away leaves the same HTML.
    var marks = InlineMarkWriter()
    var start = 0
    while start < ours.reading.text.count {
      var end = start + Int.random(in: 1...12, using: &generator.random)
      while !ours.reading.text.isBoundary(min(end, ours.reading.text.count)) { end += 1 }
      end = min(end, ours.reading.text.count)
      if Int.random(in: 0..<3, using: &generator.random) == 0 {
        marks.tag.raw("<m>")
        marks.add(TextSpan(start, end), close: "</m>")
      }
      start = end
    }
    options.marks = marks.finish()
    let marked = ours.html(options).string
    options.display = nil
    let tags = #/<\/?m>/#.matchingSemantics(.unicodeScalar)
    #expect(
      ours.html(options).string.replacing(tags, with: "") == ours.html().string,
      "seed \(seed)"
    )
    #expect(text(of: marked) == withoutSpace(shown.text.string), "seed \(seed)")
    compared += 1
  }
  #expect(compared > 400)
}

@Test("steps in a row are those that are looked up one by one", arguments: 0..<60 as Range<UInt64>)
func stepsInARow(seed: UInt64) {
  var generator = RandomMarkdown(seed: seed)
  let events = markup(generator.document()).events
  let lower = Int.random(in: 0...events.count, using: &generator.random)
  let range = lower..<Int.random(in: lower...events.count, using: &generator.random)
  var found: [String] = []
  events.forEach(in: range) { found.append("\($0)") }
  #expect(found == range.map { "\(events[$0])" })
}

@Test("headings follow one another from the top that the page gives, and those in quotations have no number")
func headings() {
  let ours = markup("## 一\n\n#### 二\n\n> ### 三\n\n##### 四\n\n## 五\n\n### 六\n")
  var options = RenderOptions()
  options.headingID = { "s\($0)" }
  options.headingTop = 2
  let tags = ours.html(options).string.split(separator: "\n").filter { $0.hasPrefix("<h") }.map(String.init)
  #expect(
    tags == [
      #"<h2 id="s0">一</h2>"#, #"<h3 id="s1">二</h3>"#, "<h3>三</h3>", #"<h4 id="s2">四</h4>"#, #"<h2 id="s3">五</h2>"#,
      #"<h3 id="s4">六</h3>"#,
    ])
}

@Test("paragraphs, headings, links and fences are written as the page wants them")
func options() {
  let ours = markup(
    "# 一\n\n二 [甲](other.md) [乙](https://e.com) [丙](gone.md)\n\n- 三\n- 四\n\n## 五\n\n```chart\na\n```\n\n    code\n\n六[^n]\n\n[^n]: 七"
  )
  var options = RenderOptions()
  options.paragraph = { (open: HTML.escaped("[\($0)"), close: HTML.escaped("\($0)]")) }
  options.headingID = { "s\($0)" }
  options.headingTop = 2
  options.link = {
    $0 == "other.md" ? SafeURL("../other/index.html").map { .href($0) } ?? .text : .text
  }
  options.fenced = { info, literal, offset in
    info == "chart" ? HTML.escaped("chart:\(literal)") : nil
  }
  options.footnotePrefix = "a-"
  options.footnoteBackLabel = "返回"
  expectSameText(
    ours.html(options).string,
    """
    <h2 id="s0">一</h2>
    [1<p>二 <a href="../other/index.html">甲</a> <a href="https://e.com">乙</a> 丙</p>1]
    <ul>
    <li>
    [2<p>三</p>2]
    </li>
    <li>
    [3<p>四</p>3]
    </li>
    </ul>
    <h3 id="s1">五</h3>
    chart:a
    <pre><code>code
    </code></pre>
    [4<p>六<sup class="footnote-ref"><a href="#fn-a-n" id="fnref-a-n" data-footnote-ref>1</a></sup></p>4]
    <section class="footnotes" data-footnotes>
    <ol>
    <li id="fn-a-n">
    <p>七 <a href="#fnref-a-n" class="footnote-backref" data-footnote-backref aria-label="返回">↩</a></p>
    </li>
    </ol>
    </section>

    """
  )
}

@Test("the offset of a fenced block leads to its first line in the file")
func fenceOffset() {
  let text = "一\n\n> ```chart\n> 林遠\n> ```\n"
  var offsets: [Int] = []
  var options = RenderOptions()
  options.fenced = { _, _, offset in
    offsets.append(offset)
    return nil
  }
  _ = markup(text).html(options)
  #expect(offsets.map { String(decoding: Array(text.utf8)[$0..<$0 + 6], as: UTF8.self) } == ["林遠"])
}
