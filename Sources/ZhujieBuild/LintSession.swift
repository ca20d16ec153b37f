import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieScript
package import ZhujieText

/// Looks at the script of single texts.
package struct LintSession: Sendable {
  /// One thing that lint says of a text.
  package struct Finding: Sendable {
    /// UTF-8 offsets in the file; nil for what holds for the whole text.
    package let span: TextSpan<FileSpace>?
    /// `wrong-script`, `over-conversion` …; `ambiguous` for a conversion whose choice was not clear.
    package let rule: String
    package let text: String
    package let suggestion: String
    /// The other readings of an ambiguous span, and why it was not clear.
    package let note: String
  }

  private let lint: ScriptLint
  private let rules: ConversionRules

  /// With `seeds` the names of that project take part.
  package init(seeds: String?) throws(BuildError) {
    var pairs: [ScriptPair] = []
    if let seeds {
      do {
        pairs = ScriptPairs.of(try ProjectReader.names(folder: seeds).entities)
      } catch {
        throw .input(error)
      }
    }
    rules = ConversionRules(names: pairs, sourceGlossary: [], projectGlossary: [])
    lint = ScriptLint(rules: rules)
  }

  /// Reads a text by its path, or from bytes that came on standard input.
  package func text(at path: String, bytes: [UInt8]?) throws(BuildError) -> LintedText {
    let shown = SourcePath(path)
    if let bytes {
      let (text, diagnostics) = decodedText(bytes, path: shown)
      return LintedText(file: text.map { SourceFile(path: shown, text: $0) }, diagnostics: diagnostics)
    }
    do {
      let found = try DocumentReader.file(at: path, shownAs: shown)
      return LintedText(file: found.file, diagnostics: found.diagnostics)
    } catch {
      throw .input(error)
    }
  }

  /// What is to be said of a text, in order of place; what holds for the whole comes last. With `isAmbiguousOnly` the
  /// conversions to the other script whose choice was not clear instead.
  package func findings(in file: SourceFile, expecting script: Script?, isAmbiguousOnly: Bool) -> [Finding] {
    let document = DocumentReader.document(file, format: DocumentReader.format(of: file.path))
    let reading = BodyReader.markup(of: document.document, limits: .standard).reading
    if isAmbiguousOnly { return ambiguities(in: reading, written: script) }
    return lint.findings(in: reading.text, expecting: script, skipping: reading.opaque).map { finding in
      Finding(
        span: finding.span.map { reading.alignment.map($0) }, rule: finding.rule.rawValue, text: finding.text,
        suggestion: finding.suggestion, note: "")
    }
  }

  private func ambiguities(in reading: ReadingText, written: Script?) -> [Finding] {
    let script = written ?? ScriptTables.builtIn.scriptEvidence(of: reading.text).script ?? .simplified
    let converter = Converter(to: script == .traditional ? .hans : .hant, rules: rules)
    return converter.convert(reading.text, keeping: reading.opaque, listingAmbiguities: true).ambiguities.map { ambiguity in
      Finding(
        span: reading.alignment.map(ambiguity.span), rule: "ambiguous", text: reading.text[ambiguity.span],
        suggestion: ambiguity.chosen,
        note: ambiguity.candidates.joined(separator: " | ") + ": " + ambiguity.reason)
    }
  }
}

/// A text on its way to lint.
package struct LintedText: Sendable {
  /// Nil where it cannot be read; then the diagnostics say why.
  package let file: SourceFile?
  package let diagnostics: [Diagnostic]
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
