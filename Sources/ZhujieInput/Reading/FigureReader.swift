public import ZhujieEntities
public import ZhujieText

/// A figure that the report follows through its sources, as `figures.yml` says it.
public struct NamedFigure: Sendable, Hashable {
  /// What one source says of it.
  public struct Statement: Sendable, Hashable {
    /// As written, with the hedge in front: `超過3800億元`, `11.33%`.
    public let value: String
    /// How English pages say it; nil where its number tells enough.
    public let english: String?
    public let source: Citation?
    public let offset: Int
  }

  public let id: String
  public let metric: MultilingualText
  /// The ID of the entity that it is about.
  public let subject: String?
  public let period: EDTFDate?
  public let statements: [Statement]
  public let note: MultilingualText?
  public let offset: Int
}

/// Arithmetic between figures: `cloud / total ≈ cloud-share`.
public struct FigureCheck: Sendable, Hashable {
  public let expression: String
  public let note: MultilingualText?
  public let offset: Int
}

/// What `figures.yml` holds.
public struct FigureFile: Sendable, Hashable {
  public let file: SourceFile
  public var figures: [NamedFigure] = []
  public var checks: [FigureCheck] = []
}

/// Reads `figures.yml`.
///
///     figures:
///       - id: cloud-share
///         metric: {zh: 云收入占比, en: Cloud's share of revenue}
///         subject: example-cloud
///         period: 2024-Q4
///         statements:
///           - {value: 11.33%, source: [a, 60]}
///           - {value: 11%, source: [b, 38]}
///       - id: rank
///         statements: [{value: 第四, en: fourth, source: [a, 16]}]
///     checks:
///       - {that: cloud / total ≈ cloud-share}
public enum FigureReader {
  public static func figures(
    _ file: SourceFile,
    limits: InputLimits = InputLimits()
  ) -> (file: FigureFile, diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    var result = FigureFile(file: file)
    guard let node = shelf.yaml(of: file) else { return (result, shelf.diagnostics) }
    var reader = MappingReader(node, in: file, as: "a file of figures")
    var seen: Set<String> = []
    for node in reader.nodes("figures") {
      let figure = reader.reading(node, as: "a figure") { reader -> NamedFigure? in
        Self.figure(&reader, at: node.offset)
      }
      guard let figure else { continue }
      guard seen.insert(figure.id).inserted else {
        reader.report(
          .error,
          .duplicateKey,
          at: figure.offset,
          "\"\(figure.id)\" is the ID of a figure above too; an ID names one"
        )
        continue
      }
      result.figures.append(figure)
    }
    for node in reader.nodes("checks") {
      let check = reader.reading(node, as: "a check") { reader -> FigureCheck? in
        let note = reader.multilingual("note")
        guard let that = reader.requiredString("that") else { return nil }
        return FigureCheck(expression: that.text, note: note, offset: that.span.lowerBound)
      }
      if let check { result.checks.append(check) }
    }
    shelf.add(reader.finish())
    return (result, shelf.diagnostics)
  }

  private static func figure(_ reader: inout MappingReader, at offset: Int) -> NamedFigure? {
    let id = reader.requiredString("id")
    let metric = reader.multilingual("metric")
    let subject = reader.string("subject")?.text
    let period = reader.date("period")
    let note = reader.multilingual("note")
    var statements: [NamedFigure.Statement] = []
    for node in reader.nodes("statements") {
      let statement = reader.reading(node, as: "a statement") { reader -> NamedFigure.Statement? in
        let source = reader.citation("source")
        let english = reader.string("en")?.text
        guard let value = reader.requiredString("value") else { return nil }
        return NamedFigure.Statement(
          value: value.text,
          english: english,
          source: source,
          offset: value.span.lowerBound
        )
      }
      if let statement { statements.append(statement) }
    }
    guard let id else { return nil }
    guard isName(id.text) else {
      reader.report(
        .error,
        .yamlValue,
        at: id.span.lowerBound,
        "\"\(id.text)\" is no ID of a figure; it begins with a letter and holds only a-z, 0-9 and -"
      )
      return nil
    }
    if statements.isEmpty {
      reader.report(
        .error,
        .missingKey,
        at: offset,
        "\"\(id.text)\" has no statements; a figure needs at least one, with value and source"
      )
      return nil
    }
    return NamedFigure(
      id: id.text,
      metric: metric ?? MultilingualText(en: id.text),
      subject: subject,
      period: period,
      statements: statements,
      note: note,
      offset: id.span.lowerBound
    )
  }

  private static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first >= 0x61, first <= 0x7A else { return false }
    return text.utf8.allSatisfy {
      ($0 >= 0x61 && $0 <= 0x7A) || ($0 >= 0x30 && $0 <= 0x39) || $0 == 0x2D
    }
  }
}
