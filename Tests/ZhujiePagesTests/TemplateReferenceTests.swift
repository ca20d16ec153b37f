import Foundation
import TestSupport
import Testing

@testable import ZhujiePages

/// `Templates/README.md` tells authors of templates every name that a page offers; here it is held to the schemas.
struct TemplateReferenceTests {
  private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent(
      "Templates/README.md"
    )
  private static let heading = "## Every name\n"

  /// With ZHUJIE_RECORD=1 the list is written anew, and the run fails all the same, so that somebody reads it.
  @Test("the reference lists every name of every page, and no other")
  func names() throws {
    let text = try String(contentsOf: Self.readme, encoding: .utf8)
    let start = try #require(text.range(of: Self.heading), "the heading “Every name” is missing")
    let told = String(text[start.upperBound...])
    let expected = Self.reference
    if told != expected, ProcessInfo.processInfo.environment["ZHUJIE_RECORD"] == "1" {
      try (text[..<start.upperBound] + expected).write(
        to: Self.readme,
        atomically: true,
        encoding: .utf8
      )
    }
    expectSameText(told, expected)
  }

  private static var reference: String {
    var lines = [
      "", "On every page but `chooser`: " + names(of: Shell.schema, without: ["say"]) + ".", "",
    ]
    for template in Theme.Template.allCases {
      let schema = Schemas.schema(of: template)
      let shared = template == .chooser ? [] : Set(Shell.schema.shapes.keys)
      let own = names(of: schema, without: shared)
      lines.append("- `\(template.rawValue)`: " + (own.isEmpty ? "only those" : own))
    }
    lines += [
      "",
      "`say`: " + Phrases.schema.shapes.keys.sorted().map { "`\($0)`" }.joined(separator: " ")
        + ".",
    ]
    return lines.joined(separator: "\n") + "\n"
  }

  private static func names(of schema: ViewSchema, without left: Set<String>) -> String {
    schema.shapes.keys.sorted().filter { !left.contains($0) }.compactMap { name in
      schema.shapes[name].map { word(for: name, $0) }
    }.joined(separator: " ")
  }

  private static func word(for name: String, _ shape: ViewSchema.Shape) -> String {
    switch shape {
    case .text: "`\(name)`"
    case .html: "`{\(name)}`"
    case .flag: "`\(name)?`"
    case .list(let items), .view(let items): "`#\(name)` (\(names(of: items, without: [])))"
    }
  }
}
