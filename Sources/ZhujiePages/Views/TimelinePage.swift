import ZhujieEntities
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Every event in order of date, by year.
struct TimelinePage {
  static let event: ViewSchema = [
    "id": .text, "href": .text, "name": .text, "date": .text, "isoDate": .text, "gloss": .text,
    "glossLang": .text,
    "evidence": .html,
  ]

  static let schema = Shell.schema.adding([
    "years": .list(["id": .text, "year": .text, "events": .list(event)]),
    "hasUndated": .flag, "undated": .list(event),
  ])

  let context: PageContext

  var view: View {
    let report = context.report
    var years: [(year: String, events: [View])] = []
    // Those without a date come last.
    let events = report.timeline + report.entities.indices.filter {
      report.entities[$0].kind == .event && report.entities[$0].entity.date == nil
    }
    let shown = PageParts.items(events, part: context.page.part, of: PageParts.rows)
    for index in shown where report.entities[index].entity.date != nil {
      let event = report.entities[index]
      let day = event.entity.date?.firstDay ?? event.entity.date?.lastDay
      let year = day.map { String($0.year) } ?? context.phrases[.undated]
      if years.last?.year != year { years.append((year, [])) }
      years[years.count - 1].events.append(view(of: event))
    }
    let undated = shown.map { report.entities[$0] }.filter { $0.entity.date == nil }.map(view)
    let page: View = [
      "years": .list(
        years.enumerated().map {
          [
            "id": .text("y\($0.offset)-\($0.element.year)"), "year": .text($0.element.year),
            "events": .list($0.element.events),
          ]
        }
      ),
      "hasUndated": .flag(!undated.isEmpty), "undated": .list(undated),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.timeline], description: context.phrases[.timelineHint]),
        section: .timeline,
        parts: PageParts.count(of: .timeline, in: report)
      )
    )
  }

  private func view(of event: ReportEntity) -> View {
    let label = context.label(of: event)
    let citation = event.body?.markup.citations.first?.citation
    return [
      "id": .text(event.id.string), "href": .text(context.link(to: event)),
      "name": .text(label.name.text),
      "date": .text(label.date),
      "isoDate": .text(event.entity.date.flatMap(MachineDate.of) ?? ""),
      "gloss": .text(label.gloss.text), "glossLang": .text(label.gloss.language),
      "evidence": .html(citation.map { context.citations.html($0) } ?? .empty),
    ]
  }
}
