import Foundation
import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// Whole tiny projects, built.
struct BuildTests {
  /// Two sources in two scripts, two entities, an event, a chapter.
  static let project: [String: String] = [
    "seeds/zhujie.yml": "title: {zh: 遠山報告, en: Yuanshan report}\nsources: [weekly, daily]\n",
    "seeds/sources/weekly.md": """
      ---
      title: 遠山雲計算的一年
      publisher: 晨報
      date: 2025-03-01
      lang: zh-Hant
      siglum: a
      ---
      ## 開頭

      林遠在2023年9月接任遠山科技的總經理。

      他說，**遠山**科技要投入3800億元。
      """,
    "seeds/sources/weekly.en.md": """
      ---
      title: A year of Yuanshan
      ---
      ## Opening

      Lin Yuan became general manager of Yuanshan Technology in September 2023.

      …
      """,
    "seeds/sources/daily.md":
      "---\ntitle: 远山科技的新产品\nsiglum: b\ndate: 2025-03-02\n---\n林远昨天发布了晨星。这是远山科技第一次发布模型。\n\n晨星由林远主持，团队约有300人。\n",
    "seeds/entities/people/lin-yuan.md": """
      ---
      id: lin-yuan
      kind: person
      names: {zh-Hans: 林远, zh-Hant: 林遠, en: Lin Yuan}
      pinyin: Lín Yuǎn
      roles: [{title: {zh: 总经理, en: General manager}, at: yuanshan, from: 2023-09, to: .., source: [a, 1]}]
      ---
      遠山科技的總經理。[@a 1]
      """,
    "seeds/entities/people/lin-yuan.en.md": "General manager of Yuanshan Technology. [@a 1]\n",
    "seeds/entities/organizations/yuanshan.md": """
      ---
      id: yuanshan
      kind: organization
      names: {zh-Hans: 远山科技, en: Yuanshan Technology}
      ---
      一家科技公司。[@a 1-2; @b 1]
      """,
    "seeds/entities/events/appointment.md": """
      ---
      id: appointment
      kind: event
      names: {zh-Hans: 林远接任, en: Lin Yuan takes over}
      date: 2023-09
      relations: [{is: about, target: lin-yuan, source: [a, 1]}]
      ---
      林远接任总经理。[@a 1]
      """,
    "seeds/report/01-beginning.md": "---\ntitle: 開端\n---\n林遠接任，公司由此轉向。[@a 1-2]\n",
  ]

  func build(
    _ files: [String: String], in folder: TemporaryFolder, jobs: Int = 2
  ) async throws -> BuildOutcome {
    try folder.write(files)
    return try await Pipeline.build(
      BuildSettings(seeds: folder.path + "/seeds", jobs: jobs), output: folder.path + "/site")
  }

  @Test("a small project becomes the same pages in three languages")
  func pages() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await build(Self.project, in: folder)
    #expect(!outcome.isFailure(isStrict: false), "\(outcome.diagnostics.map(\.message))")
    let files = try folder.files().filter { $0.hasPrefix("site/") }
    for path in [
      "index.html", "sources/index.html", "sources/weekly/index.html", "sources/daily/index.html",
      "people/index.html", "people/lin-yuan/index.html", "organizations/yuanshan/index.html",
      "events/appointment/index.html", "report/beginning/index.html", "timeline/index.html", "figures/index.html",
      "network/index.html", "index/index.html", "quality/index.html", "404.html",
    ] {
      for language in ["zh-hant", "zh-hans", "en"] { #expect(files.contains("site/\(language)/\(path)"), "\(path)") }
    }
    #expect(files.contains("site/index.html"))
  }

