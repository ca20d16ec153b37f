import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// A text of a page, with its language tag where that is not the page's; empty where it is.
struct Label: Sendable {
  var text = ""
  var language = ""
}

/// What the pages of one language call the subjects of a report. Most pages name many of them, so each is made once, and none
/// before a page names it.
final class Labels: Sendable {
  let wording: Wording
  let phrases: Phrases
  /// Which pages there are to lead to.
  let selection: PageSelection
  /// By entity of the report.
  let entities: LazyList<EntityLabel>
  /// By document of the report.
  let documents: LazyList<DocumentLabel>
  let siteTitle: String
  let licence: String
  /// Every phrase by its name, for templates.
  let say: ConstantTexts
  /// What stands around the number of a paragraph, where one says which it is.
  let paragraphNumber: (before: HTML, after: HTML)
  /// The pages that every page leads to, in order.
  let navigation: [(subject: PageSubject, path: String, label: String)]
  let shared: SharedLabels
  /// The units of figures in the script of the pages, by how they are written: there are a few, and they stand everywhere.
  private let units = Locked<[String: String]>([:])
  /// The entities in the order of the index, which may have many pages.
  private let indexOrder = Locked<[IndexEntry]?>(nil)
  /// What stands around the pages of a section, by the section and the way up from the page: there are some dozens.
  private let frames = Locked<[Frame: SharedView]>([:])

  private struct Frame: Hashable {
    let section: PageSubject
    let toLanguage: String
  }

  private static let mostUnits = 1_000

  init(report: Report, selection: PageSelection, shared: SharedLabels, language: Language) {
    let wording = Wording(report: report, language: language)
    let phrases = Phrases(language)
    self.wording = wording
    self.phrases = phrases
    self.selection = selection
    siteTitle = Shell.siteTitle(of: report, in: language)
    licence = wording.text(report.configuration.licence)
    say = phrases.constants
    paragraphNumber = phrases.around(.paragraphNumber)
    navigation = Self.navigation(of: report, phrases).filter { selection.includes($0.subject) }
      .map { ($0.subject, $0.subject.path, $0.label) }
    let site = PublishedSite(report.configuration)
    let entities = LazyList(count: report.entities.count) { EntityLabel(of: report.entities[$0], wording, site) }
    self.entities = entities
    documents = LazyList(count: report.documents.count) { DocumentLabel(of: $0, wording, entities) }
    self.shared = shared
  }

  /// A unit as it is written, in the script of the pages.
  func unit(_ written: String) -> String {
    if let known = units.withLock({ $0[written] }) { return known }
    let shown = wording.shown(written)
    units.withLock { if $0.count < Self.mostUnits { $0[written] = shown } }
    return shown
  }

  /// The entities in the order of the index; `make` sorts them where it was not asked for before.
  func indexEntries(_ make: () -> [IndexEntry]) -> [IndexEntry] {
    if let known = indexOrder.withLock({ $0 }) { return known }
    let made = make()
    indexOrder.withLock { $0 = made }
    return made
  }

  /// What stands around the pages of a section from which `toLanguage` leads to the folder of the language; `make` says it where
  /// it was not asked for before.
  func frame(of section: PageSubject, seenFrom toLanguage: String, _ make: () -> View) -> SharedView {
    let key = Frame(section: section, toLanguage: toLanguage)
    if let known = frames.withLock({ $0[key] }) { return known }
    let made = SharedView(make())
    return frames.withLock { frames in
      if let known = frames[key] { return known }
      frames[key] = made
      return made
    }
  }

  private static func navigation(of report: Report, _ phrases: Phrases) -> [(
    subject: PageSubject, label: String
  )] {
    var entries: [(PageSubject, String)] = [(.home, phrases[.home])]
    if !report.chapters.isEmpty { entries.append((.chapters, phrases[.report])) }
    entries.append((.sources, phrases[.sources]))
    entries += report.kinds.map { (.kind($0), $0.plural(in: phrases)) }
    return entries + [
      (.timeline, phrases[.timeline]), (.figures, phrases[.figures]), (.network, phrases[.network]),
      (.index, phrases[.index]), (.quality, phrases[.quality]),
    ]
  }
}

/// What the pages of one language call an entity.
final class EntityLabel: Sendable {
  let kind: EntityKind
  let name: Label
  /// The English name on Chinese pages, the Chinese one on English pages, where it is another.
  let otherName: Label
  /// The first sentence of its description, in the page's language where there is one.
  let gloss: Label
  /// When it was, where it is an event with a date.
  let date: String
  /// Of its page, below the folder of the language.
  let path: String
  let gist: Gist
  /// It where it is only named, as JSON-LD.
  let structured: JSONValue

