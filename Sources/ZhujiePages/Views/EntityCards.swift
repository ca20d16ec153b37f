import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Entities in lists: name, the name in the other language, the first sentence about them, how often they are mentioned.
struct EntityCards {
  static let schema: ViewSchema = [
    "href": .text, "kind": .text, "name": .text, "nameLang": .text, "otherName": .text,
    "otherLang": .text,
    "date": .text, "gloss": .text, "glossLang": .text, "count": .text, "bar": .html,
  ]

  let context: PageContext

  /// Cards in the order given.
  func views(_ entities: [ReportEntity]) -> [View] {
    let most = entities.map(\.mentions.count).max() ?? 0
    return entities.map { entity in
      let label = context.label(of: entity)
      var bar = HTMLBuilder(capacity: 160)
      Meters.bar(entity.mentions.count, of: most, into: &bar)
      return [
        "href": .text(context.link(to: entity)),
        "kind": .text(entity.kind.rawValue),
        "name": .text(label.name.text),
        "nameLang": .text(label.name.language),
        "otherName": .text(label.otherName.text),
        "otherLang": .text(label.otherName.language),
        "date": .text(label.date),
        "gloss": .text(label.gloss.text),
        "glossLang": .text(label.gloss.language),
        "count": .text(
          entity.mentions.isEmpty ? "" : context.phrases[.mentionCount, entity.mentions.count]),
        "bar": .html(bar.html),
      ]
    }
  }
}
