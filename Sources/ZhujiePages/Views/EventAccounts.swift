import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What each source says of an event, side by side: the paragraphs that its page cites or that name it. Of very many
/// sources only those that tell of it, and of these the first.
struct EventAccounts {
  /// How many sources are set side by side, and how many there may be for the silent ones to be told.
  static let most = 24
  /// How many paragraphs of one source are shown.
  private static let mostParagraphs = 40

  let context: PageContext
  let event: ReportEntity

  var html: HTML {
    let told = paragraphs
    let documents = context.labels.documents.indices
    let shown = documents.count <= Self.most ? Array(documents) : told.keys.sorted()
    var builder = HTMLBuilder()
    for index in shown.prefix(Self.most) {
      write(told[index]?.sorted() ?? [], of: index, into: &builder)
    }
    if shown.count > Self.most {
      builder.element("div") { builder in
        builder.element("p", [("class", "note")]) {
          $0.text(context.phrases[.moreRows, shown.count - Self.most])
        }
      }
    }
    return builder.html
  }

  private func write(_ paragraphs: [Int], of index: Int, into out: inout HTMLBuilder) {
    let label = context.labels.documents[index]
    out.raw("<div><h3><span class=\"siglum\">")
    out.text(label.siglum)
    out.raw("</span> <a href=\"")
    out.text(context.page.toLanguage)
    out.text(label.path)
    out.raw("\"")
    out.language(label.title.language)
    out.raw(">")
    out.text(label.title.text)
    out.raw("</a></h3>")
    if paragraphs.isEmpty {
      out.element("p", [("class", "note")]) { $0.text(context.phrases[.silent]) }
    }
    for number in paragraphs.prefix(Self.mostParagraphs) {
      let text = ParagraphText(context: context).text(of: number, in: index)
      out.raw("<p")
      out.language(text?.language ?? "")
      out.raw(">")
      out.text(text?.text ?? "")
      out.raw(" <a class=\"cite\" href=\"")
      out.text(context.link(toParagraph: number, of: index))
      out.raw("\">")
      out.text("\(label.siglum)·\(number)")
      out.raw("</a></p>")
    }
    let left = paragraphs.count - Self.mostParagraphs
    if left > 0 {
      out.element("p", [("class", "note")]) { $0.text(context.phrases[.moreRows, left]) }
    }
    out.raw("</div>")
  }

  /// By document: the numbers of the paragraphs that the event rests on.
  private var paragraphs: [Int: Set<Int>] {
    var found: [Int: Set<Int>] = [:]
    func add(_ citation: Citation) {
      for case .paragraphs(let document, let ranges) in context.report.citations.resolve(citation) {
        found[document, default: []].formUnion(ranges.joined())
      }
    }
    for body in [event.body, event.englishBody].compactMap({ $0 }) {
      for inline in body.markup.citations { add(inline.citation) }
    }
    for relation in event.relations { if let source = relation.source { add(source) } }
    for mention in event.mentions {
      if let number = mention.paragraph { found[mention.document, default: []].insert(number) }
    }
    return found
  }
}
