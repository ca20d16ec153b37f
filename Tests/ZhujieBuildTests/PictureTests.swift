import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// Pictures of data in a whole project.
struct PictureTests {
  private static let entity = "seeds/entities/people/lin-yuan.md"

  private static func project(_ block: String) -> [String: String] {
    var files = BuildTests.project
    files[entity] = (files[entity] ?? "") + "\n\n" + block + "\n"
    return files
  }

  private func findings(_ block: String) async throws -> [String] {
    let folder = try TemporaryFolder()
    try folder.write(Self.project(block))
    let outcome = try await Pipeline.check(BuildSettings(seeds: folder.path + "/seeds"))
    return outcome.diagnostics.filter { $0.severity == .error }.map {
      "\($0.location?.path.string ?? ""):\($0.location?.position?.line ?? 0) \($0.code)"
    }
  }

  @Test(
    "a reference of a picture that leads nowhere stops the build where it stands",
    arguments: [
      ("```cast\npeople: [lin-yaun]\n```", "picture.unknown-entity"),
      ("```timeline\nevents: [yuanshan]\n```", "picture.missing-date"),
      ("```members\nmembers: [{text: 甲, source: [a, 99]}]\n```", "citation.paragraph-missing"),
      ("```chart\nbars: [{text: 甲, value: 多}]\n```", "picture.number"),
    ])
  func faults(block: String, code: String) async throws {
    #expect(try await findings(block) == ["entities/people/lin-yuan.md:11 \(code)"])
  }

  @Test("one block is drawn in every language, and code stays code")
  func drawn() async throws {
    let folder = try TemporaryFolder()
    var files = Self.project(
      "```cast\npeople: [{entity: lin-yuan, role: {zh: 总经理, en: Head}, source: [a, 1]}]\n```\n\n```\ncast\n```")
    files["seeds/entities/people/lin-yuan.en.md"] =
      "Head.\n\n```cast\npeople: [{entity: lin-yuan, role: {zh: 总经理, en: Head}, source: [a, 1]}]\n```\n"
    let outcome = try await BuildTests().build(files, in: folder)
    #expect(outcome.diagnostics.filter { $0.severity == .error } == [])
    for (language, words) in [("zh-hant", "總經理"), ("zh-hans", "总经理"), ("en", "Head")] {
      let page = try folder.read("site/" + language + "/people/lin-yuan/index.html")
      #expect(page.contains("<figure class=\"picture cast-picture\">"), "\(language)")
      #expect(page.contains("<span class=\"role\">\(words)</span>"), "\(language)")
    }
  }
}
