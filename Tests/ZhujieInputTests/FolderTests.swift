import Glibc
import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieInput

struct FolderTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func read(_ limits: InputLimits = InputLimits()) throws -> Project {
    try ProjectReader.read(folder: folder.path + "/seeds", limits: limits)
  }

  private func link(_ name: String, to target: String) throws {
    try #require(symlink(target, folder.path + "/seeds/" + name) == 0)
  }

  @Test("extensions count in any case, hidden and backup names are not read")
  func names() throws {
    try folder.write([
      "seeds/sources/a.MD": "甲。", "seeds/sources/b.Txt": "乙。", "seeds/sources/.c.md": "丙。",
      "seeds/sources/#d.md#": "丁。", "seeds/sources/e.md~": "戊。", "seeds/sources/f.md.bak": "己。",
      "seeds/sources/g": "庚。", "seeds/.git/x.md": "辛。", "seeds/ZHUJIE.YML": "title: 甲",
      "seeds/Glossary.Yml": "", "seeds/glossary.YML": "a: b",
    ])
    let project = try read()
    #expect(project.sources.map(\.id.string) == ["a", "b"])
    #expect(project.glossaryFile?.path.string == "glossary.YML")
    #expect(
      project.passedOver.map(\.string) == [
        "Glossary.Yml", "ZHUJIE.YML", "sources/f.md.bak", "sources/g",
      ]
    )
  }

  @Test("sources may lie in folders below sources/, and folders of other names are passed over")
  func subfolders() throws {
    try folder.write([
      "seeds/sources/2024/a.md": "甲。", "seeds/sources/2024/a.en.md": "A.",
      "seeds/sources/x.md/b.md": "乙。", "seeds/drafts/c.md": "丙。",
      "seeds/entities/people/2024/lin.md": "---\nnames: {zh: 林遠}\n---\n",
    ])
    let project = try read()
    #expect(project.sources.map(\.file.path.string) == ["sources/2024/a.md"])
    #expect(project.sources.first?.translation != nil)
    #expect(project.entities.entities.map(\.kind) == [.person])
    #expect(project.passedOver.map(\.string) == ["drafts/", "sources/x.md/"])
  }

  @Test("a link that stays inside is followed, one that leads out or nowhere is told of and not")
  func links() throws {
    try folder.write([
      "seeds/sources/a.md": "甲。", "seeds/attic/b.md": "乙。", "outside/c.md": "丙。",
      "seeds-too/d.md": "丁。",
    ])
    try link("sources/b.md", to: "../attic/b.md")
    try link("sources/c.md", to: folder.path + "/outside/c.md")
    try link("sources/d.md", to: "../../seeds-too/d.md")
    try link("sources/e.md", to: "nowhere")
    try link("entities", to: "../outside")
    let project = try read()
    #expect(project.sources.map(\.id.string) == ["a", "b"])
    #expect(
      project.diagnostics.filter { $0.code == .outsideLink }.map { $0.location?.path.string } == [
        "entities", "sources/c.md", "sources/d.md", "sources/e.md",
      ]
    )
  }

  @Test("links in a circle end")
  func loops() throws {
    try folder.write(["seeds/sources/a.md": "甲。"])
    try link("sources/again", to: ".")
    try link("sources/up", to: "..")
    try link("sources/self", to: "self")
    let project = try read()
    #expect(project.sources.map(\.id.string) == ["a"])
    #expect(
      shown(project.diagnostics.filter { $0.code == .outsideLink }) == [
        "sources/again: warning: \"sources/again\" is a link to a folder around it and is not followed; remove it [file.outside-link]",
        "sources/self: warning: \"self\" is a link that leads out of the folder or nowhere and is not followed; put the file itself here [file.outside-link]",
        "sources/up: warning: \"up\" is a link that leads out of the folder or nowhere and is not followed; put the file itself here [file.outside-link]",
      ]
    )
  }

  @Test("the folder itself may be given by a link, sources/ may not lead out")
  func rootLink() throws {
    try folder.write(["real/sources/a.md": "甲。", "elsewhere/x.md": "乙。"])
    try #require(symlink("real", folder.path + "/seeds") == 0)
    #expect(try read().sources.count == 1)
    try folder.write(["bad/zhujie.yml": ""])
    try #require(symlink("../elsewhere", folder.path + "/bad/sources") == 0)
    #expect(throws: InputError.missingSources(path: folder.path + "/bad")) {
      try ProjectReader.read(folder: folder.path + "/bad")
    }
  }

  @Test("a pipe with the name of a document is passed over without waiting for it")
  func pipes() throws {
    try folder.write(["seeds/sources/a.md": "甲。"])
    try #require(mkfifo(folder.path + "/seeds/sources/b.md", 0o644) == 0)
    let project = try read()
    #expect(project.sources.count == 1)
    #expect(project.passedOver.map(\.string) == ["sources/b.md"])
  }

  @Test("a file name that is not UTF-8 is told of and the rest is read")
  func badName() throws {
    try folder.write(["seeds/sources/a.md": "甲。"])
    let name: [CChar] =
      (folder.path + "/seeds/sources/").utf8.map { CChar(bitPattern: $0) } + [-1, 46, 109, 100, 0]
    let descriptor = open(name, O_CREAT | O_WRONLY, 0o644)
    try #require(descriptor >= 0)
    close(descriptor)
    let project = try read()
    #expect(project.sources.count == 1)
    #expect(
      shown(project.diagnostics) == [
        "sources/\u{FFFD}.md: error: the name is not UTF-8; rename the file [file.name]"
      ]
    )
  }

  @Test(
    "what cannot be read is told of and the rest is read",
    .enabled(if: getuid() != 0, "root reads all")
  )
  func unreadable() throws {
    try folder.write(["seeds/sources/a.md": "甲。", "seeds/sources/b.md": "乙。"])
    chmod(folder.path + "/seeds/sources/b.md", 0)
    let project = try read()
    #expect(project.sources.count == 1)
    #expect(
      shown(project.diagnostics) == [
        "sources/b.md: error: the file cannot be read: Permission denied [file.unreadable]"
      ]
    )
  }

  @Test("faults of the world are thrown")
  func faults() throws {
    let missing = folder.path + "/nothing"
    #expect(throws: InputError.missingFolder(path: missing)) {
      try ProjectReader.read(folder: missing)
    }
    try folder.write(["file": "", "seeds/zhujie.yml": ""])
    #expect(throws: InputError.notAFolder(path: folder.path + "/file")) {
      try ProjectReader.read(folder: folder.path + "/file")
    }
    #expect(throws: InputError.missingFolder(path: folder.path + "/file/x")) {
      try ProjectReader.read(folder: folder.path + "/file/x")
    }
    #expect(throws: InputError.missingSources(path: folder.path + "/seeds")) { try read() }
    #expect(throws: InputError.missingFolder(path: "a\0b")) {
      try ProjectReader.read(folder: "a\0b")
    }
  }

  @Test("what is too large, too many or too deep is refused with the limit named")
  func limits() throws {
    try folder.write([
      "seeds/sources/a.md": "甲。", "seeds/sources/b.md": String(repeating: "乙", count: 40),
      "seeds/sources/x/y/c.md": "丙。",
    ])
    var limits = InputLimits()
    limits.fileSize = 100
    limits.folderDepth = 2
    #expect(
      shown(try read(limits).diagnostics) == [
        "sources/b.md: error: 120 bytes are more than a file may have (100); split it or raise \"file-size\" under limits in zhujie.yml [file.limit]",
        "sources/x/y: error: \"sources/x/y\" lies deeper than 2 folders; move it up or raise \"folder-depth\" under limits in zhujie.yml [file.limit]",
      ]
    )
    limits = InputLimits()
    limits.files = 2
    #expect(
      shown(try read(limits).diagnostics) == [
        "sources/x/y/c.md: error: there are more than 2 files; remove some or raise \"files\" under limits in zhujie.yml [file.limit]"
      ]
    )
    limits = InputLimits()
    limits.totalSize = 100
    #expect(
      shown(try read(limits).diagnostics) == [
        "sources/b.md: error: the files together have more than 100 bytes; remove some or raise \"total-size\" under limits in zhujie.yml [file.limit]",
        "sources/x/y/c.md: error: the files together have more than 100 bytes; remove some or raise \"total-size\" under limits in zhujie.yml [file.limit]",
      ]
    )
  }

  @Test("zhujie.yml raises the limits for the rest")
  func raisedLimits() throws {
    try folder.write([
      "seeds/sources/a.md": String(repeating: "甲", count: 200),
      "seeds/zhujie.yml": "limits: {file-size: 1 kB, yaml-depth: 9999}",
    ])
    var limits = InputLimits()
    limits.fileSize = 100
    let project = try read(limits)
    #expect(shown(project.diagnostics) == [])
    #expect(project.configuration.limits.fileSize == 1000)
    #expect(project.configuration.limits.yamlDepth == 200)
  }

  @Test("no file may be so large that 32 bits cannot hold a place in it")
  func largestFile() throws {
    try folder.write(["seeds/sources/a.md": "甲。", "seeds/zhujie.yml": "limits: {file-size: 8 GiB}"])
    #expect(try read().configuration.limits.fileSize == 1 << 30)
  }

  @Test("two names that differ by normalization only are one ID")
  func normalization() throws {
    // As keys of one dictionary the two would already be one.
    try folder.write(["seeds/sources/\u{E9}.md": "甲。"])
    try folder.write(["seeds/sources/e\u{301}.md": "乙。"])
    let project = try read()
    #expect(project.sources.count == 1)
    #expect(project.diagnostics.map(\.code) == [.duplicateSource])
  }

  @Test("reading twice gives the same, whatever order the system lists files in")
  func determinism() throws {
    for name in ["z", "B", "a", "乙", "é", "10", "9"] {
      try folder.write(["seeds/sources/\(name).md": "正文。"])
    }
    let first = try read()
    #expect(first.sources.map(\.id.string) == ["10", "9", "B", "a", "z", "é", "乙"])
    let second = try read()
    #expect(first.sources == second.sources)
    #expect(first.diagnostics == second.diagnostics)
  }
}
