public import ZhujieMarkdown

/// What a template can show under a name.
public enum ViewValue: Sendable {
  /// Plain text, written as `{{name}}` and escaped there; empty text is absent.
  case text(String)
  /// Text that is already markup, written as `{{{name}}}`.
  case html(HTML)
  case flag(Bool)
  case list([View])
  /// Values that are the same on all pages of a language.
  case constants(View)
}

/// The content of a page or of a part of it: values by the names that templates use.
public struct View: Sendable, ExpressibleByDictionaryLiteral {
  /// As they were given. Of two with one name the first counts.
  private(set) var values: [(String, ViewValue)]

  init(_ values: [(String, ViewValue)] = []) {
    self.values = values
  }

  public init(dictionaryLiteral elements: (String, ViewValue)...) {
    values = elements
  }

  public subscript(_ name: String) -> ViewValue? {
    values.first { $0.0 == name }?.1
  }

  /// Adds the values of another view; its own values win.
  public func merging(_ other: View) -> View {
    View(values + other.values)
  }
}
