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
    var rows = QualitySection.noRows
    for (index, document) in report.documents.enumerated() {
      let reading = document.body.reading
      var isFound = [Bool](repeating: false, count: document.paragraphs.count)
      for annotation in document.body.annotated.annotations {
        if let block = reading.blockIndex(at: annotation.span.lowerBound), let number = reading.blocks[block].paragraph {
          isFound[number - 1] = true
        }
      }
      for paragraph in isFound.indices where !isFound[paragraph] {
        rows.add { row(of: paragraph + 1, in: index) }
      }
    }
    return rows
  }

  /// How many blocks should have a translation: of sources, descriptions and chapters, headings as well. And those that no
  /// English renders.
  var translations: (translatable: Int, untranslated: LongList<QualitySection.Row>) {
    var translatable = 0
    var untranslated = QualitySection.noRows
    forEachBody { body, twin, document, row in
      // Setting a text is work, and most bodies are translated throughout.
      lazy var wholeEdition = context.edition(of: body)
      for block in body.markup.topLevelBlocks.indices where Self.isTranslatable(block, of: body) {
        translatable += 1
        guard twin?.partner(of: block) == nil else { continue }
        untranslated.add {
          let source = body.markup.topLevelBlocks[block]
          if let document, let number = source.paragraphs?.lowerBound { return self.row(of: number, in: document) }
          var row = row()
          if let document, !report.published[document].isWhole { return row }
          let edition = document.map { context.edition(inBlocks: Array(source.readingBlocks), of: $0) } ?? wholeEdition
          row.text = body.reading.blocks[source.readingBlocks].map { edition.shown($0.span) }.joined(separator: " ")
          row.lang = edition.runLanguage
          return row
        }
      }
    }
    return (translatable, untranslated)
  }

  /// Calls `visit` with each text that is translated: with its document, if it is one's, and a row that tells its place.
  private func forEachBody(_ visit: (AnnotatedBody, Twin?, _ document: Int?, _ row: () -> QualitySection.Row) -> Void) {
    for (index, document) in report.documents.enumerated() {
      visit(document.body, document.twin, index) {
        .init(place: context.labels.documents[index].siglum, href: context.page.link(to: .source(document.source.address)))
      }
    }
    let places = QualityPlaces(context: context)
    for entity in report.entities {
      if let body = entity.body { visit(body, entity.twin, nil) { places.row(of: entity) } }
    }
    for chapter in report.chapters {
      visit(chapter.body, chapter.twin, nil) { places.row(of: chapter) }
    }
  }

  /// Whether the text of a block is to be translated: not code and pictures, which speak for themselves, nor furniture.
  private static func isTranslatable(_ index: Int, of body: AnnotatedBody) -> Bool {
    let block = body.markup.topLevelBlocks[index]
    switch block.kind {
    case .code, .rule, .html, .footnotes: return false
    case .heading, .paragraph, .list, .quote, .table: break
    }
    return body.reading.blocks[block.readingBlocks].contains { $0.role.isAnnotated && $0.role != .title }
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
