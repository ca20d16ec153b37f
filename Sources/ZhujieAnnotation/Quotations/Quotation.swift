package import ZhujieEntities
package import ZhujieText

/// Direct speech, with who is taken to say it. A reading by rule of thumb: `decisions.yml` corrects it.
package struct Quotation: Sendable, Hashable {
  /// Who speaks, as far as the text says.
  package enum Speaker: Sendable, Hashable {
    /// Somebody with an entity, named in the sentence or the one before.
    case entity(EntityID)
    /// Somebody without a name, in the text's words: 一位遠山人士.
    case unnamed(String)
    case unknown
  }

  /// The words and the quotation marks around them.
  package let span: TextSpan<ReadingSpace>
  /// The words alone.
  package let words: TextSpan<ReadingSpace>
  package let speaker: Speaker
  /// The verb that introduces it; empty where none does.
  package let verb: String
  /// How the speaker was found, in words.
  package let rule: String
  package let confidence: Double

  package init(
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
