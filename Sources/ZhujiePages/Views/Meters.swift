import ZhujieMarkdown

/// Small pictures of counts, as SVG whose shapes are attributes: the pages bear no `style`.
enum Meters {
  /// A bar of `value` against `maximum`.
  static func bar(_ value: Int, of maximum: Int, into builder: inout HTMLBuilder) {
    builder.raw(
      "<svg class=\"meter\" viewBox=\"0 0 100 1\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"")
    builder.text(String(maximum == 0 ? 0 : max(1, value * 100 / maximum)))
    builder.raw("\" height=\"1\" fill=\"currentColor\"></rect></svg>")
  }

  /// One step a paragraph, a bar where something is mentioned, higher for more. `counts` are in order of paragraph.
  static func dispersion(_ counts: [(paragraph: Int, count: Int)], paragraphs: Int, into builder: inout HTMLBuilder) {
    let most = counts.reduce(1) { max($0, $1.count) }
    builder.raw("<svg viewBox=\"0 0 ")
    builder.text(String(max(1, paragraphs)))
    builder.raw(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">")
    for (paragraph, count) in counts {
      let height = 4 + 6 * count / most
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
