import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// What every page is made from: the report, where the page stands, and the words of its language.
struct PageContext {
  let report: Report
  let page: PageAddress
  let typesetter: Typesetter
  let phrases: Phrases
  /// Nil where it is not known where the site will be published.
  let site: PublishedSite?
  /// Of each source document, in the order of the report.
  private let editions: [Localized<Edition>]

  init(report: Report, page: PageAddress, typesetter: Typesetter, editions: [Localized<Edition>]) {
    self.report = report
    self.page = page
    self.typesetter = typesetter
    self.editions = editions
    phrases = Phrases(page.language)
    site = PublishedSite(report.configuration)
  }

  var language: Language { page.language }
  var citations: CitationWriter { CitationWriter(context: self) }

  /// The edition of a source document, by its index in the report.
  func edition(document index: Int) -> Edition { editions[index][language] }

  func edition(of body: AnnotatedBody) -> Edition {
    typesetter.edition(of: body, in: language) { mention in
      report.index(of: mention.entity).map { report.entities[$0].names }
    }
  }

  /// The English text of a source, as it is written, on the pages of every language.
  func edition(ofTranslation body: AnnotatedBody) -> Edition { Edition(english: body) }

  func name(of entity: ReportEntity) -> String {
    DisplayTypography.set(entity.names[language], script: language.script)
  }

  /// The language tag of a name where it is not in the page's language; empty where it is.
  func nameLanguage(of entity: ReportEntity) -> String {
    let name = entity.names[language]
    let hasHan = name.unicodeScalars.contains { ScalarClass.isHan($0.value) }
    if language == .en {
      guard hasHan else { return "" }
      return entity.entity.names.zhHans == nil ? "zh-Hant" : "zh-Hans"
    }
    return hasHan ? "" : "en"
  }

  func link(to entity: ReportEntity) -> String { page.link(to: .entity(entity.kind, entity.id)) }

  /// A link to a paragraph of a source, by its number; to the source's page where the paragraph may not be shown.
  func link(toParagraph number: Int?, of document: Int) -> String {
    let address = report.documents[document].source.address
    let paragraphs = report.documents[document].paragraphs
    guard let number, paragraphs.indices.contains(number - 1),
      !report.published[document].parts(of: paragraphs[number - 1]).isEmpty
    else { return page.link(to: .source(address)) }
    return page.link(to: .source(address), anchor: report.anchors[document][number])
  }

  /// Text that may be Chinese of either script, in the page's.
  func shown(_ text: String?) -> String {
    guard let text else { return "" }
    return DisplayTypography.set(
      language.script.map { report.naming.convert(text, to: $0) } ?? text, script: language.script)
  }

  func value(of quantity: Quantity) -> QuantityText {
    QuantityText(quantity, language: language) { $0.isEmpty ? "" : shown($0) }
  }

  /// The publisher of a document as the page calls it, by the name of its entity where it has one, and the language of
  /// that name where it is not the page's.
  func publisher(of document: AnnotatedDocument) -> (name: String, language: String) {
    guard let publisher = document.source.metadata.publisher else { return ("", "") }
    if language == .en, let entity = report.entity(named: publisher) {
      return (name(of: entity), nameLanguage(of: entity))
    }
    return (shown(publisher), tag(of: document))
  }

  /// A multilingual text in the page's language.
  func text(_ text: MultilingualText) -> String {
    DisplayTypography.set(report.naming.text(text, in: language) ?? "", script: language.script)
  }

  /// The tag of a run of source text (a title, a publisher) on this page; empty where it needs none.
  func tag(of document: AnnotatedDocument) -> String {
    language == .en ? Typesetter.tag(of: document.body.script ?? .simplified) : ""
  }

  /// Where a relative link of a body leads: to the page of a source document, or nowhere.
  func linkTarget(_ target: String) -> LinkTarget {
    let parts = target.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts.first.map(String.init) ?? ""
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), let document = report.citations.document(named: String(file[..<dot]))
    else { return .text }
    let address = report.documents[document].source.address
    return SafeURL(page.link(to: .source(address))).map { .href($0) } ?? .text
  }
}
