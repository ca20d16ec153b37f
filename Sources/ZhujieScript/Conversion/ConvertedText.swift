package import ZhujieText

/// A span whose display is fixed before conversion, such as a mention shown by its entity's own
/// name. It wins over everything.
package struct ConversionOverride: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
  package let text: String

  package init(span: TextSpan<ReadingSpace>, text: String) {
    self.span = span
    self.text = text
  }
}

/// Why the choice between forms was not clear. The raw value says it in a sentence without a full stop.
package enum AmbiguityReason: String, Sendable {
  case division = "another division of the words around it is nearly as likely"
  case forms = "no word around it decides between its forms"
}

/// A place where the choice between forms was not clear.
package struct AmbiguousSpan: Sendable, Hashable {
  package let span: TextSpan<ReadingSpace>
  /// Every form the span could take, the chosen one first.
  package let candidates: [String]
  package let chosen: String
  package let reason: AmbiguityReason

  package init(span: TextSpan<ReadingSpace>, candidates: [String], chosen: String, reason: AmbiguityReason) {
    self.span = span
    self.candidates = candidates
    self.chosen = chosen
    self.reason = reason
  }
}

/// A reading text as one script shows it.
package struct ConvertedText: Sendable {
  package let text: UTF8Text<DisplaySpace>
  package let alignment: Alignment<ReadingSpace, DisplaySpace>
  /// In ascending order.
  package let ambiguities: [AmbiguousSpan]

  package init(
    text: UTF8Text<DisplaySpace>,
    alignment: Alignment<ReadingSpace, DisplaySpace>,
    ambiguities: [AmbiguousSpan]
  ) {
    self.text = text
    self.alignment = alignment
    self.ambiguities = ambiguities
  }
}
