import ZhujieMarkdown
public import ZhujieReport
public import ZhujieScript
public import ZhujieText

/// What the script of a source leaves to look at: conversions whose choice was not clear, and what lint says.
public struct TextQuality: Sendable {
  public let ambiguities: [AmbiguousSpan]
  public let lint: [LintFinding]
  /// How the pages of each language set the text otherwise than it is written; nil where nobody has looked.
  public private(set) var settings: Localized<DisplayTypography.Counts>?

  public init(of body: AnnotatedBody, typesetter: Typesetter, lint: ScriptLint) {
    ambiguities = typesetter.ambiguities(of: body)
    self.lint = Self.findings(in: body, lint)
  }

  private init(
    ambiguities: [AmbiguousSpan], lint: [LintFinding], settings: Localized<DisplayTypography.Counts>?
  ) {
    self.ambiguities = ambiguities
    self.lint = lint
    self.settings = settings
  }

  /// The same with the settings of a document that some pages show.
  public func settled(by pages: SitePages, document: Int) -> TextQuality {
    var quality = self
    quality.settings = pages.settings(ofDocument: document)
    return quality
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
    writer.write(settings.map { [$0.zhHant, $0.zhHans, $0.en] } ?? [])
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    let (ambiguities, lint): ([AmbiguousSpan], [LintFinding]) = (try reader.array(), try reader.array())
    let settings: [DisplayTypography.Counts] = try reader.array()
    self.init(
      ambiguities: ambiguities, lint: lint,
      settings: settings.count == 3 ? Localized(zhHant: settings[0], zhHans: settings[1], en: settings[2]) : nil)
  }
}

extension DisplayTypography.Counts: CompactCodable {
  public func write(to writer: inout CompactWriter) {
    writer.write(spaces)
    writer.write(marks)
    writer.write(quotes)
  }

  public init(from reader: inout CompactReader) throws(CompactFault) {
    (spaces, marks, quotes) = (try reader.natural(), try reader.natural(), try reader.natural())
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
