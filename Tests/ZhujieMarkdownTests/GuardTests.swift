import Testing
import ZhujieText

@testable import ZhujieMarkdown

/// A text that the parser must not see: its parse would take minutes, gigabytes or the process.
struct Burden: Sendable, CustomTestStringConvertible {
  let name: String
  let limit: String
  let text: String

  var testDescription: String { name }

  static func times(_ part: String, _ bytes: Int) -> String {
    String(repeating: part, count: bytes / part.utf8.count)
  }

  static let all = [
    Burden(name: "![[]() again and again", limit: "openers", text: times("![[]()", 200_000)),
    Burden(name: "declarations", limit: "openers", text: times("x<!A ", 200_000)),
    Burden(name: "CDATA", limit: "openers", text: times("x<![CDATA[", 200_000)),
    Burden(name: "processing instructions", limit: "openers", text: times("x<?", 200_000)),
    Burden(name: "addresses cut off", limit: "openers", text: times("http://a<", 200_000)),
    Burden(name: "www cut off", limit: "openers", text: times("(www.a<", 200_000)),
    Burden(
      name: "quotations in one line",
      limit: "container-markers",
      text: times(">", 50_000) + "x"
    ),
    Burden(name: "lists in one line", limit: "container-markers", text: times(" -", 50_000) + " x"),
    Burden(
      name: "numbers in one line",
      limit: "container-markers",
      text: times("1. ", 50_000) + "x"
    ),
    Burden(
      name: "columns",
      limit: "table-columns",
      text: "|" + times("a|", 100_000) + "\n|" + times("-|", 100_000)
    ),
    Burden(
      name: "cells that are filled in",
      limit: "table-cells",
      text: "|" + times("a|", 1_000) + "\n|" + times("-|", 900) + "\n" + times("|a\n", 12_000)
    ),
    Burden(
      name: "a long definition used often",
      limit: "reference-bytes",
      text: "[a]: " + times("u", 75_000) + "\n\n" + times("[a] ", 75_000)
    ),
    Burden(
      name: "a long title used often",
      limit: "reference-bytes",
      text: "[a]: u '" + times("t u\r\n", 75_000) + "'\r\n\r\n" + times("[a] ", 75_000)
    ),
    Burden(
      name: "closing parentheses",
      limit: "closing-parentheses",
      text: "www.a.b" + times(")", 200_000)
    ),
    Burden(
      name: "closing parentheses with points",
      limit: "closing-parentheses",
      text: "http://a.b" + times(").", 200_000)
    ),
    Burden(
      name: "tildes of two sorts",
      limit: "tildes",
      text: times("~~a ", 100_000) + times("b~ ", 100_000)
    ),
    Burden(name: "tildes among stars", limit: "tildes", text: times("*_~a", 200_000)),
  ]
}

@Test("what the parser cannot bear is refused with the limit named", arguments: Burden.all)
func refused(burden: Burden) {
  var ours: Markup?
  let time = ContinuousClock().measure { ours = markup("一\n\n" + burden.text) }
  #expect(time < .seconds(2))
  #expect(ours?.diagnostics.map(\.severity) == [.error])
  #expect(ours?.diagnostics.first?.message.contains("limit “\(burden.limit)”") == true)
  #expect(ours?.diagnostics.first?.location?.position != nil)
  #expect(ours?.reading.text.count == 0)
}

@Test("a text that is too long, or no text, is refused")
func refusedAsAWhole() {
  var limits = MarkupLimits()
  limits.documentBytes = 10
  let long = markup("林遠在北京說", limits: limits)
  #expect(long.diagnostics.map(\.code) == [.markdownLimit])
  #expect(long.diagnostics.first?.message.contains("document-bytes") == true)
  let null = markup("一\n\n林\u{0}遠")
  #expect(null.diagnostics.map(\.code) == [.markdownNull])
  #expect(null.diagnostics.first?.location?.position == Position(line: 3, column: 2))
}

