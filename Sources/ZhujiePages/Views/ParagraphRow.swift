import ZhujieMarkdown
import ZhujieReport

/// The row of a numbered paragraph on the page of its source.
struct ParagraphRow {
  let context: PageContext
  /// The document's index in the report.
  let index: Int

  /// Opens the row of a paragraph, with its number and its addresses; the caller closes it.
  func open(_ number: Int, into builder: inout HTMLBuilder) {
    builder.open("div", [("class", "row"), ("id", context.report.anchors[index][number] ?? "p\(number)")])
    anchorLink(number, into: &builder)
    formerAnchors(number, into: &builder)
  }

  /// The addresses of a paragraph whose row is not its own.
  func anchor(_ number: Int, into builder: inout HTMLBuilder) {
    builder.open("span", [("class", "row"), ("id", context.report.anchors[index][number] ?? "p\(number)")])
    builder.close("span")
    builder.open("span", [("id", "p\(number)")])
    builder.close("span")
    formerAnchors(number, into: &builder)
  }

  /// The addresses that the paragraph had before its text changed still lead to it.
  private func formerAnchors(_ number: Int, into builder: inout HTMLBuilder) {
    for anchor in context.report.formerAnchors[index][number] ?? [] {
      builder.open("span", [("id", anchor)])
      builder.close("span")
    }
  }

  private func anchorLink(_ number: Int, into builder: inout HTMLBuilder) {
    builder.open(
      "a",
      [
        ("class", "pn"), ("id", "p\(number)"), ("href", "#" + (context.report.anchors[index][number] ?? "p\(number)")),
        ("aria-label", context.phrases[.paragraphNumber, number]),
      ])
    builder.text(String(number))
    builder.close("a")
  }
}
