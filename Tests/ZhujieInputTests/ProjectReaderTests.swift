import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieInput

@Test("a folder with one bare text is a project")
func oneBareText() throws {
  let project = try project(["sources/a.txt": "林遠在北京。\n"])
  #expect(project.sources.count == 1)
  #expect(project.sources.first?.siglum == "a")
  #expect(project.sources.first?.plainBlocks.map(\.role) == [.paragraph])
  #expect(shown(project.diagnostics) == [])
  #expect(project.configuration.languages == [.zhHant, .zhHans, .en])
}

@Test("chapters are in order of number, those without one last, each with an address of its own")
func chapters() throws {
  let chapters = try project([
    "sources/a.md": "正文。", "report/10-last.md": "甲。", "report/2-x.md": "# 乙",
    "report/09-x.md": "丙。",
    "report/loose.md": "丁。", "report/3-終.md": "---\ntitle: 終\n---\n戊。",
  ]).chapters
  #expect(chapters.map(\.number) == [2, 3, 9, 10, 11])
  #expect(chapters.map(\.id)[0] == "x" && chapters.map(\.id)[2...] == ["x-2", "last", "loose"])
  #expect(Slug.isValid(chapters[1].id) && chapters[1].id.hasPrefix("chapter-"))
  #expect(chapters.map(\.title) == ["乙", "終", nil, nil, nil])
}

@Test("everything a user keeps is read")
func wholeProject() throws {
  let project = try project([
    "zhujie.yml": """
    title: {zh: 遠山, en: Far Hills}
    standfirst: 一份報告
    languages: [zh-Hans, en]
    base-url: https://example.org/r/
    sources: [weekly, daily]
    licence: CC BY 4.0
    """,
    "sources/daily.txt": "晨星的一天\n\n遠山日報\n2025-03-13\n\n林遠在遠山科技說了一句話。\n",
    "sources/weekly.md": """
    ---
    title: "遠山：一年"
    publisher: 遠山週刊
    author: '陳 靜'
    date: 2025-03
    lang: zh-hant
    siglum: w
    drop: [1-2, 40]
    original: {title: 原文, date: 2024-Q4, url: https://example.org/x}
    publish: excerpts
    ---
    # 別的標題

    正文。
    """,
    "sources/weekly.en.md": "---\ntitle: A year\n---\nBody.\n",
    "entities/people/lin-yuan.md": """
    ---
    id: lin-yuan
    kind: person
    names: {zh-Hans: 林远, zh-Hant: 林遠, en: Lin Yuan}
    pinyin: Lín Yuǎn
    aliases:
      - 林总
      - {text: 老林, role: nickname, sources: [w], requires: [远, 公司], excludes: 老林业, between: 2024/.., ignore-case: true}
    roles: [{title: {zh: 首席执行官, en: CEO}, at: yuanshan, from: 2023-09, to: .., source: [w, 12]}]
    relations: [{is: founder-of, target: yuanshan, source: "[@w 12-14; @daily 3]"}]
    same-as: [wikidata:Q0]
    ---
    林遠是創辦人。
    """,
    "entities/people/lin-yuan.en.md": "Founder.\n",
    "entities/organizations/yuanshan.md": "---\nnames: {zh: 晨星}\n---\n",
    "report/02-after.md": "---\ntitle: 之後\n---\n正文。\n",
    "report/01-before.md": "# 之前\n\n正文。\n",
    "report/01-before.en.md": "# Before\n",
    "glossary.yml": "a: b\n",
    "notes.doc": "",
  ])
  expectSameText(
    shown(project.diagnostics).joined(separator: "\n"),
    """
    notes.doc: note: "notes.doc" is passed over; it is no file or folder that a project reads [file.passed-over]
    sources/daily.txt:1:1: note: "晨星的一天" is taken for the title; write title: in a sidecar to change it [input.inferred]
    sources/daily.txt:3:1: note: "遠山日報" is taken for page furniture or metadata and not annotated, with the block after it [input.furniture]
    sources/daily.txt:3:1: note: "遠山日報" is taken for the publisher; write publisher: in a sidecar to change it [input.inferred]
    sources/daily.txt:4:1: note: "2025-03-13" is taken for the date; write date: in a sidecar to change it [input.inferred]
    """
  )
  #expect(project.configuration.title == MultilingualText(zh: "遠山", en: "Far Hills"))
  #expect(project.configuration.standfirst == MultilingualText(zh: "一份報告"))
  #expect(project.configuration.languages == [.zhHans, .en])
  #expect(project.sources.map(\.id.string) == ["weekly", "daily"])
  #expect(project.sources.map(\.siglum) == ["w", "a"])
  let weekly = try #require(project.sources.first)
  #expect(weekly.fields.map { weekly.file.text[$0.span] } == ["遠山：一年", "遠山週刊", "陳 靜"])
  #expect(weekly.fields.map(\.role) == [.title, .publisher, .author])
  #expect(weekly.drop == [1...2, 40...40])
  #expect(weekly.metadata.language == .zhHant)
  #expect(weekly.metadata.publish == .excerpts)
  #expect(weekly.metadata.original?.date == EDTFDate("2024-Q4"))
  #expect(weekly.translation?.title == "A year")
  #expect(weekly.file.text[weekly.bodySpan] == "# 別的標題\n\n正文。")
  #expect(project.chapters.map(\.id) == ["before", "after"])
  #expect(project.chapters.map(\.title) == ["之前", "之後"])
  #expect(project.chapters.first?.translation?.title == "Before")
  #expect(project.glossaryFile != nil)
  #expect(project.decisionsFile == nil)
  let lin = try #require(project.entities.entities.first { $0.id.string == "lin-yuan" })
  #expect(lin.aliases.map(\.text) == ["林总", "老林"])
  #expect(lin.aliases[1].excludes == ["老林业"])
  #expect(lin.aliases[1].ignoresCase)
  #expect(lin.roles.first?.isOngoing == true)
  #expect(lin.roles.first?.source == Citation("@w 12"))
  #expect(lin.relations.first?.source == Citation("@w 12-14; @daily 3"))
  #expect(lin.englishBody.map { $0.file.text[$0.span] } == "Founder.\n")
  #expect(project.entities.entities.map(\.kind) == [.person, .organization])
  #expect(project.passedOver == [SourcePath("notes.doc")])
}

