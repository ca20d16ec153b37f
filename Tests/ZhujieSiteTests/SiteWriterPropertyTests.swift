import Glibc
import TestSupport
import Testing

@testable import ZhujieSite

@Suite("Writing any site")
struct SiteWriterPropertyTests {
  /// A site of up to thirty files over few names, so that files turn into folders and back from one build to the next.
  func site(using random: inout SeededGenerator) -> [String: String] {
    let names = ["a", "b", "頁", "index.html", "x y"]
    var site: [String: String] = [:]
    var folders: Set<String> = []
    for _ in 0..<Int.random(in: 0...30, using: &random) {
      let depth = Int.random(in: 1...4, using: &random)
      let parts = (0..<depth).map { _ in names[Int.random(in: 0..<names.count, using: &random)] }
      let above = (1..<depth).map { parts[..<$0].joined(separator: "/") }
      let path = parts.joined(separator: "/")
      guard !folders.contains(path), above.allSatisfy({ site[$0] == nil }) else { continue }
      folders.formUnion(above)
      site[path] = String(
        repeating: "z",
        count: [0, 1, 70_000][Int.random(in: 0..<3, using: &random)]
      )
    }
    return site
  }

  @Test("the folder equals what was handed over, build after build", arguments: 0..<20)
  func equalsWhatWasHandedOver(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let output = folder.path + "/site"
    var last: [String: String] = [:]
    for _ in 0..<6 {
      let next = site(using: &random)
      let summary = try write(next, to: output)
      var found: [String: String] = [:]
      for path in try folder.files() where path != "site/.zhujie-manifest" {
        found[String(path.dropFirst(5))] = try folder.read(path)
      }
      #expect(found == next)
      #expect(summary.written + summary.unchanged == next.count)
      #expect(summary.unchanged == next.count { last[$0.key] == $0.value })
      #expect(summary.removed == last.keys.count { next[$0] == nil })
      last = next
    }
  }

  @Test("written in place, too, the folder equals what was handed over", arguments: 0..<20)
  func inPlace(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = try TemporaryFolder()
    let output = folder.path + "/site"
    mkdir(output, 0o755)
    // A folder that many share is not exchanged.
    chmod(output, 0o1777)
    try folder.write(["site/own": "mine"])
    let before = try FileIdentity(output)
    for _ in 0..<6 {
      let next = site(using: &random)
      try write(next, to: output)
      var found: [String: String] = [:]
      for path in try folder.files() where path != "site/.zhujie-manifest" {
        found[String(path.dropFirst(5))] = try folder.read(path)
      }
      #expect(found.removeValue(forKey: "own") == "mine")
      #expect(found == next)
    }
    #expect(try FileIdentity(output).node == before.node)
  }

  @Test("the manifest and the summary do not depend on order or on the number of tasks")
  func order() async throws {
    var random = SeededGenerator(seed: 7)
    let folder = try TemporaryFolder()
    let files = (0..<300).map { ("f\($0 % 9)/\($0)", "\($0)") }
    var manifests: Set<String> = []
    for round in 0..<4 {
      let writer = try SiteWriter(output: folder.path + "/site\(round)")
      let order = files.shuffled(using: &random)
      await withThrowingTaskGroup(of: Void.self) { group in
        for task in 0..<4 {
          group.addTask {
            for index in stride(from: task, to: order.count, by: 4) {
              let path = try #require(SitePath(order[index].0))
              try writer.add(SiteFile(path: path, contents: Array(order[index].1.utf8)))
            }
          }
        }
      }
      #expect(
        try writer.commit() == WriteSummary(written: 300, unchanged: 0, removed: 0, bytes: 790)
      )
      manifests.insert(try folder.read("site\(round)/.zhujie-manifest"))
      #expect(try folder.read("site\(round)/f1/100") == "100")
    }
    #expect(manifests.count == 1)
  }
}
