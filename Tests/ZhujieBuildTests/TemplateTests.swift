import TestSupport
import Testing
import ZhujieBuild
import ZhujieSite
import ZhujieText

/// Templates of a project's own, beside its seeds.
struct TemplateTests {
  private static func build(_ templates: [String: String]) async throws -> (
    pages: [String: String], diagnostics: [Diagnostic]
  ) {
    let folder = try TemporaryFolder()
    try folder.write(BuildTests.project)
    try folder.write(templates)
    let (site, outcome) = try await Pipeline.buildInMemory(
      BuildSettings(seeds: folder.path + "/seeds")
    )
    let pages = site.paths.map { ($0.string, String(decoding: site[$0] ?? [], as: UTF8.self)) }
    return (Dictionary(uniqueKeysWithValues: pages), outcome.diagnostics)
  }

  @Test("one file replaces one of the program's, and every other stays")
  func override() async throws {
    let plain = try await Self.build([:])
    let changed = try await Self.build([
      "Templates/partials/foot.mustache": "<p>{{siteTitle}} FOOT</p></div></main></body></html>\n",
      "Templates/assets/own.css": "p { color: red }\n",
    ])
    #expect(changed.diagnostics == plain.diagnostics)
    #expect(changed.pages["assets/own.css"] == "p { color: red }\n")
    #expect(changed.pages["assets/zhujie.css"] == plain.pages["assets/zhujie.css"])
    for (path, page) in changed.pages where path.hasPrefix("en/") && path.hasSuffix("index.html") {
      #expect(page.contains("Yuanshan report FOOT"), "\(path)")
      #expect(plain.pages[path]?.prefix(2000) == page.prefix(2000), "\(path)")
    }
  }

  @Test(
    "a name that the page does not offer is an error with file, line and column, and nothing is written"
  )
  func unknownName() async throws {
    let built = try await Self.build([
      "Templates/timeline.mustache": "{{> head}}\n<p>{{yers}}</p>\n{{> foot}}\n"
    ])
    let errors = built.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.code.name) == ["template.name"])
    #expect(errors.first?.location?.path.string == "timeline.mustache")
    #expect(errors.first?.location?.position == Position(line: 2, column: 4))
    #expect(built.pages.isEmpty)
  }

  @Test("a template that no page has is told")
  func unknownPage() async throws {
    let built = try await Self.build(["Templates/hoem.mustache": "<p></p>\n"])
    let told = built.diagnostics.filter { $0.code.name == "template.name" }
    #expect(told.map(\.severity) == [.warning])
    #expect(
      told.first?.message
        == "“hoem.mustache” is the template of no page; see Templates/README.md for those that are"
    )
  }
}