@Test("what workers read beforehand is what reading in order finds, faults and all")
func readAhead() async throws {
  var files: [String: String] = [
    "sources/b.txt": "林遠在北京。\n", "sources/b.yml": "title: 乙\n", "sources/c.md": "---\ntitle: [\n---\n正文。",
    "sources/d.md": "---\ntitel: 丁\n---\n正文。", "sources/d.en.md": "Text.", "sources/e.en.md": "Alone.",
    "entities/people/lin-yuan.md": "---\nnames: {zh: 林遠}\nrelations: [{kind: knows, target: nobody}]\n---\n",
    "entities/people/broken.md": "names", "entities/people/alone.en.md": "x", "report/01-x.md": "章。",
  ]
  for number in 0..<20 { files["sources/n\(number).md"] = "---\ntitle: 第\(number)篇\n---\n正文\(number)。" }
  let folder = try TemporaryFolder()
  try folder.write(files)
  // A file that was written a moment ago is read again each time.
  try await Task.sleep(for: .milliseconds(150))
  let cache = FileCache()
  let listing = try #require(try FileTree.project(in: folder.path, cache: cache)).listing
  #expect(cache.keepReadings())
  #expect(!cache.keepReadings())
  await withTaskGroup { group in
    for reading in ProjectReader.readings(of: listing, cache: cache) { group.addTask { reading() } }
  }
  let ahead = try ProjectReader.read(folder: folder.path, cache: cache, listing: listing)
  let plain = try ProjectReader.read(folder: folder.path)
  #expect(ahead.sources.map(\.id) == plain.sources.map(\.id))
  #expect(ahead.sources.map(\.metadata.title) == plain.sources.map(\.metadata.title))
  #expect(ahead.entities.entities.map(\.id) == plain.entities.entities.map(\.id))
  #expect(shown(ahead.diagnostics) == shown(plain.diagnostics))
  #expect(shown(plain.diagnostics).count > 4)
}
