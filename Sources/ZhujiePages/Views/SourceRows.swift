import ZhujieInput
import ZhujieReport
import ZhujieText

/// The sources of a report, a row each.
struct SourceRows {
  static let schema: ViewSchema = [
    "siglum": .text, "href": .text, "title": .text, "titleLang": .text, "publisher": .text, "publisherLang": .text,
    "script": .text, "digest": .text, "date": .text, "isoDate": .text, "paragraphs": .text, "mentions": .text,
  ]

  let context: PageContext

  var views: [View] {
    context.report.documents.enumerated().map { index, document in
      let date = document.source.metadata.date
      let title = SourceTitle(document, context)
      let publisher = context.publisher(of: document)
      return [
        "siglum": .text(context.report.sigla[index].shown(in: context.language)),
        "href": .text(context.page.link(to: .source(document.source.address))),
        "title": .text(title.text),
        "titleLang": .text(title.language),
        "publisher": .text(publisher.name),
        "publisherLang": .text(publisher.language),
        "script": .text(ScriptName.of(document.body.script, context.phrases)),
        "digest": .text(document.source.metadata.original == nil ? "" : context.phrases[.digest]),
        "date": .text(date.map { DateText.of($0, in: context.language) } ?? ""),
        "isoDate": .text(date?.description ?? ""),
        "paragraphs": .text(String(document.paragraphs.count)),
        "mentions": .text(String(document.body.mentions.count)),
      ]
    }
  }
}

/// The title of a source document on a page: its English title on English pages where it has one.
struct SourceTitle {
  let text: String
  let language: String

  init(_ document: AnnotatedDocument, _ context: PageContext) {
    if context.language == .en, let title = document.translation?.title {
      (text, language) = (context.shown(title), "")
    } else {
      text = context.shown(document.source.metadata.title ?? document.source.id.string)
      language = context.tag(of: document)
    }
  }
}

enum ScriptName {
  static func of(_ script: Script?, _ phrases: Phrases) -> String {
    switch script {
    case .traditional: phrases[.scriptTraditional]
    case .simplified: phrases[.scriptSimplified]
    case nil: ""
    }
  }
}
