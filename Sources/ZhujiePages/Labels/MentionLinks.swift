import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport

/// The opening tags of links to entities on the pages that are two folders below that of their language, as those of sources and
/// entities are: the same on all of them, in every language, and there are as many as mentions.
struct MentionLinks: Sendable {
  static let toLanguage = "../../"

  /// By entity, four of each.
  private let tags: [HTML]

  init(to entities: [ReportEntity]) {
    tags = entities.flatMap { entity in
      (0..<4).map {
        Self.tag(to: entity.kind, entity.id, from: Self.toLanguage, isAdjacent: $0 & 2 != 0, isFirst: $0 & 1 != 0)
      }
    }
  }

  func tag(to mention: Mention, isAdjacent: Bool, isFirst: Bool) -> HTML {
    tags[mention.entityIndex << 2 | (isAdjacent ? 2 : 0) | (isFirst ? 1 : 0)]
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
