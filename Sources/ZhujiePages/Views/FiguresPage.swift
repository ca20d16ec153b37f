import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The amounts, percentages and counts of the sources, as written and as values.
struct FiguresPage {
  static let schema = Shell.schema.adding([
    "hasLedger": .flag, "ledger": .list(LedgerViews.figure), "hasChecks": .flag,
    "checks": .list(LedgerViews.check),
    "hasContradictions": .flag, "contradictionsHref": .text, "contradictionCount": .text,
    "groups": .list([
      "label": .text, "count": .text, "more": .text, "rows": .html,
    ]),
  ])

  let context: PageContext

  var view: View {
    let report = context.report
    let ledger = LedgerViews(context: context)
    let page: View = [
      "hasLedger": .flag(!report.ledger.figures.isEmpty),
      "ledger": .list(ledger.figures(report.ledger.figures)),
      "hasChecks": .flag(!report.ledger.checks.isEmpty), "checks": .list(ledger.checks),
      "hasContradictions": .flag(!report.contradictions.isEmpty),
      "contradictionsHref": .text(context.page.link(to: .contradictions)),
      "contradictionCount": .text(
        context.phrases[.contradictionsCounted, report.contradictions.count]
      ),
      "groups": .list(zip(Self.groups, Self.places(in: report)).compactMap { group($0.label, $1) }),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.figures], description: context.phrases[.figuresHint]),
        section: .figures
      )
    )
  }

  private static let groups: [(kind: QuantityText.Kind, label: Phrases.Key)] = [
    (.money, .amounts), (.percent, .percentages), (.count, .counts),
  ]

  /// The figures that the page lists beside those that have names.
  static func places(in report: Report) -> [LongList<FigurePlaces.Place>] { FigurePlaces(of: groups.map(\.kind), in: report).lists }

  /// The rows of figures, which are in order of source. Of each source only the blocks that hold some are set.
  private func rows(_ places: [FigurePlaces.Place]) -> HTML {
    var rows = HTMLBuilder(capacity: places.count * 600)
    var rest = places[...]
    while let document = rest.first?.document {
      let those = rest.prefix { $0.document == document }
      rest = rest[those.endIndex...]
      let edition = context.edition(inBlocks: Set(those.map(\.block)).sorted(), of: document)
      for place in those { write(place, as: edition, into: &rows) }
    }
    return rows.html
  }

  private func write(_ place: FigurePlaces.Place, as edition: Edition, into row: inout HTMLBuilder) {
    let reading = context.report.documents[place.document].body.reading
    let sentence = FigurePlaces.sentence(around: place.span, inBlock: place.block, of: reading)
    let paragraph = reading.blocks[place.block].paragraph
    let siglum = context.labels.documents[place.document].siglum
    row.raw("<tr><th scope=\"row\"")
    row.language(edition.runLanguage)
    row.raw(">")
    row.text(edition.slice(place.span))
    row.raw("</th><td class=\"value\"")
    row.attribute("data-label", context.phrases[.value])
    row.raw(">")
    var value = QuantityText()
    context.read(place.quantity, into: &value)
    value.withValue { row.text($0) }
    row.raw("</td><td")
    row.attribute("data-label", context.phrases[.where_])
    row.raw("><a class=\"cite\"")
    row.attribute("href", context.link(toParagraph: paragraph, of: place.document))
    row.raw(">")
    row.text(paragraph.map { "\(siglum)·\($0)" } ?? siglum)
    row.raw("</a></td><td")
    row.attribute("data-label", context.phrases[.evidence])
    row.language(edition.runLanguage)
    row.raw(">")
    row.text(edition.slice(sentence))
    row.raw("</td></tr>")
  }

  private func group(_ label: Phrases.Key, _ places: LongList<FigurePlaces.Place>) -> View? {
    guard !places.isEmpty else { return nil }
    return [
      "label": .text(context.phrases[label]), "count": .text(String(places.count)),
      "rows": .html(rows(places.items)),
      "more": .text(places.more(context.phrases)),
    ]
  }
}
