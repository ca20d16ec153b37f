import ZhujieMarkdown

/// Small pictures of counts, as SVG whose shapes are attributes: the pages bear no `style`.
enum Meters {
  /// A bar of `value` against `maximum`: a line along the upper edge, which the style sheet draws as wide as two heights.
  static func bar(_ value: Int, of maximum: Int, into builder: inout HTMLBuilder) {
    builder.raw("<svg aria-hidden=\"true\"><line x2=\"")
    builder.number(maximum == 0 ? 0 : max(1, value * 100 / maximum))
    builder.raw("%\"/></svg>")
  }

  /// One step a paragraph, a line as wide where something is mentioned, higher for more. `counts` are in order of paragraph.
  static func dispersion(_ counts: [(paragraph: Int, count: Int)], paragraphs: Int, into builder: inout HTMLBuilder) {
    let most = counts.reduce(1) { max($0, $1.count) }
    // A line has its place in its middle.
    builder.raw("<svg viewBox=\"-.5 0 ")
    builder.number(max(1, paragraphs))
    builder.raw(" 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\"><path d=\"")
    for (paragraph, count) in counts {
      builder.raw("M")
      builder.number(paragraph - 1)
      builder.raw(" 10v-")
      builder.number(4 + 6 * count / most)
    }
    builder.raw("\"/></svg>")
  }
}
