import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// What is recorded of cited paragraphs and translations, and what is said once they change.
struct ConfirmTests {
  private static let weekly = """
    ---
    title: 周記
    siglum: a
    ---
    第一段說林遠接任。

    第二段說營收是11.33%。

    第三段沒有人引用。
    """

  private static let project: [String: String] = [
    "seeds/sources/weekly.md": weekly,
    "seeds/sources/weekly.en.md": "Lin Yuan took over.\n\nRevenue was 11.33%.\n\nNobody cites this.\n",
    "seeds/entities/people/lin-yuan.md": """
      ---
      id: lin-yuan
      kind: person
      names: {zh-Hant: 林遠, en: Lin Yuan}
      roles: [{title: {zh: 總經理, en: Head}, source: [a, 1]}]
      ---
      總經理。[@a 1-2]

      ```members
      members: [{text: {zh: 甲, en: A}, source: [a, 2]}]
      ```
      """,
    "seeds/figures.yml":
      "figures:\n  - id: share\n    metric: {zh: 佔比, en: Share}\n    statements: [{value: 11.33%, source: [a, 2]}]\n",
    "seeds/contradictions.yml":
      "- id: who\n  question: {zh: 誰, en: Who?}\n  statements:\n    - {text: {zh: 甲, en: A}, source: [a, 1]}\n    - {text: {zh: 乙, en: B}, source: [a, 2]}\n",
  ]

  private static func confirmed(_ files: [String: String] = project) async throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write(files)
    _ = try await Pipeline.confirm(BuildSettings(seeds: folder.path + "/seeds"))
    return folder
  }

  private static func check(_ folder: TemporaryFolder) async throws -> [Diagnostic] {
    try await Pipeline.check(BuildSettings(seeds: folder.path + "/seeds")).diagnostics.filter {
      $0.code.name.hasPrefix("citation.") || $0.code.name.hasPrefix("translation.")
    }
  }

  private static func places(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { diagnostic in
      let position = diagnostic.location?.position ?? Position(line: 0, column: 0)
      return "\(diagnostic.location?.path.string ?? ""):\(position.line):\(position.column) \(diagnostic.code)"
    }
  }

  @Test("what was just confirmed is silent, and confirming again changes nothing")
  func idempotent() async throws {
    let folder = try await Self.confirmed()
    #expect(try await Self.check(folder).isEmpty)
    let first = try folder.read("seeds/confirmed.yml")
    let again = try await Pipeline.confirm(BuildSettings(seeds: folder.path + "/seeds", jobs: 5))
    #expect(!again.isWritten)
    #expect(try folder.read("seeds/confirmed.yml") == first)
    #expect(again.citations == 6)
    #expect(again.paragraphs == 3)
    #expect(try folder.files() == (Self.project.keys + ["seeds/confirmed.yml"]).sorted())
  }

  @Test("without a confirmation nothing is said")
  func never() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.project)
    #expect(try await Self.check(folder).isEmpty)
  }

  @Test("each citation of a changed paragraph is told with its place, whatever holds it")
  func changed() async throws {
    let folder = try await Self.confirmed()
    try folder.write(["seeds/sources/weekly.md": Self.weekly.replacing("11.33%", with: "113.3%")])
    let found = try await Self.check(folder).filter { $0.code.name == "citation.changed" }
    #expect(
      Self.places(found) == [
        "contradictions.yml:5:7 citation.changed", "entities/people/lin-yuan.md:7:5 citation.changed",
        "entities/people/lin-yuan.md:10:34 citation.changed", "figures.yml:4:26 citation.changed",
      ])
    #expect(found.allSatisfy { $0.severity == .warning })
  }

  @Test("a paragraph that moved is told with its new number")
  func moved() async throws {
    let folder = try await Self.confirmed()
    try folder.write(["seeds/sources/weekly.md": Self.weekly.replacing("第一段", with: "新的一段。\n\n第一段")])
    let found = try await Self.check(folder).filter { $0.code.name == "citation.moved" }
    #expect(found.count == 6)
    #expect(found.contains { $0.message.contains("now stand as 2, 3") })
  }

  @Test("a translation whose original changed is stale until one of the two is looked at")
  func stale() async throws {
    let folder = try await Self.confirmed()
    try folder.write(["seeds/sources/weekly.md": Self.weekly.replacing("接任", with: "離任")])
    let found = try await Self.check(folder).filter { $0.code.name == "translation.stale" }
    #expect(Self.places(found) == ["sources/weekly.en.md:1:1 translation.stale"])
    _ = try await Pipeline.build(BuildSettings(seeds: folder.path + "/seeds"), output: folder.path + "/site")
    #expect(try folder.read("site/en/sources/weekly/index.html").contains("translation-stale"))
    try folder.write(["seeds/sources/weekly.en.md": "Lin Yuan left.\n\nRevenue was 11.33%.\n\nNobody cites this.\n"])
    #expect(try await Self.check(folder).allSatisfy { $0.code.name != "translation.stale" })
  }

  @Test("the address of a paragraph leads to it after its text changed, and after it changed again")
  func addresses() async throws {
    let folder = try await Self.confirmed()
    let settings = BuildSettings(seeds: folder.path + "/seeds")
    func anchors() async throws -> [String] {
      _ = try await Pipeline.build(settings, output: folder.path + "/site")
      let page = try folder.read("site/zh-hant/sources/weekly/index.html")
      return page.split(separator: "class=\"row\" id=\"").dropFirst().compactMap { $0.split(separator: "\"").first }.map(String.init)
    }
    let first = try await anchors()
    #expect(first.count == 3)
    // One before it comes in, so that numbers tell nothing.
    var text = Self.weekly.replacing("第一段說林遠接任。", with: "全新。\n\n第一段說林遠離任。")
    try folder.write(["seeds/sources/weekly.md": text])
    let second = try await anchors()
    #expect(second[1] != first[0])
    #expect(second[2] == first[1])
    let page = try folder.read("site/zh-hant/sources/weekly/index.html")
    let row = page.split(separator: "class=\"row\"")[2]
    #expect(row.contains("id=\"\(first[0])\""), "\(row)")
    _ = try await Pipeline.confirm(settings)
    text = text.replacing("離任", with: "又回來了")
    try folder.write(["seeds/sources/weekly.md": text])
    _ = try await anchors()
    let later = try folder.read("site/zh-hant/sources/weekly/index.html").split(separator: "class=\"row\"")[2]
    #expect(later.contains("id=\"\(first[0])\"") && later.contains("id=\"\(second[1])\""), "\(later)")
  }

  @Test("with an error nothing is recorded")
  func errors() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.project)
    try folder.write(["seeds/entities/people/lin-yuan.md": "---\nid: lin-yuan\nkind: person\nnames: {en: Lin}\n---\nX。[@a 9]\n"])
    let outcome = try await Pipeline.confirm(BuildSettings(seeds: folder.path + "/seeds"))
    #expect(outcome.diagnostics.contains { $0.code.name == "citation.paragraph-missing" })
    #expect(!folder.exists("seeds/confirmed.yml"))
  }

  @Test("a record that is no record is said and counts as none")
  func broken() async throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.project)
    try folder.write(["seeds/confirmed.yml": "sources:\n  weekly:\n    paragraphs: ['\"><b> x', t1 2]\n"])
    let found = try await Pipeline.check(BuildSettings(seeds: folder.path + "/seeds")).diagnostics
    #expect(found.contains { $0.location?.path.string == "confirmed.yml" && $0.code.name == "yaml.value" })
  }
}
