import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What every page is made from: the report, where the page stands, and the words of its language.
final class PageContext {
  let labels: Labels
  let page: PageAddress
  let typesetter: Typesetter
  /// Nil where it is not known where the site will be published.
  let site: PublishedSite?
  private let editions: Editions
  /// What the pages about the same in other languages made before.
  let group: PageGroup

  /// `labels` are those of the page's language.
  init(
    labels: Labels,
    page: PageAddress,
    typesetter: Typesetter,
    site: PublishedSite?,
    editions: Editions,
    group: PageGroup
  ) {
    self.labels = labels
    self.page = page
    self.typesetter = typesetter
    self.site = site
    self.editions = editions
    self.group = group
  }

  var report: Report { labels.wording.report }
  var phrases: Phrases { labels.phrases }
  var language: Language { page.language }
  var citations: CitationWriter { CitationWriter(context: self) }

  /// The edition of a source document, by its index in the report.
  func edition(document index: Int) -> Edition { editions.edition(of: index, in: language) }

  /// How a source document is set otherwise than it is written.
  func settings(document index: Int) -> DisplayTypography.Counts { editions.settings(of: index, in: language) }

  /// An edition of the paragraphs alone that some spans of a source are in.
  func edition(quoting spans: [TextSpan<ReadingSpace>], of document: Int) -> Edition {
    editions.edition(quoting: spans, of: document, in: language)
  }

  /// The same of blocks, by their indices in the reading text, ascending.
  func edition(inBlocks blocks: [Int], of document: Int) -> Edition {
    editions.edition(inBlocks: blocks, of: document, in: language)
  }

  func edition(of body: AnnotatedBody) -> Edition {
    typesetter.edition(of: body, in: language) { report.entities[$0.entityIndex].names[language] }
  }

  /// The English text of a source, as it is written, on the pages of every language.
  func edition(ofTranslation body: AnnotatedBody) -> Edition { Edition(english: body) }

  /// A link to a page that the site may be made without; empty where it is.
  func link(ifMade subject: PageSubject) -> String { labels.selection.includes(subject) ? page.link(to: subject) : "" }

  func label(of entity: ReportEntity) -> EntityLabel { labels.entities[entity.index] }

  func name(of entity: ReportEntity) -> String { labels.entities[entity.index].name.text }

  func link(to entity: ReportEntity) -> String {
    page.toLanguage + labels.entities[entity.index].path
  }

  /// A link to a paragraph of a source, by its number; to the source's page where the paragraph may not be shown.
  func link(toParagraph number: Int?, of document: Int) -> String {
    let path = labels.documents[document].path
    let paragraphs = report.documents[document].paragraphs
    guard let number, paragraphs.indices.contains(number - 1),
      report.published[document].showsPart(of: paragraphs[number - 1]),
      let anchor = report.anchors[document][number]
    else { return page.toLanguage + path }
    let isHere = page.subject == .source(report.documents[document].source.address)
    return ByteSink.string {
      if !isHere {
        $0.append(page.toLanguage)
        $0.append(path)
      }
      $0.append(literal: "#")
      $0.append(anchor)
    }
  }

  /// Text that may be Chinese of either script, in the page's.
  func shown(_ text: String?) -> String { labels.wording.shown(text) }

  func read(_ quantity: Quantity, into text: inout QuantityText) {
    text.read(quantity, language: language) { $0.isEmpty ? "" : labels.unit($0) }
  }

  /// A multilingual text in the page's language.
  func text(_ text: MultilingualText) -> String { labels.wording.text(text) }

  /// The tag of a run of source text (a title, a publisher) on this page; empty where it needs none.
  func tag(of document: AnnotatedDocument) -> String { labels.wording.tag(of: document) }

  /// Where a relative link of a body leads: to the page of a source document, or nowhere.
  func linkTarget(_ target: String) -> LinkTarget {
    guard let document = report.citations.document(linkedAs: target) else { return .text }
    let address = report.documents[document].source.address
    return SafeURL(page.link(to: .source(address))).map { .href($0) } ?? .text
  }
}
