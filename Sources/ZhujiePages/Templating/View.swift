public import ZhujieMarkdown
import ZhujieText

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
  /// As they were given.
  private(set) var own: [(ViewName, ViewValue)]
  /// Views that many others have as well.
  private(set) var shared: [SharedView] = []

  init(_ values: [(ViewName, ViewValue)] = []) {
    own = values
  }

  public init(dictionaryLiteral elements: (ViewName, ViewValue)...) {
    own = elements
  }

  /// Its own values and then those that are shared. Of two with one name the first counts.
  var values: [(ViewName, ViewValue)] {
    shared.isEmpty ? own : own + shared.flatMap(\.view.values)
  }

  public subscript(_ name: String) -> ViewValue? {
    values.first { $0.0.string == name }?.1
  }

  /// Adds the values of another view; its own values win.
  public consuming func merging(_ other: consuming View) -> View {
    own += other.own
    shared += other.shared
    return self
  }

  /// Adds a view that is merged into others as well, below all that is not.
  consuming func merging(_ other: SharedView) -> View {
    shared.append(other)
    return self
  }
}

/// A view that is the same in many pages, and its shape, which is found once.
final class SharedView: Sendable {
  let view: View
  private let known = Locked<(templates: PageShapes, part: ShapedPart)?>(nil)

  init(_ view: View) { self.view = view }

  /// `make` shapes it where that was not done before for these templates.
  func shaped(for templates: PageShapes, _ make: () -> ShapedPart) -> ShapedPart {
    if let part = known.withLock({ $0?.templates === templates ? $0?.part : nil }) { return part }
    let part = make()
    known.withLock { $0 = (templates, part) }
    return part
  }
}
