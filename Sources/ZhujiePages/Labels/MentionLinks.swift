import Synchronization
import ZhujieAnnotation
import ZhujieEntities
import ZhujieMarkdown

/// The opening tags of links to entities on the pages that are two folders below that of their language, as those of sources and
/// entities are: the same on all of them, and there are as many as mentions. Each is made when it is first asked for.
final class MentionLinks: Sendable {
  static let toLanguage = "../../"

  /// By entity, four of each.
  private let made: Mutex<[HTML?]>

  init(entityCount: Int) {
    made = Mutex(Array(repeating: nil, count: entityCount * 4))
  }

  func tag(to mention: Mention, isAdjacent: Bool, isFirst: Bool) -> HTML {
    made.withLock { made in
      let place = mention.entityIndex << 2 | (isAdjacent ? 2 : 0) | (isFirst ? 1 : 0)
      if let tag = made[place] { return tag }
      let tag = Self.tag(to: mention, from: Self.toLanguage, isAdjacent: isAdjacent, isFirst: isFirst)
      made[place] = tag
      return tag
    }
  }

  /// `title` says what is written, where the page shows other words.
  static func tag(
    to mention: Mention, from toLanguage: String, isAdjacent: Bool, isFirst: Bool, title: String? = nil
  ) -> HTML {
    var open = HTMLBuilder()
    open.raw("<a class=\"m ")
    open.text(mention.kind.rawValue)
    if isAdjacent { open.raw(" adjacent") }
    if isFirst { open.raw(" first") }
    if title != nil { open.raw(" emended") }
    open.raw("\"")
    open.attribute("href", toLanguage + PageSubject.entity(mention.kind, mention.entity).path)
    if let title { open.attribute("title", title) }
    open.endTag()
    return open.html
  }
}
