import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// When posts were held, as bars on one axis of years. What is not stated is hatched, never drawn as if it were known.
struct RoleSpans {
  /// The first and the last year of the axis; nil where no post has a date that bounds one.
  let years: ClosedRange<Int>?

  /// The axis reaches to the year of the newest source: what is held today is held until then as far as is known.
  init(_ roles: [Role], report: Report) {
    let known = roles.flatMap {
      [Self.years(of: $0.from)?.lowerBound, Self.years(of: $0.to)?.upperBound]
    }
    .compactMap { $0 }
    let newest = report.newestYear
    years = known.min().flatMap { first in
      known.max().map { first...max($0, newest ?? $0, first + 1) }
    }
  }

  private static func years(of date: EDTFDate?) -> ClosedRange<Int>? {
    guard let first = date?.firstDay?.year, let last = date?.lastDay?.year else { return nil }
    return min(first, last)...max(first, last)
  }

  /// The bar of a post; nothing where neither end is stated.
  func bar(of role: Role) -> HTML {
    guard let years else { return .empty }
    let from = role.from?.firstDay.map { place(of: $0, in: years) }
    let to = role.isOngoing ? Self.width : role.to?.lastDay.map { place(of: $0, in: years) }
    guard from != nil || to != nil else { return .empty }
    let start = from ?? 0
    let end = max(to ?? Self.width, start + 2)
    let isKnown = from != nil && to != nil
    var builder = HTMLBuilder()
    builder.open(
      "svg",
      [
        ("class", "span"), ("viewBox", "0 0 \(Self.width) 2"), ("preserveAspectRatio", "none"),
        ("aria-hidden", "true"),
      ]
    )
    builder.open("path", [("class", isKnown ? "known" : "open"), ("d", "M\(start) 1H\(end)")])
    builder.close("path")
    builder.close("svg")
    return builder.html
  }

  private static let width = 300

  /// Where a day lies, as if every month had 31 days.
  private func place(of day: CalendarDay, in years: ClosedRange<Int>) -> Int {
    let days = ((day.year - years.lowerBound) * 12 + day.month - 1) * 31 + day.day - 1
    return min(max(days * Self.width / (years.count * 12 * 31), 0), Self.width)
  }
}
