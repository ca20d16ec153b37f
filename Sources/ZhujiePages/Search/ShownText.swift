import ZhujieReport
import ZhujieText

/// A text of the index as the pages of one language show it.
struct ShownText {
  /// What its page is called, as far as it fits into a list, and the language of that where it is not the page's. It stands in
  /// every file of the text.
  var shortHeading: String {
    let scalars = heading.unicodeScalars
    guard let end = scalars.index(scalars.startIndex, offsetBy: 200, limitedBy: scalars.endIndex), end < scalars.endIndex
    else { return heading }
    return String(scalars[..<end]) + "…"
  }
  private let heading: String
  let headingLanguage: String
  /// The language of its passages where it is not the page's.
  let language: String
  private let title: String
  private let edition: Edition?

  init(_ text: SearchText.Header, in context: PageContext) {
    switch text.origin {
    case .source(let index):
      let label = context.labels.documents[index]
      (heading, headingLanguage) = ("\(label.siglum) \(label.title.text)", label.title.language)
      let edition = context.edition(document: index)
      (self.edition, language) = (edition, edition.runLanguage)
      title = context.shown(text.title)
    case .translation(let index):
      let label = context.labels.documents[index]
      (heading, headingLanguage) = ("\(label.siglum) \(label.title.text)", label.title.language)
      edition = text.body.map { context.edition(ofTranslation: $0) }
      language = context.language == .en ? "" : "en"
      title = text.title.map { context.shown($0) } ?? ""
    case .chapter(let index):
      let name = ChapterPage.title(of: context.report.chapters[index], in: context.labels.wording)
      (heading, headingLanguage) = (name.text, name.language)
      edition = text.body.map { context.edition(of: $0) }
      language = edition?.runLanguage ?? ""
      title = name.text
    case .entity(let index):
      let entity = context.report.entities[index]
      (heading, headingLanguage) = (
        context.name(of: entity), context.label(of: entity).name.language
      )
      edition = text.body.map { context.edition(of: $0) }
      let isEnglish = entity.body == nil && context.language != .en
      language = isEnglish ? "en" : edition?.runLanguage ?? ""
      title = ""
    }
  }

  /// As UTF-8. Blocks inside a passage, the cells of a table, have a space between them.
  func text(of passage: SearchPassage) -> [UInt8] {
    guard let span = passage.span, let edition else { return Array(title.utf8) }
    return edition.slice(span).map { $0 == 0x0A ? 0x20 : $0 }
  }
}
