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
      "groups": .list(
        zip([.amounts, .percentages, .counts], rows(of: [.money, .percent, .count])).compactMap { group($0, $1) }
      ),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.figures], description: context.phrases[.figuresHint]),
        section: .figures
      )
    )
  }

  /// The figures of some sorts, in order of source and place.
  private func rows(of kinds: [QuantityText.Kind]) -> [LongList<HTML>] {
    var rows = kinds.map { _ in LongList<HTML>() }
    for (index, document) in context.report.documents.enumerated() where document.source.metadata.publish != .none {
      lazy var edition = context.edition(document: index)
      let published = context.report.published[index]
      let reading = document.body.reading
      for annotation in document.body.annotated.annotations {
        guard case .quantity(let quantity) = annotation.content,
          let place = kinds.firstIndex(of: QuantityText.Kind(quantity)),
          let block = reading.blockIndex(at: annotation.span.lowerBound)
        else { continue }
        // A document has many thousands of figures, of which the page shows a few: only of those the words are made.
        func sentence() -> TextSpan<ReadingSpace> {
          Sentences.sentence(around: annotation.span, in: reading.blocks[block].span, of: reading.text)
        }
        guard published.isWhole || published.holds(sentence()) else { continue }
        rows[place].add {
          row(quantity, at: annotation.span, in: sentence(), paragraph: reading.blocks[block].paragraph, of: index, edition)
        }
      }
    }
    return rows
  }

  private func row(
    _ quantity: Quantity, at span: TextSpan<ReadingSpace>, in sentence: TextSpan<ReadingSpace>, paragraph: Int?, of index: Int,
    _ edition: Edition
  ) -> HTML {
    let siglum = context.labels.documents[index].siglum
    var row = HTMLBuilder(capacity: sentence.count + 400)
    row.raw("<tr><th scope=\"row\"")
    row.language(edition.runLanguage)
    row.raw(">")
    row.text(edition.slice(span))
    row.raw("</th><td class=\"value\"")
    row.attribute("data-label", context.phrases[.value])
    row.raw(">")
    row.text(context.value(of: quantity).value)
    row.raw("</td><td")
    row.attribute("data-label", context.phrases[.where_])
    row.raw("><a class=\"cite\"")
    row.attribute("href", context.link(toParagraph: paragraph, of: index))
    row.raw(">")
    row.text(paragraph.map { "\(siglum)·\($0)" } ?? siglum)
    row.raw("</a></td><td")
    row.attribute("data-label", context.phrases[.evidence])
    row.language(edition.runLanguage)
    row.raw(">")
    row.text(edition.slice(sentence))
    row.raw("</td></tr>")
    return row.html
  }

  private func group(_ label: Phrases.Key, _ rows: LongList<HTML>) -> View? {
    guard !rows.isEmpty else { return nil }
    return [
      "label": .text(context.phrases[label]), "count": .text(String(rows.count)),
      "rows": .html(rows.items.joined()),
      "more": .text(rows.more(context.phrases)),
    ]
  }
}
