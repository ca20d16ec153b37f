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
        [group(.amounts, .money), group(.percentages, .percent), group(.counts, .count)].compactMap
        { $0 }
      ),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.figures], description: context.phrases[.figuresHint]),
        section: .figures
      )
    )
  }

  private func group(_ label: Phrases.Key, _ kind: QuantityText.Kind) -> View? {
    var rows = LongList<HTML>()
    for (index, document) in context.report.documents.enumerated() {
      lazy var edition = context.edition(document: index)
      let reading = document.body.reading
      let siglum = context.labels.documents[index].siglum
      let published = context.report.published[index]
      guard document.source.metadata.publish != .none else { continue }
      for annotation in document.body.annotated.annotations {
        guard case .quantity(let quantity) = annotation.content, QuantityText.Kind(quantity) == kind,
          let block = reading.blockIndex(at: annotation.span.lowerBound)
        else { continue }
        // A document has many thousands of figures, of which the page shows a few: only of those the words are made.
        func sentence() -> TextSpan<ReadingSpace> {
          Sentences.sentence(around: annotation.span, in: reading.blocks[block].span, of: reading.text)
        }
        guard published.isWhole || published.holds(sentence()) else { continue }
        rows.add {
          let paragraph = reading.blocks[block].paragraph
          let sentence = sentence()
          var row = HTMLBuilder(capacity: sentence.count + 400)
          row.raw("<tr><th scope=\"row\"")
          row.language(edition.runLanguage)
          row.raw(">")
          row.text(edition.slice(annotation.span))
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
      }
    }
    guard !rows.isEmpty else { return nil }
    return [
      "label": .text(context.phrases[label]), "count": .text(String(rows.count)),
      "rows": .html(rows.items.joined()),
      "more": .text(rows.more(context.phrases)),
    ]
  }
}
