import TestSupport
import Testing
import ZhujieText

@testable import ZhujieMarkdown

@Test("citations are no reading text; they are listed with their paragraph")
func citations() {
  let ours = markup("# 題 [@h 1]\n\n林遠說[@a 12-14; @b 3]，又說[@c].\n\n- 一 [@d\n  4]二")
  #expect(ours.reading.text.string == "題 \n林遠說，又說.\n一 二")
  #expect(
    ours.citations.map { $0.citation.parts.map(\.source) } == [["h"], ["a", "b"], ["c"], ["d"]]
  )
  #expect(ours.citations.map(\.paragraph) == [nil, 1, 1, 2])
  #expect(ours.citations.map(\.blockIndex) == [0, 1, 1, 2])
  #expect(ours.diagnostics.isEmpty)
}

@Test("a citation is written by whoever renders, and as it stands without one")
func renderedCitations() {
  let ours = markup("林遠[@a 1]，[見[@b 2]](c.md)。[¶ 3-4, 6]")
  #expect(ours.html().string == "<p>林遠[@a 1]，<a href=\"c.md\">見[@b 2]</a>。[¶ 3-4, 6]</p>\n")
  var options = RenderOptions()
  options.citation = { HTML.escaped("<\($0.citation.parts[0].source)>") }
  options.basis = { HTML.escaped("{\($0): \($1.map(\.lowerBound))}") }
  #expect(
    ours.html(options).string
      == "<p>林遠&lt;a&gt;，<a href=\"c.md\">見[@b 2]</a>。{1: [3, 6]}</p>\n"
  )
  #expect(ours.basis == [1: [3...4, 6...6]])
}

@Test("a basis marker ends its paragraph and takes the space before it")
func basisAtTheEnd() {
  let ours = markup("林遠說。 [¶ 12]\n\n- 一\n  [¶ 13-14]\n\n中[¶ 1]間\n\n# 題 [¶ 2]")
  #expect(ours.reading.text.string == "林遠說。\n一\n中[¶ 1]間\n題 [¶ 2]")
  #expect(ours.basis == [1: [12...12], 2: [13...14]])
  #expect(ours.diagnostics.map(\.code) == [.markdownBasis, .markdownBasis])
  #expect(ours.diagnostics.first?.location?.position == Position(line: 6, column: 2))
}

@Test(
  "what is escaped, or stands in code, is no citation",
  arguments: ["\\[@a 1]", "`[@a 1]`", "&#91;@a 1]", "[@a 1](b.md)"]
)
func noCitation(text: String) {
  let ours = markup(text)
  #expect(ours.citations.isEmpty)
  #expect(ours.diagnostics.isEmpty)
}

@Test("a bracket that looks like a citation and is none is told with its place")
func brokenCitation() {
  let ours = markup("一\n\n林遠[@a x y]")
  #expect(ours.reading.text.string == "一\n林遠[@a x y]")
  #expect(ours.diagnostics.map(\.code) == [.markdownCitation])
  #expect(ours.diagnostics.first?.location?.position == Position(line: 3, column: 3))
  #expect(markup("[@a x]" + String(repeating: "[@a x]", count: 80)).diagnostics.count == 51)
}
