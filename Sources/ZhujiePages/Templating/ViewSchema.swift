/// The names a page offers to its template, and the shape of each. Templates are checked against it when they are
/// loaded, and views against it in tests, so a misspelt name can not print as nothing.
public struct ViewSchema: Sendable, ExpressibleByDictionaryLiteral {
  public indirect enum Shape: Sendable {
    case text, html, flag
    case list(ViewSchema)
    case view(ViewSchema)
  }

  public let shapes: [String: Shape]

  public init(dictionaryLiteral elements: (String, Shape)...) {
    shapes = Dictionary(elements) { _, last in last }
  }

  init(_ shapes: [String: Shape]) {
    self.shapes = shapes
  }

  /// This schema with the names of another.
  public func adding(_ other: ViewSchema) -> ViewSchema {
    ViewSchema(shapes.merging(other.shapes) { own, _ in own })
  }

  /// The names in which a view differs from the schema: missing, unknown or of another shape. Empty where it conforms.
  public func differences(from view: View, at place: String = "") -> [String] {
    var found: [String] = []
    for name in shapes.keys.sorted() {
      guard let shape = shapes[name] else { continue }
      switch (shape, view[name]) {
      case (.text, .text), (.html, .html), (.flag, .flag): break
      case (.list(let schema), .list(let views)):
        for (index, item) in views.enumerated() {
          found += schema.differences(from: item, at: "\(place)\(name)[\(index)].")
        }
      case (.view(let schema), .constants(let item)):
        found += schema.shapes.keys.filter { name in !item.texts.contains { $0.name == name } }.sorted()
          .map { "\(place)\(name).\($0) is missing" }
      case (_, nil): found.append("\(place)\(name) is missing")
      default: found.append("\(place)\(name) has another shape")
      }
    }
    for name in view.values.map(\.0.string).sorted() where shapes[name] == nil {
      found.append("\(place)\(name) is not in the schema")
    }
    return found
  }
}
