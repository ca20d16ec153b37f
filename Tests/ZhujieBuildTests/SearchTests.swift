import TestSupport
import Testing
import ZhujieBuild
import ZhujieSite
import ZhujieText

/// The files of the search of whole tiny projects.
@Suite("Search files")
struct SearchTests {
  /// Every file below `search/`, as one text.
  private static func search(_ files: [String: String], jobs: Int = 2) async throws -> [String: String] {
    let folder = try TemporaryFolder()
    try folder.write(files)
    let (site, outcome) = try await Pipeline.buildInMemory(BuildSettings(seeds: folder.path + "/seeds", jobs: jobs))
    #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
    return Dictionary(
      uniqueKeysWithValues: site.paths.filter { $0.string.hasPrefix("search/") }.map { path in
        (path.string, String(decoding: site[path] ?? [], as: UTF8.self))
      })
  }

  @Test("a site's search is the same bytes whatever the number of workers")
  func determinism() async throws {
    let one = try await Self.search(BuildTests.project, jobs: 1)
    let many = try await Self.search(BuildTests.project, jobs: 4)
    #expect(one == many)
    #expect(one.keys.contains("search/en/start.js") && one.keys.contains("search/zh-hans/text/00/00.js"))
  }

  @Test("each language has the passages of its pages")
  func languages() async throws {
    let files = try await Self.search(BuildTests.project)
    func texts(_ language: String) -> String {
      files.filter { $0.key.hasPrefix("search/\(language)/text") }.sorted { $0.key < $1.key }.map(\.value).joined()
    }
    #expect(texts("zh-hant").contains("林遠昨天") && !texts("zh-hant").contains("林远昨天"))
    #expect(texts("zh-hans").contains("林远昨天发布了晨星"))
    #expect(texts("en").contains("Lin Yuan became general manager"))
    #expect(texts("en").contains("林远昨天发布了晨星"))
    #expect(texts("en").contains("General manager of Yuanshan Technology"))
    #expect(!texts("zh-hant").contains("General manager of Yuanshan Technology"))
  }

  @Test("an entity is a record with its names, once in each language")
  func records() async throws {
    let files = try await Self.search(BuildTests.project)
    let record = try #require(files["search/zh-hant/names/00/00.js"])
    #expect(record.contains("[\"people/lin-yuan\",\"person\",\"林遠\",\"\",\"Lin Yuan\",\"en\""))
  }

  @Test("what a source does not publish is in no file of the search", arguments: ["none", "excerpts"])
  func withheld(_ publish: String) async throws {
    var project = BuildTests.project
    project["seeds/sources/secret.md"] = """
      ---
      title: 公開的題目
      publish: \(publish)
      ---
      這裏沒有提到誰，卻有祕密的計畫。

      林遠在這裏出現過一次。
      """
    let text = try await Self.search(project).values.joined()
    #expect(text.contains("公開的題目"))
    #expect(!text.contains("祕密") && !text.contains("秘密"))
    #expect(!text.contains("計畫") && !text.contains("计画"))
    #expect(text.contains("出現過一次") == (publish == "excerpts"))
    // Not as terms either, folded as they are.
    #expect(!text.contains("密的") && !text.contains("的计"))
  }

  @Test("a build of other pages alone writes no search")
  func switchedOff() async throws {
    let folder = try TemporaryFolder()
    try folder.write(BuildTests.project)
    let settings = BuildSettings(seeds: folder.path + "/seeds", only: "core")
    let (site, _) = try await Pipeline.buildInMemory(settings)
    #expect(site.paths.allSatisfy { !$0.string.hasPrefix("search/") })
  }
}
