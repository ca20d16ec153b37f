import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport

/// The opening tags of links to entities on the pages that are two folders below that of their language, as those of sources and
/// entities are: the same on all of them, in every language, and there are as many as mentions.
struct MentionLinks: Sendable {
  static let toLanguage = "../../"

  /// By entity, four of each.
  private let tags: HTML
  private let ends: [Int]

  init(to entities: [ReportEntity]) {
    var tags = HTMLBuilder()
    var ends = [0]
    ends.reserveCapacity(entities.count * 4 + 1)
    for entity in entities {
      for form in 0..<4 {
        Self.write(
          to: entity.kind, entity.id, from: Self.toLanguage, isAdjacent: form & 2 != 0, isFirst: form & 1 != 0, into: &tags)
        ends.append(tags.count)
      }
    }
    (self.tags, self.ends) = (tags.html, ends)
  }

  /// `entity` is the entity's index in the report.
  func write(to entity: Int, isAdjacent: Bool, isFirst: Bool, into out: inout HTMLBuilder) {
    let form = entity << 2 | (isAdjacent ? 2 : 0) | (isFirst ? 1 : 0)
    out.html(tags, ends[form]..<ends[form + 1])
  }

  /// `title` says what is written, where the page shows other words.
  static func write(
    to kind: EntityKind, _ id: EntityID, from toLanguage: String, isAdjacent: Bool, isFirst: Bool, title: String? = nil,
    into open: inout HTMLBuilder
  ) {
    open.raw("<a class=\"m ")
    open.text(kind.rawValue)
    if isAdjacent { open.raw(" adjacent") }
    if isFirst { open.raw(" first") }
    if title != nil { open.raw(" emended") }
    open.raw("\"")
    open.attribute("href", toLanguage + PageSubject.entity(kind, id).path)
    if let title { open.attribute("title", title) }
    open.endTag()
  }
}
