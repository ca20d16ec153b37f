import TestSupport
import Testing

/// `annotate` over many files.
struct AnnotateCommandTests {
  @Test("a list of files gives the lines of its files in order, each with its file, however it is cut")
  func list() throws {
    let folder = try TemporaryFolder()
    var files = ["seeds/sources/a.txt": "林遠說，公司投入3億元。\n"]
    files["seeds/entities/people/lin-yuan.md"] =
      "---\nid: lin-yuan\nkind: person\nnames: {zh-Hans: 林远}\n---\n"
    let names = ["b.txt", "a c.txt", "seeds/sources/a.txt", "d.txt"]
    for (number, name) in names.enumerated() where name != "seeds/sources/a.txt" {
      files[name] = "林远在2024年投入\(number + 1)亿元。\n"
    }
    for (name, list) in [("all", names), ("first", Array(names[..<3])), ("last", Array(names[3...]))] {
      files[name] = list.joined(separator: "\n") + "\n"
    }
    try folder.write(files)
    let all = try Program.run("annotate", "--files-from", "all", in: folder.path)
    #expect(all.status == 0, "\(all.errors)")
    let lines = all.output.split(separator: "\n")
    #expect(lines.count == 11)
    #expect(lines.allSatisfy { $0.hasPrefix("{\"file\":\"") })
    let parts = try ["first", "last"].map {
      try Program.run("annotate", "--files-from", $0, in: folder.path).output
    }
    #expect(parts.joined() == all.output)
    #expect(try Program.run("annotate", "--files-from", "none", in: folder.path).status == 1)
  }
}