@Test("a paragraph that is too long is refused where it begins, in Markdown and in bare text")
func longParagraph() {
  var limits = MarkupLimits()
  limits.paragraphBytes = 12
  let text = "林遠\n\n林遠在北京說"
  let bare = SourceFile(path: SourcePath("a.txt"), text: UTF8Text(text))
  let blocks = [
    PlainBlock(span: TextSpan(0, 6), role: .paragraph), PlainBlock(span: TextSpan(8, 26), role: .paragraph),
  ]
  for long in [markup(text, limits: limits), Markup(plain: bare, blocks: blocks, limits: limits)] {
    #expect(long.diagnostics.map(\.code) == [.markdownLimit])
    #expect(long.diagnostics.first?.message.contains("limit “paragraph-bytes”, 12") == true)
    #expect(long.diagnostics.first?.location?.position == Position(line: 3, column: 1))
    #expect(long.reading.text.count == 0)
  }
  limits.paragraphBytes = 18
  #expect(markup(text, limits: limits).diagnostics.isEmpty)
}

@Test("a limit can be raised")
func raised() {
  let text = Burden.times("> ", 220) + "林遠"
  #expect(markup(text).diagnostics.map(\.code) == [.markdownLimit])
  var limits = MarkupLimits()
  limits.containerMarkers = 200
  limits.depth = 200
  #expect(markup(text, limits: limits).diagnostics.isEmpty)
}

@Test("deep nesting is flattened with a warning, and nothing is lost")
func deep() {
  for text in [
    Burden.times("*a _b ", 60_000) + "林遠" + Burden.times("_ *", 30_000),
    String(repeating: "**a *b ", count: 15_000) + "林遠" + String(repeating: "*c**", count: 15_000),
    String(repeating: "![", count: 1_500) + "林遠" + String(repeating: "](a)", count: 1_500),
    (0..<300).map { String(repeating: "  ", count: $0) + "- 一\n" }.joined() + "林遠",
  ] {
    let ours = markup(text)
    #expect(ours.reading.text.string.contains("林遠"))
    let html = ours.html().string
    #expect(html.contains("林遠"))
    var depth = 0
    var deepest = 0
    for event in ours.events {
      if event.phase == .enter { depth += 1 } else if event.phase == .exit { depth -= 1 }
      deepest = max(deepest, depth)
    }
    #expect(depth == 0 && deepest <= 101)
    #expect(ours.misses == 0)
  }
  let nested = markup(
    String(repeating: "**a *b ", count: 500) + "林遠" + String(repeating: "*c**", count: 500)
  )
  #expect(nested.diagnostics.map(\.code) == [.markdownDepth])
}

@Test("brackets that only look like footnotes are text, and the parser does not see them")
func falseFootnotes() {
  for (text, reading) in [
    ("[&#94;" + Burden.times("a", 100_000) + "]", "[^" + Burden.times("a", 100_000) + "]"),
    ("[&Hat;a b]", "[^a b]"), ("[&#x5E;a]", "[^a]"), ("[\\^a]", "[^a]"), ("林[^遠\n山]", "林[^遠山]"),
    ("[^a\nb]", "[^a b]"),
    ("`[&#94;x]` [a]([&#94;x])", "[&#94;x] a"),
  ] {
    let ours = markup(text)
    #expect(ours.reading.text.string == reading)
    #expect(ours.misses == 0)
    #expect(UTF8Validation.firstInvalidOffset(in: ours.html().bytes) == nil)
  }
}

@Test("ordinary and large texts are read")
func large() {
  let texts = [
    Burden.times("[林遠](https://example.com/a)，", 3_000_000),
    Burden.times("[林遠](https://example.com/a)\n\n", 1_000_000),
    Burden.times("林遠在北京說，", 3_000_000), Burden.times("林遠在北京說\n", 3_000_000),
    Burden.times("| 林 | 遠 |\n|--|--|\n\n", 200_000),
    Burden.times("* * *\n\n", 100_000), Burden.times("- 一\n  - 二\n", 200_000),
    Burden.times("[a]: https://example.com/abc\n", 200_000),
  ]
  for text in texts {
    var ours: Markup?
    let time = ContinuousClock().measure { ours = markup(text) }
    #expect(time < .seconds(20))
    #expect(ours?.diagnostics.isEmpty == true)
    #expect(ours?.misses == 0)
  }
}

@Test("documents are read alike in many tasks at once")
func concurrent() async {
  let text = "~~一~~ www.example.com **二** a@b.co ~三~ `四`\n\n| ~~a~~ |\n|-|\n| b |\n"
  let expected = markup(text).html().string
  let wrong = await withTaskGroup(of: Int.self) { group in
    for _ in 0..<8 {
      group.addTask { (0..<300).count { _ in markup(text).html().string != expected } }
    }
    return await group.reduce(0, +)
  }
  #expect(wrong == 0)
}
