import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// The addresses of the paragraphs of what editors wrote, made from their text as those of sources are.
struct BodyAnchors {
  private let anchors: ParagraphAnchors

  init(_ body: AnnotatedBody) {
    let paragraphs = body.reading.blocks.compactMap { $0.paragraph == nil ? nil : $0.span }
    anchors = ParagraphAnchors(paragraphs: paragraphs, of: body.reading.text, tables: .builtIn)
  }

  /// The anchor of a paragraph, by its number from 1.
  subscript(number: Int) -> String { anchors[number] ?? "" }

  /// What stands around a paragraph, so that it can be led to.
  func row(_ number: Int) -> (open: HTML, close: HTML) {
    var open = HTMLBuilder()
    open.open("div", [("class", "place"), ("id", self[number])])
    return (open.html, HTML(trusted: "</div>"))
  }
}
