import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

struct SourceShelfTests {
  @Test(
    "an address is derived from the ID",
    arguments: [
      ("Weekly Report_2025", "weekly-report-2025"), ("a--b..c", "a-b-c"), ("000_a003", "000-a003"),
      ("con", "source-con"), ("晨星", "source-f7d3a4"), ("晨星 AI", "ai-x"), ("café", "caf-x"),
      ("!!", "source-x"),
    ]
  )
  func addresses(_ id: String, _ address: String) {
    let slug = Slug.derived(from: id, fallback: "source")
    #expect(Slug.isValid(slug))
    // The number at the end need only be some number.
    let parts = address.split(separator: "-")
    if slug != address {
      #expect(slug.split(separator: "-").dropLast() == parts.dropLast())
      #expect(slug.split(separator: "-").last?.count == 6)
    }
  }

  @Test("addresses stay apart, and the order of the project changes none")
  func distinctAddresses() throws {
    let files = [
      "sources/A.md": "甲。", "sources/a.md": "乙。", "sources/b.md": "---\nslug: a-2\n---\n丙。",
      "sources/晨星.txt": "丁。", "sources/遠山.txt": "戊。",
    ]
    let first = try project(files).sources
    #expect(Set(first.map(\.address)).count == 5)
    #expect(first.first { $0.id.string == "b" }?.address == "a-2")
    #expect(first.first { $0.id.string == "A" }?.address == "a")
    #expect(first.first { $0.id.string == "a" }?.address == "a-3")
    let second = try project(
      files.merging(["zhujie.yml": "sources: [遠山, a]"]) { a, _ in a }
    ).sources
    #expect(second.map(\.id.string) == ["遠山", "a", "A", "b", "晨星"])
    for source in second {
      #expect(source.address == first.first { $0.id == source.id }?.address)
    }
  }

  @Test("a long ID makes a short address")
  func longID() {
    let slug = Slug.derived(from: String(repeating: "long", count: 50), fallback: "source")
    #expect(slug.utf8.count <= Slug.mostBytes)
    #expect(slug != Slug.derived(from: String(repeating: "long", count: 51), fallback: "source"))
  }

  @Test("sigla that are not written are a, b, c … of what is free")
  func sigla() throws {
    let project = try project([
      "sources/x1.md": "甲。", "sources/x2.md": "---\nsiglum: b\n---\n乙。", "sources/x3.md": "丙。",
      "sources/c.md": "丁。",
    ])
    #expect(project.sources.map(\.id.string) == ["c", "x1", "x2", "x3"])
    // "c" is the ID of the first, so it may be its siglum and nobody else's.
    #expect(project.sources.map(\.siglum) == ["a", "d", "b", "e"])
    #expect(shown(project.diagnostics) == [])
  }

  @Test("after z come aa and ab")
  func manySigla() throws {
    let files = (10..<40).map { ("sources/x\($0).md", "正文。") }
    let sigla = try project(Dictionary(uniqueKeysWithValues: files)).sources.map(\.siglum)
    #expect(sigla.prefix(2) == ["a", "b"])
    #expect(sigla.suffix(4) == ["aa", "ab", "ac", "ad"])
  }

  @Test("a sidecar says what a bare text does not, and overrules what it seems to say")
  func sidecar() throws {
    let project = try project([
      "sources/a.txt": "晨星的一年\n\n遠山週刊\n2025-04-14\n\n林遠在遠山科技工作了十年。\n",
      "sources/a.yml": "title: 別的\ndate: 2024\nsiglum: w\ndrop: 3",
    ])
    let source = try #require(project.sources.first)
    #expect(source.metadata.title == "別的")
    #expect(source.metadata.publisher == "遠山週刊")
    #expect(source.metadata.date == EDTFDate("2024"))
    #expect(source.siglum == "w")
    #expect(source.drop == [3...3])
    #expect(source.fields.isEmpty)
    #expect(source.inferred.map(\.field) == [.publisher])
    #expect(source.plainBlocks.map(\.role) == [.title, .furniture, .furniture, .paragraph])
  }

  @Test("a bare text may begin with front matter, or with a rule")
  func plainFrontMatter() throws {
    let project = try project([
      "sources/a.txt": "---\ntitle: 甲\n---\n正文。\n", "sources/b.txt": "---\n正文。\n---\n更多。\n",
    ])
    #expect(project.sources.map(\.metadata.title) == ["甲", nil])
    #expect(project.sources.map(\.plainBlocks.count) == [1, 4])
    #expect(project.diagnostics.map(\.code) == [.recognizedFurniture, .recognizedFurniture])
  }

  @Test(
    "the title of bare Markdown is its first heading of level 1",
    arguments: [
      ("# 甲\n\n文。", "甲"), ("文。\n\n#  甲 *乙* ##\n", "甲 乙"), ("甲\n===\n", "甲"),
      ("```\n# x\n```\n# 甲", "甲"),
      ("## 乙\n\n# 甲", "甲"), ("#甲\n", nil), ("文。\n", nil), ("~~~\n# x\n", nil), ("# \n# 甲#", "甲#"),
      ("\u{FEFF}# 甲\r\n", "甲"),
    ] as [(String, String?)]
  )
  func markdownTitle(_ text: String, _ title: String?) throws {
    #expect(try project(["sources/a.md": text]).sources.first?.metadata.title == title)
  }
}
