import Foundation
import Testing

/// Holds the house to its plan by reading its files.
struct HouseTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static func files(under folder: String, _ fileExtensions: Set<String>) -> [URL] {
    let start = root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(at: start, includingPropertiesForKeys: nil)
    return (found?.allObjects as? [URL] ?? []).filter { fileExtensions.contains($0.pathExtension) }
      .sorted { $0.path < $1.path }
  }

  @Test("every room imports only what the plan lets it", arguments: Plan.imports.keys.sorted())
  func imports(room: String) throws {
    let files = Self.files(under: "Sources/" + room, ["swift"])
    #expect(!files.isEmpty, "the plan names a room that is not there")
    for file in files {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1 else { continue }
        let module = String(words[place + 1])
        #expect(
          Plan.imports[room]?.contains(module) == true,
          "\(file.lastPathComponent) imports \(module), which is not in the plan of \(room)")
      }
    }
  }

  @Test("every folder of Sources is a room of the plan or a door to C")
  func rooms() throws {
    let folders = try FileManager.default.contentsOfDirectory(atPath: Self.root.path + "/Sources")
    for folder in folders where !folder.hasPrefix("C") && folder != "README.md" && !folder.hasPrefix(".") {
      #expect(Plan.imports[folder] != nil, "\(folder) is not in the plan")
    }
  }

  @Test("words that the plan keeps out of rooms are not there", arguments: Plan.words.map(\.word))
  func words(word: String) throws {
    guard let rule = Plan.words.first(where: { $0.word == word }) else { return }
    for file in Self.files(under: "Sources", ["swift"]) {
      let parts = file.path.split(separator: "/").map(String.init)
      guard let sources = parts.lastIndex(of: "Sources"), parts.count > sources + 1,
        !rule.allowedIn.contains(parts[sources + 1])
      else { continue }
      let code = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
        .filter { !$0.drop(while: { $0 == " " }).hasPrefix("//") }
      #expect(
        !code.contains { $0.contains(word) }, "\(file.lastPathComponent) holds “\(word)”: \(rule.reason)")
    }
  }

  @Test("no value is unwrapped by force")
  func forcedUnwraps() throws {
    let forced = /[\w)\]>]![^=\w]|[\w)\]]!$/
    for file in Self.files(under: "Sources", ["swift"]) {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        // Of the code, what stands outside texts and before a comment.
        let parts = line.replacing("\\\"", with: "").split(separator: "\"", omittingEmptySubsequences: false)
        let code = parts.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined(separator: " ")
        let bare = code.split(separator: "//", maxSplits: 1, omittingEmptySubsequences: false).first ?? ""
        #expect(bare.firstMatch(of: forced) == nil, "\(file.lastPathComponent): \(line)")
      }
    }
  }

  /// Words of the language that are also names in our report: a shopping day and a set phrase.
  private static let commonWords: Set<String> = ["双十一", "雙十一", "四小龙", "四小龍"]

  @Test("the generator knows none of the names in seeds/")
  func noNamesOfTheDossier() throws {
    var names: Set<String> = []
    for file in Self.files(under: "seeds/entities", ["md"]) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let line = text.split(separator: "\n").first { $0.hasPrefix("names:") } ?? ""
      for piece in line.split(whereSeparator: { ",:{}[]\"'".contains($0) }) {
        let name = piece.trimmingCharacters(in: .whitespaces)
        let han = name.unicodeScalars.filter { $0.value >= 0x4E00 && $0.value <= 0x9FFF }.count
        // Two characters may be any word; three and more are somebody's name.
        if han >= 3, han == name.unicodeScalars.count, !Self.commonWords.contains(name) { names.insert(name) }
      }
    }
    #expect(!names.isEmpty)
    let words = try Self.roomTexts()
    for name in names.sorted() {
      for (file, text) in words {
        #expect(!text.contains(name), "\(file) knows “\(name)”")
      }
    }
  }

  private static func roomTexts() throws -> [(String, String)] {
    let files =
      Self.files(under: "Sources", ["swift", "c", "h", "tsv", "txt"])
      + Self.files(under: "Templates", ["mustache", "css", "js"]) + Self.files(under: "Sources/CStarters/projects", ["md", "yml", "txt"])
    return try files.map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }

  @Test("the built-in theme is the folder Templates")
  func theme() throws {
    let list = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/CBuiltInTheme/theme.c"), encoding: .utf8)
    let templates = Self.root.appendingPathComponent("Templates").path + "/"
    for file in Self.files(under: "Templates", ["mustache", "css", "js", "svg"]) {
      let name = String(file.path.dropFirst(templates.count))
      #expect(list.contains("{\"\(name)\","), "theme.c does not embed \(name)")
    }
  }

  @Test("the projects that init writes are the folder of CStarters")
  func starters() throws {
    let list = try String(
      contentsOf: Self.root.appendingPathComponent("Sources/CStarters/starters.c"), encoding: .utf8)
    let starters = Self.root.appendingPathComponent("Sources/CStarters/projects").path + "/"
    for file in Self.files(under: "Sources/CStarters/projects", ["md", "yml", "txt"]) {
      let name = String(file.path.dropFirst(starters.count))
      #expect(name == "README.md" || list.contains("{\"\(name)\","), "starters.c does not embed \(name)")
    }
  }

  @Test("every limit that zhujie.yml may set is in docs/limits.md, and nothing else is there")
  func limits() throws {
    func keys(_ path: String, after mark: String, upTo end: Character) throws -> Set<String> {
      let text = try String(contentsOf: Self.root.appendingPathComponent(path), encoding: .utf8)
      return Set(text.components(separatedBy: mark).dropFirst().map { String($0.prefix { $0 != end }) })
    }
    let read = try keys("Sources/ZhujieInput/InputLimits.swift", after: "      (\"", upTo: "\"")
    let listed = try keys("docs/limits.md", after: "\n| `", upTo: "`")
    #expect(read.count > 10 && read == listed)
  }

  @Test("every diagnostic code has its cause and cure in docs/diagnostics.md, and nothing else is there")
  func diagnosticCodes() throws {
    let table = try String(
      contentsOf: Self.root.appendingPathComponent("docs/diagnostics.md"), encoding: .utf8)
    var codes: Set<String> = []
    for file in Self.files(under: "Sources", ["swift"]) where file.lastPathComponent.hasPrefix("DiagnosticCode+") {
      for piece in try String(contentsOf: file, encoding: .utf8).components(separatedBy: "DiagnosticCode(\"").dropFirst() {
        codes.insert(String(piece.prefix { $0 != "\"" }))
      }
    }
    var listed: Set<String> = []
    for line in table.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let parts = cells.last?.components(separatedBy: "Cure: ") ?? []
      #expect(cells.count == 2 && parts.count == 2 && !parts.contains(""), "\(line) has no cause or no cure")
      if let code = cells.first { listed.insert(code.trimmingCharacters(in: ["`"])) }
    }
    #expect(listed == codes, "differs in \(listed.symmetricDifference(codes).sorted())")
  }
}
