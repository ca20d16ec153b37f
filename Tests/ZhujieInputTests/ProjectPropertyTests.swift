import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieInput

private let files: [(name: String, text: String)] = [
  (
    "zhujie.yml",
    "title: {zh: 遠山, en: Far}\nlanguages: [zh-Hans, en]\nsources: [b, a]\nlimits: {files: 100}\n"
  ),
  (
    "sources/a.txt",
    "晨星的一年\n\n遠山週刊\n2025-04-14\n\n林遠在遠山科技工作了十年。\n\n尾聲\n\n打賞\n"
  ),
  ("sources/a.yml", "title: '晨''星'\ndate: 2024-Q4\ndrop: [1-2, 4]\n"),
  (
    "sources/b.md",
    "---\ntitle: \"遠\\\"山\"\npublisher: 遠山\n  週刊\noriginal: {title: x, date: 2024}\n---\n# 甲\n\n正文。\n"
  ),
  ("sources/b.en.md", "---\ntitle: B\n---\nBody.\n"),
  (
    "entities/people/lin-yuan.md",
    """
    ---
    id: lin-yuan
    names: &n {zh-Hans: 林远, zh-Hant: 林遠, en: Lin Yuan}
    aliases:
      - 林总
      - {text: 老林, requires: [远, 公司], sources: [a], between: 2024/..}
    roles: [{title: {zh: 主管, en: Head}, from: 2023-09, to: .., source: [a, 12]}]
    relations: [{is: rival-of, target: chen-jing, source: "[@a 12-14; @b 3]"}]
    ---
    林遠。
    """
  ),
  ("entities/people/chen-jing.md", "---\nnames: {zh: 陳靜}\n---\n"),
  ("report/01-x.md", "---\ntitle: 甲\n---\n[@a 12]\n"),
]

@Test("whatever bytes the files hold, what comes out can be relied on")
func anyProject() throws {
  var generator = SeededGenerator(seed: 21)
  let pieces = [
    "\0", "\"", "'", ": ", "[", "}", "\n", "\r", "\t", "---\n", "*n", "&n ", "遠", "\u{202E}", "- ",
    "#", "~", "9",
  ]
  for _ in 0..<250 {
    let folder = try TemporaryFolder()
    for (name, text) in files {
      var bytes = Array(text.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes.removeSubrange(place..<min(bytes.count, place + 3))
        case 1:
          bytes.insert(
            contentsOf: Array((pieces.randomElement(using: &generator) ?? "").utf8),
            at: place
          )
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: place)
        default: bytes.removeSubrange(place...)
        }
      }
      try folder.write(bytes, to: name)
    }
    check(try ProjectReader.read(folder: folder.path))
  }
}

/// What the other rooms take for granted.
private func check(_ project: Project) {
  func isSound(_ span: TextSpan<FileSpace>, in file: SourceFile) -> Bool {
    span.upperBound <= file.text.count && file.text.isBoundary(span.lowerBound)
      && file.text.isBoundary(span.upperBound)
  }
  #expect(Set(project.sources.map(\.siglum)).count == project.sources.count)
  #expect(Set(project.sources.map(\.address)).count == project.sources.count)
  #expect(Set(project.sources.map(\.id)).count == project.sources.count)
  for source in project.sources {
    #expect(Slug.isValid(source.address))
    #expect(isSound(source.bodySpan, in: source.file))
    for field in source.fields { #expect(isSound(field.span, in: source.file)) }
    for block in source.plainBlocks {
      #expect(isSound(block.span, in: source.file) && source.bodySpan.contains(block.span))
    }
    for inference in source.inferred { #expect(isSound(inference.span, in: source.file)) }
    #expect(source.format == .plainText || source.plainBlocks.isEmpty)
  }
  for entity in project.entities.entities {
    #expect(!entity.names.all.isEmpty)
    #expect(entity.file.text.isBoundary(entity.namesOffset))
    for alias in entity.aliases {
      #expect(!alias.text.isEmpty && entity.file.text.isBoundary(alias.offset))
    }
    for role in entity.roles { #expect(entity.file.text.isBoundary(role.offset)) }
    for relation in entity.relations { #expect(entity.file.text.isBoundary(relation.offset)) }
    if let body = entity.body { #expect(isSound(body.span, in: body.file)) }
  }
  #expect(project.diagnostics == project.diagnostics.sorted())
  let codes = Set(DiagnosticCode.allOfInput)
  for diagnostic in project.diagnostics {
    #expect(codes.contains(diagnostic.code))
    #expect(diagnostic.location != nil)
  }
}
