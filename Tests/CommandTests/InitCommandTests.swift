import Foundation
import TestSupport
import Testing

/// New projects, built at once.
struct InitCommandTests {
  private static let starters = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Sources/CStarters/projects").path

  @Test("a new project builds without a finding")
  func plain() throws {
    let folder = try TemporaryFolder()
    let made = try Program.run("init", "demo", in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output.contains("demo/seeds/zhujie.yml\n"))
    let built = try Program.run("build", "--strict", in: folder.path + "/demo")
    #expect(built.status == 0, "\(built.errors)")
    #expect(folder.exists("demo/site/zh-hant/people/lin-yuan/index.html"))
  }

  @Test("the sample builds, and nothing is wrong with it but what is meant")
  func sample() throws {
    let folder = try TemporaryFolder()
    #expect(try Program.run("init", "demo", "--sample", in: folder.path).status == 0)
    // The folder of the project stands for the seeds in it.
    let built = try Program.run("build", "--seeds", "demo", "--output", "out", in: folder.path)
    #expect(built.status == 0, "\(built.errors)")
    let findings = built.errors.split(separator: "\n").filter { $0.contains(" warning: ") || $0.contains(" error: ") }
    #expect(findings.count == 1 && findings.first?.hasSuffix("[figure.conflict]") == true, "\(built.errors)")
    let lint = try Program.run(
      "lint", "demo/seeds/sources/weekly.md", "demo/seeds/sources/daily.txt", in: folder.path)
    #expect(lint.output.split(separator: "\n").count == 1)
    #expect(lint.output.contains("wrong-script: “业”"), "\(lint.output)")
  }

  @Test("the sample is the folder sample of CStarters, byte for byte")
  func embedded() throws {
    let folder = try TemporaryFolder()
    _ = try Program.run("init", ".", "--sample", in: folder.path)
    let files = try folder.files()
    #expect(files.count > 30)
    for file in files {
      #expect(try folder.read(file) == String(contentsOfFile: "\(Self.starters)/sample/\(file)", encoding: .utf8))
    }
  }

  @Test("a folder that holds anything is refused and left as it is", arguments: [".", "sub"])
  func refusal(name: String) throws {
    let folder = try TemporaryFolder()
    try folder.write(["sub/.keep": ""])
    let made = try Program.run("init", name, in: folder.path)
    #expect(made.status == 1)
    #expect(made.errors.hasPrefix("error: \(name): "), "\(made.errors)")
    #expect(try folder.files() == ["sub/.keep"])
  }

  @Test("where nothing can be written nothing is half-written")
  func unwritable() throws {
    let folder = try TemporaryFolder()
    try folder.write(["file": "text"])
    #expect(try Program.run("init", "file/demo", in: folder.path).status == 1)
    #expect(try folder.files() == ["file"])
    #expect(try folder.read("file") == "text")
  }
}
