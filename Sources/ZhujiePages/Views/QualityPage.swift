import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// What the program found about the seeds, in the open: coverage in numbers, and every finding with its place.
struct QualityPage {
  static let schema = Shell.schema.adding([
    "coverage": .list(["label": .text, "value": .text]), "hasFindings": .flag,
    "hasAmbiguities": .flag,
    "ambiguities": .list([
      "cite": .text, "href": .text, "text": .text, "chosen": .text, "candidates": .text, "reason": .text, "lang": .text,
    ]),
    "settings": .list([
      "siglum": .text, "title": .text, "titleLang": .text, "spaces": .text, "quotes": .text, "marks": .text,
    ]),
    "groups": .list([
      "label": .text, "count": .text, "rows": .list(["place": .text, "message": .text, "code": .text]),
    ]),
  ])

  let context: PageContext

  var view: View {
    let diagnostics = context.report.diagnostics
    let ambiguities = self.ambiguities
    let page: View = [
      "coverage": .list(coverage), "settings": .list(settings), "hasFindings": .flag(!diagnostics.isEmpty),
      "hasAmbiguities": .flag(!ambiguities.isEmpty), "ambiguities": .list(ambiguities),
      "groups": .list(
        [(Severity.error, Phrases.Key.errors), (.warning, .warnings), (.note, .notes)].compactMap { severity, label in
          let found = diagnostics.filter { $0.severity == severity }
          guard !found.isEmpty else { return nil }
          return [
            "label": .text(context.phrases[label]), "count": .text(String(found.count)),
            "rows": .list(found.map(row)),
          ]
        }),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.quality], description: context.phrases[.qualityHint]), section: .quality))
  }

  /// Unclear conversions of the sources on the page of the other script; English pages list those of both.
  private var ambiguities: [View] {
    context.report.documents.enumerated().flatMap { index, document -> [View] in
      let target: Language = document.body.script == .traditional ? .zhHans : .zhHant
      guard context.language == .en || context.language == target else { return [] }
      let reading = document.body.reading
      let siglum = context.report.sigla[index].shown(in: context.language)
      return context.typesetter.ambiguities(of: document.body).filter {
        context.report.published[index].holds($0.span)
      }.map { ambiguity in
        let paragraph = reading.blockIndex(at: ambiguity.span.lowerBound).flatMap { reading.blocks[$0].paragraph }
        return [
          "cite": .text(paragraph.map { "\(siglum)·\($0)" } ?? siglum),
          "href": .text(
            context.link(toParagraph: paragraph, of: index)),
          "text": .text(reading.text[ambiguity.span]), "chosen": .text(ambiguity.chosen),
          "candidates": .text(ambiguity.candidates.joined(separator: " ")), "reason": .text(ambiguity.reason),
          "lang": .text(Typesetter.tag(of: document.body.script ?? .simplified)),
        ]
      }
    }
  }

  private func row(_ diagnostic: Diagnostic) -> View {
    var place = diagnostic.location?.path.string ?? ""
    if let position = diagnostic.location?.position { place += ":\(position.line):\(position.column)" }
    return ["place": .text(place), "message": .text(diagnostic.message), "code": .text(diagnostic.code.name)]
  }

  /// How each source is set otherwise than it is written.
  private var settings: [View] {
    context.report.documents.enumerated().map { index, document in
      let counts = context.edition(of: document.body).settings
      let title = SourceTitle(document, context)
      return [
        "siglum": .text(context.report.sigla[index].shown(in: context.language)), "title": .text(title.text),
        "titleLang": .text(title.language), "spaces": .text(String(counts.spaces)),
        "quotes": .text(String(counts.quotes)), "marks": .text(String(counts.marks)),
      ]
    }
  }

  private var coverage: [View] {
    let report = context.report
    let phrases = context.phrases
    var paragraphs = 0
    var annotated = 0
    var translated = 0
    for document in report.documents {
      paragraphs += document.paragraphs.count
      var blocks: Set<Int> = []
      for annotation in document.body.annotated.annotations {
        if let block = document.body.reading.blockIndex(at: annotation.span.lowerBound),
          document.body.reading.blocks[block].paragraph != nil
        {
          blocks.insert(block)
        }
      }
      annotated += blocks.count
      for (position, partner) in (document.translation?.pairing.partner ?? []).enumerated() where partner != nil {
        translated += document.body.markup.topLevelBlocks[position].paragraphs?.count ?? 0
      }
    }
    let cited = report.entities.filter { !($0.body?.markup.citations.isEmpty ?? true) }.count
    let derived = report.entities.filter { $0.derivedScript != nil }.count
    return [
      ["label": .text(phrases[.annotatedParagraphs]), "value": .text("\(annotated) / \(paragraphs)")],
      ["label": .text(phrases[.translatedParagraphs]), "value": .text("\(translated) / \(paragraphs)")],
      ["label": .text(phrases[.citedStatements]), "value": .text("\(cited) / \(report.entities.count)")],
      ["label": .text(phrases[.derivedNames]), "value": .text(String(derived))],
    ]
  }
}
