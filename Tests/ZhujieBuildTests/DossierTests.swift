import Foundation
import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// The report of `Tests/Fixtures/ferry`, whose subject is invented: every feature of a report, seen in what comes out.
struct DossierTests {
  private static let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures/ferry/seeds").path

  /// A copy of the project that was confirmed, built, and is removed with the value.
  private static func built(
    _ changes: [String: (String, String)] = [:]
  ) async throws -> (folder: TemporaryFolder, outcome: BuildOutcome) {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: fixture, toPath: folder.path + "/seeds")
    let settings = BuildSettings(seeds: folder.path + "/seeds")
    let confirmed = try await Pipeline.confirm(settings)
    #expect(confirmed.isWritten)
    for (file, (old, new)) in changes {
      let text = try folder.read("seeds/" + file)
      #expect(text.contains(old), "\(file) does not hold what is to be changed")
      try folder.write(["seeds/" + file: text.replacing(old, with: new)])
    }
    let outcome = try await Pipeline.build(settings, output: folder.path + "/site")
    #expect(!outcome.isFailure(isStrict: false), "\(outcome.diagnostics.filter { $0.severity == .error })")
    return (folder, outcome)
  }

  /// The part of a page from one text to the next that ends it.
  private static func part(of page: String, from start: String, to end: String) -> String {
    guard let lower = page.range(of: start) else { return "" }
    let rest = page[lower.lowerBound...]
    return String(rest[..<(rest.range(of: end)?.lowerBound ?? rest.endIndex)])
  }

  @Test("check warns of what the project gets wrong on purpose, and of nothing else")
  func findings() async throws {
    let (_, outcome) = try await Self.built()
    let warnings = outcome.diagnostics.filter { $0.severity == .warning }
    #expect(
      warnings.map { "\($0.location?.path.string ?? "") \($0.code)" } == [
        "decisions.yml decision.orphaned", "figures.yml figure.conflict", "figures.yml figure.conflict",
      ], "\(warnings.map(\.message))")
  }

  @Test("what a source does not publish is in no file of the site, in any script or language")
  func withheld() async throws {
    let (folder, _) = try await Self.built()
    let secrets = [
      // Sentences of the source that publishes excerpts, neither cited nor naming anybody.
      "紅豆餅", "红豆饼", "red bean", "twenty metres", "準時回家", "准时回家", "home on time", "碼頭的一天", "码头的一天", "A day at the pier",
      // The source that publishes nothing.
      "天光碼頭", "天光码头", "汽笛", "街坊", "47次",
    ]
    for file in try folder.files() where file.hasPrefix("site/") {
      let text = try folder.read(file)
      for secret in secrets { #expect(!text.contains(secret), "\(file) shows “\(secret)”") }
    }
    let excerpts = try folder.read("site/zh-hant/sources/daily/index.html")
    #expect(excerpts.contains("當天沒有到場。") && excerpts.contains("在臉書上貼了一張照片。") && excerpts.contains("class=\"omitted\""))
    #expect(excerpts.contains("公布，換電預算為"))
    #expect(try folder.read("site/en/sources/daily/index.html").contains("was not there."))
    let record = try folder.read("site/zh-hans/sources/harbour/index.html")
    #expect(record.contains("夜线要停") && record.contains("海港早报") && record.contains("只公开书目与计数"))
    #expect(try folder.read("site/zh-hans/people/he-lan/index.html").contains("href=\"../../sources/harbour/index.html\""))
  }

  @Test("the ledger tells agreement, arithmetic, single voices and conflicts, conflicts first")
  func ledger() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/en/figures/index.html")
    func status(_ id: String) -> String {
      let row = Self.part(of: page, from: "id=\"figure-\(id)\"", to: "</tr>")
      return Self.part(of: row, from: "class=\"status ", to: "\">").replacing("class=\"status ", with: "")
    }
    #expect(["budget", "passengers", "north", "total", "battery", "guess"].map(status) == [
      "conflict", "conflict", "agreed", "computed", "single", "single",
    ])
    let order = page.components(separatedBy: "id=\"figure-").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
    #expect(order == ["passengers", "budget", "total", "north-share", "north", "battery", "guess"])
    let budget = Self.part(of: page, from: "id=\"figure-budget\"", to: "</tr>")
    #expect(budget.contains("more than CNY 1.2 billion</b> <span class=\"value\" lang=\"zh\">(超过12亿元)"))
    #expect(Self.part(of: page, from: "id=\"figure-battery\"", to: "</tr>").contains("8 years"))
    #expect(Self.part(of: page, from: "id=\"figure-guess\"", to: "</tr>").contains("class=\"editorial\""))
    #expect(page.contains("People on the north line / People carried a day ≈ Share of the north line"))
  }

  @Test("a disagreement stands on its page and on those of the entities concerned")
  func disagreement() async throws {
    let (folder, _) = try await Self.built()
    for page in ["contradictions", "events/plan", "organizations/ferries"] {
      let text = try folder.read("site/zh-hant/\(page)/index.html")
      #expect(text.contains("預算到底多少？") && text.contains("超過12億元") && text.contains("9億元"), "\(page)")
    }
    #expect(!(try folder.read("site/zh-hant/people/he-lan/index.html").contains("預算到底多少？")))
  }

  @Test("each sort of picture is drawn in every language", arguments: ["zh-hant", "zh-hans", "en"])
  func pictures(language: String) async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/\(language)/systems/lines/index.html")
    for kind in ["members", "stack", "network", "chart", "cast", "figures", "timeline"] {
      #expect(page.contains("class=\"picture \(kind)"), "\(kind)")
    }
    #expect(page.contains(["zh-hant": "北線", "zh-hans": "北线", "en": "North line"][language] ?? "?"))
  }

  @Test("dates say what is not certain, and the timeline is in order")
  func timeline() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/en/timeline/index.html")
    let dates = ["about May 2023", "Q3 2024", "April 2025?–present"]
    let places = dates.compactMap { page.range(of: $0)?.lowerBound }
    #expect(places.count == 3 && places == places.sorted(), "\(page)")
    #expect(try folder.read("site/zh-hans/timeline/index.html").contains("约2023年5月"))
  }

  @Test("an event shows who took part, what each source says, and what came before and after")
  func event() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/zh-hant/events/maiden-voyage/index.html")
    let accounts = Self.part(of: page, from: "accounts\">", to: "</section>")
    #expect(accounts.contains("海燕號在北線首航，載客180人。") && accounts.contains("海燕號首航時載客180人。"))
    #expect(accounts.contains("此來源未述及。"))
    #expect(page.contains("參與者") && page.contains("../../people/shen-zhou/index.html"))
    let around = Self.part(of: page, from: "class=\"neighbours\"", to: "</nav>")
    #expect(around.contains("events/plan/index.html") && around.contains("events/night-line-ends/index.html"))
  }

  @Test("what has no citation says so, and roles say what is known of their time")
  func editorial() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/en/people/he-lan/index.html")
    #expect(page.contains("television. <span class=\"editorial\">editorial</span></p>"))
    #expect(!Self.part(of: page, from: "General manager of", to: "</p>").contains("editorial"))
    #expect(Self.part(of: page, from: "Adviser", to: "</tr>").contains("editorial"))
    #expect(page.contains("2021–present") && page.contains("until 2020"))
    let chapter = try folder.read("site/zh-hans/report/the-plan/index.html")
    #expect(Self.part(of: chapter, from: "钱从哪里来", to: "</p>").contains("class=\"editorial\""))
  }

  @Test("what is not translated shows its original with its language, and pages read in parallel")
  func translation() async throws {
    let (folder, _) = try await Self.built()
    let source = try folder.read("site/en/sources/weekly/index.html")
    let missing = Self.part(of: source, from: "class=\"translation-missing\"", to: "</p>")
    #expect(missing.contains("lang=\"zh-Hans\"") && missing.contains("电池最多用"))
    let chapter = try folder.read("site/en/report/the-plan/index.html")
    #expect(chapter.contains("columns-parallel") && chapter.contains("translation-missing"))
    #expect(chapter.contains("This chapter’s “only” subject"))
    let description = try folder.read("site/zh-hant/people/he-lan/index.html")
    #expect(description.contains("<div class=\"second\"><div lang=\"en\"><p>General manager"))
    #expect(try folder.read("site/en/organizations/qinglang/index.html").contains("Only Chinese exists here"))
  }

  @Test("a changed paragraph is told at each citation, its translation is stale, and its old address leads to it")
  func changed() async throws {
    let (before, _) = try await Self.built()
    let old = Self.part(of: try before.read("site/en/sources/weekly/index.html"), from: "id=\"t", to: "\">")
    let (folder, outcome) = try await Self.built(["sources/weekly.md": ("五年内把全部", "八年内把全部")])
    let changed = outcome.diagnostics.filter { $0.code.name == "citation.changed" }
    // Bodies and twins of two entities, a role, a relation, two pictures, a chapter and its twin, a figure, a
    // disagreement, an event and its twin.
    #expect(changed.count == 12, "\(changed.map { "\($0.location?.path.string ?? "") \($0.location?.position?.line ?? 0)" })")
    #expect(outcome.diagnostics.filter { $0.code.name == "translation.stale" }.count == 1)
    let page = try folder.read("site/en/sources/weekly/index.html")
    #expect(page.contains("class=\"translation-stale\""))
    #expect(!old.isEmpty && page.contains(old))
    let quality = try folder.read("site/en/quality/index.html")
    #expect(quality.contains("id=\"confirmation\"") && quality.contains("id=\"translations\""))
  }

  @Test("a name in a translation that looks like another spelling of the entity's is told with its place")
  func names() async throws {
    let (_, outcome) = try await Self.built(["sources/weekly.en.md": ("He Lan, general", "He Lam, general")])
    let found = outcome.diagnostics.filter { $0.code.name == "translation.name" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.location?.position == Position(line: 6, column: 1))
    #expect(found.first?.message.contains("“He Lam”") == true && found.first?.message.contains("“He Lan”") == true)
  }

  @Test("an identifier of another register is a link on the page")
  func identifiers() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/en/people/he-lan/index.html")
    #expect(page.contains("<a href=\"https://www.wikidata.org/entity/Q0\" rel=\"external\">wikidata:Q0</a>"))
  }

  @Test("an editor's decisions and glossary hold for their places alone")
  func decisions() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/zh-hans/sources/weekly/index.html")
    #expect(page.contains("小燕子餐厅") && page.contains("class=\"emended\""))
    #expect(try folder.read("site/zh-hant/sources/weekly/index.html").contains("夜綫每天"))
    #expect(try folder.read("site/zh-hant/systems/lines/index.html").contains("夜線"))
    #expect(!page.contains("id=\"p9\"") && page.contains("扫码关注"))
  }

  @Test("titles and names are set by the rules of their page")
  func typography() async throws {
    let (folder, _) = try await Self.built()
    #expect(try folder.read("site/en/sources/weekly/index.html").contains("Why the ferries “go electric”"))
  }

  @Test("every count of the quality page leads to a list of places")
  func quality() async throws {
    let (folder, _) = try await Self.built()
    let page = try folder.read("site/en/quality/index.html")
    let coverage = Self.part(of: page, from: "<dl", to: "</dl>")
    let targets = coverage.components(separatedBy: "href=\"#").dropFirst().compactMap { $0.components(separatedBy: "\"").first }
    #expect(Set(["untranslated", "uncited", "conflicts", "decisions", "derived-names"]).isSubset(of: targets), "\(targets)")
    for target in targets {
      let section = Self.part(of: page, from: "id=\"\(target)\"", to: "</section>")
      #expect(section.contains("<tbody><tr>"), "\(target) has no places")
    }
    #expect(Self.part(of: page, from: "id=\"uncited\"", to: "</section>").contains("../people/he-lan/index.html"))
  }
}
