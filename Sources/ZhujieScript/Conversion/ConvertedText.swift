public import ZhujieText

/// A span whose display is fixed before conversion, such as a mention shown by its entity's own
/// name. It wins over everything.
public struct ConversionOverride: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  public let text: String

  public init(span: TextSpan<ReadingSpace>, text: String) {
    self.span = span
    self.text = text
  }
}

/// Why the choice between forms was not clear. The raw value says it in a sentence without a full stop.
public enum AmbiguityReason: String, Sendable {
  case division = "another division of the words around it is nearly as likely"
  case forms = "no word around it decides between its forms"
}

/// A place where the choice between forms was not clear.
public struct AmbiguousSpan: Sendable, Hashable {
  public let span: TextSpan<ReadingSpace>
  /// Every form the span could take, the chosen one first.
  public let candidates: [String]
  public let chosen: String
  public let reason: AmbiguityReason

  public init(span: TextSpan<ReadingSpace>, candidates: [String], chosen: String, reason: AmbiguityReason) {
    self.span = span
    self.candidates = candidates
    self.chosen = chosen
    self.reason = reason
  }
}

/// A reading text as one script shows it.
public struct ConvertedText: Sendable {
  public let text: UTF8Text<DisplaySpace>
  public let alignment: Alignment<ReadingSpace, DisplaySpace>
  /// In ascending order.
  public let ambiguities: [AmbiguousSpan]

  public init(
    text: UTF8Text<DisplaySpace>,
    alignment: Alignment<ReadingSpace, DisplaySpace>,
    ambiguities: [AmbiguousSpan]
  ) {
    self.text = text
    self.alignment = alignment
    self.ambiguities = ambiguities
  }
}
