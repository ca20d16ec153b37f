public import ZhujieText

/// What a statement stands on: `[a, 12]`, `[a, 12-14, 16]`, `[[a, 12], [b, 3]]`, `"[@a 12; @b 3]"`
/// or `a` alone for the whole of it.
extension MappingReader {
  public mutating func citation(_ key: String) -> Citation? {
    guard let node = node(key) else { return nil }
    guard let parts = parts(node), !parts.isEmpty else {
      report(
        .error,
        .malformedCitation,
        at: node.offset,
        "\(Self.spelling(node)) is no citation; write [a, 12-14], [[a, 12], [b, 3]] or \"[@a 12; @b 3]\""
      )
      return nil
    }
    return Citation(parts: parts)
  }

  private func parts(_ node: YAMLNode) -> [Citation.Part]? {
    switch node.content {
    case .mapping:
      return nil
    case .scalar(let scalar):
      var text = Substring(scalar.text.trimmed)
      if text.first == "[", text.last == "]" { text = text.dropFirst().dropLast() }
      if text.first == "@" { return Citation(String(text))?.parts }
      guard !text.isEmpty,
        !text.unicodeScalars.contains(where: { " ;,[]@".unicodeScalars.contains($0) })
      else { return nil }
      return [Citation.Part(source: String(text), paragraphs: [])]
    case .sequence(let nodes):
      guard let first = nodes.first else { return nil }
      if case .sequence = first.content {
        var all: [Citation.Part] = []
        for node in nodes {
          guard case .sequence = node.content, let parts = parts(node) else { return nil }
          all += parts
        }
        return all
      }
      guard let source = first.scalar?.text.trimmed, !source.isEmpty else { return nil }
      if source.first == "@" || source.first == "[" {
        var all: [Citation.Part] = []
        for node in nodes {
          guard node.scalar != nil, let parts = parts(node) else { return nil }
          all += parts
        }
        return all
      }
      var paragraphs: [ClosedRange<Int>] = []
      for node in nodes.dropFirst() {
        guard let text = node.scalar?.text, let ranges = Citation.paragraphs(text), !ranges.isEmpty
        else { return nil }
        paragraphs += ranges
      }
      return [Citation.Part(source: source, paragraphs: paragraphs)]
    }
  }

  private static func spelling(_ node: YAMLNode) -> String {
    node.scalar.map { "\"\($0.text)\"" } ?? node.shape
  }
}
