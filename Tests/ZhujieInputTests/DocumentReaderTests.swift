import Glibc
import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

struct DocumentReaderTests {
  @Test("a file that belongs to no project is read with or without a sidecar")
  func looseFile() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "晨星.txt": "晨星的一年\n\n遠山週刊\n2025-04-14\n\n林遠在遠山科技工作了十年。\n", "x.yml": "date: 2024",
    ])
    let (file, found) = try DocumentReader.file(
      at: folder.path + "/晨星.txt",
      shownAs: SourcePath("晨星.txt")
    )
    #expect(found.isEmpty)
    let text = try #require(file)
    let format = DocumentReader.format(of: text.path)
    let (document, notes) = DocumentReader.document(text, format: format)
    #expect(document.id.string == "晨星")
    #expect(document.metadata.date == EDTFDate("2025-04-14"))
    #expect(notes.allSatisfy { $0.severity == .note })
    let sidecar = try DocumentReader.file(at: folder.path + "/x.yml", shownAs: SourcePath("x.yml"))
    let (described, _) = DocumentReader.document(text, format: format, sidecar: sidecar.file)
    #expect(described.metadata.date == EDTFDate("2024"))
    #expect(DocumentReader.format(of: SourcePath("a/b.MD")) == .markdown)
    #expect(DocumentReader.format(of: SourcePath("-")) == .plainText)
  }

  @Test("a file that is not there or no file is a fault of the world")
  func faults() throws {
    let folder = try TemporaryFolder()
    #expect(throws: InputError.missingFile(path: folder.path + "/x")) {
      try DocumentReader.file(at: folder.path + "/x", shownAs: SourcePath("x"))
    }
    #expect(throws: InputError.unreadable(path: folder.path, reason: "it is no regular file")) {
      try DocumentReader.file(at: folder.path, shownAs: SourcePath("x"))
    }
    try folder.write(["big": "12345"])
    var limits = InputLimits()
    limits.fileSize = 4
    let (file, found) = try DocumentReader.file(
      at: folder.path + "/big",
      shownAs: SourcePath("big"),
      limits: limits
    )
    #expect(file == nil)
    #expect(found.map(\.code) == [.inputLimit])
  }

  @Test("a folder of any files is read whole")
  func anyFiles() throws {
    let folder = try TemporaryFolder()
    try folder.write([
      "t/page.mustache": "甲", "t/parts/x.css": "", "t/.hidden": "x", "t/old.css~": "x", "out": "x",
    ])
    try #require(symlink("../out", folder.path + "/t/link") == 0)
    let (files, found) = try FileTree.files(in: folder.path + "/t")
    #expect(files.map(\.path.string) == ["page.mustache", "parts/x.css"])
    #expect(files.first?.bytes == Array("甲".utf8))
    #expect(found.map(\.code) == [.outsideLink])
  }

  @Test("links from folder to folder end, however many ways they make")
  func manyWays() throws {
    let folder = try TemporaryFolder()
    try folder.write(["sources/a.md": "甲。"])
    for level in 0..<12 {
      try folder.write(["sources/d\(level)/x": ""])
      for way in 0..<6 {
        try #require(
          symlink("../d\(level + 1)", folder.path + "/sources/d\(level)/w\(way)") == 0
        )
      }
    }
    var limits = InputLimits()
    limits.files = 500
    let project = try ProjectReader.read(folder: folder.path, limits: limits)
    #expect(project.diagnostics.contains { $0.code == .inputLimit })
    #expect(project.sources.map(\.id.string) == ["a"])
  }

  @Test("no more is told of one file than anyone would read")
  func patience() throws {
    let keys = (0..<5000).map { "k\($0): 1" }.joined(separator: ", ")
    let found = try project(["sources/a.md": "---\n{\(keys)}\n---\n正文。\n"]).diagnostics
    #expect(found.count == 100)
  }
}
