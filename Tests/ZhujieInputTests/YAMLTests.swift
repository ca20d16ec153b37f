import Foundation
import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

private func yaml(_ text: String, limits: InputLimits = InputLimits()) -> (
  node: YAMLNode?, diagnostics: [String]
) {
  let file = SourceFile(path: SourcePath("a.yml"), text: UTF8Text(text))
  let (node, diagnostics) = YAMLText(file, in: file.text.fullSpan).node(limits: limits)
  return (node, shown(diagnostics))
}

struct YAMLTests {
  @Test(
    "the span of a text is its content, quotes excluded",
    arguments: [
      "title: ⟦遠山|遠山⟧", "title: \"⟦遠山|遠山⟧\"", "title: '⟦遠''山|遠'山⟧'", "title: \"⟦遠\\\"山|遠\"山⟧\" # x",
      "title:   ⟦遠山 一年|遠山 一年⟧   # 註", "title: !!str ⟦遠山|遠山⟧", "title: &x ⟦遠山|遠山⟧",
      "title: |\n  ⟦遠山\n  一年|遠山\n一年⟧", "title: >-\n  ⟦遠山\n  一年|遠山 一年⟧",
      "title:\n  ⟦遠山\n  一年|遠山 一年⟧", "{title: ⟦遠山|遠山⟧}", "title: \"⟦\\u9060\\u5C71|遠山⟧\"",
      "\u{FEFF}title: ⟦遠山|遠山⟧", "# \u{2028}\ntitle: ⟦遠山|遠山⟧", "title: ⟦|⟧",
    ]
  )
  func spans(_ marked: String) throws {
    let text = MarkedText(marked)
    let plain = text.plain.hasPrefix("\u{FEFF}") ? text.plain : text.plain
    let file = SourceFile(path: SourcePath("a.yml"), text: UTF8Text(plain))
    let start = file.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let (node, diagnostics) = YAMLText(file, in: TextSpan(start, file.text.count)).node(
      limits: InputLimits()
    )
    #expect(shown(diagnostics) == [])
    guard case .mapping(let pairs) = node?.content, let value = pairs.first?.value.scalar else {
      Issue.record("no mapping")
      return
    }
    let mark = try #require(text.marks.first)
    #expect(value.text == mark.label)
    #expect(file.text[value.span] == file.text[TextSpan(mark.lowerBound, mark.upperBound)])
    #expect(value.span == TextSpan(mark.lowerBound, mark.upperBound) || mark.label.isEmpty)
  }

