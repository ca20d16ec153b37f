public import ZhujieEntities

/// A name that no entity file has, proposed to an editor.
public struct Candidate: Sendable, Hashable {
  /// As it is printed most often.
  public let text: String
  public let kind: EntityKind
  public let count: Int
  /// The higher, the surer; only for ordering.
  public let score: Double
  /// What speaks for it, in words.
  public let evidence: [String]
  /// Up to three sentences or parts of sentences that hold it.
  public let contexts: [String]

  public init(
    text: String,
    kind: EntityKind,
    count: Int,
    score: Double,
    evidence: [String],
    contexts: [String]
  ) {
    self.text = text
    self.kind = kind
    self.count = count
    self.score = score
    self.evidence = evidence
    self.contexts = contexts
  }
}
