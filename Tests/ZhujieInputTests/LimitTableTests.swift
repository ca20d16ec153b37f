import Foundation
import Testing

@testable import ZhujieInput

@Test("docs/limits.md says of every limit what it is unless it is raised")
func limitTable() throws {
  let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let text = try String(
    contentsOf: root.appendingPathComponent("docs/limits.md"),
    encoding: .utf8
  )
  var told: [String: Int] = [:]
  for line in text.split(separator: "\n") where line.hasPrefix("| `") {
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    let words = try #require(cells.dropFirst().first).split(separator: " ")
    let number = try #require(
      words.first.flatMap { Int($0.replacingOccurrences(of: ",", with: "")) }
    )
    let unit = words.dropFirst().first.map { ["KiB": 10, "MiB": 20, "GiB": 30][$0] ?? 0 } ?? 0
    told[cells[0].trimmingCharacters(in: ["`"])] = number << unit
  }
  let standard = InputLimits()
  for (name, field, _) in InputLimits.keys {
    #expect(told[name] == standard[keyPath: field], "\(name)")
  }
  #expect(told.count == InputLimits.keys.count)
}
