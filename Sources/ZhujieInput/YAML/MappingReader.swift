public import ZhujieText

/// Reads the keys of one YAML mapping, remembers which it was asked for, and at the end reports
/// those that nothing asked for.
///
///     var reader = MappingReader(node, in: file, as: "a source")
///     let title = reader.string("title")
///     let drop = reader.nodes("drop")
///     diagnostics += reader.finish()
///
/// A value of the wrong shape is reported and read as absent.
public struct MappingReader {
  public let file: SourceFile
  /// What the mapping describes, with its article, for messages: "a source".
  public let subject: String
  /// Where the mapping starts.
  public let offset: Int
  public private(set) var diagnostics: [Diagnostic] = []

  private let pairs: [YAMLPair]
  private var asked: [String] = []
  /// How many more findings are told. Nobody reads the hundredth of one file, and each costs a look
  /// at its line.
  private var patience: Int

  /// A node that is no mapping is reported and read as an empty one.
  public init(_ node: YAMLNode, in file: SourceFile, as subject: String) {
    self.init(node, in: file, as: subject, patience: 100)
  }

  private init(_ node: YAMLNode, in file: SourceFile, as subject: String, patience: Int) {
    self.patience = patience
    self.file = file
    self.subject = subject
    offset = node.offset
    if case .mapping(let pairs) = node.content {
      self.pairs = pairs
    } else {
      pairs = []
      if !node.isNull {
        report(
          .error,
          .yamlShape,
          at: node.offset,
          "\(node.shape) stands where \(subject) is expected; write it as a mapping of key: value"
        )
      }
    }
  }

  /// Reports the keys that nothing asked for, and gives all that was found. Call it when all keys
  /// were read.
  public mutating func finish() -> [Diagnostic] {
    for pair in pairs where patience > 0 && !asked.contains(pair.key.text) {
      let nearest = EditDistance.nearest(to: pair.key.text, among: asked)
      report(
        .warning,
        .unknownKey,
        at: pair.key.span.lowerBound,
        "\"\(pair.key.text)\" is no key of \(subject)"
          + (nearest.map { "; the nearest is \"\($0)\"" } ?? "")
      )
    }
    return diagnostics
  }

  public mutating func report(
    _ severity: Severity,
    _ code: DiagnosticCode,
    at offset: Int,
    _ message: String
  ) {
    guard patience > 0 else { return }
    patience -= 1
    diagnostics.append(Diagnostic(severity, code, at: file.location(at: offset), message))
  }

  /// Whether it holds no key at all, or was no mapping.
  public var isEmpty: Bool { pairs.isEmpty }

  /// Whether the key is there, whatever its value. Asking makes it known.
  public mutating func has(_ key: String) -> Bool {
    pair(key) != nil
  }

  /// The place of a key, or of the mapping where the key is not there.
  public mutating func offset(of key: String) -> Int {
    pair(key)?.key.span.lowerBound ?? offset
  }

  /// The value of a key, nil where it is absent or says nothing.
  public mutating func node(_ key: String) -> YAMLNode? {
    guard let value = pair(key)?.value, !value.isNull else { return nil }
    return value
  }

  /// A text; spaces around it do not count, and an empty one is absent.
  public mutating func string(_ key: String) -> YAMLScalar? {
    guard let node = node(key) else { return nil }
    return string(node, "\"\(key)\"")
  }

  public mutating func requiredString(_ key: String) -> YAMLScalar? {
    let before = diagnostics.count
    if let value = string(key) { return value }
    if diagnostics.count == before {
      report(
        .error,
        .missingKey,
        at: offset(of: key),
        "\"\(key)\" is missing; \(subject) needs it"
      )
    }
    return nil
  }

  /// A node as text. `name` is what it is called in a message.
  public mutating func string(_ node: YAMLNode, _ name: String) -> YAMLScalar? {
    guard let scalar = node.scalar else {
      report(.error, .yamlShape, at: node.offset, "\(name) is text, not \(node.shape)")
      return nil
    }
    let text = scalar.text.trimmed
    if text.isEmpty { return nil }
    var span = scalar.span
    if text.utf8.count < scalar.text.utf8.count, file.text[span] == scalar.text {
      let white = scalar.text.unicodeScalars.prefix { !text.unicodeScalars.starts(with: [$0]) }
      let lower = span.lowerBound + white.reduce(0) { $0 + UTF8.width($1) }
      span = TextSpan(lower, lower + text.utf8.count)
    }
    return YAMLScalar(text: text, isPlain: scalar.isPlain, span: span)
  }

  /// The values of a list; one value alone is a list of one.
  public mutating func nodes(_ key: String) -> [YAMLNode] {
    guard let node = node(key) else { return [] }
    if case .sequence(let nodes) = node.content { return nodes }
    return [node]
  }

  /// The texts of a list; one text alone is a list of one.
  public mutating func strings(_ key: String) -> [YAMLScalar] {
    var result: [YAMLScalar] = []
    for node in nodes(key) {
      if let text = string(node, "each of \"\(key)\"") { result.append(text) }
    }
    return result
  }

  /// Reads another mapping and takes over what was found in it.
  public mutating func reading<Result>(
    _ node: YAMLNode,
    as subject: String,
    _ read: (inout MappingReader) -> Result
  ) -> Result {
    var reader = MappingReader(node, in: file, as: subject, patience: patience)
    let result = read(&reader)
    diagnostics += reader.finish()
    patience = reader.patience
    return result
  }

  /// Reads the mapping of a key; nil where the key is absent.
  public mutating func mapping<Result>(
    _ key: String,
    as subject: String,
    _ read: (inout MappingReader) -> Result
  ) -> Result? {
    guard let node = node(key) else { return nil }
    return reading(node, as: subject, read)
  }

  private mutating func pair(_ key: String) -> YAMLPair? {
    if !asked.contains(key) { asked.append(key) }
    return pairs.first { $0.key.text == key }
  }
}
