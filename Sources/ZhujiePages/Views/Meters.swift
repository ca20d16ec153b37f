import ZhujieMarkdown

/// Small pictures of counts, as SVG whose shapes are attributes: the pages bear no `style`.
enum Meters {
  /// A bar of `value` against `maximum`. The style sheet gives it its size and colour.
  static func bar(_ value: Int, of maximum: Int, into builder: inout HTMLBuilder) {
    builder.raw("<svg class=\"meter\" aria-hidden=\"true\"><rect width=\"")
    builder.number(maximum == 0 ? 0 : max(1, value * 100 / maximum))
    builder.raw("%\" height=\"100%\"/></svg>")
  }

  /// One step a paragraph, a bar where something is mentioned, higher for more. `counts` are in order of paragraph.
  static func dispersion(_ counts: [(paragraph: Int, count: Int)], paragraphs: Int, into builder: inout HTMLBuilder) {
    let most = counts.reduce(1) { max($0, $1.count) }
    builder.raw("<svg viewBox=\"0 0 ")
    builder.number(max(1, paragraphs))
    builder.raw(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"")
    for (paragraph, count) in counts {
      builder.raw("M")
      builder.number(paragraph - 1)
      builder.raw(" 10v-")
      builder.number(4 + 6 * count / most)
      builder.raw("h1V10z")
    }
    builder.raw("\"/></svg>")
  }
}
