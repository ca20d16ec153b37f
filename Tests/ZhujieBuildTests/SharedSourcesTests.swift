import Foundation
import TestSupport
import Testing
import ZhujieBuild
import ZhujieText

/// The original articles as bare texts, with the entities of `seeds/`, whose citations then lead to sources that are not there.
struct SharedSourcesTests {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The folder of the originals, beside the project; nil where it is not.
  static var originals: URL? {
    let folder = root.deletingLastPathComponent().appendingPathComponent("shared/seeds")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  @Test(
    "two bare articles build with the project's entities beside them",
    .enabled(if: originals != nil, "the original articles are not beside this checkout"))
  func build() async throws {
    guard let originals = Self.originals else { return }
    let folder = try TemporaryFolder()
    try FileManager.default.createDirectory(atPath: folder.path + "/seeds/sources", withIntermediateDirectories: true)
    let texts = try FileManager.default.contentsOfDirectory(atPath: originals.path).filter { $0.hasSuffix(".txt") }
    #expect(texts.count == 2)
    for text in texts {
      try FileManager.default.copyItem(
        atPath: originals.appendingPathComponent(text).path, toPath: folder.path + "/seeds/sources/" + text)
    }
    try FileManager.default.copyItem(
      atPath: Self.root.appendingPathComponent("seeds/entities").path, toPath: folder.path + "/seeds/entities")
    let outcome = try await Pipeline.build(
      BuildSettings(seeds: folder.path + "/seeds"), output: folder.path + "/site")
    #expect(!outcome.isFailure(isStrict: false), "\(outcome.diagnostics.filter { $0.severity == .error })")
    #expect(outcome.mentions > 400)
    let codes = Set(outcome.diagnostics.map(\.code.name))
    #expect(codes.contains("citation.source-absent"))
    #expect(codes.contains("input.furniture"))
    // Disclaimers, donation lines and the list of stocks are shown apart, without links.
    for page in try folder.files() where page.hasPrefix("site/zh-hant/sources/") && page.hasSuffix("index.html") {
      let text = try folder.read(page)
      guard let start = text.range(of: "<details class=\"furniture\">") else { continue }
      let furniture = text[start.lowerBound...].components(separatedBy: "</details>")[0]
      #expect(!furniture.contains("<a class=\"m"))
    }
  }
}
