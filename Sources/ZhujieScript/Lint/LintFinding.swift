public import ZhujieText

/// Something in a text that is not as its script asks.
public struct LintFinding: Sendable, Hashable {
  public enum Rule: String, Sendable, CaseIterable {
    /// A character that the expected script does not write.
    case wrongScript = "wrong-script"
    /// A character that a converter made of one that was right: 迴歸, 皇後.
    case overConversion = "over-conversion"
    /// A character that both scripts write and a converter left where it has another form: 有云, 关系 as 關系.
    case missedConversion = "missed-conversion"
    /// A form that the text elsewhere writes differently: 為 in a text that writes 爲.
    case variantInconsistency = "variant-inconsistency"
    /// A half-width mark in Chinese, or a full-width letter or digit.
    case punctuationWidth = "punctuation-width"
  }

  public let rule: Rule
  /// Nil for a finding about the whole document.
  public let span: TextSpan<ReadingSpace>?
  public let text: String
  public let suggestion: String
  /// How often a habit of the whole document was seen; 1 for a single place.
  public let count: Int

  public var isWholeDocument: Bool { span == nil }

  public init(
    _ rule: Rule,
    at span: TextSpan<ReadingSpace>?,
    text: String,
    suggestion: String,
    count: Int = 1
  ) {
    self.rule = rule
    self.span = span
    self.text = text
    self.suggestion = suggestion
    self.count = count
  }
}
