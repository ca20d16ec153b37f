import ZhujieMarkdown

/// Small pictures of counts, as SVG whose shapes are attributes: the pages bear no `style`.
enum Meters {
  /// A bar of `value` against `maximum`.
  static func bar(_ value: Int, of maximum: Int) -> HTML {
    let width = maximum == 0 ? 0 : max(1, value * 100 / maximum)
    var builder = HTMLBuilder()
    builder.open(
      "svg",
      [
        ("class", "meter"), ("viewBox", "0 0 100 1"), ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
      ]
    )
    builder.open("rect", [("width", "\(width)"), ("height", "1"), ("fill", "currentColor")])
    builder.close("rect")
    builder.close("svg")
    return builder.html
  }

  /// One step a paragraph, a bar where something is mentioned, higher for more.
  static func dispersion(_ counts: [Int: Int], paragraphs: Int, into builder: inout HTMLBuilder) {
    let most = max(1, counts.values.max() ?? 1)
    builder.raw("<svg viewBox=\"0 0 ")
    builder.text(String(max(1, paragraphs)))
    builder.raw(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    for paragraph in counts.keys.sorted() {
      let height = 4 + 6 * (counts[paragraph] ?? 0) / most
      builder.raw("<rect x=\"")
      builder.text(String(paragraph - 1))
      builder.raw("\" y=\"")
      builder.text(String(10 - height))
      builder.raw("\" width=\"1\" height=\"")
      builder.text(String(height))
      builder.raw("\" fill=\"currentColor\"></rect>")
    }
    builder.raw("</svg>")
  }
}