  @Test("dates, numbers and truth values are text")
  func everythingIsText() throws {
    let (node, _) = yaml("[2023-09, 2025-03-13, 012, 1.0, no, 0x10, ~, null, '~']")
    guard case .sequence(let nodes) = node?.content else {
      Issue.record("no list")
      return
    }
    #expect(
      nodes.map { $0.scalar?.text } == [
        "2023-09", "2025-03-13", "012", "1.0", "no", "0x10", "~", "null", "~",
      ]
    )
    #expect(nodes.map(\.isNull) == [false, false, false, false, false, false, true, true, false])
  }

  @Test("aliases are written out")
  func aliases() {
    let (node, diagnostics) = yaml("a: &x {b: 1}\nc: *x\n")
    #expect(diagnostics == [])
    guard case .mapping(let pairs) = node?.content else {
      Issue.record("no mapping")
      return
    }
    #expect(pairs.first?.value == pairs.last?.value)
  }

  @Test("a small text that stands for a huge one is refused")
  func bombs() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...9 {
      text +=
        "a\(i): &a\(i) [" + Array(repeating: "*a\(i - 1)", count: 10).joined(separator: ", ")
        + "]\n"
    }
    #expect(
      yaml(text).diagnostics == [
        "a.yml:1:1: error: 90 YAML aliases (*name) are more than 32; write the values out or raise \"yaml-aliases\" under limits in zhujie.yml [file.limit]"
      ]
    )
    text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for i in 1...8 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
    #expect(
      yaml(text).diagnostics.first?.hasSuffix("under limits in zhujie.yml [file.limit]") == true
    )
    // As a key, which the parser hashes before anyone can count.
    text = "a0: &a0 [x]\n"
    for i in 1...10 { text += "a\(i): &a\(i) [*a\(i - 1), *a\(i - 1), *a\(i - 1)]\n" }
    #expect(yaml(text + "? *a10\n: x\n").diagnostics.count == 1)
  }

  @Test("nesting is refused beyond its limit, however it is written")
  func depth() {
    for (open, close) in [("[", "]"), ("{a: ", "}"), ("- ", ""), ("? ", "")] {
      for count in [40, 900, 5000] {
        let text =
          String(repeating: open, count: count) + "x" + String(repeating: close, count: count)
        #expect(yaml(text).node == nil, "\(count) times \(open)")
        #expect(yaml(text).diagnostics.count == 1)
      }
    }
    #expect(yaml(String(repeating: "[", count: 30) + String(repeating: "]", count: 30)).node != nil)
  }

  @Test("nesting up to what the parser takes fits into the stack of a worker")
  func depthOnSmallStack() async {
    let text = String(repeating: "[", count: 990) + String(repeating: "]", count: 990)
    let thread = Thread { _ = yaml(text) }
    thread.stackSize = 1 << 20
    thread.start()
    while !thread.isFinished { try? await Task.sleep(for: .milliseconds(5)) }
  }

  @Test("a YAML text that is too large is refused")
  func size() {
    var limits = InputLimits()
    limits.yamlSize = 10
    #expect(
      yaml("title: 遠山一年", limits: limits).diagnostics == [
        "a.yml:1:1: error: 19 bytes of YAML are more than 10; shorten it or raise \"yaml-size\" under limits in zhujie.yml [file.limit]"
      ]
    )
    limits = InputLimits()
    limits.yamlNodes = 5
    #expect(yaml("[1, 2, 3, 4]", limits: limits).node != nil)
    #expect(yaml("[1, 2, 3, 4, 5]", limits: limits).node == nil)
    limits = InputLimits()
    limits.yamlText = 10
    #expect(yaml("title: 遠山一", limits: limits).node != nil)
    #expect(
      yaml("author: 甲\ntitle: 遠山一年", limits: limits).diagnostics == [
        "a.yml:2:8: error: a text of 12 bytes is longer than 10; shorten it or raise \"yaml-text\" under limits in zhujie.yml [file.limit]"
      ]
    )
  }

  @Test("a value is found at any column of a long line")
  func longLines() throws {
    let items = (0..<2000).map { "甲\($0)" }
    let text = "[" + items.joined(separator: ", ") + "]"
    let file = SourceFile(path: SourcePath("a.yml"), text: UTF8Text(text))
    guard
      case .sequence(let nodes) = YAMLText(file, in: file.text.fullSpan)
        .node(limits: InputLimits()).node?.content
    else {
      Issue.record("no list")
      return
    }
    #expect(nodes.map { $0.scalar.map { file.text[$0.span] } } == items)
  }

  @Test("no text makes a trap")
  func anyText() {
    var generator = SeededGenerator(seed: 11)
    let pieces = [
      "a", "遠", ":", ": ", "- ", "\n", "  ", "[", "]", "{", "}", ",", "\"", "'", "&x", "*x", "!t",
      "|", ">", "#", " #", "?",
      "? ", "---\n", "...\n", "\t", "\r\n", "\r", "\\", "\\u0000", "%", "@", "`", "~", "\u{85}",
      "\u{2028}", "\u{FEFF}", "𠮷", "2025",
    ]
    for _ in 0..<5000 {
      let text = (0..<Int.random(in: 1...25, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let (node, diagnostics) = yaml(text)
      #expect(node == nil || diagnostics.isEmpty)
    }
  }

  @Test(
    "front matter is what stands between lines of hyphens",
    arguments: [
      ("---\na: b\n---\nx", "a: b\n", "x"), ("---\r\na: b\r\n---\r\nx", "a: b\r\n", "x"),
      ("---\ra: b\r---\rx", "a: b\r", "x"), ("--- \na: b\n...\nx", "a: b\n", "x"),
      ("---\n---\nx", "", "x"), ("---\na: b\n---", "a: b\n", ""),
      ("\u{FEFF}---\na: b\n---\nx", "a: b\n", "x"),
      ("x\n---\n", nil, "x\n---\n"), ("----\nx", nil, "----\nx"), (" ---\nx", nil, " ---\nx"),
      ("", nil, ""),
      ("\u{FEFF}x", nil, "x"), ("---", nil, ""), ("---\nx", nil, ""),
    ] as [(String, String?, String)]
  )
  func frontMatter(_ text: String, _ expected: String?, _ body: String) {
    let file = SourceFile(path: SourcePath("a.md"), text: UTF8Text(text))
    let parts = FrontMatter(of: file)
    #expect(parts.yaml.map { file.text[$0] } == expected)
    #expect(file.text[parts.body] == body)
  }

  @Test(
    "the nearest word is named",
    arguments: [
      ("titel", "title"), ("Publsher", "publisher"), ("datum", "date"), ("", "date"),
      ("發行", "date"),
    ]
  )
  func nearest(_ word: String, _ expected: String) {
    #expect(EditDistance.nearest(to: word, among: ["title", "publisher", "date"]) == expected)
  }
}
