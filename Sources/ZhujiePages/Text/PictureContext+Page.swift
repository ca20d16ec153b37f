import ZhujieEntities
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

extension PictureContext {
  /// What pictures of a body ask, answered for a page.
  init(page context: PageContext, body: AnnotatedBody) {
    self.init(page: context, script: body.script) { Self.links($0, among: $1, in: context) }
  }

  /// `script` is that of texts given in Chinese alone, where the page is English.
  init(
    page context: PageContext,
    script: Script?,
    links: @escaping (AutomaticLinks, [EntityID]) -> [Link]
  ) {
    let report = context.report
    self.init(
      language: context.language,
      entity: { id in
        report.index(of: id).map { index in
          let entity = report.entities[index]
          return Entity(
            name: context.name(of: entity),
            language: context.label(of: entity).name.language,
            href: SafeURL(context.link(to: entity)),
            kind: entity.kind,
            date: entity.entity.date
          )
        }
      },
      text: { text in
        let shown = context.text(text)
        let isForeign = context.language == .en && text.en == nil
        return (shown, isForeign ? Typesetter.tag(of: script ?? .simplified) : "")
      },
      citation: { context.citations.html($0) },
      date: { DateText.of($0, in: context.language) },
      links: links
    )
  }

  /// Lines between some entities: each pair of them once.
  private static func links(
    _ automatic: AutomaticLinks,
    among ids: [EntityID],
    in context: PageContext
  ) -> [Link] {
    let report = context.report
    let indices = ids.compactMap { report.index(of: $0) }
    switch automatic {
    case .relations:
      return indices.flatMap { index in
        report.entities[index].relations.compactMap { relation -> Link? in
          guard !relation.isInverse, indices.contains(relation.other) else { return nil }
          return Link(
            from: report.entities[index].id,
            to: report.entities[relation.other].id,
            text: RelationText.of(relation.kind, isInverse: false, in: context.language),
            weight: 1,
            source: relation.source
          )
        } + posts(of: report.entities[index], among: indices, in: context)
      }
    case .together:
      return together(indices, in: context)
    }
  }

  /// A line between each two entities that stand in one paragraph; of many, the `strongest`.
  static func together(_ indices: [Int], strongest: Int? = nil, in context: PageContext) -> [Link] {
    let entities = context.report.entities
    var pairs: [(Int, Int, Int)] = []
    for (place, index) in indices.enumerated() {
      for other in indices[(place + 1)...] {
        let company = entities[index].company.first { $0.entity == other }
        if let company { pairs.append((index, other, company.paragraphs)) }
      }
    }
    let most = pairs.map(\.2).max() ?? 1
    if let strongest, pairs.count > strongest {
      let order = pairs.indices.sorted { (pairs[$1].2, $0) < (pairs[$0].2, $1) }
      pairs = order.prefix(strongest).sorted().map { pairs[$0] }
    }
    return pairs.map { a, b, count in
      Link(
        from: entities[a].id,
        to: entities[b].id,
        text: context.phrases[.together] + " \(count)",
        weight: count * 3 > most * 2 ? 3 : count * 3 > most ? 2 : 1,
        source: nil
      )
    }
  }

  /// The posts that an entity holds at others of some.
  private static func posts(
    of holder: ReportEntity,
    among indices: [Int],
    in context: PageContext
  ) -> [Link] {
    holder.entity.roles.compactMap { role in
      guard let at = role.at.flatMap(EntityID.init), let other = context.report.index(of: at),
        indices.contains(other)
      else { return nil }
      return Link(
        from: holder.id,
        to: at,
        text: context.text(role.title),
        weight: 1,
        source: role.source
      )
    }
  }
}
