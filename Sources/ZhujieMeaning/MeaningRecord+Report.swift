import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
public import ZhujieReport
public import ZhujieScript
public import ZhujieText

extension MeaningRecord {
  /// The facts of a report, with its findings. `earlier` are those of a build that found the same in some of the documents,
  /// by index, and published them whole.
  public init(
    of report: Report, findings: [Diagnostic], tables: ScriptTables,
    reusing earlier: (record: MeaningRecord, documents: Set<Int>)? = nil
  ) {
    let recorder = ReportRecorder(report: report, tables: tables)
    let sections = earlier.map { $0.documents.isEmpty ? [:] : $0.record.sections } ?? [:]
    // As a rule they are half as long as the texts.
    let byteCount = earlier.map { $0.record.bytes.count * 17 / 16 } ?? report.documents.reduce(4096) { $0 + $1.source.file.text.count }
    let facts = FactWriter.facts(byteCount: byteCount) { facts in
      for (document, index) in zip(report.documents, report.documents.indices) {
        let head = facts.begin(.source, document.source.id.string)
        if earlier?.documents.contains(index) == true, recorder.saysNothingOfOthers(document, at: index),
          let section = sections[head]
        {
          facts.add(section)
        } else {
          recorder.source(document, at: index, into: &facts)
        }
      }
      for chapter in report.chapters {
        facts.begin(.chapter, chapter.chapter.id)
        recorder.body(chapter.body, published: .whole, into: &facts)
        recorder.citations(of: [chapter.body, chapter.englishBody], into: &facts)
      }
      for entity in report.entities {
        facts.begin(.entity, entity.id.string)
        recorder.entity(entity, into: &facts)
      }
      facts.begin(.project, "")
      recorder.project(findings, into: &facts)
    }
    self.init(facts: facts)
  }
}

/// Says what a report holds, one subject at a time.
private struct ReportRecorder {
  let report: Report
  let tables: ScriptTables

  /// Whether what is said of a document is made of its texts alone, and those are published whole.
  func saysNothingOfOthers(_ document: AnnotatedDocument, at index: Int) -> Bool {
    report.published[index].isWhole
      && [document.body, document.translation?.body].allSatisfy { $0?.markup.citations.isEmpty ?? true }
  }

  func source(_ document: AnnotatedDocument, at index: Int, into facts: inout FactWriter) {
    // The entities of a report are in order of ID.
    for (entity, count) in document.body.mentionCounts {
      facts.fact(.mention, report.entities[entity].id.string, "\(count)")
    }
    body(document.body, published: report.published[index], into: &facts)
    citations(of: [document.body, document.translation?.body], into: &facts)
    guard let translation = document.translation else { return }
    for (block, partner) in zip(document.body.markup.topLevelBlocks, translation.pairing.partner) {
      guard let partner, let original = digest(block, of: document.body),
        let rendering = digest(
          translation.body.markup.topLevelBlocks[partner],
          of: translation.body
        )
      else { continue }
      facts.fact(.translated, original, rendering, "\(block.paragraphs?.lowerBound ?? 0)")
    }
  }

  /// The figures and dates of a text, as far as it is published: the record lies in the site.
  func body(_ body: AnnotatedBody, published: PublishedText, into facts: inout FactWriter) {
    let reading = body.reading
    var value = ByteSink(capacity: 256)
    for annotation in body.annotated.annotations {
      guard case .quantity(let quantity) = annotation.content, published.holds(annotation.span) else { continue }
      let paragraph = reading.blockIndex(at: annotation.span.lowerBound).flatMap {
        reading.blocks[$0].paragraph
      }
      value.removeAll()
      quantity.value.appendJSON(to: &value)
      facts.figure(
        quantity.value.kind, value.bytes, reading.text.slice(annotation.span), paragraph: paragraph ?? 0)
    }
  }

