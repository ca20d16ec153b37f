import TestSupport

/// Random Markdown of every sort the parser knows, valid and broken, the same for the same seed.
struct RandomMarkdown {
  var random: SeededGenerator
  /// Whether Han text may stand at line ends, where we differ from cmark on purpose.
  var joinsHan = true
  /// Whether images may come, which are written differently on purpose.
  var hasImages = true

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  mutating func document() -> String {
    var blocks: [String] = []
    for _ in 0..<Int.random(in: 1...8, using: &random) { blocks.append(block(depth: 0)) }
    if chance(3) { blocks.append("[^n]: \(line())\n    \(line())") }
    if chance(6) { blocks.insert("[^m]: \(line())\n\n    - \(line())", at: 0) }
    if chance(3) { blocks.append("[ref]: https://example.com/r 'a \\* title'") }
    var text = blocks.joined(separator: pick(["\n\n", "\n\n", "\n\n\n", "\n"]))
    if chance(2) { text += "\n" }
    switch Int.random(in: 0..<8, using: &random) {
    case 0: text = replacing(text, "\r\n")
    case 1: text = replacing(text, "\r")
    default: break
    }
    return text
  }

  /// Pieces of syntax in any order: what nobody writes and the parser must survive.
  mutating func soup() -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += pick([
        "*", "**", "_", "__", "~", "~~", "`", "``", "[", "]", "![", "](", ")", "(", "<", ">", "[^",
        "[^n]", "[^n]: ", "\n", "\n",
        "\n", "\n\n", "\r\n", "\r", "  \n", "\\\n", "\t", " ", "  ", "    ", "- ", "1. ", "> ",
        "# ", "## ", "===\n", "---\n", "|", "|",
        "\\|", "|--|--|\n", "\n|-|\n", "&amp;", "&#94;", "&Hat;", "&", ";", "\\", "\\*", "\\[",
        "\\^", "^", "!", "\"", "'", "https://a.b", "www.a.b",
        "a@b.c", "mailto:", "<b>", "<!--", "-->", "<https://a.b>", "```\n", "~~~\n", "[x]: /u\n",
        "[x]", "[@a 1]", "[¶ 2]", "[ ] ", "…", "林", "遠山", "，", "：",
        "。", "a", "b", "x", "1", "é", "𠮷", "\u{A0}", "\u{3000}", ":", "/", "-", "+", ".",
      ])
    }
    return text
  }

  private func replacing(_ text: String, _ end: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: end)
  }

  mutating func block(depth: Int) -> String {
    switch Int.random(in: 0..<16, using: &random) {
    case 0:
      return String(repeating: "#", count: Int.random(in: 1...6, using: &random)) + " " + line()
        + pick(["", " ##", "  "])
    case 1: return paragraph() + "\n" + pick(["===", "---"])
    case 2 where depth < 3:
      return prefixed(
        block(depth: depth + 1) + pick(["", "\n\n" + block(depth: depth + 1)]),
        "> ",
        lazy: chance(4)
      )
    case 3 where depth < 3:
      let marker = pick(["- ", "* ", "1. ", "7) ", "-   ", "- [ ] ", "- [x] "])
      var items: [String] = []
      for _ in 0..<Int.random(in: 1...3, using: &random) {
        let inner =
          chance(3) ? block(depth: depth + 1) + "\n\n" + block(depth: depth + 1) : paragraph()
        let indent = String(repeating: " ", count: marker.hasPrefix("- [") ? 2 : marker.utf8.count)
        items.append(marker + prefixed(inner, indent, lazy: false).dropFirst(indent.utf8.count))
      }
      return items.joined(separator: pick(["\n", "\n\n"]))
    case 4: return "```\(pick(["", "swift", "timeline x", "a&\"b"]))\n\(line())\n\n  \(line())\n```"
    case 5: return "    \(line())\n\t\(line())"
    case 6: return pick(["---", "* * *", "___"])
    case 7:
      return pick([
        "<div>\n*\(line())*\n</div>", "<!-- \(word()) -->", "<script>\n\(word())\n</script>",
      ])
    case 8, 9:
      let columns = Int.random(in: 1...3, using: &random)
      var rows: [String] = []
      let outer = chance(2)
      func row(_ cells: [String]) -> String {
        let inner = cells.joined(separator: " | ")
        return outer || columns == 1 ? "| " + inner + " |" : inner
      }
      rows.append(row((0..<columns).map { _ in cell() }))
      rows.append(row((0..<columns).map { _ in pick(["---", ":--", "--:", ":-:"]) }))
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        rows.append(
          row((0..<max(1, columns + Int.random(in: -1...1, using: &random))).map { _ in cell() })
        )
      }
      let head = chance(5) ? line() + "\n" : ""
      return head + rows.joined(separator: "\n")
    default: return paragraph()
    }
  }

  mutating func cell() -> String {
    let text = cellText()
    return joinsHan || text.isEmpty ? text : "x" + text + "y"
  }

  private mutating func cellText() -> String {
    pick([
      inline(depth: 1), word() + pick([" \\| ", "\\|", " "]) + word(), "`a \\| \(word())`", "",
      inline(depth: 2),
    ])
    .split(separator: "\n").joined(separator: " ")
  }

  private func prefixed(_ text: String, _ prefix: String, lazy: Bool) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0 > 0 && lazy ? String($1) : prefix + $1 }.joined(separator: "\n")
  }

  mutating func paragraph() -> String {
    var text = line()
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      text += pick(["\n", "\n", "\n   ", "  \n", "\\\n", "\n\t"]) + line()
    }
    return text
  }

  mutating func line() -> String {
    var parts: [String] = []
    for _ in 0..<Int.random(in: 1...5, using: &random) { parts.append(inline(depth: 0)) }
    let text = parts.joined(separator: pick([" ", "", " "]))
    return joinsHan ? text : "x" + text + "y"
  }

  mutating func inline(depth: Int) -> String {
    let inner = { (self: inout RandomMarkdown) in
      depth < 3 ? self.inline(depth: depth + 1) : self.word()
    }
    switch Int.random(in: 0..<30, using: &random) {
    case 0: return "**" + inner(&self) + "**"
    case 1: return "*" + inner(&self) + "*"
    case 2: return "_" + inner(&self) + "_"
    case 3: return "__" + inner(&self) + " " + inner(&self) + "__"
    case 4: return pick(["~~", "~"]) + inner(&self) + pick(["~~", "~"])
    case 5: return "`" + word() + pick([" ", joinsHan ? "\n" : " ", "  "]) + word() + "`"
    case 6: return "`` " + word() + "` ``"
    case 7:
      return "[" + inner(&self) + "](" + pick(["a.md", "<b c>", "https://example.com/x(y)z", "#a"])
        + pick(["", " \"t&amp;\"", "\n 'u \\' v'", " (w)"]) + ")"
    case 8: return "[" + inner(&self) + "]" + pick(["[ref]", "[]", "", "[ ref ]"])
    case 9: return pick(["[ref]", "[ref][]", "[Ref]"])
    case 10: return hasImages ? "![" + inner(&self) + "](https://example.com/p.png)" : word()
    case 11: return pick(["<https://example.com/a?b&c>", "<lin@example.com>", "<mailto:a@b>"])
    case 12:
      let address = pick([
        "www.example.com/a_b", "https://example.com/q", "see http://example.com.",
        "lin@example.com",
      ])
      // An address that runs into Chinese is cut on purpose.
      return joinsHan ? address : " " + address + " "
    case 13:
      return pick([
        "&amp;", "&lt;", "&#26519;", "&#x9060;", "&copy;", "&ngE;", "&nosuch;", "&", "&;",
      ])
    case 14: return pick(["\\*", "\\\\", "\\[", "\\&amp;", "\\a", "\\", "\\`", "\\|"])
    case 15: return pick(["<b>", "</b>", "<!-- c -->", "<a href=\"x\">", "<", "a < b > c"])
    case 16: return pick(["[^n]", "[^m]", "[^none]"])
    case 17: return pick(["*", "**", "_", "~", "`", "[", "]", "![", "](", "***", ")", "!"])
    case 18: return pick(["***", "*"]) + inner(&self) + "**" + inner(&self) + "*"
    case 19: return " " + pick(["\"", "'", "“", "”", "，", "。", "："])
    default: return word()
    }
  }

  mutating func word() -> String {
    pick([
      "林遠", "遠山科技", "晨星", "雲", "研究院", "Yuan", "model", "a", "AX", "3800億元", "，", "。", "𠮷野", "café",
      "云计算", "x y", "2023年9月",
    ])
  }

  mutating func chance(_ of: Int) -> Bool {
    Int.random(in: 0..<of, using: &random) == 0
  }

  mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &random)]
  }
}
