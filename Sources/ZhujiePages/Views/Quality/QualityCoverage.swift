import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// How much of the sources is annotated and translated, and which paragraphs are not.
struct QualityCoverage {
  let context: PageContext

  private var report: Report { context.report }

  /// Paragraphs of sources.
  var paragraphs: Int { report.documents.reduce(0) { $0 + $1.paragraphs.count } }

  /// Paragraphs of sources in which nothing was found.
  var unannotated: LongList<QualitySection.Row> {
    var rows = LongList<QualitySection.Row>()
    for (index, document) in report.documents.enumerated() {
      let reading = document.body.reading
      var found: Set<Int> = []
      for annotation in document.body.annotated.annotations {
        if let block = reading.blockIndex(at: annotation.span.lowerBound),
          let number = reading.blocks[block].paragraph
        {
          found.insert(number)
        }
      }
      for paragraph in document.paragraphs.indices where !found.contains(paragraph + 1) {
        rows.add { row(of: paragraph + 1, in: index) }
      }
    }
    return rows
  }

  /// Every block that should have a translation: of sources, descriptions and chapters. Blocks of headings count as well.
  var translatable: Int {
    bodies.reduce(0) { $0 + Self.blocks(of: $1.body).count }
  }

  /// Blocks that no English renders.
  var untranslated: LongList<QualitySection.Row> {
    var rows = LongList<QualitySection.Row>()
    for entry in bodies {
      // Setting a text is work, and most bodies are translated throughout.
      lazy var edition = context.edition(of: entry.body)
      for block in Self.blocks(of: entry.body) where entry.twin?.partner(of: block) == nil {
        rows.add {
          if let document = entry.document,
            let number = entry.body.markup.topLevelBlocks[block].paragraphs?.lowerBound
          {
            return row(of: number, in: document)
          }
          var row = entry.row
          if let document = entry.document {
            edition = context.edition(document: document)
            guard report.published[document].isWhole else { return row }
          }
          row.text = entry.body.reading.blocks[
            entry.body.markup.topLevelBlocks[block].readingBlocks
          ]
          .map { edition.shown($0.span) }.joined(separator: " ")
          row.lang = edition.runLanguage
          return row
        }
      }
    }
    return rows
  }

  private struct Entry {
    let body: AnnotatedBody
    let twin: Twin?
    let document: Int?
    let row: QualitySection.Row
  }

  private var bodies: [Entry] {
    report.documents.indices.map { index in
      let document = report.documents[index]
      return Entry(
        body: document.body,
        twin: document.twin,
        document: index,
        row: .init(
          place: context.labels.documents[index].siglum,
          href: context.page.link(to: .source(document.source.address))
        )
      )
    }
      + report.entities.compactMap { entity in
        entity.body.map {
          Entry(
            body: $0,
            twin: entity.twin,
            document: nil,
            row: QualityPlaces(context: context).row(of: entity)
          )
        }
      }
      + report.chapters.map {
        Entry(
          body: $0.body,
          twin: $0.twin,
          document: nil,
          row: QualityPlaces(context: context).row(of: $0)
        )
      }
  }

  /// The blocks whose text is to be translated: not code and pictures, which speak for themselves, nor furniture.
  private static func blocks(of body: AnnotatedBody) -> [Int] {
    body.markup.topLevelBlocks.indices.filter { index in
      let block = body.markup.topLevelBlocks[index]
      switch block.kind {
      case .code, .rule, .html, .footnotes: return false
      case .heading, .paragraph, .list, .quote, .table: break
      }
      return body.reading.blocks[block.readingBlocks].contains {
        $0.role.isAnnotated && $0.role != .title
      }
    }
  }

  private func row(of number: Int, in document: Int) -> QualitySection.Row {
    QualityPlaces(context: context).row(of: number, in: document)
  }
}

/// Rows for the places of the report.
struct QualityPlaces {
  let context: PageContext

  /// A paragraph of a source, with its first words as far as they are published.
  func row(of number: Int, in document: Int) -> QualitySection.Row {
    let text = ParagraphText(context: context).firstWords(of: number, in: document) ?? ""
    let isOriginal =
      context.language == .en && text.unicodeScalars.contains { ScalarClass.isHan($0.value) }
    return .init(
      place: context.labels.documents[document].siglum + "·\(number)",
      href: context.link(toParagraph: number, of: document),
      text: text,
      lang: isOriginal ? context.tag(of: context.report.documents[document]) : ""
    )
  }

  func row(of entity: ReportEntity) -> QualitySection.Row {
    .init(place: context.name(of: entity), href: context.link(to: entity))
  }

  func row(of chapter: AnnotatedChapter) -> QualitySection.Row {
    .init(
      place: ChapterPage.title(of: chapter, in: context.labels.wording).text,
      href: context.page.link(to: .chapter(chapter.chapter.id))
    )
  }
}
