import ZhujieMarkdown
import ZhujieReport

/// The row of a numbered paragraph on the page of its source.
struct ParagraphRow {
  let context: PageContext
  /// The document's index in the report.
  let index: Int

  /// Opens the row of a paragraph, with its number and its addresses; the caller closes it.
  func open(_ number: Int, into builder: inout HTMLBuilder) {
    builder.raw("<div class=\"row\"")
    builder.attribute("id", context.report.anchors[index][number] ?? "p\(number)")
    builder.endTag()
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
    let digits = String(number)
    builder.raw("<a class=\"pn\" id=\"p")
    builder.text(digits)
    builder.raw("\" href=\"#")
    builder.text(context.report.anchors[index][number] ?? "p\(number)")
    builder.raw("\" aria-label=\"")
    context.phrases.write(.paragraphNumber, digits, into: &builder)
    builder.raw("\">")
    builder.text(digits)
    builder.close("a")
  }
}
