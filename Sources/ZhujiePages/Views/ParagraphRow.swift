import ZhujieMarkdown
import ZhujieReport

/// The row of a numbered paragraph on the page of its source.
struct ParagraphRow {
  let context: PageContext
  /// The document's index in the report.
  let index: Int

  /// Opens the row of a paragraph, with its number and its addresses; the caller closes it.
  func open(_ number: Int, into builder: inout HTMLBuilder) {
    let anchor = context.report.anchors[index][number] ?? "p\(number)"
    builder.raw("<div class=\"row\" id=\"")
    builder.text(anchor)
    builder.raw("\"><a class=\"pn\" id=\"p")
    builder.number(number)
    builder.raw("\" href=\"#")
    builder.text(anchor)
    builder.raw("\" aria-label=\"")
    builder.html(context.labels.paragraphNumber.before)
    builder.number(number)
    builder.html(context.labels.paragraphNumber.after)
    builder.raw("\">")
    builder.number(number)
    builder.raw("</a>")
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
    let former = context.report.formerAnchors[index]
    guard !former.isEmpty else { return }
    for anchor in former[number] ?? [] {
      builder.open("span", [("id", anchor)])
      builder.close("span")
    }
  }
}
