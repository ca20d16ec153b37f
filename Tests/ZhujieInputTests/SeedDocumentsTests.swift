import Foundation
import Testing
import ZhujieText

@testable import ZhujieInput

/// The two articles that the first report stands on, where they are at hand. They are not part of
/// this repository, so what is expected of them is told in numbers.
struct SeedDocumentsTests {
  /// `shared/seeds` beside any folder above this file.
  static let folder: String? = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/" {
      let seeds = folder.appendingPathComponent("shared/seeds").path
      if FileManager.default.fileExists(atPath: seeds) { return seeds }
      folder.deleteLastPathComponent()
    }
    return nil
  }()

  static func layout(startingWith prefix: String) throws -> (PlainTextLayout, SourceFile) {
    let folder = try #require(folder)
    let name = try #require(
      FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasPrefix(prefix) }
    )
    let data = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
    let text = try #require(UTF8Text<FileSpace>(validating: Array(data)))
    let file = SourceFile(path: SourcePath(name), text: text)
    return (PlainTextLayout(of: file, in: text.fullSpan), file)
  }

  static func lines(_ layout: PlainTextLayout, _ file: SourceFile, _ role: BlockRole) -> [Int] {
    layout.blocks.filter { $0.role == role }.map { file.position(at: $0.span.lowerBound).line }
  }

  @Test(
    "the first article has 112 paragraphs, six headings and its metadata",
    .enabled(if: folder != nil, "shared/seeds is not here")
  )
  func firstArticle() throws {
    let (layout, file) = try Self.layout(startingWith: "000")
    #expect(Self.lines(layout, file, .paragraph).count == 112)
    #expect(Self.lines(layout, file, .heading(level: 2)) == [36, 72, 100, 150, 180, 214])
    #expect(Self.lines(layout, file, .title) == [1])
    #expect(Self.lines(layout, file, .furniture).prefix(4) == [3, 4, 242, 244])
    #expect(layout.publisher.map { file.position(at: $0.span.lowerBound).line } == 3)
    #expect(layout.author == nil)
    #expect(layout.date?.value.description == "2025-04-14")
  }

  @Test(
    "the second article has 55 paragraphs, of which the abstract is the first",
    .enabled(if: folder != nil, "shared/seeds is not here")
  )
  func secondArticle() throws {
    let (layout, file) = try Self.layout(startingWith: "002")
    #expect(Self.lines(layout, file, .paragraph).count == 55)
    #expect(Self.lines(layout, file, .paragraph).prefix(2) == [6, 10])
    #expect(Self.lines(layout, file, .heading(level: 2)) == [26, 56, 94])
    #expect(Self.lines(layout, file, .title) == [3, 6, 8])
    #expect(Self.lines(layout, file, .furniture) == [1, 5, 6, 124, 126, 128, 130])
    #expect(layout.author?.value.unicodeScalars.count == 2)
    #expect(layout.publisher == nil)
    #expect(layout.date?.value.description == "2025-05-07")
  }
}
