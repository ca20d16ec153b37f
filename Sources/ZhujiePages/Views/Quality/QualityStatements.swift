import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Every statement of the editors, cited or not: paragraphs of descriptions and chapters, roles, relations, figures,
/// sides of disagreements.
struct QualityStatements {
  let context: PageContext

  /// How many there are, and those without a citation.
  var all: (count: Int, uncited: LongList<QualitySection.Row>) {
    let report = context.report
    let places = QualityPlaces(context: context)
    var count = 0
    var uncited = QualitySection.noRows
    func add(
      _ citation: Citation?, _ row: @autoclosure () -> QualitySection.Row, _ text: @autoclosure () -> String
    ) {
      count += 1
      if citation == nil { uncited.add { Self.row(row(), text()) } }
    }
    func add(_ body: AnnotatedBody?, _ row: @autoclosure () -> QualitySection.Row) {
      guard let body else { return }
      let cited = Set(body.markup.citations.map(\.blockIndex))
      // Setting a text is work, and most bodies are cited throughout.
      lazy var edition = context.edition(of: body)
      for (index, block) in body.reading.blocks.enumerated() where block.role == .paragraph {
        count += 1
        guard !cited.contains(index) else { continue }
        uncited.add {
          var row = Self.row(row(), edition.shown(block.span))
          row.lang = edition.runLanguage
          return row
        }
      }
    }
    for entity in report.entities {
      func row() -> QualitySection.Row { places.row(of: entity) }
      add(context.language == .en ? entity.englishBody ?? entity.body : entity.body ?? entity.englishBody, row())
      for role in entity.entity.roles { add(role.source, row(), context.text(role.title)) }
      for relation in entity.relations where !relation.isInverse {
        add(
          relation.source, row(),
          RelationText.of(relation.kind, isInverse: false, in: context.language) + " "
            + context.name(of: report.entities[relation.other]))
      }
    }
    for chapter in report.chapters {
      add(context.language == .en ? chapter.englishBody ?? chapter.body : chapter.body, places.row(of: chapter))
    }
    for figure in report.ledger.figures {
      let row = QualitySection.Row(
        place: context.text(figure.metric), href: context.page.link(to: .figures, anchor: "figure-" + figure.id))
      for statement in figure.statements { add(statement.source, row, context.shown(statement.written)) }
    }
    for contradiction in report.contradictions {
      let row = QualitySection.Row(
        place: context.text(contradiction.question),
        href: context.page.link(to: .contradictions, anchor: contradiction.id))
      for statement in contradiction.statements { add(statement.source, row, context.text(statement.text)) }
    }
    return (count, uncited)
  }

  private static func row(_ place: QualitySection.Row, _ text: String) -> QualitySection.Row {
    var row = place
    row.text = text
    return row
  }
}
