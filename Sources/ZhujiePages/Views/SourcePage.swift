import ZhujieInput
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

/// A source document: its text with numbered paragraphs and everything found in it.
struct SourcePage {
  static let schema = Shell.schema.adding([
    "siglum": .text, "heading": .html, "headingLang": .text, "publisher": .text,
    "publisherLang": .text,
    "author": .text, "authorLang": .text,
    "date": .text, "isoDate": .text, "characters": .text, "mentionCount": .text, "url": .text,
    "digest": .text,
    "originalLang": .text, "notice": .text, "hasTranslation": .flag, "script": .text,
    "converted": .text,
    "hasSections": .flag, "sections": .list(["id": .text, "title": .text, "lang": .text]),
    "text": .html, "gists": .html,
    "hasFurniture": .flag, "furniture": .list(["text": .text, "lang": .text]),
  ])

  let context: PageContext
  /// The document's index in the report.
  let index: Int

  var view: View {
    let document = context.report.documents[index]
    let metadata = document.source.metadata
    let edition = context.edition(document: index)
    let label = context.labels.documents[index]
    let notes = MarginNotes(context: context, index: index, edition: edition)
    let text = SourceText(context: context, index: index, edition: edition, notes: notes)
    let isWhole = context.report.published[index].isWhole
    let gists = context.gists(mentionedIn: [document.body], without: { isWhole && notes.noted.contains($0) })
    let reading = document.body.reading
    let furniture =
      context.report.published[index].isWhole ? reading.blocks.filter { $0.role == .furniture } : []
    let summary = SourceSummary.text(of: index, in: context, edition: edition)
    let isForeign =
      context.language.script != nil && document.body.script != nil
      && document.body.script != context.language.script
    let sections = text.sections
    let page: View = [
      "siglum": .text(context.labels.documents[index].siglum),
      "heading": .html(HTML.escaped(label.title.text)),
      "headingLang": .text(label.title.language),
      "publisher": .text(label.publisher.text),
      "publisherLang": .text(label.publisher.language),
      "author": .text(metadata.author == metadata.publisher ? "" : context.shown(metadata.author)),
      "authorLang": .text(context.tag(of: document)),
      "date": .text(metadata.date.map { DateText.of($0, in: context.language) } ?? ""),
      "isoDate": .text(metadata.date?.description ?? ""),
      "characters": .text(context.phrases[.characters, characterCount]),
      "mentionCount": .text(context.phrases[.mentionCount, document.body.mentions.count]),
      "url": .text(metadata.url.flatMap { SafeURL($0)?.string } ?? ""),
      "digest": .text(metadata.original.map(original) ?? ""),
      "originalLang": .text(context.tag(of: document)),
      "notice": .text(notice(metadata.publish)),
      "hasTranslation": .flag(document.translation != nil),
      "script": .text(ScriptName.of(document.body.script, context.phrases)),
      "converted": .text(isForeign ? context.phrases[.converted] : ""),
      "hasSections": .flag(!sections.isEmpty),
      "sections": .list(sections),
      "text": .html(text.html), "gists": .html(gists),
      "hasFurniture": .flag(!furniture.isEmpty),
      "furniture": .list(
        furniture.map {
          [
            "text": .text(edition.shown($0.span)),
            "lang": .text(
              edition.runLanguage.isEmpty ? context.language.rawValue : edition.runLanguage
            ),
          ]
        }
      ),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(
          title: label.title.text,
          description: summary,
          sort: .article,
          structured: StructuredData(context: context).source(index, description: summary),
          hasPictures: !document.body.pictures.pictures.isEmpty
        ),
        section: .sources,
        crumbs: [(.sources, context.phrases[.sources])]
      )
    )
  }

  /// How long the text is as it was written.
  private var characterCount: Int {
    if let known = context.group.characterCounts[index] { return known }
    let document = context.report.documents[index]
    let count = document.paragraphs.reduce(0) { $0 + UTF8Scan.scalarCount(document.body.reading.text.slice($1)) }
    context.group.characterCounts[index] = count
    return count
  }

  private func original(_ original: OriginalReference) -> String {
    var parts: [String] = []
    if let title = original.title {
      let shown = context.shown(title)
      parts.append(context.language == .en ? shown : "《\(shown)》")
    }
    if let publisher = original.publisher { parts.append(context.shown(publisher)) }
    if let date = original.date { parts.append(DateText.of(date, in: context.language)) }
    return parts.joined(separator: context.language == .en ? ", " : "，")
  }

  private func notice(_ publication: Publication) -> String {
    switch publication {
    case .full: ""
    case .excerpts: context.phrases[.excerptNotice]
    case .none: context.phrases[.sourceWithheld]
    }
  }
}
