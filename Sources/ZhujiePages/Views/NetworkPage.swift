import ZhujieEntities
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport

/// Who stands together with whom, drawn, and as a table.
struct NetworkPage {
  static let schema = Shell.schema.adding([
    "drawing": .html,
    "columns": .list(["href": .text, "name": .text]),
    "rows": .list([
      "href": .text, "name": .text, "kind": .text, "cells": .list(["count": .text, "weight": .text]),
    ]),
  ])

  /// How many entities the table holds: the most mentioned.
  private static let size = 24
  /// A drawing stays readable to about this many, and with about so many lines.
  private static let drawnSize = 18
  private static let drawnLines = 42

  let context: PageContext

  var view: View {
    let report = context.report
    let chosen = report.entities.indices.filter { !report.entities[$0].company.isEmpty }.sorted {
      let (a, b) = (report.entities[$0], report.entities[$1])
      return (b.mentions.count, a.id) < (a.mentions.count, b.id)
    }.prefix(Self.size)
    let most = chosen.flatMap { report.entities[$0].company.map(\.paragraphs) }.max() ?? 1
    let page: View = [
      "drawing": .html(drawing(of: Array(chosen.prefix(Self.drawnSize)))),
      "columns": .list(
        chosen.map {
          let entity = report.entities[$0]
          return ["href": .text(context.link(to: entity)), "name": .text(context.name(of: entity))]
        }),
      "rows": .list(chosen.map { row($0, columns: Array(chosen), most: most) }),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.network], description: context.phrases[.networkHint]), section: .network))
  }

  private func drawing(of chosen: [Int]) -> HTML {
    let links = PictureContext.together(chosen, strongest: Self.drawnLines, in: context)
    let joined = chosen.map { context.report.entities[$0].id }.filter { id in
      links.contains { $0.from == id || $0.to == id }
    }
    guard !joined.isEmpty else { return .empty }
    return Picture.network(of: joined, links: .together)
      .html(in: PictureContext(page: context, script: nil) { _, _ in links })
  }

  private func row(_ index: Int, columns: [Int], most: Int) -> View {
    let entity = context.report.entities[index]
    let counts = Dictionary(uniqueKeysWithValues: entity.company.map { ($0.entity, $0.paragraphs) })
    return [
      "href": .text(context.link(to: entity)), "name": .text(context.name(of: entity)),
      "kind": .text(entity.kind.rawValue),
      "cells": .list(
        columns.map { column in
          let count = counts[column] ?? 0
          let weight = count == 0 ? "w0" : count * 3 > most * 2 ? "w3" : count * 3 > most ? "w2" : "w1"
          return ["count": .text(count == 0 ? "" : String(count)), "weight": .text(weight)]
        }),
    ]
  }
}
