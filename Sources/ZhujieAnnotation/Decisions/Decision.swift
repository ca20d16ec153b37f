public import ZhujieEntities
public import ZhujieText

/// What an editor settled about one place, found again by its words and not by its offset.
public struct Decision: Sendable, Hashable {
  public enum Verdict: Sendable, Hashable {
    /// The quotation names this entity, whatever rules and sense say.
    case names(EntityID)
    /// The quotation names nobody, or not this entity.
    case isNot(EntityID?)
    /// The quotation is to be read as these words: a slip of the source.
    case readsAs(String)
    /// The direct speech that the quotation stands in is this entity's, or nobody's.
    case speaker(EntityID?)
  }

  /// The ID or siglum of a source; nil where it holds in any.
  public let source: String?
  public let quote: String
  /// Words right before and right after the quotation; empty where it is long enough by itself.
  public let before: String
  public let after: String
  public let verdict: Verdict
  /// Where it is written, for findings.
  public let location: SourceLocation?

  public init(
    source: String? = nil,
    quote: String,
    before: String = "",
    after: String = "",
    verdict: Verdict,
    location: SourceLocation? = nil
  ) {
    self.source = source
    self.quote = quote
    self.before = before
    self.after = after
    self.verdict = verdict
    self.location = location
  }
}
