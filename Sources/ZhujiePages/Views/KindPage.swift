import ZhujieEntities
import ZhujieReport

/// All entities of one kind, the most mentioned first; events by date.
struct KindPage {
  static let schema = Shell.schema.adding([
    "kind": .text, "heading": .text, "count": .text, "entities": .list(EntityCards.schema),
  ])

  /// How many of them the description of the page names.
  private static let namedSize = 12

  let context: PageContext
  let kind: EntityKind

  var view: View {
    let report = context.report
    let entities: [Int]
    if kind == .event {
      entities = report.timeline + report.entities.indices.filter {
        report.entities[$0].kind == .event && report.entities[$0].entity.date == nil
      }
    } else {
      entities = report.entities.indices.filter { report.entities[$0].kind == kind }.sorted {
        let (a, b) = (report.entities[$0], report.entities[$1])
        return (b.mentions.count, a.id) < (a.mentions.count, b.id)
      }
    }
    let shown = PageParts.items(entities, part: context.page.part, of: PageParts.rows)
    let heading = kind.plural(in: context.phrases)
    let first = entities.prefix(Self.namedSize).map { context.name(of: report.entities[$0]) }
    let description = context.phrases.sentence(
      heading + context.phrases.colon + context.phrases[.entitiesCounted, entities.count],
      first.joined(separator: context.phrases.comma))
    let page: View = [
      "kind": .text(kind.rawValue), "heading": .text(heading),
      "count": .text(context.phrases[.entitiesCounted, entities.count]),
      "entities": .list(EntityCards(context: context).views(shown.map { report.entities[$0] })),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: heading, description: description), section: .kind(kind),
        parts: PageParts.count(of: .kind(kind), in: report)))
  }
}
