import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Events on an axis of years, and the table of them, which takes its place on narrow screens.
struct TimelineDrawing {
  let writer: ItemWriter
  let events: [PictureEvent]

  /// An event with its date, in order of time.
  private struct Dated {
    let event: PictureEvent
    let date: EDTFDate
    let first: Int
    let last: Int
  }

  func draw(name: String, _ out: inout HTMLBuilder) {
    let dated = self.dated
    guard let first = dated.map(\.first).min(), let last = dated.map(\.last).max() else { return }
    // Within a year the axis counts months.
    let countsMonths = last - first <= Self.daysInYear
    let unit = countsMonths ? Self.daysInMonth : Self.daysInYear
    let start = first / unit * unit
    let range = max(last - start, 28)
    func place(_ day: Int) -> Int { (day - start) * 1000 / range }
    let points = dated.map { dated in
      TimelineLayout.Point(
        start: place(dated.first),
        end: place(dated.last),
        caption: writer.context.date(dated.date),
        lines: TextMeasure.lines(
          writer.name(dated.event.item).text,
          size: TimelineLayout.size,
          limit: TimelineLayout.labelLimit
        )
      )
    }
    let layout = TimelineLayout(points)
    SVGWriter.figure(
      width: layout.width,
      height: layout.height,
      title: name,
      description: "",
      &out
    ) { svg in
      svg.rect("band", layout.band)
      ticks(first / unit, last / unit, countsMonths, place, layout, &svg)
      for (index, dated) in dated.enumerated() {
        draw(dated, points[index], layout.placed[index], layout.band, &svg)
      }
    }
    table(dated, &out)
  }

  private func ticks(
    _ first: Int,
    _ last: Int,
    _ countsMonths: Bool,
    _ place: (Int) -> Int,
    _ layout: TimelineLayout,
    _ svg: inout SVGWriter
  ) {
    // A tick whose words would touch those before it is left out.
    var free = Int.min
    for tick in first...max(first, last) {
      let x = layout.x(place(tick * (countsMonths ? Self.daysInMonth : Self.daysInYear)))
      guard x >= free else { continue }
      let words = countsMonths ? month(tick) : String(tick)
      svg.line("tick", x, layout.band.y, x, layout.band.bottom)
      svg.text("small", x + 5, layout.band.y + 15, words)
      free = x + TextMeasure.width(words, size: TimelineLayout.captionSize) + 12
    }
  }

  private func month(_ number: Int) -> String {
    EDTFDate.Point(year: number / 12, month: number % 12 + 1)
      .map { writer.context.date(EDTFDate($0)) } ?? ""
  }

  private func draw(
    _ dated: Dated,
    _ point: TimelineLayout.Point,
    _ placed: TimelineLayout.Placed,
    _ band: Box,
    _ svg: inout SVGWriter
  ) {
    let edge = placed.isBelow ? band.bottom : band.y
    svg.line("stem", placed.x, edge, placed.x, placed.stemEnd)
    if placed.endX > placed.x + 3 {
      svg.line("span", placed.x, edge, placed.endX, edge)
    }
    let name = writer.name(dated.event.item)
    svg.shape(name.entity?.kind, placed.x, placed.isBelow ? edge + 6 : edge - 6, 5)
    svg.linked(name.entity?.href) { svg in
      svg.text("small", placed.label.x, placed.label.y + 12, point.caption)
      for (index, line) in point.lines.enumerated() {
        svg.text(
          "name",
          placed.label.x,
          placed.label.y + TimelineLayout.captionHeight + 13 + index * TimelineLayout.lineHeight,
          line,
          language: name.language
        )
      }
    }
  }

  private func table(_ dated: [Dated], _ out: inout HTMLBuilder) {
    Twin.table(
      writer,
      columns: [PictureWords.date, PictureWords.event, PictureWords.evidence],
      &out
    ) { out in
      for dated in dated {
        out.element("tr") { out in
          out.element("td") { $0.text(writer.context.date(dated.date)) }
          out.element("th", [("scope", "row")]) { out in
            writer.label(dated.event.item, &out)
            writer.note(dated.event.item, &out)
          }
          out.element("td") { writer.citation(dated.event.item.source, &$0) }
        }
      }
    }
  }

  private var dated: [Dated] {
    let all = events.compactMap { event -> Dated? in
      guard let date = event.date ?? event.item.entity.flatMap(writer.context.entity)?.date,
        let first = date.firstDay ?? date.lastDay
      else { return nil }
      let start = Self.number(of: first)
      // What has no end yet is a point at its start.
      let end = date.lastDay.map(Self.number(of:)) ?? start
      return Dated(
        event: event,
        date: date,
        first: start,
        last: date.isSpan ? max(start, end) : start
      )
    }
    return all.indices.sorted { (all[$0].first, $0) < (all[$1].first, $1) }.map { all[$0] }
  }

  /// Days counted as if every month had 31: enough for places on an axis.
  private static let daysInMonth = 31
  private static let daysInYear = 12 * daysInMonth

  private static func number(of day: CalendarDay) -> Int {
    day.year * daysInYear + (day.month - 1) * daysInMonth + day.day - 1
  }
}
