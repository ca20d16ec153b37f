import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

/// A passage that search can lead to: a paragraph, a heading, the cells of a table, or a part of a very long one.
struct SearchPassage: Sendable {
  /// Over the whole site, ascending.
  let number: Int
  /// In the reading text of its body; nil for the title of the page.
  let span: TextSpan<ReadingSpace>?
  /// Where on its page it stands; empty for the top.
  let anchor: String
  /// The number that readers see; empty where it has none.
  let label: String
}

/// Passages that stand on one page in one language: a text, a translation, a description.
struct SearchText: Sendable {
  enum Origin: Sendable {
    /// By index in the report.
    case source(Int), translation(Int), chapter(Int), entity(Int)
  }

  struct Header: Sendable {
    let origin: Origin
    let subject: PageSubject
    let title: String?
    let body: AnnotatedBody?
  }

  let header: Header
  let passages: [SearchPassage]
}

/// Every published passage of a site, numbered.
///
/// First what Chinese and English pages show alike, then what Chinese ones alone do; then the translations, which all
/// pages show, and what English ones alone do. So a range of numbers says who sees a passage. A source begins at a
/// multiple of some files' passages: the files with its text hold no other's, and few edits of it move the numbers of those
/// that follow.
struct SearchTexts: Sendable {
  let texts: [SearchText]
  /// The numbers at which the second, third and fourth sort begin.
  let bounds: [Int]
  /// One more than the last number.
  let end: Int
  /// How many passages one file of texts holds.
  let chunk: Int

  init(_ report: Report) {
    let count = report.documents.reduce(0) { $0 + $1.paragraphs.count }
    chunk = count > 20_000 ? 16 : 8
    var numbering = Numbering(chunk: chunk)
    for index in report.documents.indices {
      numbering.addSource(index, of: report)
    }
    let chapters = report.chapters.indices
    let entities = report.entities.indices
    for index in chapters where report.chapters[index].englishBody == nil {
      numbering.addChapter(index, of: report)
    }
    for index in entities where report.entities[index].englishBody == nil {
      numbering.addEntity(index, of: report, report.entities[index].body)
    }
    var bounds = [numbering.next]
    for index in chapters where report.chapters[index].englishBody != nil {
      numbering.addChapter(index, of: report)
    }
    for index in entities where report.entities[index].englishBody != nil {
      numbering.addEntity(index, of: report, report.entities[index].body)
    }
    bounds.append(numbering.next)
    for index in report.documents.indices where report.documents[index].translation != nil {
      numbering.addTranslation(index, of: report)
    }
    for index in entities where report.entities[index].body == nil {
      numbering.addEntity(index, of: report, report.entities[index].englishBody)
    }
    bounds.append(numbering.next)
    for index in chapters { numbering.addChapterInEnglish(index, of: report) }
    for index in entities where report.entities[index].body != nil {
      numbering.addEntity(index, of: report, report.entities[index].englishBody)
    }
    texts = numbering.texts
    self.bounds = bounds
    end = numbering.next
  }

  /// Whether pages of a language show a passage.
  func isShown(_ number: Int, in language: Language) -> Bool {
    language == .en ? number < bounds[0] || number >= bounds[1] : number < bounds[2]
  }
}

/// Gives passages their numbers.
private struct Numbering {
  /// Of how many files of texts a source begins the first.
  private static let filesTogether = 8

  let chunk: Int
  var texts: [SearchText] = []
  var next = 0

  mutating func addSource(_ index: Int, of report: Report) {
    let room = chunk * Self.filesTogether
    next = (next + room - 1) / room * room
    let source = report.documents[index].source
    add(
      SearchText.Header(
        origin: .source(index),
        subject: .source(source.address),
        title: source.metadata.title,
        body: report.documents[index].body
      ),
      .source(index, of: report)
    )
  }

  mutating func addTranslation(_ index: Int, of report: Report) {
    let document = report.documents[index]
    add(
      SearchText.Header(
        origin: .translation(index),
        subject: .source(document.source.address),
        title: document.translation?.title,
        body: document.translation?.body
      ),
      .translation(index, of: report)
    )
  }

  mutating func addChapter(_ index: Int, of report: Report) {
    let chapter = report.chapters[index]
    addChapter(index, of: report, chapter.body, title: chapter.chapter.title)
  }

  mutating func addChapterInEnglish(_ index: Int, of report: Report) {
    let chapter = report.chapters[index]
    addChapter(
      index,
      of: report,
      chapter.englishBody,
      title: chapter.chapter.translation?.title ?? chapter.chapter.title
    )
  }

  private mutating func addChapter(
    _ index: Int,
    of report: Report,
    _ body: AnnotatedBody?,
    title: String?
  ) {
    guard let body else { return }
    let subject = PageSubject.chapter(report.chapters[index].chapter.id)
    add(
      SearchText.Header(origin: .chapter(index), subject: subject, title: title, body: body),
      .editorial(body, hasTitle: title != nil, hasSections: true)
    )
  }

  mutating func addEntity(_ index: Int, of report: Report, _ body: AnnotatedBody?) {
    guard let body else { return }
    let subject = PageSubject.entity(report.entities[index].kind, report.entities[index].id)
    add(
      SearchText.Header(origin: .entity(index), subject: subject, title: nil, body: body),
      .editorial(body, hasTitle: false, hasSections: false)
    )
  }

  private mutating func add(_ header: SearchText.Header, _ places: PassagePlaces) {
    guard !places.places.isEmpty else { return }
    let passages = places.places.enumerated().map { index, place in
      SearchPassage(
        number: next + index,
        span: place.span,
        anchor: place.anchor,
        label: place.label
      )
    }
    next += passages.count
    texts.append(SearchText(header: header, passages: passages))
  }
}
