import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Entities in lists: name, the name in the other language, the first sentence about them, how often they are mentioned.
struct EntityCards {
  static let schema: ViewSchema = [
    "href": .text, "kind": .text, "name": .text, "nameLang": .text, "otherName": .text, "otherLang": .text,
    "date": .text, "gloss": .text, "glossLang": .text, "count": .text, "bar": .html,
  ]

  let context: PageContext

  /// Cards in the order given.
  func views(_ entities: [ReportEntity]) -> [View] {
    let most = entities.map(\.mentions.count).max() ?? 0
    return entities.map { entity in
      let gloss = Gloss.of(entity, in: context)
      let other = otherName(of: entity)
      return [
        "href": .text(context.link(to: entity)),
        "kind": .text(entity.kind.rawValue),
        "name": .text(context.name(of: entity)),
        "nameLang": .text(context.nameLanguage(of: entity)),
        "otherName": .text(other.text),
        "otherLang": .text(other.language),
        "date": .text(entity.entity.date.map { DateText.of($0, in: context.language) } ?? ""),
        "gloss": .text(gloss.text),
        "glossLang": .text(gloss.language),
        "count": .text(
          entity.mentions.isEmpty ? "" : context.phrases[.mentionCount, entity.mentions.count]),
        "bar": .html(Meters.bar(entity.mentions.count, of: most)),
      ]
    }
  }

  /// The English name on Chinese pages, the Chinese one on English pages, where it is another.
  func otherName(of entity: ReportEntity) -> (text: String, language: String) {
    let name = entity.names[context.language]
    if context.language == .en {
      let chinese = entity.entity.names.zhHans ?? entity.entity.names.zhHant
      guard let chinese, chinese != name else { return ("", "") }
      return (chinese, entity.entity.names.zhHans != nil ? "zh-Hans" : "zh-Hant")
    }
    return entity.names.en == name ? ("", "") : (entity.names.en, "en")
  }
}

/// The first sentence of an entity's description, in the page's language where there is one.
enum Gloss {
  static func of(_ entity: ReportEntity, in context: PageContext) -> (text: String, language: String) {
    if context.language == .en, let body = entity.englishBody { return (context.shown(firstSentence(of: body)), "") }
    guard let body = entity.body else {
      return entity.englishBody.map { (firstSentence(of: $0), "en") } ?? ("", "")
    }
    return (context.shown(firstSentence(of: body)), context.language == .en ? Typesetter.tag(of: body.script ?? .simplified) : "")
  }

  /// The first sentence of a chapter; nothing where the page would have to show it in another language.
  static func of(_ chapter: AnnotatedChapter, in context: PageContext) -> String {
    guard context.language == .en else { return context.shown(firstSentence(of: chapter.body)) }
    return chapter.englishBody.map { context.shown(firstSentence(of: $0)) } ?? ""
  }

  private static func firstSentence(of body: AnnotatedBody) -> String {
    guard let block = body.reading.blocks.first(where: { $0.role == .paragraph }) else { return "" }
    let start = TextSpan<ReadingSpace>(block.span.lowerBound, block.span.lowerBound)
    return body.reading.text[Sentences.sentence(around: start, in: block.span, of: body.reading.text)]
  }
}