  init(of entity: ReportEntity, _ wording: Wording, _ site: PublishedSite?) {
    kind = entity.kind
    name = Self.name(of: entity, wording)
    otherName = Self.otherName(of: entity, wording.language)
    gloss = Self.gloss(of: entity, wording)
    date = entity.entity.date.map { DateText.of($0, in: wording.language) } ?? ""
    path = PageSubject.entity(entity.kind, entity.id).path
    gist = Gist(
      kind: entity.kind,
      name: name,
      otherName: otherName,
      date: date,
      gloss: gloss,
      path: path
    )
    structured = StructuredData.reference(to: entity, called: name.text, in: wording.language, site: site).written
  }

  private static func name(of entity: ReportEntity, _ wording: Wording) -> Label {
    let name = entity.names[wording.language]
    let hasHan = name.unicodeScalars.contains { ScalarClass.isHan($0.value) }
    let language =
      wording.language != .en
      ? (hasHan ? "" : "en")
      : !hasHan ? "" : entity.entity.names.zhHans == nil ? "zh-Hant" : "zh-Hans"
    return Label(
      text: DisplayTypography.set(name, script: wording.language.script),
      language: language
    )
  }

  private static func otherName(of entity: ReportEntity, _ language: Language) -> Label {
    let name = entity.names[language]
    guard language == .en else {
      return entity.names.en == name ? Label() : Label(text: entity.names.en, language: "en")
    }
    let chinese = entity.entity.names.zhHans ?? entity.entity.names.zhHant
    guard let chinese, chinese != name else { return Label() }
    return Label(text: chinese, language: entity.entity.names.zhHans != nil ? "zh-Hans" : "zh-Hant")
  }

  private static func gloss(of entity: ReportEntity, _ wording: Wording) -> Label {
    let isEnglish = wording.language == .en
    if isEnglish, let body = entity.englishBody {
      return Label(text: wording.shown(firstSentence(of: body)))
    }
    guard let body = entity.body else {
      return entity.englishBody.map { Label(text: firstSentence(of: $0), language: "en") }
        ?? Label()
    }
    return Label(
      text: wording.shown(firstSentence(of: body)),
      language: isEnglish ? Typesetter.tag(of: body.script ?? .simplified) : ""
    )
  }

  /// The first sentence of a chapter; nothing where the page would have to show it in another language.
  static func gloss(of chapter: AnnotatedChapter, _ wording: Wording) -> String {
    guard wording.language == .en else { return wording.shown(firstSentence(of: chapter.body)) }
    return chapter.englishBody.map { wording.shown(firstSentence(of: $0)) } ?? ""
  }

  private static func firstSentence(of body: AnnotatedBody) -> String {
    guard let block = body.reading.blocks.first(where: { $0.role == .paragraph }) else { return "" }
    let start = TextSpan<ReadingSpace>(block.span.lowerBound, block.span.lowerBound)
    return body.reading.text[
      Sentences.sentence(around: start, in: block.span, of: body.reading.text)
    ]
  }
}

/// What the pages of one language call a source document.
final class DocumentLabel: Sendable {
  /// The English title on English pages where it has one.
  let title: Label
  /// By the name of its entity on English pages, where the project knows it.
  let publisher: Label
  let siglum: String
  /// Of its page, below the folder of the language.
  let path: String
  /// A link to it by its siglum, from behind the way to the folder of the language on, and its title: what stands above all that is
  /// quoted from it.
  let caption: HTML
  let paragraphCount: Int

  init(of index: Int, _ wording: Wording, _ entities: LazyList<EntityLabel>) {
    let document = wording.report.documents[index]
    paragraphCount = document.paragraphs.count
    siglum = wording.report.sigla[index].shown(in: wording.language)
    path = PageSubject.source(document.source.address).path
    title =
      if wording.language == .en, let title = document.translation?.title {
        Label(text: wording.shown(title))
      } else {
        Label(
          text: wording.shown(document.source.metadata.title ?? document.source.id.string),
          language: wording.tag(of: document)
        )
      }
    publisher =
      if let publisher = document.source.metadata.publisher {
        if wording.language == .en, let entity = wording.report.entity(named: publisher) {
          entities[entity.index].name
        } else {
          Label(text: wording.shown(publisher), language: wording.tag(of: document))
        }
      } else {
        Label()
      }
    var caption = HTMLBuilder()
    caption.text(path)
    caption.raw("\">")
    caption.text(siglum)
    caption.raw("</a> · <cite")
    caption.language(title.language)
    caption.raw(">")
    caption.text(title.text)
    caption.raw("</cite>")
    self.caption = caption.html
  }
}
