import ZhujieEntities
import ZhujieMarkdown

/// Elements of a drawing: geometry as attributes, looks as classes.
struct SVGWriter: ~Copyable {
  var out = HTMLBuilder()

  /// A drawing of its natural size inside a box that scrolls and can be focused.
  static func figure(
    width: Int,
    height: Int,
    title: String,
    description: String,
    _ out: inout HTMLBuilder,
    _ draw: (inout SVGWriter) -> Void
  ) {
    out.open(
      "div",
      [("class", "drawing"), ("tabindex", "0"), ("role", "region"), ("aria-label", title)]
    )
    out.open(
      "svg",
      [
        ("width", "\(width)"), ("height", "\(height)"),
        ("viewBox", "0 0 \(width) \(height)"),
      ]
    )
    out.element("title") { $0.text(title) }
    if !description.isEmpty { out.element("desc") { $0.text(description) } }
    var svg = SVGWriter()
    draw(&svg)
    out.html(svg.out.html)
    out.close("svg")
    out.close("div")
  }

  mutating func line(_ name: String, _ x1: Int, _ y1: Int, _ x2: Int, _ y2: Int) {
    out.element(
      "line",
      [("class", name), ("x1", "\(x1)"), ("y1", "\(y1)"), ("x2", "\(x2)"), ("y2", "\(y2)")]
    )
  }

  mutating func path(_ name: String, _ data: String) {
    out.element("path", [("class", name), ("d", data)])
  }

  mutating func rect(_ name: String, _ box: Box) {
    out.element(
      "rect",
      [
        ("class", name), ("x", "\(box.x)"), ("y", "\(box.y)"), ("width", "\(box.width)"),
        ("height", "\(box.height)"),
      ]
    )
  }

  /// A line of text, its anchor a class of the style sheet: `start` is none.
  mutating func text(_ name: String, _ x: Int, _ y: Int, _ text: String, language: String = "") {
    var attributes: [(StaticString, String)] = [("class", name), ("x", "\(x)"), ("y", "\(y)")]
    if !language.isEmpty { attributes.append(("lang", language)) }
    out.element("text", attributes) { $0.text(text) }
  }

  /// The shape of a kind around a point: what colour alone must not tell.
  mutating func shape(_ kind: EntityKind?, _ x: Int, _ y: Int, _ r: Int) {
    let name = "shape-of " + (kind?.rawValue ?? "none")
    switch kind {
    case .person:
      out.element(
        "circle",
        [("class", name), ("cx", "\(x)"), ("cy", "\(y)"), ("r", "\(r)")]
      )
    case .organization, .system:
      rect(name, Box(x: x - r, y: y - r, width: 2 * r, height: 2 * r))
    case .product:
      path(name, "M\(x) \(y - r - 1)L\(x + r + 1) \(y)L\(x) \(y + r + 1)L\(x - r - 1) \(y)Z")
    case .event:
      path(name, "M\(x) \(y - r)L\(x + r) \(y + r)L\(x - r) \(y + r)Z")
    case nil:
      out.element(
        "circle",
        [("class", name), ("cx", "\(x)"), ("cy", "\(y)"), ("r", "\(max(r - 2, 2))")]
      )
    }
  }

  /// What `draw` writes, inside a link where there is somewhere to go.
  mutating func linked(_ href: SafeURL?, _ draw: (inout SVGWriter) -> Void) {
    guard let href else {
      draw(&self)
      return
    }
    out.startTag("a")
    out.attribute("href", href)
    out.endTag()
    draw(&self)
    out.close("a")
  }
}
