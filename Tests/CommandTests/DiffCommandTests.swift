import Foundation
import TestSupport
import Testing

/// What changed in meaning, between sites and between seeds.
struct DiffCommandTests {
  /// The sample, and a copy of it with one edit.
  private static func projects(
    editing file: String, _ words: String, _ others: String
  ) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for name in ["old", "new"] { _ = try Program.run("init", name, "--sample", in: folder.path) }
    let text = try folder.read("new/seeds/\(file)")
    try #require(text.contains(words))
    try folder.write(["new/seeds/\(file)": text.replacingOccurrences(of: words, with: others)])
    return folder
  }

  @Test(
    "an edit is told as what it means",
    arguments: [
      ("sources/weekly.md", "收入為25億元", "收入為26億元", ["figure changed in weekly ¶7: 25億元 → 26億元", "citation gone stale in "]),
      ("sources/weekly.md", "2024年9月，", "2024年8月，", ["date changed in weekly ¶1: 2024年9月 → 2024年8月"]),
      ("sources/weekly.md", "董事長蘇青說", "董事長說", ["su-qing: 1 mention lost in weekly", "translation gone stale in weekly ¶1"]),
      ("sources/daily.txt", "董事长苏青没有到场", "董事长苏青和林远没有到场", ["lin-yuan: 1 mention gained in daily"]),
      ("sources/daily.txt", "海巷周刊", "海港周刊", ["decision orphaned: "]),
      ("figures.yml", "約300人", "約420人", ["conflict settled: ", "figure changed: team: "]),
      ("entities/events/morning-star-launched.md", "date: 2025-02", "date: 2025-03", ["date changed in morning-star-launched: date: 2025-02 → 2025-03"]),
      ("entities/people/su-qing.md", "苏青, zh-Hant: 蘇青", "苏青山, zh-Hant: 蘇青山", ["su-qing: 2 mentions lost in weekly", "su-qing: 2 mentions lost in daily"]),
    ])
  func edits(file: String, words: String, others: String, expected: [String]) throws {
    let folder = try Self.projects(editing: file, words, others)
    let told = try Program.run("diff", "old/seeds", "new/seeds", in: folder.path)
    #expect(told.status == 0)
    for line in expected {
      #expect(told.output.split(separator: "\n").contains { $0.hasPrefix(line) }, "\(line)\n\(told.output)")
    }
    // Two sites tell the same as their seeds.
    for name in ["old", "new"] { _ = try Program.run("build", "--quiet", in: folder.path + "/" + name) }
    #expect(try Program.run("diff", "old/site", "new/site", in: folder.path).output == told.output)
    let json = try Program.run("diff", "old", "new", "--json", in: folder.path).output.split(separator: "\n")
    #expect(json.count == told.output.split(separator: "\n").count)
    for line in json { _ = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]) }
  }

  @Test("nothing is told where only bytes moved")
  func silence() throws {
    let folder = try Self.projects(editing: "sources/weekly.md", "\n\n此後半年", "\n\n\n  此後半年")
    #expect(try Program.run("diff", "old", "new", in: folder.path).output == "")
    #expect(try Program.run("diff", "old", "old", "--json", in: folder.path).output == "")
  }

  @Test("build says in a few lines what it changed, and nothing where nothing changed")
  func build() throws {
    let folder = try Self.projects(editing: "figures.yml", "約300人", "約420人")
    let first = try Program.run("build", "--seeds", "old", "--output", "site", in: folder.path)
    #expect(!first.errors.contains("changed: "))
    #expect(first.errors.contains("1 warning (1 figure.conflict)"), "\(first.errors)")
    let second = try Program.run("build", "--seeds", "new", "--output", "site", in: folder.path)
    #expect(second.errors.contains("changed: conflict settled: "), "\(second.errors)")
    let third = try Program.run("build", "--seeds", "new", "--output", "site", in: folder.path)
    #expect(!third.errors.contains("changed: "))
    #expect(third.errors.contains("0 files written"))
  }

  @Test("a folder without a record, and one that is neither site nor project, are told apart")
  func faults() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "other/a.txt": "a", "site/.zhujie-manifest": "zhujie-manifest 1\n",
      "damaged/.zhujie-report.tsv": "something else\n",
    ])
    for (name, words) in [("other", "neither a site"), ("site", "no record"), ("damaged", "no record"), ("none", "neither")] {
      let told = try Program.run("diff", name, name, in: folder.path)
      #expect(told.status == 1)
      #expect(told.errors.hasPrefix("error: \(name): ") && told.errors.contains(words), "\(told.errors)")
    }
    #expect(try Program.run("diff", "one", in: folder.path).status == 64)
  }
}
