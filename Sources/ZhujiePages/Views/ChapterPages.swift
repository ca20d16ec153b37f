import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The chapters of the report in order.
struct ChapterList {
  static let schema: ViewSchema = ["href": .text, "title": .text, "gloss": .text]

  let context: PageContext

  var views: [View] {
    context.report.chapters.map { chapter in
      [
        "href": .text(context.page.link(to: .chapter(chapter.chapter.id))),
        "title": .text(ChapterPage.title(of: chapter, in: context.labels.wording).text),
        "gloss": .text(EntityLabel.gloss(of: chapter, context.labels.wording)),
      ]
    }
  }
}

struct ChaptersPage {
  static let schema = Shell.schema.adding(["chapters": .list(ChapterList.schema)])

  let context: PageContext

  var view: View {
    let page: View = ["chapters": .list(ChapterList(context: context).views)]
    return page.merging(
      Shell(context: context).view(
        PageHead(
          title: context.phrases[.report],
          description: context.text(context.report.configuration.standfirst)
        ),
        section: .chapters
      )
    )
  }
}

/// A chapter: the editor's own voice, with citations.
struct ChapterPage {
  static let schema = Shell.schema.adding([
    "number": .text, "heading": .text, "headingLang": .text, "notice": .text, "bodyLang": .text,
    "text": .html, "gists": .html, "hasTranslation": .flag,
    "hasSections": .flag, "sections": .list(["id": .text, "title": .text]),
    "earlier": .list(["href": .text, "name": .text]),
    "later": .list(["href": .text, "name": .text]),
  ])

  let context: PageContext
  /// The chapter's index in the report.
  let index: Int

  var view: View {
    let chapter = context.report.chapters[index]
    let isForeign = context.language == .en && chapter.englishBody == nil
    let body = context.language == .en ? chapter.englishBody ?? chapter.body : chapter.body
    let edition = context.edition(of: body)
    let title = Self.title(of: chapter, in: context.labels.wording)
    let summary =
      body.reading.blocks.first { $0.role == .paragraph }.map { edition.shown($0.span) } ?? ""
    var number = 0
    let sections: [View] = body.markup.topLevelBlocks.compactMap { block in
      guard case .heading = block.kind else { return nil }
      number += 1
      let text = body.reading.blocks[block.readingBlocks].map { edition.shown($0.span) }.joined()
      return ["id": .text(SourceText.headingID(number - 1)), "title": .text(text)]
    }
    let text =
      chapter.twin.map { TwinText(context: context, twin: $0, headings: SourceText.headingID).html }
      ?? body.markup.html(
        BodyWriter(context: context).statementOptions(
          for: edition,
          subject: nil,
          headings: SourceText.headingID
        )
      )
    let page: View = [
      "number": .text(String(index + 1)), "heading": .text(title.text),
      "headingLang": .text(title.language),
      "notice": .text(isForeign ? context.phrases[.onlyChinese] : ""),
      "bodyLang": .text(edition.runLanguage),
      "text": .html(text), "gists": .html(context.gists(mentionedIn: [body], without: { _ in false })),
      "hasTranslation": .flag(chapter.twin != nil), "hasSections": .flag(sections.count > 1),
      "sections": .list(sections), "earlier": .list(neighbour(index - 1)),
      "later": .list(neighbour(index + 1)),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(
          title: title.text,
          description: summary,
          sort: .article,
          structured: StructuredData(context: context).chapter(chapter, description: summary)
        ),
        section: .chapters,
        crumbs: [(.chapters, context.phrases[.report])]
      )
    )
  }

  private func neighbour(_ index: Int) -> [View] {
    guard context.report.chapters.indices.contains(index) else { return [] }
    let chapter = context.report.chapters[index]
    return [
      [
        "href": .text(context.page.link(to: .chapter(chapter.chapter.id))),
        "name": .text(Self.title(of: chapter, in: context.labels.wording).text),
      ]
    ]
  }

  static func title(of chapter: AnnotatedChapter, in wording: Wording) -> Label {
    let own = chapter.chapter.title ?? chapter.chapter.id
    guard wording.language == .en else { return Label(text: wording.shown(own)) }
    if let title = chapter.chapter.translation?.title { return Label(text: wording.shown(title)) }
    return Label(text: own, language: chapter.body.script.map(Typesetter.tag) ?? "")
  }
}
