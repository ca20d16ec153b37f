import TestSupport
import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujiePages
import ZhujieReport
import ZhujieScript
import ZhujieText

/// A small report with everything that pages show, linked from files on disk.
struct SampleReport {
  let report: Report
  let typesetter: Typesetter
  let quality: QualityOfTexts

  static let files: [String: String] = [
    "zhujie.yml": "title: {zh: 遠山報告, en: Yuanshan report}\nstandfirst: {zh: 一家公司的一年。}\nlicence: CC BY 4.0\n",
    "sources/weekly.md": """
      ---
      title: 遠山的一年
      publisher: 晨報
      author: 陳晨
      date: 2025-03-01
      url: https://example.org/a
      lang: zh-Hant
      siglum: a
      original: {title: 遠山之年, publisher: 晨報, date: 2025-02-28}
      drop: [4]
      ---
      ## 開頭

      林遠在2023年9月接任遠山科技總經理，投入3800億元。[¶ 1-2]

      - 佔比62%，共300人。
      - 遠山**科技**發布晨星。

      本文由晨報刊出。
      """,
    "sources/weekly.en.md": "---\ntitle: A year\n---\n## Opening\n\nLin Yuan took over.\n\n…\n",
    "sources/daily.txt": "远山新产品\n\n林远发布了晨星。\n",
    "entities/people/lin-yuan.md": """
      ---
      id: lin-yuan
      kind: person
      names: {zh-Hans: 林远, en: Lin Yuan}
      pinyin: Lín Yuǎn
      aliases: [{text: 老林, role: nickname, requires: [远山]}]
      roles:
        - {title: {zh: 总经理, en: Manager}, at: yuanshan, from: 2023-09, to: .., source: [a, 1]}
        - {title: 顾问, at: 别处}
      ---
      遠山科技的總經理。[@a 1]
      """,
    "entities/people/lin-yuan.en.md": "The manager. [@a 1]\n",
    "entities/organizations/yuanshan.md":
      "---\nid: yuanshan\nkind: organization\nnames: {zh-Hant: 遠山科技, en: Yuanshan}\nrelations: [{is: maker-of, target: morning-star, source: [a, 2-3]}]\n---\n一家公司。\n",
    "entities/products/morning-star.md": "---\nid: morning-star\nkind: product\nnames: {zh-Hans: 晨星, en: Morning Star}\n---\n",
    "entities/events/first.md": "---\nid: first\nkind: event\nnames: {zh: 接任}\n---\n",
    "entities/events/second.md":
      "---\nid: second\nkind: event\nnames: {zh-Hans: 发布, en: Launch}\ndate: 2024-Q4\n---\n发布晨星。[@a 3; @elsewhere 2]\n",
    "entities/events/third.md":
      "---\nid: third\nkind: event\nnames: {zh-Hans: 上市, en: Listing}\ndate: 2025-01~/..\n---\n上市。[@b 1]\n",
    "entities/systems/stack.md": "---\nid: stack\nkind: system\nnames: {zh-Hans: 三层, en: The stack}\n---\n三层。\n",
    "figures.yml":
      "figures:\n  - {id: share, metric: {zh: 占比, en: Share}, subject: yuanshan, period: 2024-Q4, statements: [{value: 62%, source: [a, 2]}]}\nchecks:\n  - {that: share ≈ 62%, note: 测试}\n",
    "contradictions.yml":
      "- id: who\n  question: {zh: 谁, en: Who?}\n  entities: [lin-yuan]\n  statements:\n    - {text: 林远, source: [a, 1]}\n    - {text: 别人}\n",
    "report/01-start.md": "---\ntitle: 開端\n---\n## 甲\n\n林遠接任。[@a 1]\n\n## 乙\n\n其後。\n",
    "report/02-end.md": "---\ntitle: 結尾\n---\n完。\n",
    "report/02-end.en.md": "---\ntitle: The end\n---\nDone.\n",
  ]

  init(_ files: [String: String] = Self.files) throws {
    let folder = try TemporaryFolder()
    try folder.write(files)
    let project = try ProjectReader.read(folder: folder.path)
    let annotator = Annotator(catalog: project.entities)
    func body(_ file: SourceFile, _ markup: Markup) -> AnnotatedBody {
      AnnotatedBody(
        file: file, markup: markup, annotated: annotator.annotate(markup.reading, source: nil, published: nil),
        script: ScriptTables.builtIn.scriptEvidence(of: markup.reading.text).script)
    }
    let documents = project.sources.map { source in
      let markup =
        source.format == .markdown
        ? Markup(markdown: source.file, body: source.bodySpan, fields: source.fields, drop: source.drop)
        : Markup(plain: source.file, blocks: source.plainBlocks, drop: source.drop)
      let translation = source.translation.map { file in
        let english = body(file.file, Markup(markdown: file.file, body: file.bodySpan))
        return AnnotatedTranslation(
          body: english, title: file.title, pairing: BlockPairing(original: markup, translation: english.markup))
      }
      return AnnotatedDocument(
        source: source, body: body(source.file, markup), translation: translation, tables: .builtIn)
    }
    let descriptions = project.entities.entities.map { entity in
      AnnotatedDescription(
        body: entity.body.map { body($0.file, Markup(markdown: $0.file, body: $0.span)) },
        englishBody: entity.englishBody.map { body($0.file, Markup(markdown: $0.file, body: $0.span)) })
    }
    let chapters = project.chapters.map { chapter in
      AnnotatedChapter(
        chapter: chapter, body: body(chapter.file, Markup(markdown: chapter.file, body: chapter.bodySpan)),
        englishBody: chapter.translation.map { body($0.file, Markup(markdown: $0.file, body: $0.bodySpan)) })
    }
    let (hant, hans) = (Converter(to: .hant), Converter(to: .hans))
    let naming = EntityNaming(toTraditional: hant, toSimplified: hans)
    report = Report(
      project: project, documents: documents, descriptions: descriptions, chapters: chapters, names: naming,
      figures: project.figuresFile.map { FigureReader.figures($0).file },
      contradictions: project.contradictionsFile.map { ContradictionReader.contradictions($0).contradictions } ?? [])
    let typesetter = Typesetter(toTraditional: hant, toSimplified: hans, naming: naming)
    self.typesetter = typesetter
    let lint = ScriptLint()
    quality = QualityOfTexts(
      documents: documents.map { TextQuality(of: $0.body, typesetter: typesetter, lint: lint) }, report: report, lint: lint)
  }
}
