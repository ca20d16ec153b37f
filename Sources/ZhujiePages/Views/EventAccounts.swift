import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What each source says of an event, side by side: the paragraphs that its page cites or that name it.
struct EventAccounts {
  static let schema: ViewSchema = [
    "siglum": .text, "href": .text, "title": .text, "titleLang": .text, "isSilent": .flag,
    "paragraphs": .list(["href": .text, "cite": .text, "text": .text, "lang": .text]),
  ]

  let context: PageContext
  let event: ReportEntity

  var views: [View] {
    let paragraphs = self.paragraphs
    return context.report.documents.indices.map { index in
      let document = context.report.documents[index]
      let title = SourceTitle(document, context)
      let siglum = context.report.sigla[index].shown(in: context.language)
      let told = paragraphs[index].sorted()
      return [
        "siglum": .text(siglum), "href": .text(context.page.link(to: .source(document.source.address))),
        "title": .text(title.text), "titleLang": .text(title.language), "isSilent": .flag(told.isEmpty),
        "paragraphs": .list(
          told.map { number in
            let text = ParagraphText(context: context).text(of: number, in: index)
            return [
              "href": .text(context.link(toParagraph: number, of: index)), "cite": .text("\(siglum)·\(number)"),
              "text": .text(text?.text ?? ""), "lang": .text(text?.language ?? ""),
            ]
          }),
      ]
    }
  }

  /// By document: the numbers of the paragraphs that the event rests on.
  private var paragraphs: [Set<Int>] {
    var found: [Set<Int>] = Array(repeating: [], count: context.report.documents.count)
    func add(_ citation: Citation) {
      for case .paragraphs(let document, let ranges) in context.report.citations.resolve(citation) {
        found[document].formUnion(ranges.joined())
      }
    }
    for body in [event.body, event.englishBody].compactMap({ $0 }) {
      for inline in body.markup.citations { add(inline.citation) }
    }
    for relation in event.relations { if let source = relation.source { add(source) } }
    for mention in event.mentions { if let number = mention.paragraph { found[mention.document].insert(number) } }
    return found
  }
}
