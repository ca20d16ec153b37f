package import Mustache
package import ZhujieMarkdown

/// What a template can show under a name.
package enum ViewValue: Sendable {
  /// Plain text, written as `{{name}}` and escaped there; empty text is absent.
  case text(String)
  /// Text that is already markup, written as `{{{name}}}`.
  case html(HTML)
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

  /// What swift-mustache asks for. A known name without a value must not fall through to the view around it.
  package func child(named name: String) -> Any? {
    switch values[name] {
    case .text(let text): text.isEmpty ? Absent() : text
    case .html(let html): html.isEmpty ? Absent() : Fragment(html: html)
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

/// Markup on its way through the template engine.
private struct Fragment: MustacheCustomRenderable {
  let html: HTML
  var renderText: String { html.string }
  var isNull: Bool { false }
}