  func citations(of bodies: [AnnotatedBody?], into facts: inout FactWriter) {
    cite(bodies.compactMap { $0 }.flatMap { $0.markup.citations.map(\.citation) }, into: &facts)
  }

  func entity(_ entity: ReportEntity, into facts: inout FactWriter) {
    if let date = entity.entity.date { facts.fact(.dated, "date", date.description) }
    for role in entity.entity.roles where role.from != nil || role.to != nil {
      let title = role.title.en ?? role.title.zh ?? role.title.zhHans ?? role.title.zhHant ?? ""
      facts.fact(
        .dated,
        role.at.map { "\(title), \($0)" } ?? title,
        "\(role.from?.description ?? "")/\(role.to?.description ?? "..")"
      )
    }
    cite(
      entity.entity.roles.compactMap(\.source) + entity.entity.relations.compactMap(\.source)
        + [entity.body, entity.englishBody].compactMap { $0 }.flatMap {
          $0.markup.citations.map(\.citation)
        },
      into: &facts
    )
  }

  func project(_ findings: [Diagnostic], into facts: inout FactWriter) {
    for figure in report.ledger.figures.sorted(by: { $0.id < $1.id }) {
      facts.fact(.stated, figure.id, figure.statements.map(\.written).joined(separator: " · "))
      if let period = figure.period { facts.fact(.dated, figure.id, period.description) }
    }
    for contradiction in report.contradictions {
      let question = contradiction.question
      facts.fact(
        .conflict,
        contradiction.id,
        question.en ?? question.zh ?? question.zhHant ?? question.zhHans ?? contradiction.id
      )
    }
    for finding in findings {
      guard let kind = Self.kind(of: finding.code) else { continue }
      let place = finding.location.map { $0.path.string + ": " } ?? ""
      if kind == .conflict {
        facts.fact(kind, finding.message, finding.message)
      } else {
        facts.fact(kind, place + finding.message)
      }
    }
  }

  /// Findings whose coming and going changes what the project says.
  private static func kind(of code: DiagnosticCode) -> FactKind? {
    switch code.name {
    case "citation.changed", "citation.moved": .staleCitation
    case "translation.stale": .staleTranslation
    case "decision.orphaned": .orphan
    case let name where name.hasSuffix(".conflict"): .conflict
    default: nil
    }
  }

  private func cite(_ citations: [Citation], into facts: inout FactWriter) {
    var seen: Set<Citation> = []
    for citation in citations where seen.insert(citation).inserted {
      facts.fact(.cites, Self.text(of: citation), digest(citation))
    }
  }

  /// `[@a 12-14; @b 3]`.
  private static func text(of citation: Citation) -> String {
    "["
      + citation.parts.map { part in
        let numbers = part.paragraphs.map {
          $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)"
        }
        return "@" + part.source + (numbers.isEmpty ? "" : " " + numbers.joined(separator: ", "))
      }.joined(separator: "; ") + "]"
  }

  private func digest(_ citation: Citation) -> String {
    report.citations.resolve(citation).map { target in
      switch target {
      case .absent: "-"
      case .paragraphs(let document, let ranges):
        ranges.flatMap { $0.map { report.anchors[document][$0] ?? "-" } }.joined(separator: "+")
      }
    }.joined(separator: ";")
  }

  /// The digest of a block's letters and digits; nil where it has no text.
  private func digest(_ block: TopLevelBlock, of body: AnnotatedBody) -> String? {
    let blocks = body.reading.blocks
    guard let first = block.readingBlocks.first, let last = block.readingBlocks.last,
      blocks.indices.contains(first),
      blocks.indices.contains(last), blocks[first].span.lowerBound <= blocks[last].span.upperBound
    else { return nil }
    let span = TextSpan<ReadingSpace>(blocks[first].span.lowerBound, blocks[last].span.upperBound)
    return ParagraphAnchors.digest(of: span, in: body.reading.text, tables: tables)
  }
}
