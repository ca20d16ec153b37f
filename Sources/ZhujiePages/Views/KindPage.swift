import ZhujieEntities
import ZhujieReport

/// All entities of one kind, the most mentioned first; events by date.
struct KindPage {
  static let schema = Shell.schema.adding([
    "kind": .text, "heading": .text, "count": .text, "entities": .list(EntityCards.schema),
  ])

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
    let heading = kind.plural(in: context.phrases)
    let page: View = [
      "kind": .text(kind.rawValue), "heading": .text(heading),
      "count": .text(context.phrases[.entitiesCounted, entities.count]),
      "entities": .list(EntityCards(context: context).views(entities.map { report.entities[$0] })),
    ]
    return page.merging(Shell(context: context).view(title: heading, section: .kind(kind)))
  }
}
