internal import Yams
import ZhujieText

/// Makes our values of the parser's, with places in the file, within the limits.
///
/// The parser writes aliases out by sharing, so a small text can stand for a tree of any size; here
/// it is counted as it is walked.
struct YAMLConversion {
  private(set) var diagnostics: [Diagnostic] = []
  private let file: SourceFile
  private let places: YAMLPlaces
  private let limits: InputLimits
  private var count = 0

  init(file: SourceFile, places: YAMLPlaces, limits: InputLimits) {
    self.file = file
    self.places = places
    self.limits = limits
  }

  mutating func node(_ node: Node, depth: Int) -> YAMLNode? {
    let offset = node.mark.map { start(of: $0) } ?? 0
    guard diagnostics.isEmpty else { return nil }
    count += 1
    guard count <= limits.yamlNodes else {
      return refuse(
        .inputLimit,
        offset,
        "more than \(limits.yamlNodes) values stand in this YAML once its aliases are written out; "
          + "shorten it or raise \"yaml-nodes\" under limits in zhujie.yml"
      )
    }
    guard depth <= limits.yamlDepth else {
      return refuse(
        .inputLimit,
        offset,
        "values lie more than \(limits.yamlDepth) deep in one another; flatten them or raise "
          + "\"yaml-depth\" under limits in zhujie.yml"
      )
    }
    switch node {
    case .scalar(let value):
      let size = value.string.utf8.count
      guard size <= limits.yamlText else {
        return refuse(
          .inputLimit,
          offset,
          "a text of \(size) bytes is longer than \(limits.yamlText); shorten it or raise \"yaml-text\" under limits in zhujie.yml"
        )
      }
      guard let scalar = scalar(value, at: offset) else { return nil }
      return YAMLNode(.scalar(scalar), offset: offset)
    case .sequence(let values):
      var nodes: [YAMLNode] = []
      for value in values {
        guard let converted = self.node(value, depth: depth + 1) else { return nil }
        nodes.append(converted)
      }
      return YAMLNode(.sequence(nodes), offset: offset)
    case .mapping(let values):
      var pairs: [YAMLPair] = []
      var seen: Set<String> = []
      for (key, value) in values {
        guard let keyNode = self.node(key, depth: depth + 1) else { return nil }
        guard let name = keyNode.scalar else {
          return refuse(
            .yamlSyntax,
            keyNode.offset,
            "\(keyNode.shape) cannot be a key; keys are text"
          )
        }
        guard seen.insert(name.text).inserted else {
          return refuse(.duplicateKey, keyNode.offset, "\"\(name.text)\" is given twice; keep one")
        }
        guard let converted = self.node(value, depth: depth + 1) else { return nil }
        pairs.append(YAMLPair(key: name, value: converted))
      }
      return YAMLNode(.mapping(pairs), offset: offset)
    case .alias:
      return refuse(.yamlSyntax, offset, "an alias that leads nowhere; write the value out")
    }
  }

  private mutating func refuse(_ code: DiagnosticCode, _ offset: Int, _ message: String)
    -> YAMLNode?
  {
    diagnostics.append(Diagnostic(.error, code, at: file.location(at: offset), message))
    return nil
  }

  /// The place of a value after its anchor and tag, which the parser counts as part of it.
  private func start(of mark: Mark) -> Int {
    let bytes = file.text.bytes
    var i = places.offset(mark)
    while i < bytes.count, bytes[i] == 0x26 || bytes[i] == 0x21 {
      while i < bytes.count, bytes[i] > 0x20 { i += 1 }
      while i < bytes.count, Self.isWhite(bytes[i]) { i += 1 }
    }
    return i
  }

  private mutating func scalar(_ value: Node.Scalar, at offset: Int) -> YAMLScalar? {
    if value.string.utf8.contains(0) {
      _ = refuse(.yamlSyntax, offset, "\"\\0\" cannot stand in a text; remove it")
      return nil
    }
    let bytes = file.text.bytes
    switch value.style {
    case .singleQuoted, .doubleQuoted:
      guard offset < bytes.count, bytes[offset] == 0x22 || bytes[offset] == 0x27 else { break }
      let end = closingQuote(from: offset)
      return YAMLScalar(text: value.string, isPlain: false, span: TextSpan(offset + 1, end))
    case .literal, .folded:
      var start = offset
      while start < bytes.count, bytes[start] != 0x0A, bytes[start] != 0x0D { start += 1 }
      while start < bytes.count, Self.isWhite(bytes[start]) { start += 1 }
      return YAMLScalar(
        text: value.string,
        isPlain: false,
        span: TextSpan(start, matchedEnd(of: value.string, from: start))
      )
    case .any, .plain:
      break
    }
    return YAMLScalar(
      text: value.string,
      isPlain: true,
      span: TextSpan(offset, matchedEnd(of: value.string, from: offset))
    )
  }

  private func closingQuote(from open: Int) -> Int {
    let bytes = file.text.bytes
    let quote = bytes[open]
    var i = open + 1
    while i < bytes.count {
      if quote == 0x22, bytes[i] == 0x5C {
        i += 2
      } else if bytes[i] != quote {
        i += 1
      } else if quote == 0x27, i + 1 < bytes.count, bytes[i + 1] == quote {
        i += 2
      } else {
        return i
      }
    }
    return bytes.count
  }

  /// Where the text ends in the file if it starts at `start`: a space or line feed of it may be a
  /// line end with indentation there.
  private func matchedEnd(of text: String, from start: Int) -> Int {
    let bytes = file.text.bytes
    var i = min(start, bytes.count)
    var end = i
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A {
        while i < bytes.count, Self.isWhite(bytes[i]) { i += 1 }
      } else {
        guard i < bytes.count, bytes[i] == byte else { break }
        i += 1
        end = i
      }
    }
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return end
  }

  private static func isWhite(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
