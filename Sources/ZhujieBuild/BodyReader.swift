import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// Reads one text after another: Markdown to reading text to what is found in it.
struct BodyReader: Sendable {
  let annotator: Annotator
  /// For translations: what an editor decided is about the words of the originals.
  private let undecided: Annotator
  let quotations: QuotationRecognizer
  let editor: EditorFiles
  let tables: ScriptTables
  let limits: MarkupLimits
  /// Whether the readings that lost are kept, which explain what was found and of which nothing is published.
  private let keepsLosing: Bool

  init(
    annotator: Annotator, quotations: QuotationRecognizer, editor: EditorFiles, tables: ScriptTables, limits: MarkupLimits,
    keepsLosing: Bool = true
  ) {
    self.annotator = annotator
    undecided = Annotator(gazetteer: annotator.gazetteer)
    self.quotations = quotations
    self.editor = editor
    self.tables = tables
    self.limits = limits
    self.keepsLosing = keepsLosing
  }

  /// The text of a source document. Its own date of publication wins over `published`.
  func body(of source: SourceDocument, published: EDTFDate? = nil) -> AnnotatedBody {
    body(
      source.file, Self.markup(of: source, limits: limits), source: SourceIdentity(id: source.id.string, siglum: source.siglum),
      published: source.metadata.date ?? published, declared: source.metadata.language?.script,
      document: source.id)
  }

  func document(_ source: SourceDocument) -> AnnotatedDocument {
    let body = body(of: source)
    let identity = SourceIdentity(id: source.id.string, siglum: source.siglum)
    let translation = source.translation.map { file in
      let english = markdown(
        file.file, file.bodySpan, source: identity, published: source.metadata.date, annotator: undecided)
      return AnnotatedTranslation(
        body: english, title: file.title, pairing: BlockPairing(original: body.markup, translation: english.markup))
    }
    return AnnotatedDocument(source: source, body: body, translation: translation, tables: tables)
  }

  func description(of entity: Entity) -> AnnotatedDescription {
    AnnotatedDescription(
      body: entity.body.flatMap(description), englishBody: entity.englishBody.flatMap(description))
  }

  func chapter(_ chapter: Chapter) -> AnnotatedChapter {
    AnnotatedChapter(
      chapter: chapter, body: markdown(chapter.file, chapter.bodySpan),
      englishBody: chapter.translation.map { markdown($0.file, $0.bodySpan) })
  }

  private func description(_ body: EntityBody) -> AnnotatedBody? {
    let description = markdown(body.file, body.span)
    return description.markup.topLevelBlocks.isEmpty ? nil : description
  }

  static func markup(of source: SourceDocument, limits: MarkupLimits) -> Markup {
    switch source.format {
    case .markdown:
      Markup(
        markdown: source.file, body: source.bodySpan, fields: source.fields, drop: source.drop, limits: limits)
    case .plainText:
      Markup(plain: source.file, blocks: source.plainBlocks, drop: source.drop, limits: limits)
    }
  }

  private func markdown(
    _ file: SourceFile, _ span: TextSpan<FileSpace>, source: SourceIdentity? = nil, published: EDTFDate? = nil,
    annotator: Annotator? = nil
  ) -> AnnotatedBody {
    body(
      file, Markup(markdown: file, body: span, limits: limits), source: source, published: published, declared: nil,
      annotator: annotator)
  }

  private func body(
    _ file: SourceFile, _ markup: Markup, source: SourceIdentity?, published: EDTFDate?, declared: Script?,
    document: DocumentID? = nil, annotator: Annotator? = nil
  ) -> AnnotatedBody {
    let folded = FoldedReading(markup.reading)
    let annotated = (annotator ?? self.annotator).annotate(folded, source: source, published: published)
    return AnnotatedBody(
      file: file, markup: markup, annotated: keepsLosing ? annotated : annotated.withoutLosing,
      script: declared ?? tables.scriptEvidence(of: markup.reading.text).script,
      emendations: editor.emendations(in: markup.reading, used: annotated.usedDecisions),
      quotations: document == nil
        ? [] : quotations.quotations(in: folded, mentions: annotated.annotations, source: source),
      source: document)
  }
}
