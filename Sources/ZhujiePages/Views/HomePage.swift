import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

/// The overview: what the report is, its sources, who is in it, what happened.
struct HomePage {
  static let schema = Shell.schema.adding([
    "standfirst": .text,
    "ledger": .list(["label": .text, "value": .text, "href": .text]),
    "hasFigures": .flag, "figuresHref": .text, "figures": .list(LedgerViews.figure),
    "hasChapters": .flag, "chapters": .list(ChapterList.schema),
    "sources": .list(SourceRows.schema), "allSources": .text,
    "casts": .list(["label": .text, "href": .text, "total": .text, "entities": .list(EntityCards.schema)]),
    "hasTimeline": .flag, "strip": .html, "wholeTimeline": .text,
  ])

  /// How many entities of a kind the overview shows before it leads to the full list.
  private static let castSize = 12
  private static let stripSize = 12
  private static let sourceSize = 24

  let context: PageContext

  var view: View {
    let report = context.report
    let standfirst = context.text(report.configuration.standfirst)
    let chapters = ChapterList(context: context).views
    let page: View = [
      "standfirst": .text(standfirst),
      "ledger": .list(ledger),
      "hasFigures": .flag(!report.ledger.figures.isEmpty), "figuresHref": .text(context.link(ifMade: .figures)),
      "figures": .list(LedgerViews(context: context).figures(keyFigures)),
      "hasChapters": .flag(!chapters.isEmpty && context.labels.selection.contains(.report)),
      "chapters": .list(chapters),
      "sources": .list(SourceRows(context: context).views(report.documents.indices.prefix(Self.sourceSize))),
      "allSources": .text(report.documents.count > Self.sourceSize ? context.phrases[.moreSources] : ""),
      "casts": .list(EntityKind.allCases.filter { $0 != .event }.compactMap(cast)),
      "hasTimeline": .flag(!report.timeline.isEmpty && context.labels.selection.contains(.timeline)),
      "strip": .html(strip),
      "wholeTimeline": .text(context.phrases[.wholeTimeline, report.timeline.count]),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(
          title: context.labels.siteTitle, description: standfirst,
          structured: StructuredData(context: context).report), section: .home))
  }

  /// Conflicts and what is confirmed, in the order of the ledger.
  private var keyFigures: [LedgerFigure] {
    let figures = context.report.ledger.figures
    let confirmed = figures.filter { $0.status == .agreed || $0.status == .computed }
    let conflicts = figures.filter { $0.status == .conflict }
    let single = figures.filter { $0.status == .single }
    return Array((conflicts + confirmed + single).prefix(8))
  }

  private var ledger: [View] {
    let report = context.report
    let phrases = context.phrases
    func row(_ key: Phrases.Key, _ value: Int, _ subject: PageSubject) -> View {
      ["label": .text(phrases[key]), "value": .text(String(value)), "href": .text(context.link(ifMade: subject))]
    }
    var rows = [
      row(.sources, report.documents.count, .sources),
      row(.paragraphs, report.documents.reduce(0) { $0 + $1.paragraphs.count }, .sources),
      row(.entities, report.entities.count, .index),
      row(.mentions, report.entities.reduce(0) { $0 + $1.mentions.count }, .index),
    ]
    if !report.timeline.isEmpty { rows.append(row(.events, report.timeline.count, .timeline)) }
    if !report.ledger.figures.isEmpty { rows.append(row(.figures, report.ledger.figures.count, .figures)) }
    if !report.contradictions.isEmpty {
      rows.append(row(.contradictions, report.contradictions.count, .contradictions))
    }
    rows.append(row(.findings, report.diagnostics.count, .quality))
    return rows
  }

  private func cast(_ kind: EntityKind) -> View? {
    let all = context.report.entities.filter { $0.kind == kind }
    guard !all.isEmpty else { return nil }
    let first = all.sorted { ($1.mentions.count, $0.id) < ($0.mentions.count, $1.id) }.prefix(Self.castSize)
    return [
      "label": .text(kind.plural(in: context.phrases)),
      "href": .text(context.page.link(to: .kind(kind))),
      "total": .text(context.phrases[.entitiesCounted, all.count]),
      "entities": .list(EntityCards(context: context).views(Array(first))),
    ]
  }

  /// The dated events that the sources speak of most, on an axis.
  private var strip: HTML {
    let report = context.report
    func weight(_ index: Int) -> Int { report.entities[index].mentions.count + report.entities[index].relations.count }
    let ranked = report.timeline.enumerated().sorted {
      let (a, b) = (weight($0.element), weight($1.element))
      return a != b ? a > b : $0.offset < $1.offset
    }
    let chosen = ranked.prefix(Self.stripSize).sorted { $0.offset < $1.offset }.map { report.entities[$0.element].id }
    return Picture.timeline(of: chosen).html(in: PictureContext(page: context, script: nil) { _, _ in [] })
  }
}
