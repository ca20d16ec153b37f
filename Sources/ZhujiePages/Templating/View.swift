import Mustache
package import ZhujieMarkdown

/// What a template can show under a name.
package enum ViewValue: Sendable {
  /// Plain text, written as `{{name}}` and escaped there; empty text is absent.
  case text(String)
  /// Text that is already markup, written as `{{{name}}}`.
  case html(HTML)
  /// Markup of which only its number goes through the template engine; `Slots` puts it in its place afterwards.
  case slot(Int)
  case flag(Bool)
  case list([View])
  case view(View)
}

/// The content of a page or of a part of it: values by the names that templates use.
package struct View: Sendable, MustacheParent, ExpressibleByDictionaryLiteral {
  package private(set) var values: [String: ViewValue]

  package init(_ values: [String: ViewValue] = [:]) {
    self.values = values
  }

  package init(dictionaryLiteral elements: (String, ViewValue)...) {
    values = Dictionary(elements) { _, last in last }
  }

  package subscript(_ name: String) -> ViewValue? {
    get { values[name] }
    set { values[name] = newValue }
  }

  /// Adds the values of another view; its own values win.
  package func merging(_ other: View) -> View {
    View(values.merging(other.values) { own, _ in own })
  }

  /// This view with some of its values replaced.
  func replacing(_ values: [String: ViewValue]) -> View {
    View(self.values.merging(values) { _, new in new })
  }

  /// What swift-mustache asks for. A known name without a value must not fall through to the view around it.
  package func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text): text.isEmpty ? Absent() : Written(renderText: Slots.withoutMarks(text))
    case .html(let html): html.isEmpty ? Absent() : Written(renderText: html.string)
    case .slot(let number): Written(renderText: Slots.mark(number))
    case .flag(let flag): flag
    case .list(let views): views
    case .view(let view): view
    case nil: nil
    }
  }
}

/// A value that is not there: sections over it are skipped.
private struct Absent: MustacheCustomRenderable {
  var renderText: String { "" }
  var isNull: Bool { true }
}

/// Text that is there. Inside a section over it the engine asks it for every name first, and would read it by reflection
/// if it could not say that it has none.
private struct Written: MustacheCustomRenderable, MustacheParent {
  let renderText: String
  var isNull: Bool { false }
  func child(named name: String) -> Any? { nil }
}
