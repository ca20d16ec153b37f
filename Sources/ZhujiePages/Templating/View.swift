public import ZhujieMarkdown

/// What a template can show under a name.
public enum ViewValue: Sendable {
  /// Plain text, written as `{{name}}` and escaped there; empty text is absent.
  case text(String)
  /// Text that is already markup, written as `{{{name}}}`.
  case html(HTML)
  case flag(Bool)
  case list([View])
  /// Texts that are the same on all pages of a language.
  case constants(ConstantTexts)
}

/// Plain texts by the names that templates use.
public struct ConstantTexts: Sendable {
  let texts: [(name: String, text: String)]
}

/// The name of a value, which only the program gives: views are made and thrown away with each page, and there would be more names
/// to count than values.
public struct ViewName: Sendable, ExpressibleByStringLiteral {
  let literal: StaticString

  public init(stringLiteral literal: StaticString) { self.literal = literal }

  public var string: String { literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}

/// The content of a page or of a part of it: values by the names that templates use.
public struct View: Sendable, ExpressibleByDictionaryLiteral {
  /// As they were given. Of two with one name the first counts.
  private(set) var values: [(ViewName, ViewValue)]

  init(_ values: [(ViewName, ViewValue)] = []) {
    self.values = values
  }

  public init(dictionaryLiteral elements: (ViewName, ViewValue)...) {
    values = elements
  }

  public subscript(_ name: String) -> ViewValue? {
    values.first { $0.0.string == name }?.1
  }

  /// Adds the values of another view; its own values win.
  public func merging(_ other: View) -> View {
    View(values + other.values)
  }
}