  @Test("either script finds either script, and pages show their own")
  func scripts() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(Self.project, in: folder)
    let person = try folder.read("site/zh-hant/people/lin-yuan/index.html")
    #expect(person.contains("主持，團隊約有300人"))
    let hans = try folder.read("site/zh-hans/sources/weekly/index.html")
    #expect(hans.contains(">林远</a>"))
    #expect(!hans.contains("遠"))
  }

  @Test("a name that crosses markup is one link in each of its parts")
  func crossing() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(Self.project, in: folder)
    let page = try folder.read("site/zh-hant/sources/weekly/index.html")
    let link = "href=\"../../organizations/yuanshan/index.html\""
    #expect(page.contains("<strong><a class=\"m organization\" \(link)>遠山</a></strong>"))
    #expect(page.contains("</strong><a class=\"m organization\" \(link)>科技</a>"))
  }

  @Test("English pages use English names and say where only Chinese exists")
  func english() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(Self.project, in: folder)
    let person = try folder.read("site/en/people/lin-yuan/index.html")
    #expect(person.contains("Lin Yuan"))
    #expect(person.contains("General manager of"))
    #expect(try folder.read("site/en/organizations/yuanshan/index.html").contains("Only Chinese exists here"))
    let source = try folder.read("site/en/sources/weekly/index.html")
    #expect(source.contains("A year of Yuanshan"))
    #expect(source.contains("Not translated"))
  }

  @Test("two builds give the same bytes, whatever the number of workers")
  func determinism() async throws {
    let first = try TemporaryFolder()
    let second = try TemporaryFolder()
    _ = try await build(Self.project, in: first, jobs: 1)
    _ = try await build(Self.project, in: second, jobs: 5)
    let files = try first.files()
    #expect(files == (try second.files()))
    for file in files { #expect(try first.read(file) == (try second.read(file)), "\(file)") }
  }

  @Test("a second build writes nothing")
  func again() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(Self.project, in: folder)
    let outcome = try await build([:], in: folder)
    #expect(outcome.written == 0)
    #expect(outcome.unchanged > 40)
  }

  @Test("a large file that no project reads does not keep a build from knowing the last one")
  func largeFileBeside() async throws {
    let folder = try TemporaryFolder()
    let archive = String(repeating: "0123456789abcdef\n", count: 1 << 20)
    _ = try await build(Self.project.merging(["seeds/archive.jsonl": archive, "seeds/sources/scan.pdf": archive]) { $1 }, in: folder)
    #expect(folder.exists("site/.zhujie-record"))
    let outcome = try await build([:], in: folder)
    #expect(outcome.written == 0)
  }

  @Test("with an error nothing is written and the old site stays as it was")
  func oldSiteStays() async throws {
    let folder = try TemporaryFolder()
    _ = try await build(Self.project, in: folder)
    let before = try folder.read("site/zh-hant/people/lin-yuan/index.html")
    let outcome = try await build(
      ["seeds/entities/people/lin-yuan.md": "---\nid: lin-yuan\nkind: person\nnames: {en: Lin}\n---\nX。[@a 99]\n"],
      in: folder)
    #expect(outcome.isFailure(isStrict: false))
    let error = outcome.diagnostics.first { $0.severity == .error }
    #expect(error?.code.name == "citation.paragraph-missing")
    #expect(error?.location?.position == Position(line: 6, column: 3))
    #expect(try folder.read("site/zh-hant/people/lin-yuan/index.html") == before)
  }

  @Test("a source of one bare text builds")
  func bareText() async throws {
    let folder = try TemporaryFolder()
    let outcome = try await build(["seeds/sources/note.txt": "林遠在北京。\n"], in: folder)
    #expect(!outcome.isFailure(isStrict: false))
    #expect(folder.exists("site/zh-hant/sources/note/index.html"))
  }

  @Test("what a source brings is text, never markup")
  func injection() async throws {
    let folder = try TemporaryFolder()
    let evil = "<script>alert(1)</script><b onclick=x>"
    let outcome = try await build(
      [
        "seeds/zhujie.yml": "title: '\(evil)'\n",
        "seeds/sources/a.md":
          "---\ntitle: '\(evil)'\npublisher: '\"><img src=x onerror=y>'\nurl: 'javascript:alert(1)'\n---\n\(evil)林遠 [x](javascript:y) {{title}} {{{say}}}\n",
        "seeds/entities/people/x.md": "---\nid: x\nkind: person\nnames: {zh-Hant: 林遠, en: '\(evil)'}\n---\n\(evil)。\n",
      ], in: folder)
    #expect(outcome.pages > 0)
    for file in try folder.files() where file.hasSuffix(".html") {
      let page = try folder.read(file)
      #expect(!page.contains("<script>"), "\(file)")
      #expect(!page.contains("<b onclick"), "\(file)")
      #expect(!page.contains("<img"), "\(file)")
      #expect(!page.contains("=\"javascript:"), "\(file)")
    }
  }

  @Test("the output may not be the seeds, inside them or around them", arguments: ["seeds", "seeds/out", "."])
  func overlap(output: String) async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.project)
    await #expect(throws: BuildError.self) {
      _ = try await Pipeline.build(
        BuildSettings(seeds: folder.path + "/seeds"), output: folder.path + "/" + output)
    }
  }

  @Test("headings have their addresses where a translation has other sections than its original")
  func sectionsOfTranslation() async throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "seeds/sources/a.md": "## 一\n\n林遠來了。\n\n## 二\n\n林遠走了。\n\n## 三\n\n無人。\n",
      "seeds/sources/a.en.md": "## One\n\nLin Yuan came.\n\n## Three\n\nNobody.\n",
    ])
    let outcome = try await Pipeline.build(BuildSettings(seeds: folder.path + "/seeds"), output: folder.path + "/site")
    #expect(!outcome.isFailure(isStrict: false))
    let page = try folder.read("site/en/sources/a/index.html")
    for number in 1...3 { #expect(page.components(separatedBy: "id=\"s\(number)\"").count == 2) }
  }
}
