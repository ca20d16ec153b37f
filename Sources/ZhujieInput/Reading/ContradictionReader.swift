public import ZhujieEntities
public import ZhujieText

/// A question that the sources answer differently, as `contradictions.yml` says it.
public struct Contradiction: Sendable, Hashable {
  public struct Statement: Sendable, Hashable {
    public let text: MultilingualText
    public let source: Citation?
    public let offset: Int
  }

  public let id: String
  public let question: MultilingualText
  /// The IDs of the entities concerned.
  public let entities: [String]
  public let statements: [Statement]
  public let note: MultilingualText?
  public let offset: Int
}

/// Reads `contradictions.yml`: a list of questions, each with the statements of the sources side by side.
///
///     - id: inner-circle
///       question: {zh: 谁在核心圈, en: Who is in the inner circle?}
///       entities: [lin-yuan]
///       statements:
///         - {text: {zh: 三个人, en: three people}, source: [a, 19]}
///         - {text: {zh: 两个人, en: two people}, source: [b, 6]}
public enum ContradictionReader {
  public static func contradictions(
    _ file: SourceFile,
    limits: InputLimits = InputLimits()
  ) -> (contradictions: [Contradiction], diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    let result = shelf.entries(of: file, entry: "a contradiction", firstKey: "id", contradiction)
    return (result, shelf.diagnostics)
  }

  private static func contradiction(_ reader: inout MappingReader) -> Contradiction? {
    let id = reader.requiredString("id")
    let question = reader.multilingual("question")
    let entities = reader.strings("entities").map(\.text)
    let note = reader.multilingual("note")
    var statements: [Contradiction.Statement] = []
    for node in reader.nodes("statements") {
      let statement = reader.reading(node, as: "a statement") { reader -> Contradiction.Statement? in
        let source = reader.citation("source")
        guard let text = reader.multilingual("text") else { return nil }
        return Contradiction.Statement(text: text, source: source, offset: node.offset)
      }
      if let statement { statements.append(statement) }
    }
    guard let id else { return nil }
    guard Slug.isValid(id.text), let question, statements.count > 1 else {
      reader.report(
        .error,
        .yamlValue,
        at: reader.offset,
        "\"\(id.text)\" is no contradiction; it needs an id of a-z, 0-9 and -, a question and at least two "
          + "statements with text and source"
      )
      return nil
    }
    return Contradiction(
      id: id.text,
      question: question,
      entities: entities,
      statements: statements,
      note: note,
      offset: id.span.lowerBound
    )
  }
}
