import ZhujieInput
import ZhujieReport
import ZhujieText

/// The sources of a report, a row each.
struct SourceRows {
  static let schema: ViewSchema = [
    "siglum": .text, "href": .text, "title": .text, "titleLang": .text, "publisher": .text,
    "publisherLang": .text,
    "script": .text, "digest": .text, "date": .text, "isoDate": .text, "paragraphs": .text,
    "mentions": .text,
  ]

  let context: PageContext

  /// The rows of documents, by index in the report.
  func views(_ indices: some Sequence<Int>) -> [View] {
    indices.map { index in
      let document = context.report.documents[index]
      let date = document.source.metadata.date
      let label = context.labels.documents[index]
      return [
        "siglum": .text(label.siglum),
        "href": .text(context.page.toLanguage + label.path),
        "title": .text(label.title.text),
        "titleLang": .text(label.title.language),
        "publisher": .text(label.publisher.text),
        "publisherLang": .text(label.publisher.language),
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

enum ScriptName {
  static func of(_ script: Script?, _ phrases: Phrases) -> String {
    switch script {
    case .traditional: phrases[.scriptTraditional]
    case .simplified: phrases[.scriptSimplified]
    case nil: ""
    }
  }
}
