import ZhujieEntities
import ZhujieReport

/// How lists that are too long for one page are divided. Every language has the same parts, and an edit of one source moves
/// nothing from one part to another.
enum PageParts {
  /// How many sources, entities or events a page lists.
  static let rows = 200
  /// The index has a line an entity.
  static let indexRows = 500
  /// Mentions in their sentences: from how many on they are divided, and about how many a part is to have.
  static let wholeMentions = 400
  static let mentions = 200

  static func count(of subject: PageSubject, in report: Report) -> Int {
    switch subject {
    case .sources: parts(report.documents.count, of: rows)
    case .kind(let kind): parts(report.entities.count { $0.kind == kind }, of: rows)
    case .timeline: parts(report.entities.count { $0.kind == .event }, of: rows)
    case .index: parts(report.entities.count, of: indexRows)
    case .entity(_, let id): report.index(of: id).map { mentions(of: report.entities[$0], in: report).count } ?? 1
    default: 1
    }
  }

  private static func parts(_ count: Int, of size: Int) -> Int { max(1, (count + size - 1) / size) }

  /// The items of one part, of a list that is divided by number.
  static func items<Item>(_ items: [Item], part: Int, of size: Int) -> ArraySlice<Item> {
    let start = min((part - 1) * size, items.count)
    return items[start..<min(start + size, items.count)]
  }

  /// The mentions of each part. A part holds those in a run of documents as long as a power of two, so that no boundary
  /// moves while documents are edited, and few while they are added.
  static func mentions(of entity: ReportEntity, in report: Report) -> [ArraySlice<MentionPlace>] {
    let all = entity.mentions
    guard all.count > wholeMentions else { return [all[...]] }
    var run = 1
    while run * all.count < mentions * report.documents.count { run *= 2 }
    var parts: [ArraySlice<MentionPlace>] = []
    var start = 0
    for index in all.indices.dropFirst() where all[index].document / run != all[start].document / run {
      parts.append(all[start..<index])
      start = index
    }
    return parts + [all[start...]]
  }
}
