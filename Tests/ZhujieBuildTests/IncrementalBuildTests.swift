import Foundation
import TestSupport
import Testing
import ZhujieBuild
import ZhujieSite

/// A build after an edit keeps what it can, and is still the build that would have been made from nothing.
struct IncrementalBuildTests {
  @Test("after any edit the site is that of a clean build, on disk and in the preview", arguments: [1, 2, 3] as [UInt64])
  func randomEdits(seed: UInt64) async throws {
    var edits = try RandomEdits(seed: seed)
    let settings = BuildSettings(seeds: edits.seeds)
    let site = edits.folder.path + "/site"
    var preview = Preview(settings)
    var kept = 0
    for step in 0..<70 {
      let edit = step == 0 ? "none" : try edits.edit()
      let place: Comment = "after step \(step): \(edit)"
      if step % 10 == 9 { try damage(site, step) }
      let outcome = try await Pipeline.build(BuildSettings(seeds: edits.seeds), output: site)
      let clean = edits.folder.path + "/clean-\(step)"
      let expected = try await Pipeline.build(BuildSettings(seeds: edits.seeds), output: clean, reusingUnchanged: false)
      #expect(outcome.diagnostics == expected.diagnostics, place)
      let shown = try await preview.build()
      #expect(shown.outcome.diagnostics == expected.diagnostics, place)
      guard !expected.isFailure(isStrict: false) else { continue }
      #expect(outcome.mentions == expected.mentions, place)
      let (have, want) = (try tree(site), try tree(clean))
      #expect(have.keys.sorted() == want.keys.sorted(), place)
      for (name, contents) in want {
        #expect(have[name] == contents, "\(name) \(place)")
        guard !name.hasPrefix("."), let path = SitePath(name) else { continue }
        #expect(shown.site[path].map { Data($0) } == contents, "\(name) in the preview \(place)")
      }
      kept += outcome.unchanged
      try FileManager.default.removeItem(atPath: clean)
    }
    #expect(kept > 1_000)
  }

  @Test("an edit of one source makes its own page anew and not that of another")
  func keepsPages() async throws {
    let folder = try TemporaryFolder()
    try folder.write(BuildTests.project)
    let settings = BuildSettings(seeds: folder.path + "/seeds")
    var preview = Preview(settings)
    let first = try await preview.build()
    _ = await first.complete(jobs: 1)
    let before = try #require(BuildTests.project["seeds/sources/daily.md"])
    try folder.write(["seeds/sources/daily.md": before + "\n补记一句。\n"])
    let second = try await preview.build()
    let (edited, other) = (try #require(SitePath("en/sources/daily/index.html")), try #require(SitePath("en/sources/weekly/index.html")))
    #expect(second.site.made(edited) == nil)
    #expect(second.site.made(other) != nil)
    #expect(second.site[edited] != first.site[edited])
  }

  /// What may happen to an output between two builds.
  private func damage(_ site: String, _ step: Int) throws {
    guard let page = try tree(site).keys.filter({ $0.hasSuffix(".html") }).sorted().dropFirst(step % 7).first else { return }
    switch step / 10 % 4 {
    case 0: try Data("<p>".utf8).write(to: URL(fileURLWithPath: site + "/" + page))
    case 1: try FileManager.default.removeItem(atPath: site + "/" + page)
    case 2: try Data("zhujie-record 1\n0\n".utf8).write(to: URL(fileURLWithPath: site + "/.zhujie-record"))
    default: try? FileManager.default.removeItem(atPath: site + "/.zhujie-record")
    }
  }

  private func tree(_ folder: String) throws -> [String: Data] {
    var tree: [String: Data] = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let path = folder + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
      tree[name] = try Data(contentsOf: URL(fileURLWithPath: path))
    }
    return tree
  }
}
