import Foundation
import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// What `annotate` prints, against the file as it stands on disk.
struct AnnotationSessionTests {
  private static let entities: [String: String] = [
    "entities/people/lin-yuan.md":
      "---\nid: lin-yuan\nkind: person\nnames: {zh-Hans: 林远, zh-Hant: 林遠, en: Lin Yuan}\n---\n",
    "entities/organizations/yuanshan.md":
      "---\nid: yuanshan\nkind: organization\nnames: {zh-Hans: 远山科技, en: Yuanshan}\naliases: [远山云]\n---\n",
    "entities/products/m2.md": "---\nid: m2\nkind: product\nnames: {en: M2-mini}\n---\n",
  ]

  private struct Line: Decodable {
    let start: Int
    let end: Int
    let text: String
    let kind: String
    let entity: String?
  }

  private static func lines(_ bytes: [UInt8], _ session: AnnotationSession) throws -> [Line] {
    try session.annotate(bytes: bytes, name: "-", published: nil).lines(naming: nil).map {
      try JSONDecoder().decode(Line.self, from: Data($0.utf8))
    }
  }

  @Test("front matter, headings, tables and link texts count; code, addresses and the rest do not")
  func places() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.entities)
    let session = try AnnotationSession(seeds: folder.path)
    let text = """
      ---
      title: "林遠的書"
      publisher: 遠山科技
      url: https://example.org/林远
      ---
      # 林遠

      遠山**科**技 `林远` [林遠](林远.html) <https://example.org/林远>

      | 林遠 | 值 |
      | --- | --- |
      | M2-mini | 3800億元 |

      ```
      林远
      ```
      """
    let found = try Self.lines(Array(text.utf8), session)
    #expect(
      found.map(\.text) == ["林遠", "遠山科技", "林遠", "遠山**科**技", "林遠", "林遠", "M2-mini", "3800億元"])
    let scalars = Array(text.unicodeScalars)
    for line in found {
      #expect(String(String.UnicodeScalarView(scalars[line.start..<line.end])) == line.text)
    }
  }

  @Test("on random Markdown every text is the slice of the file that its offsets name, in order")
  func offsets() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.entities)
    let session = try AnnotationSession(seeds: folder.path)
    var random = SeededGenerator(seed: 20250413)
    let pieces = [
      "林遠", "林远", "遠山科技", "远山云", "M2-mini", "Lin Yuan", "Yuanshan", "3800億元", "2023年9月", "，", "。", "的人說", "在",
      "**", "*", "_", "`", "``", "~~", "[", "](a.md)", "](<林遠>)", "![", "\\", "\\*", "&amp;", "&#26519;", "&nbsp;", "\u{3000}", " ",
      "  ", "\t", "\n", "\n\n", "  \n", "\\\n", "\r\n", "\r", "- ", "1. ", "> ", "# ", "    ", "| ", " | ", "\n| --- | --- |\n", "***\n", "```\n",
      "<b>", "</b>", "<!-- 林遠 -->", "https://林遠.example/a?b=c ", "www.example.org ", "[^1]", "\n[^1]: 林遠\n", "𠮷", "e\u{301}", "👨‍👩‍👧", "\u{FEFF}",
    ]
    var mentions = 0
    for _ in 0..<1500 {
      var text = Bool.random(using: &random) ? "---\ntitle: '林遠''s 一年'\n---\n" : ""
      for _ in 0..<Int.random(in: 3...40, using: &random) {
        text += pieces.randomElement(using: &random) ?? ""
      }
      let scalars = Array(text.unicodeScalars)
      var last = 0
      for line in try Self.lines(Array(text.utf8), session) {
        guard line.start >= last, line.start < line.end, line.end <= scalars.count else {
          Issue.record("offsets \(line.start)..<\(line.end) in \(text.debugDescription)")
          continue
        }
        let slice = String(String.UnicodeScalarView(scalars[line.start..<line.end]))
        #expect(slice.unicodeScalars.elementsEqual(line.text.unicodeScalars), "\(text.debugDescription)")
        if line.entity == "lin-yuan", !slice.contains(where: { "*_~`[]()&\\<>\n\r ".contains($0) }) {
          #expect(["林遠", "林远"].contains(slice), "\(slice) in \(text.debugDescription)")
        }
        last = line.start
        mentions += line.entity == nil ? 0 : 1
      }
    }
    #expect(mentions > 2000)
  }

  @Test("a file of the project brings its sidecar; one from elsewhere does not")
  func sidecar() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.entities)
    try folder.write([
      "sources/note.txt": "甲段，4月10日。\n\n乙段，林远。\n", "sources/note.yml": "title: 记\ndate: 2024-05-01\ndrop: [2]\n",
      "other/note.txt": "甲段，4月10日。\n\n乙段，林远。\n",
    ])
    let session = try AnnotationSession(seeds: folder.path)
    let own = try session.annotate(file: folder.path + "/sources/note.txt", published: nil).lines(naming: nil)
    #expect(own.count == 1)
    #expect(own.first?.contains("\"edtf\":\"2024-04-10\"") == true)
    let other = try session.annotate(file: folder.path + "/other/note.txt", published: nil).lines(naming: nil)
    #expect(other.count == 2)
    #expect(other.first?.contains("\"unresolved\":true") == true)
  }

  @Test("a decision holds in the file of the project that it names; one whose text has gone is reported")
  func decisions() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.entities)
    try folder.write([
      "sources/note.md": "林遠來了，又走了。\n", "other/note.md": "林遠來了，又走了。\n",
      "decisions.yml": """
        - {in: note, quote: 林遠, after: 來了, is-not: lin-yuan}
        - {in: note, quote: 林遠, after: 沒有來, is-not: lin-yuan}
        """,
    ])
    let session = try AnnotationSession(seeds: folder.path)
    let own = try session.annotate(file: folder.path + "/sources/note.md", published: nil)
    #expect(own.lines(naming: nil).isEmpty)
    #expect(own.diagnostics.map(\.code.name) == ["decision.orphaned"])
    #expect(own.explanations(of: "林遠").contains { $0.contains("an editor decided so") })
    #expect(try session.annotate(file: folder.path + "/other/note.md", published: nil).lines(naming: nil).count == 1)
  }

  @Test("what is not text ends in an error with its place")
  func invalid() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.entities)
    let session = try AnnotationSession(seeds: folder.path)
    let findings = session.annotate(bytes: Array("林遠".utf8) + [0xFF, 0x41], name: "-", published: nil)
    #expect(findings.hasErrors)
    #expect(findings.lines(naming: nil).isEmpty)
  }
}
