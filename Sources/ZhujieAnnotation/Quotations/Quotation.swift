public import ZhujieEntities
public import ZhujieText

/// Direct speech, with who is taken to say it. A reading by rule of thumb: `decisions.yml` corrects it.
public struct Quotation: Sendable, Hashable {
  /// Who speaks, as far as the text says.
  public enum Speaker: Sendable, Hashable {
    /// Somebody with an entity, named in the sentence or the one before.
    case entity(EntityID)
    /// Somebody without a name, in the text's words: 一位遠山人士.
    case unnamed(String)
    case unknown
  }

  /// The words and the quotation marks around them.
  public let span: TextSpan<ReadingSpace>
  /// The words alone.
  public let words: TextSpan<ReadingSpace>
  public let speaker: Speaker
  /// The verb that introduces it; empty where none does.
  public let verb: String
  /// How the speaker was found, in words.
  public let rule: String
  public let confidence: Double

  public init(
    span: TextSpan<ReadingSpace>,
    words: TextSpan<ReadingSpace>,
    speaker: Speaker,
    verb: String,
    rule: String,
    confidence: Double
  ) {
    self.span = span
    self.words = words
    self.speaker = speaker
    self.verb = verb
    self.rule = rule
    self.confidence = confidence
  }
}
