public import ZhujieText

/// What an editor decided about one place, as `decisions.yml` says it.
public struct EditorDecision: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    /// The quotation names this entity.
    case names(String)
    /// It does not name this entity; nil: it names nobody.
    case isNot(String?)
    /// It reads as these words.
    case reads(String)
    /// The speaker of the direct speech is this entity; nil: nobody that has an entity.
    case speaker(String?)
  }

  /// The ID or siglum of a source; nil where it holds in any.
  public let source: String?
  public let quote: String
  /// Words right before and right after the quotation; empty where it is long enough by itself.
  public let before: String
  public let after: String
  public let verdict: Verdict
  public let location: SourceLocation
}

/// Reads `decisions.yml`: a list of places, each found by its words, with one verdict.
///
///     - {quote: 小米粥, is-not: xiaomi}
///     - {quote: 他, after: 說自己, in: weekly, is: lin-yuan}
///     - {quote: 有云 + AI, reads: 有雲 + AI}
///     - {quote: 這件事可以說, speaker: nobody}
public enum DecisionReader {
  /// The word for no entity at all.
  private static let nobody = "nobody"

  public static func decisions(
    _ file: SourceFile,
    limits: InputLimits = InputLimits()
  ) -> (decisions: [EditorDecision], diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    let decisions = shelf.entries(of: file, entry: "a decision", firstKey: "quote", decision)
    return (decisions, shelf.diagnostics)
  }

  private static func decision(_ reader: inout MappingReader) -> EditorDecision? {
    let quote = reader.requiredString("quote")
    let source = reader.string("in")?.text
    let before = reader.string("before")?.text ?? ""
    let after = reader.string("after")?.text ?? ""
    var verdicts: [EditorDecision.Verdict] = []
    if let name = reader.string("is")?.text {
      verdicts.append(name == nobody ? .isNot(nil) : .names(name))
    }
    if let name = reader.string("is-not")?.text { verdicts.append(.isNot(name)) }
    if let words = reader.string("reads")?.text { verdicts.append(.reads(words)) }
    if let name = reader.string("speaker")?.text {
      verdicts.append(.speaker(name == nobody ? nil : name))
    }
    guard let quote else { return nil }
    guard let verdict = verdicts.first, verdicts.count == 1 else {
      reader.report(
        .error,
        verdicts.isEmpty ? .missingKey : .yamlValue,
        at: reader.offset,
        "“\(quote.text)” has \(verdicts.count) verdicts; a decision has one of is, is-not, reads and speaker"
      )
      return nil
    }
    return EditorDecision(
      source: source,
      quote: quote.text,
      before: before,
      after: after,
      verdict: verdict,
      location: reader.file.location(at: reader.offset)
    )
  }
}
