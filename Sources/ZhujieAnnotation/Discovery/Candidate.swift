package import ZhujieEntities

/// A name that no entity file has, proposed to an editor.
package struct Candidate: Sendable, Hashable {
  /// As it is printed most often.
  package let text: String
  package let kind: EntityKind
  package let count: Int
  /// The higher, the surer; only for ordering.
  package let score: Double
  /// What speaks for it, in words.
  package let evidence: [String]
  /// Up to three sentences or parts of sentences that hold it.
  package let contexts: [String]

  package init(
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
