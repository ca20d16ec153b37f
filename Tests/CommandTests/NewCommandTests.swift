import TestSupport
import Testing

/// Files of entities to begin with.
struct NewCommandTests {
  private static func project() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    try folder.write([
      "seeds/sources/a.txt": "蘇青說，遠山科技今年要投入3億元。\n",
      "seeds/entities/people/su-qing.md": "---\nid: su-qing\nkind: person\nnames: {zh-Hans: 苏青}\n---\n",
    ])
    return folder
  }

  @Test(
    "an ID is made from the reading or the Latin letters, and both scripts are proposed",
    arguments: [
      ("person", "林远", "people/lin-yuan", "names: {zh-Hans: \"林远\", zh-Hant: \"林遠\"}\npinyin: \"Lín Yuǎn\""),
      ("person", "林遠", "people/lin-yuan", "names: {zh-Hans: \"林远\", zh-Hant: \"林遠\"}"),
      ("person", "何曉舟", "people/he-xiaozhou", "pinyin: \"Hé Xiǎozhōu\""),
      ("organization", "晨光日报", "organizations/chen-guang-ri-bao", "zh-Hant: \"晨光日報\""),
      ("product", "Morning Star 2", "products/morning-star-2", "names: {en: \"Morning Star 2\"}"),
      ("event", "晨星AI大会", "events/ai", "kind: event"),
      ("system", "“二”：", "systems/system-201c-4e8c-201d-ff1a", "kind: system"),
    ])
  func stub(kind: String, name: String, path: String, line: String) throws {
    let folder = try Self.project()
    let made = try Program.run("new", kind, name, in: folder.path)
    #expect(made.status == 0, "\(made.errors)")
    #expect(made.output == "seeds/entities/\(path).md\n")
    #expect(try folder.read("seeds/entities/\(path).md").contains(line))
    let checked = try Program.run("check", in: folder.path)
    #expect(checked.status == 0, "\(checked.errors)")
  }

  @Test("--id and --seeds are heeded, and --json names the file")
  func options() throws {
    let folder = try Self.project()
    let made = try Program.run(
      "new", "person", "林远", "--id", "l-y", "--seeds", folder.path + "/seeds", "--json", in: "/")
    #expect(made.output == "{\"path\":\"\(folder.path)/seeds/entities/people/l-y.md\"}\n")
    #expect(try folder.read("seeds/entities/people/l-y.md").hasPrefix("---\nid: l-y\nkind: person\n"))
  }

  @Test("a file that is there and an ID that is taken are left as they are")
  func refusal() throws {
    let folder = try Self.project()
    let before = try folder.read("seeds/entities/people/su-qing.md")
    let again = try Program.run("new", "person", "苏青", in: folder.path)
    #expect(again.status == 1)
    #expect(again.errors.contains("entities/people/su-qing.md"))
    #expect(try folder.read("seeds/entities/people/su-qing.md") == before)
    #expect(try Program.run("new", "product", "苏青", in: folder.path).status == 1)
    #expect(!folder.exists("seeds/entities/products/su-qing.md"))
  }

  @Test(
    "wrong usage ends with 64",
    arguments: [
      ["new", "animal", "林远"], ["new", "person"], ["new", "person", " "], ["new", "person", "林远", "--id", "Lin Yuan"],
    ])
  func usage(arguments: [String]) throws {
    let folder = try Self.project()
    #expect(try Program(arguments, in: folder.path).finish().status == 64)
  }
}
