package import Testing

/// Fails with the lines that differ, not with two blobs.
package func expectSameText(
  _ actual: String, _ expected: String, _ what: String = "", sourceLocation: SourceLocation = #_sourceLocation
) {
  guard actual != expected else { return }
  let (a, e) = (actual.split(separator: "\n", omittingEmptySubsequences: false), expected.split(separator: "\n", omittingEmptySubsequences: false))
  let difference = e.difference(from: a)
  var lines: [String] = []
  for change in difference {
    switch change {
    case .insert(let offset, let line, _): lines.append("expected \(offset + 1): \(line)")
    case .remove(let offset, let line, _): lines.append("actual   \(offset + 1): \(line)")
    }
  }
  Issue.record("\(what)\n\(lines.prefix(20).joined(separator: "\n"))", sourceLocation: sourceLocation)
}
