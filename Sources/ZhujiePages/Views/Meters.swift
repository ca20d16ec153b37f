import ZhujieMarkdown

/// Small pictures of counts, as SVG whose shapes are attributes: the pages bear no `style`.
enum Meters {
  /// A bar of `value` against `maximum`.
  static func bar(_ value: Int, of maximum: Int) -> HTML {
    let width = maximum == 0 ? 0 : max(1, value * 100 / maximum)
    var builder = HTMLBuilder()
    builder.open(
      "svg",
      [("class", "meter"), ("viewBox", "0 0 100 1"), ("preserveAspectRatio", "none"), ("aria-hidden", "true")])
    builder.open("rect", [("width", "\(width)"), ("height", "1"), ("fill", "currentColor")])
    builder.close("rect")
    builder.close("svg")
    return builder.html
  }

  /// One step a paragraph, a bar where something is mentioned, higher for more.
  static func dispersion(_ counts: [Int: Int], paragraphs: Int) -> HTML {
    let most = max(1, counts.values.max() ?? 1)
    var builder = HTMLBuilder()
    builder.open(
      "svg",
      [
        ("viewBox", "0 0 \(max(1, paragraphs)) 10"), ("preserveAspectRatio", "none"), ("aria-hidden", "true"),
      ])
    for paragraph in counts.keys.sorted() {
      let height = 4 + 6 * (counts[paragraph] ?? 0) / most
      builder.open(
        "rect",
        [
          ("x", "\(paragraph - 1)"), ("y", "\(10 - height)"), ("width", "1"), ("height", "\(height)"),
          ("fill", "currentColor"),
        ])
      builder.close("rect")
    }
    builder.close("svg")
    return builder.html
  }
}
