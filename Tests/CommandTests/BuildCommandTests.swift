import Foundation
import TestSupport
import Testing

/// How the program behaves as a command: statuses, streams, signals.
struct BuildCommandTests {
  private static func project(sources: Int = 1) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    var files: [String: String] = [:]
    for number in 0..<sources {
      files["seeds/sources/s\(number).md"] =
        "---\ntitle: 第\(number)篇\ndate: 2025-03-01\n---\n"
        + String(repeating: "林遠在2023年9月接任遠山科技的總經理，投入3800億元。\n\n", count: sources == 1 ? 1 : 40)
    }
    files["seeds/entities/people/lin-yuan.md"] =
      "---\nid: lin-yuan\nkind: person\nnames: {zh-Hans: 林远, en: Lin Yuan}\n---\n某人。\n"
    try folder.write(files)
    return folder
  }

  @Test(
    "wrong usage ends with 64 and says so on standard error",
    arguments: [
      ["build", "--jobs", "0"], ["build", "--nonsense"], ["nonsense"], ["build", "--color", "sometimes"],
      ["check", "--format", "xml"], ["serve", "--port", "x"], ["convert"], ["convert", "--to", "zh"], ["diff"], ["init"],
      ["build", "--base-url", "example.org"], ["build", "--base-url", "ftp://example.org/"],
      ["build", "--base-url", "https:///report"], ["build", "--base-url", "https://example.org/?page=1"],
      ["lint", "--script", "x"], ["annotate", "--published", "someday"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try Self.project()
    let result = try Program(arguments, in: folder.path).finish()
    #expect(result.status == 64)
    #expect(result.output == "" && !result.errors.isEmpty)
  }

  @Test("in a pipe there is no progress line and no colour, and --quiet says nothing")
  func quiet() throws {
    let folder = try Self.project()
    let plain = try Program.run("build", in: folder.path)
    #expect(plain.output == "" && !plain.errors.contains("\u{1B}") && !plain.errors.contains("\r"))
    #expect(plain.errors.contains(" pages, ") && plain.errors.contains(" mentions, ") && plain.errors.contains(" MB"))
    #expect(try Program.run("build", "--quiet", in: folder.path).errors == "")
    #expect(try Program.run("--quiet", "build", in: folder.path).errors == "")
  }

  @Test("--timings names the stages, and --json gives the summary as one object")
  func timings() throws {
    let folder = try Self.project()
    let told = try Program.run("build", "--timings", in: folder.path)
    for stage in ["reading", "annotating", "writing"] { #expect(told.errors.contains("  \(stage) "), "\(told.errors)") }
    let json = try Program.run("build", "--timings", "--json", in: folder.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    #expect(object["pages"] as? Int ?? 0 > 10)
    #expect((object["timings"] as? [String: Any])?["reading"] != nil)
  }

  @Test("an interrupted build ends with 130, leaves the last site whole and nothing beside it")
  func interruption() throws {
    let folder = try Self.project(sources: 60)
    #expect(try Program.run("build", "--quiet", in: folder.path).status == 0)
    let before = try folder.files()
    let page = try folder.read("site/zh-hant/sources/s1/index.html")
    for (round, milliseconds) in [5, 150, 400, 900, 1500, 2500].enumerated() {
      try folder.write([
        "seeds/sources/s1.md": "---\ntitle: 別的\n---\n林遠說了\(round + 5)句話。\n",
        "seeds/zhujie.yml": "title: {zh: 第\(round)次}\n",
      ])
      let build = try Program(["build", "--quiet", "--clean"], in: folder.path)
      usleep(UInt32(milliseconds) * 1_000)
      build.interrupt()
      let result = try build.finish()
      // A quick machine may have been done.
      if result.status == 0 { continue }
      #expect(result.status == 130, "\(milliseconds) ms: \(result.status) \(result.errors)")
      if try folder.read("site/zh-hant/sources/s1/index.html") == page {
        #expect(try folder.files().filter { $0 != "seeds/zhujie.yml" } == before, "\(milliseconds) ms")
      }
      #expect(!folder.exists(".site.zhujie-staging"), "\(milliseconds) ms")
    }
  }
}
