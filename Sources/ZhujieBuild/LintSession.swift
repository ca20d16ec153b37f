import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieScript
public import ZhujieText

/// Looks at the script of single texts.
public struct LintSession: Sendable {
  /// One thing that lint says of a text.
  public struct Finding: Sendable {
    /// UTF-8 offsets in the file; nil for what holds for the whole text.
    public let span: TextSpan<FileSpace>?
    /// `wrong-script`, `over-conversion` …; `ambiguous` for a conversion whose choice was not clear.
    public let rule: String
    public let text: String
    public let suggestion: String
    /// The other readings of an ambiguous span, and why it was not clear.
    public let note: String
  }

  private let lint: ScriptLint
  private let knowledge: ConversionKnowledge

  /// With `seeds` the names of that project and its glossary take part, and what its decisions settle is not told.
  public init(seeds: String?) throws(BuildError) {
    let tables = try ScriptTables.checked()
    knowledge = try ConversionKnowledge(seeds: seeds)
    lint = ScriptLint(rules: knowledge.rules, tables: tables)
  }

  /// Reads a text by its path, or from bytes that came on standard input.
  public func text(at path: String, bytes: [UInt8]?) throws(BuildError) -> LintedText {
    let shown = SourcePath(path)
    let found: (file: SourceFile?, diagnostics: [Diagnostic])
    if let bytes {
      let (text, diagnostics) = decodedText(bytes, path: shown)
      found = (text.map { SourceFile(path: shown, text: $0) }, diagnostics)
    } else {
      do {
        found = try DocumentReader.file(at: path, shownAs: shown, limits: knowledge.limits)
      } catch {
        throw .input(error)
      }
    }
    // A text that is not called Markdown may hold code as `convert` sees it.
    let isPlain = DocumentReader.format(of: shown) == .plainText
    let source = bytes == nil ? try knowledge.ofSource(at: path) : nil
    guard let file = found.file else {
      return LintedText(file: nil, reading: .empty, opaque: [], knowledge: source, diagnostics: found.diagnostics)
    }
    let document = DocumentReader.document(file, format: DocumentReader.format(of: shown), limits: knowledge.limits)
    let markup = BodyReader.markup(of: document.document, limits: knowledge.limits.markup)
    // A text that is too much for the parser has no reading text; what else is wrong with its Markdown is for `check`.
    let refusals = markup.diagnostics.filter { [.markdownLimit, .markdownNull].contains($0.code) }
    return LintedText(
      file: refusals.isEmpty ? file : nil, reading: markup.reading,
      opaque: isPlain ? opaque(in: markup.reading, of: file) : markup.reading.opaque, knowledge: source,
      diagnostics: found.diagnostics + refusals)
  }

  /// What is to be said of a text, in order of place; what holds for the whole comes last. With `isAmbiguousOnly` the
  /// conversions to the other script whose choice was not clear instead.
  public func findings(in text: LintedText, expecting script: Script?, isAmbiguousOnly: Bool) -> [Finding] {
    let reading = text.reading
    let known = text.knowledge ?? knowledge
    let settled = settledSpans(in: reading.text, known.readings)
    if isAmbiguousOnly { return ambiguities(in: text, written: script, known.rules, except: settled) }
    let lint = known.rules.sourceGlossary.isEmpty ? lint : ScriptLint(rules: known.rules, tables: .builtIn)
    return lint.findings(in: reading.text, expecting: script, skipping: text.opaque).compactMap { finding in
      if let span = finding.span, settled.contains(where: { $0.overlaps(span) }) { return nil }
      return Finding(
        span: finding.span.map { reading.alignment.map($0) }, rule: finding.rule.rawValue, text: finding.text,
        suggestion: finding.suggestion, note: "")
    }
  }

  /// What is not looked at in a plain text: what its reader found, and what `convert` leaves as it is.
  private func opaque(in reading: ReadingText, of file: SourceFile) -> [TextSpan<ReadingSpace>] {
    let back = reading.alignment.inverse
    let verbatim = ScriptLint.verbatimSpans(in: file.text).map { back.map($0) }.filter { !$0.isEmpty }
    var spans: [TextSpan<ReadingSpace>] = []
    for span in (reading.opaque + verbatim).sorted(by: { $0.lowerBound < $1.lowerBound }) {
      let lower = max(span.lowerBound, spans.last?.upperBound ?? 0)
      if lower < span.upperBound { spans.append(TextSpan(lower, span.upperBound)) }
    }
    return spans
  }

  private func settledSpans(
    in text: UTF8Text<ReadingSpace>, _ readings: [SettledReading]
  ) -> [TextSpan<ReadingSpace>] {
    guard !readings.isEmpty else { return [] }
    let normalized = Normalizer().normalize(text)
    return readings.flatMap { $0.spans(in: normalized) }
  }

  private func ambiguities(
    in text: LintedText, written: Script?, _ rules: ConversionRules, except settled: [TextSpan<ReadingSpace>]
  ) -> [Finding] {
    let reading = text.reading
    let script = written ?? ScriptTables.builtIn.scriptEvidence(of: reading.text).script ?? .simplified
    let converter = Converter(to: script == .traditional ? .hans : .hant, rules: rules)
    let found = converter.convert(reading.text, keeping: text.opaque, listingAmbiguities: true).ambiguities
    return found.compactMap { ambiguity in
      if settled.contains(where: { $0.overlaps(ambiguity.span) }) { return nil }
      return Finding(
        span: reading.alignment.map(ambiguity.span), rule: "ambiguous", text: reading.text[ambiguity.span],
        suggestion: ambiguity.chosen,
        note: ambiguity.candidates.joined(separator: " | ") + ": " + ambiguity.reason.rawValue)
    }
  }
}

/// A text on its way to lint.
public struct LintedText: Sendable {
  /// Nil where it cannot be read; then the diagnostics say why.
  public let file: SourceFile?
  let reading: ReadingText
  /// What is not looked at, in ascending order.
  let opaque: [TextSpan<ReadingSpace>]
  /// What the project knows of it where it is one of its sources.
  let knowledge: ConversionKnowledge?
  public let diagnostics: [Diagnostic]
}

/// The names of entities that are given in both scripts.
enum ScriptPairs {
  static func of(_ catalog: EntityCatalog) -> [ScriptPair] {
    catalog.entities.compactMap { entity in
      guard let hans = entity.names.zhHans, let hant = entity.names.zhHant else { return nil }
      return ScriptPair(hans: hans, hant: hant)
    }
  }
}
