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
    "settings": .list([
      "siglum": .text, "title": .text, "titleLang": .text, "spaces": .text, "quotes": .text, "marks": .text,
    ]),
  ])

  let context: PageContext
  let quality: QualityOfTexts

  var view: View {
    let phrases = context.phrases
    let coverage = QualityCoverage(context: context)
    let statements = QualityStatements(context: context).all
    let shares: [(share: Phrases.Key, total: Int, section: QualitySection)] = [
      (
        .annotatedParagraphs, coverage.paragraphs,
        QualitySection(id: "unannotated", label: phrases[.unannotatedParagraphs], rows: coverage.unannotated)
      ),
      (
        .translatedParagraphs, coverage.translatable,
        QualitySection(id: "untranslated", label: phrases[.untranslatedParagraphs], rows: coverage.untranslated)
      ),
      (
        .citedStatements, statements.count,
        QualitySection(id: "uncited", label: phrases[.uncitedStatements], rows: statements.uncited)
      ),
    ]
    let findings = QualityFindings(context: context, quality: quality).sections
    let sections = (shares.map(\.section) + findings).filter { !$0.rows.isEmpty }
    func row(_ label: String, _ value: String, _ section: QualitySection) -> View {
      ["label": .text(label), "value": .text(value), "href": .text(section.rows.isEmpty ? "" : "#" + section.id)]
    }
    let page: View = [
      "coverage": .list(
        shares.map { row(phrases[$0.share], "\($0.total - $0.section.rows.count) / \($0.total)", $0.section) }
          + findings.map { row($0.label, String($0.rows.count), $0) }),
      "sections": .list(sections.map { $0.view(phrases) }), "hasFindings": .flag(!sections.isEmpty),
      "settings": .list(settings),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: phrases[.quality], description: phrases[.qualityHint]), section: .quality))
  }

  /// How each source is set otherwise than it is written.
  private var settings: [View] {
    context.report.documents.enumerated().map { index, document in
      let counts = context.edition(document: index).settings
      let title = SourceTitle(document, context)
      return [
        "siglum": .text(context.report.sigla[index].shown(in: context.language)), "title": .text(title.text),
        "titleLang": .text(title.language), "spaces": .text(String(counts.spaces)),
        "quotes": .text(String(counts.quotes)), "marks": .text(String(counts.marks)),
      ]
    }
  }
}
