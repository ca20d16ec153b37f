import ZhujieMarkdown
public import ZhujieReport
public import ZhujieScript
public import ZhujieText

/// What the script of a source leaves to look at: conversions whose choice was not clear, and what lint says.
public struct TextQuality: Sendable {
  public let ambiguities: [AmbiguousSpan]
  public let lint: [LintFinding]

  public init(of body: AnnotatedBody, typesetter: Typesetter, lint: ScriptLint) {
    ambiguities = typesetter.ambiguities(of: body)
    self.lint = Self.findings(in: body, lint)
  }

  private init(ambiguities: [AmbiguousSpan], lint: [LintFinding]) {
    self.ambiguities = ambiguities
    self.lint = lint
  }

  static func findings(in body: AnnotatedBody, _ lint: ScriptLint) -> [LintFinding] {
    guard let script = body.script else { return [] }
    return lint.findings(in: body.reading.text, expecting: script, skipping: body.reading.opaque)
  }
}

extension TextQuality: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(ambiguities)
    writer.write(lint)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    self.init(ambiguities: try reader.array(), lint: try reader.array())
  }
}

/// The same of all texts of a report, computed once for all pages.
public struct QualityOfTexts: Sendable {
  /// In the order of the report's documents.
  public let documents: [TextQuality]
  /// What lint says of the editors' own texts; texts without a finding are left out.
  let editors: [(body: AnnotatedBody, findings: [LintFinding])]

  public init(documents: [TextQuality], report: Report, lint: ScriptLint) {
    self.documents = documents
    editors = (report.entities.compactMap(\.body) + report.chapters.map(\.body)).compactMap { body in
      let findings = TextQuality.findings(in: body, lint)
      return findings.isEmpty ? nil : (body, findings)
    }
  }
}
