import TestSupport
import Testing

@testable import ZhujieBuild

struct InputDigestTests {
  @Test("equal inputs have equal digests, and any other file or setting has another")
  func digests() throws {
    let folder = try TemporaryFolder()
    try folder.write(["seeds/sources/a.md": "林遠說了一句話。\n"])
    let settings = BuildSettings(seeds: folder.path + "/seeds")
    let first = try #require(InputDigest(of: settings)).whole
    #expect(InputDigest(of: settings)?.whole == first)
    #expect(InputDigest(of: BuildSettings(seeds: settings.seeds, only: "core"))?.whole != first)
    try folder.write(["seeds/sources/a.md": "林遠說了兩句話。\n"])
    #expect(InputDigest(of: settings)?.whole != first)
  }

  @Test("a file too large to be read here leaves the inputs unknown, for the project may have raised the limit")
  func tooLarge() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "seeds/sources/a.md": "林遠說了一句話。\n",
      "seeds/sources/b.md": String(repeating: "a", count: 17 * 1024 * 1024),
    ])
    #expect(InputDigest(of: BuildSettings(seeds: folder.path + "/seeds")) == nil)
  }
}
