import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport

/// The opening tags of links to entities on the pages that are two folders below that of their language, as those of sources and
/// entities are: the same on all of them, and there are as many as mentions. Each is made when it is first asked for.
final class MentionLinks: Sendable {
  static let toLanguage = "../../"

  private final class Tag: Sendable {
    let html: HTML

    init(_ html: HTML) { self.html = html }
  }

  /// By entity, four of each.
  private let made: LazyList<Tag>

  init(to entities: [ReportEntity]) {
    made = LazyList(count: entities.count * 4) { place in
      let entity = entities[place >> 2]
      return Tag(
        Self.tag(
          to: entity.kind, entity.id, from: Self.toLanguage, isAdjacent: place & 2 != 0, isFirst: place & 1 != 0))
    }
  }

  func tag(to mention: Mention, isAdjacent: Bool, isFirst: Bool) -> HTML {
    made[mention.entityIndex << 2 | (isAdjacent ? 2 : 0) | (isFirst ? 1 : 0)].html
  }

  /// `title` says what is written, where the page shows other words.
  static func tag(
    to kind: EntityKind, _ id: EntityID, from toLanguage: String, isAdjacent: Bool, isFirst: Bool, title: String? = nil
  ) -> HTML {
    var open = HTMLBuilder()
    open.raw("<a class=\"m ")
    open.text(kind.rawValue)
    if isAdjacent { open.raw(" adjacent") }
    if isFirst { open.raw(" first") }
    if title != nil { open.raw(" emended") }
    open.raw("\"")
    open.attribute("href", toLanguage + PageSubject.entity(kind, id).path)
    if let title { open.attribute("title", title) }
    open.endTag()
    return open.html
  }
}
