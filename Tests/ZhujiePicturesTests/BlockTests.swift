import TestSupport
import Testing
import ZhujieMarkdown
import ZhujieText

@testable import ZhujiePictures

/// What each kind of block becomes. The expected fragments are read, not recorded.
struct BlockTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let kind: PictureKind
    let yaml: String
    var language = Language.zhHans
    let parts: [String]
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a stack lists its layers from top to bottom",
      kind: .stack,
      yaml: """
        title: {zh: 两层, en: Two layers}
        beside: lin-yuan
        layers:
          - {text: 上, members: [dawn, {text: 其他, note: 未列}], source: [a, 12]}
          - 下
        """,
      parts: [
        "<figure class=\"picture stack-picture\"><figcaption>两层</figcaption>",
        "<div class=\"stack has-bracket\"><ul class=\"bracket\"><li>"
          + "<a href=\"../lin-yuan/\" class=\"m person\">林远</a></li></ul>",
        "<ol class=\"layers\" aria-label=\"两层\"><li><div class=\"layer-name\"><b>"
          + "<span class=\"words\">上</span></b><cite>a·12</cite></div>",
        "<li><a href=\"../dawn/\" class=\"m product\">晨星</a></li>"
          + "<li><span class=\"words\">其他</span> <span class=\"note\">未列</span></li>",
      ]
    ),
    Case(
      name: "English words come from the same block, and Chinese ones keep their language",
      kind: .members,
      yaml: """
        title: {zh: 两层, en: Two layers}
        members:
          - {text: 其他}
          - {entity: dawn, text: {zh: 星, en: The star}}
        """,
      language: .en,
      parts: [
        "<figcaption>Two layers</figcaption>",
        "<li><span class=\"words\" lang=\"zh-Hans\">其他</span></li>",
        "<li><a href=\"../dawn/\" class=\"m product\">The star</a></li>",
      ]
    ),
    Case(
      name: "a tree nests",
      kind: .members,
      yaml: "form: tree\nof: far-hill\nmembers:\n  - {entity: dawn, members: [{text: 版}]}\n",
      parts: [
        "<ul class=\"tree\" aria-label=\"成员\"><li><div class=\"branch\">"
          + "<a href=\"../far-hill/\" class=\"m organization\">远山科技</a></div><ul><li>",
        "<ul><li><div class=\"branch\"><span class=\"words\">版</span></div></li></ul>",
      ]
    ),
    Case(
      name: "a cycle is drawn and listed",
      kind: .members,
      yaml: "form: cycle\nmembers:\n  - {text: 投入, source: [a, 1]}\n  - {text: 收入}\n",
      parts: [
        "<div class=\"drawing\" tabindex=\"0\" role=\"region\" aria-label=\"成员\">"
          + "<svg width=\"",
        "<title>成员</title><desc>投入 → 收入</desc>",
        "<ol class=\"twin\" aria-label=\"顺序\"><li><span class=\"words\">投入</span>"
          + "<cite>a·1</cite></li>",
      ]
    ),
    Case(
      name: "a matrix leaves empty cells empty",
      kind: .members,
      yaml: "form: matrix\ncolumns: [甲, 乙]\nrows:\n  - {entity: dawn, cells: [~, ●]}\n",
      parts: [
        "<table class=\"grid marks\"><thead><tr><td></td><th scope=\"col\">"
          + "<span class=\"words\">甲</span></th>",
        "<td class=\"empty\"></td><td data-label=\"乙\"><span class=\"words\">●</span></td>",
      ]
    ),
    Case(
      name: "a timeline draws what it tells in a table, with the dates of entities",
      kind: .timeline,
      yaml: "events:\n  - {date: 2024-Q4, text: 上市, source: [b, 3]}\n  - launch\n",
      parts: [
        "<a href=\"../launch/\"><text class=\"small\"",
        "<details class=\"twin\"><summary>数据表</summary>",
        "<tr><td>2024-03-05</td><th scope=\"row\"><a href=\"../launch/\" class=\"m event\">晨星发布</a>"
          + "</th><td></td></tr><tr><td>2024-Q4</td><th scope=\"row\">"
          + "<span class=\"words\">上市</span></th><td><cite>b·3</cite></td></tr>",
      ]
    ),
    Case(
      name: "a network names its lines in a table",
      kind: .network,
      yaml: "links:\n  - {from: lin-yuan, to: dawn, text: {zh: 主管, en: runs}, source: [a, 2]}\n",
      parts: [
        "<path class=\"tie weight-1\" d=\"M",
        "<circle class=\"shape-of person\"",
        "<text class=\"name halo end\"",
        "<tr><th scope=\"row\"><a href=\"../lin-yuan/\" class=\"m person\">林远</a></th><td>主管</td>"
          + "<td><a href=\"../dawn/\" class=\"m product\">晨星</a></td><td><cite>a·2</cite></td></tr>",
      ]
    ),
    Case(
      name: "a network can ask for its lines",
      kind: .network,
      yaml: "nodes: [lin-yuan, dawn]\nlinks: together\n",
      parts: ["<path class=\"tie weight-3\"", "<td>3</td>"]
    ),
    Case(
      name: "bars are as long as their numbers, which are text too",
      kind: .chart,
      yaml: """
        unit: {zh: 亿元, en: CNY 100 million}
        bars:
          - {text: 甲, value: 200}
          - {text: 乙, value: 50, comparator: more-than}
          - {text: 丙, value: [-100, -50]}
        """,
      parts: [
        "<rect class=\"bar\" x=\"333\" y=\"0\" width=\"667\" height=\"12\">",
        "<td class=\"bar-value\">200亿元</td>",
        "<rect class=\"bar\" x=\"333\" y=\"0\" width=\"167\" height=\"12\">",
        "<td class=\"bar-value\">超过50亿元</td>",
        "<rect class=\"bar may-be\" x=\"0\" y=\"0\" width=\"167\" height=\"12\">",
        "<td class=\"bar-value\">−100–−50亿元</td>",
      ]
    ),
    Case(
      name: "a cast gives people their roles",
      kind: .cast,
      yaml:
        "people:\n  - {entity: lin-yuan, role: {zh: 总裁, en: head}, note: 2020年起, source: [a, 4]}\n",
      language: .en,
      parts: [
        "<li><b><a href=\"../lin-yuan/\" class=\"m person\">Lin Yuan</a></b> "
          + "<span class=\"role\">head</span> <span class=\"note\" lang=\"zh-Hans\">2020年起</span>"
          + "<cite>a·4</cite></li>"
      ]
    ),
    Case(
      name: "key figures set digits apart and tell how they were checked",
      kind: .figures,
      yaml: """
        figures:
          - {value: {zh: 3.5亿元, en: CNY 350 million}, comparator: about, text: 收入, check: conflict, source: [a, 5]}
        """,
      parts: [
        "<p class=\"value\">约<b>3.5</b>亿元</p><p class=\"what\"><span class=\"words\">收入</span></p>",
        "<span class=\"check conflict\"><span aria-hidden=\"true\">≠</span> 有出入</span>"
          + "<cite>a·5</cite>",
      ]
    ),
    Case(
      name: "markup in words stays words",
      kind: .members,
      yaml: "members:\n  - {text: \"<script>alert(1)</script>\"}\n",
      parts: ["<span class=\"words\">&lt;script&gt;alert(1)&lt;/script&gt;</span>"]
    ),
  ]

  @Test("blocks become figures", arguments: cases)
  func blocks(_ example: Case) {
    let (picture, findings) = Sample.parse(example.kind, example.yaml)
    #expect(findings == [])
    let html = picture?.html(in: Sample.context(example.language)).string ?? ""
    for part in example.parts { #expect(html.contains(part), "\(part)\nis not in\n\(html)") }
    #expect(!html.contains(" style=") && !html.contains("<script"))
    #expect(html == Sample.html(example.kind, example.yaml, example.language))
  }

  struct Broken: CustomTestStringConvertible, Sendable {
    let name: String
    let kind: PictureKind
    let yaml: String
    let findings: [String]
    var testDescription: String { name }
  }

  static let broken: [Broken] = [
    Broken(
      name: "an empty block",
      kind: .stack,
      yaml: "",
      findings: [
        "2:1 error picture.empty: \"stack\" draws nothing; write \"layers:\" and what it shows below it"
      ]
    ),
    Broken(
      name: "no layers",
      kind: .stack,
      yaml: "title: 层",
      findings: [
        "2:1 error yaml.missing-key: \"layers\" is missing or empty; a stack block needs it"
      ]
    ),
    Broken(
      name: "a misspelt key",
      kind: .stack,
      yaml: "layer: [上]\nlayers: [下]",
      findings: [
        "2:1 warning yaml.unknown-key: \"layer\" is no key of a stack block; the nearest is \"layers\""
      ]
    ),
    Broken(
      name: "words where an ID stands",
      kind: .members,
      yaml: "members:\n  - 晨星",
      findings: [
        "3:5 error picture.unknown-entity: \"晨星\" is no ID of an entity, which holds a-z, 0-9 and - "
          + "only; for words write {text: …}"
      ]
    ),
    Broken(
      name: "a nameless layer",
      kind: .stack,
      yaml: "layers:\n  - {note: 空}",
      findings: [
        "3:5 error picture.item: a layer has no name; give it \"entity\" with an ID or \"text\" with words"
      ]
    ),
    Broken(
      name: "a number that is none",
      kind: .chart,
      yaml: "bars:\n  - {text: 甲, value: 3亿}",
      findings: [
        "3:22 error picture.number: \"3亿\" is no number; write digits such as 12.5 and the unit under \"unit\""
      ]
    ),
    Broken(
      name: "a range that runs backwards",
      kind: .chart,
      yaml: "bars:\n  - {text: 甲, value: [3, 2]}",
      findings: [
        "3:15 error picture.number: \"value\" is one number, or two from the lower to the higher"
      ]
    ),
    Broken(
      name: "a bar without number",
      kind: .chart,
      yaml: "bars: [甲]",
      findings: ["2:8 error yaml.missing-key: \"value\" is missing; a bar needs it"]
    ),
    Broken(
      name: "an undated event of words",
      kind: .timeline,
      yaml: "events:\n  - {text: 上市}",
      findings: [
        "3:5 error picture.missing-date: an event that is no entity has no date; write \"date\" beside its text"
      ]
    ),
    Broken(
      name: "a date that does not exist",
      kind: .timeline,
      yaml: "events:\n  - {text: 上市, date: 2024-13}",
      findings: [
        "3:22 error yaml.date: \"2024-13\" is no date that exists; write it as 2025-03-13, 2025-03, 2025, "
          + "2024-Q4 or 2024-01/2024-03, with ~ or ? after what is not certain"
      ]
    ),
    Broken(
      name: "an unknown form",
      kind: .members,
      yaml: "form: star\nmembers: [dawn]",
      findings: [
        "2:7 error yaml.value: \"star\" is no value of \"form\"; use list, tree, steps, cycle, table or matrix"
      ]
    ),
    Broken(
      name: "more cells than columns",
      kind: .members,
      yaml: "form: table\ncolumns: [甲]\nrows:\n  - {text: 行, cells: [一, 二]}",
      findings: [
        "5:26 error picture.cells: a row has 2 cells where there are 1 columns; add a column or remove a cell"
      ]
    ),
    Broken(
      name: "a citation that is none",
      kind: .members,
      yaml: "members: [dawn]\nsource: [a, x]",
      findings: [
        "3:9 error yaml.citation: a list is no citation; write [a, 12-14], [[a, 12], [b, 3]] or \"[@a 12; @b 3]\""
      ]
    ),
    Broken(
      name: "a link without an end",
      kind: .network,
      yaml: "links:\n  - {from: dawn}",
      findings: ["3:5 error yaml.missing-key: \"to\" is missing; a link of a network needs it"]
    ),
    Broken(
      name: "an unknown check",
      kind: .figures,
      yaml: "figures:\n  - {value: 3, text: 甲, check: sure}",
      findings: [
        "3:32 error yaml.value: \"sure\" is no value of \"check\"; use agree, holds, one or conflict"
      ]
    ),
    Broken(
      name: "more than anybody reads",
      kind: .timeline,
      yaml: "events: [" + String(repeating: "launch, ", count: 201) + "]",
      findings: [
        "2:1 error picture.limit: \"events\" holds 201 where a picture shows 200 at most; make several of it"
      ]
    ),
    Broken(
      name: "broken YAML",
      kind: .cast,
      yaml: "people: [lin-yuan",
      findings: [
        "2:9 error yaml.syntax: \"[\" opens a list that nothing closes; close it with ], with commas between"
      ]
    ),
  ]

  @Test("broken blocks are found where they are broken", arguments: broken)
  func brokenBlocks(_ example: Broken) {
    let (picture, findings) = Sample.parse(example.kind, example.yaml)
    #expect(findings == example.findings)
    #expect((picture == nil) == findings.contains { $0.contains(" error ") })
  }

  @Test("a fence of another name is code")
  func otherFences() {
    #expect(PictureKind(info: "swift") == nil)
    #expect(PictureKind(info: "") == nil)
    #expect(PictureKind(info: "charts") == nil)
    #expect(PictureKind(info: "chart of sales") == .chart)
  }
}
