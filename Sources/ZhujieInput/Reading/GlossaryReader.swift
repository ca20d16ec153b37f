public import ZhujieText

/// How characters and words are converted in this project, where the tables would do otherwise.
public struct Glossary: Sendable, Hashable {
  public struct Rule: Sendable, Hashable {
    public let from: String
    public let to: String
    /// `zh-Hans`, `zh-Hant`, `zh-Hant-TW` or `zh-Hant-HK`; nil for both directions.
    public let target: DeclaredLanguage?
  }

  /// For every source.
  public var rules: [Rule] = []
  /// For single sources, by ID.
  public var bySource: [String: [Rule]] = [:]

  public init() {}
}

/// Reads `glossary.yml`.
///
///     rules:
///       - {from: 云谷, to: 雲谷}
///       - {from: 里程, to: 里程, target: zh-Hant}
///     sources:
///       weekly: [{from: 干, to: 乾, target: zh-Hant}]
public enum GlossaryReader {
  /// Characters of a word, as many as the conversion looks for.
  private static let longestWord = 128

  public static func glossary(
    _ file: SourceFile,
    sources: [SourceDocument],
    limits: InputLimits = InputLimits()
  ) -> (glossary: Glossary, diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    var glossary = Glossary()
    guard let node = shelf.yaml(of: file) else { return (glossary, shelf.diagnostics) }
    var reader = MappingReader(node, in: file, as: "a glossary")
    glossary.rules = rules(reader.nodes("rules"), &reader)
    if let node = reader.node("sources"), case .mapping(let pairs) = node.content {
      for pair in pairs {
        guard let source = sources.first(where: { $0.isNamed(pair.key.text) }) else {
          reader.report(
            .warning,
            .unknownSource,
            at: pair.key.span.lowerBound,
            "\"\(pair.key.text)\" is neither ID nor siglum of a source of this project; correct or remove it"
          )
          continue
        }
        let nodes: [YAMLNode] =
          if case .sequence(let nodes) = pair.value.content { nodes } else { [pair.value] }
        glossary.bySource[source.id.string, default: []] += rules(nodes, &reader)
      }
    }
    shelf.add(reader.finish())
    return (glossary, shelf.diagnostics)
  }

  private static func rules(_ nodes: [YAMLNode], _ reader: inout MappingReader) -> [Glossary.Rule] {
    nodes.compactMap { node in
      reader.reading(node, as: "a glossary rule") { reader in
        let target = reader.choice("target", among: DeclaredLanguage.allCases.map(\.rawValue))
        guard let from = reader.requiredString("from"), let to = reader.requiredString("to") else {
          return nil
        }
        for word in [from, to] where word.text.unicodeScalars.count > longestWord {
          reader.report(
            .error,
            .yamlValue,
            at: word.span.lowerBound,
            "\"\(word.text.unicodeScalars.prefix(20).map(String.init).joined())…\" is longer than \(longestWord) characters; a glossary is for words"
          )
        }
        return Glossary.Rule(
          from: from.text,
          to: to.text,
          target: target.flatMap(DeclaredLanguage.init)
        )
      }
    }
  }
}

extension SourceDocument {
  /// Whether a name in a file of the project means this source.
  public func isNamed(_ name: String) -> Bool {
    id.string == name || (hasOwnSiglum && siglum == name)
  }
}
