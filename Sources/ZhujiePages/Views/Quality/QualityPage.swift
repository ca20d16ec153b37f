import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// What the program found about the seeds, in the open: coverage, and every count as a list of places.
struct QualityPage {
  static let schema = Shell.schema.adding([
    "coverage": .list(["label": .text, "value": .text, "href": .text]),
    "sections": .list(QualitySection.schema), "hasFindings": .flag,
    "settings": .html, "moreSettings": .text,
  ])

  let context: PageContext
  let quality: QualityOfTexts

  var view: View {
    let phrases = context.phrases
    let coverage = QualityCoverage(context: context)
    let translations = coverage.translations
    let statements = QualityStatements(context: context).all
    let shares: [(share: Phrases.Key, total: Int, section: QualitySection)] = [
      (
        .annotatedParagraphs, coverage.paragraphs,
        QualitySection(
          id: "unannotated",
          label: phrases[.unannotatedParagraphs],
          rows: coverage.unannotated
        )
      ),
      (
        .translatedParagraphs, translations.translatable,
        QualitySection(
          id: "untranslated",
          label: phrases[.untranslatedParagraphs],
          rows: translations.untranslated
        )
      ),
      (
        .citedStatements, statements.count,
        QualitySection(
          id: "uncited",
          label: phrases[.uncitedStatements],
          rows: statements.uncited
        )
      ),
    ]
    let findings = QualityFindings(context: context, quality: quality).sections
    let sections = (shares.map(\.section) + findings).filter { !$0.rows.isEmpty }
    func row(_ label: String, _ value: String, _ section: QualitySection) -> View {
      [
        "label": .text(label), "value": .text(value),
        "href": .text(section.rows.isEmpty ? "" : "#" + section.id),
      ]
    }
    let page: View = [
      "coverage": .list(
        shares.map {
          row(phrases[$0.share], "\($0.total - $0.section.rows.count) / \($0.total)", $0.section)
        }
          + findings.map { row($0.label, String($0.rows.count), $0) }
      ),
      "sections": .list(sections.map { $0.view(phrases) }), "hasFindings": .flag(!sections.isEmpty),
      "settings": .html(settings.html), "moreSettings": .text(settings.more),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: phrases[.quality], description: phrases[.qualityHint]),
        section: .quality
      )
    )
  }

  /// How each source is set otherwise than it is written.
  private var settings: (html: HTML, more: String) {
    let phrases = context.phrases
    var rows = LongList<HTML>(most: QualitySection.mostRows)
    for (index, label) in context.labels.documents.enumerated() {
      rows.add {
        let counts = context.settings(document: index)
        var row = HTMLBuilder()
        row.raw("<tr><th scope=\"row\"><span class=\"siglum\">")
        row.text(label.siglum)
        row.raw("</span> <span")
        row.language(label.title.language)
        row.raw(">")
        row.text(label.title.text)
        row.raw("</span></th>")
        for (key, count) in [
          (Phrases.Key.droppedSpaces, counts.spaces), (.changedQuotes, counts.quotes),
          (.widenedMarks, counts.marks),
        ] {
          row.element("td", [("class", "number"), ("data-label", phrases[key])]) {
            $0.text(String(count))
          }
        }
        row.raw("</tr>")
        return row.html
      }
    }
    return (rows.items.joined(), rows.more(phrases))
  }
}
