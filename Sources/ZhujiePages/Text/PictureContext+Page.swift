import ZhujieEntities
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

extension PictureContext {
  /// What pictures of a body ask, answered for a page.
  init(page context: PageContext, body: AnnotatedBody) {
    let report = context.report
    self.init(
      language: context.language,
      entity: { id in
        report.index(of: id).map { index in
          let entity = report.entities[index]
          return Entity(
            name: context.name(of: entity), language: context.nameLanguage(of: entity),
            href: SafeURL(context.link(to: entity)), kind: entity.kind, date: entity.entity.date)
        }
      },
      text: { text in
        let shown = context.text(text)
        let isForeign = context.language == .en && text.en == nil
        return (shown, isForeign ? Typesetter.tag(of: body.script ?? .simplified) : "")
      },
      citation: { context.citations.html($0) },
      date: { DateText.of($0, in: context.language) },
      links: { automatic, ids in Self.links(automatic, among: ids, in: context) })
  }

  /// Lines between some entities: each pair of them once.
  private static func links(
    _ automatic: AutomaticLinks, among ids: [EntityID], in context: PageContext
  ) -> [Link] {
    let report = context.report
    let indices = ids.compactMap { report.index(of: $0) }
    switch automatic {
    case .relations:
      return indices.flatMap { index in
        report.entities[index].relations.compactMap { relation -> Link? in
          guard !relation.isInverse, indices.contains(relation.other) else { return nil }
          return Link(
            from: report.entities[index].id, to: report.entities[relation.other].id,
            text: RelationText.of(relation.kind, isInverse: false, in: context.language), weight: 1,
            source: relation.source)
        } + posts(of: report.entities[index], among: indices, in: context)
      }
    case .together:
      var pairs: [(Int, Int, Int)] = []
      for (place, index) in indices.enumerated() {
        for other in indices[(place + 1)...] {
          let company = report.entities[index].company.first { $0.entity == other }
          if let company { pairs.append((index, other, company.paragraphs)) }
        }
      }
      let most = pairs.map(\.2).max() ?? 1
      return pairs.map { a, b, count in
        Link(
          from: report.entities[a].id, to: report.entities[b].id, text: context.phrases[.together] + " \(count)",
          weight: count * 3 > most * 2 ? 3 : count * 3 > most ? 2 : 1, source: nil)
      }
    }
  }

  /// The posts that an entity holds at others of some.
  private static func posts(
    of holder: ReportEntity, among indices: [Int], in context: PageContext
  ) -> [Link] {
    holder.entity.roles.compactMap { role in
      guard let at = role.at.flatMap(EntityID.init), let other = context.report.index(of: at), indices.contains(other)
      else { return nil }
      return Link(
        from: holder.id, to: at, text: context.text(role.title), weight: 1,
        source: role.source)
    }
  }
}
