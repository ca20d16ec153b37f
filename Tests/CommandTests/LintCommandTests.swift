import TestSupport
import Testing

struct LintCommandTests {
  private static let deep = String(repeating: ">", count: 150) + "甲\n"

  @Test(
    "a text that is too much for the parser is refused with the limit, not silently taken for clean"
  )
  func refusal() throws {
    let folder = try TemporaryFolder()
    try folder.write(["deep.md": Self.deep])
    let result = try Program.run("lint", "deep.md", in: folder.path)
    #expect(result.status == 1)
    #expect(
      result.errors.contains("deep.md:1:") && result.errors.contains("container-markers"),
      "\(result.errors)"
    )
  }

  @Test("a project's limits hold for the texts that its names are used for")
  func limits() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "deep.md": Self.deep, "seeds/zhujie.yml": "limits: {container-markers: 200}\n",
      "seeds/sources/a.md": "甲。\n",
    ])
    let result = try Program.run("lint", "--seeds", "seeds", "deep.md", in: folder.path)
    #expect(result.status == 0, "\(result.errors)")
  }
}
