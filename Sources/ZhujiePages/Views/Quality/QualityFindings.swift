import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
import ZhujieText

/// What the program found about the seeds, sorted by what is to be done about it.
struct QualityFindings {
  let context: PageContext
  let quality: QualityOfTexts

  private var report: Report { context.report }

  private static let confirmation: [DiagnosticCode] = [
    .citationChanged, .citationMoved, .citationUnconfirmed,
  ]
  private static let translation: [DiagnosticCode] = [
    .translationStale, .translationName, .translationUneven,
  ]
  private static let decisions: [DiagnosticCode] = [.decisionOrphaned, .decisionAmbiguous]
  private static let doubtful: [DiagnosticCode] = [.mentionAmbiguous]
  /// Listed with links elsewhere on the page.
  private static let elsewhere: [DiagnosticCode] = [.nameDerived, .ambiguousConversion]

  var sections: [QualitySection] {
    let sorted =
      Self.confirmation + Self.translation + Self.decisions + Self.doubtful + Self.elsewhere
    return [
      section("conflicts", .conflicts, conflicts),
      section("confirmation", .changedCitations, found(Self.confirmation)),
      section("translations", .translationsToReview, found(Self.translation)),
      section("decisions", .decisionsToReview, found(Self.decisions)),
      section("doubtful", .doubtfulMentions, found(Self.doubtful)),
      section("derived-names", .derivedNames, derivedNames),
      section("ambiguities", .ambiguities, ambiguities, hint: .ambiguitiesHint),
      section("lint", .lintFindings, lint),
      section(
        "other",
        .otherFindings,
        rows(report.diagnostics.filter { !sorted.contains($0.code) })
      ),
    ]
  }

  private func section(
    _ id: String,
    _ label: Phrases.Key,
    _ rows: [QualitySection.Row],
    hint: Phrases.Key? = nil
  ) -> QualitySection {
    QualitySection(
      id: id,
      label: context.phrases[label],
      hint: hint.map { context.phrases[$0] } ?? "",
      rows: LongList(rows)
    )
  }

  private func found(_ codes: [DiagnosticCode]) -> [QualitySection.Row] {
    rows(report.diagnostics.filter { codes.contains($0.code) })
  }

  /// The words of a source that is not published do not come in by way of a finding.
  private func rows(_ diagnostics: [Diagnostic]) -> [QualitySection.Row] {
    let withheld = report.withheldFiles
    return diagnostics.map { diagnostic in
      var place = diagnostic.location?.path.string ?? ""
      if let position = diagnostic.location?.position {
        place += ":\(position.line):\(position.column)"
      }
      let isWithheld = diagnostic.location.map { withheld.contains($0.path) } ?? false
      return QualitySection.Row(
        place: place,
        text: isWithheld ? context.phrases[.withheld] : diagnostic.message,
        lang: isWithheld ? "" : "en",
        detail: diagnostic.severity.rawValue + " " + diagnostic.code.name,
        detailLang: "en"
      )
    }
  }

  /// Figures and checks that contradict each other, and questions that the sources answer differently.
  private var conflicts: [QualitySection.Row] {
    report.ledger.figures.filter { $0.status == .conflict }.map { figure in
      QualitySection.Row(
        place: context.text(figure.metric),
        href: context.page.link(to: .figures, anchor: "figure-" + figure.id),
        text: figure.statements.map { context.shown($0.written) }.joined(separator: " ≠ "),
        detail: context.phrases[.statusConflict]
      )
    }
      + report.contradictions.map { contradiction in
        QualitySection.Row(
          place: context.text(contradiction.question),
          href: context.page.link(to: .contradictions, anchor: contradiction.id),
          text: contradiction.statements.map { context.text($0.text) }.joined(separator: " ≠ "),
          detail: context.phrases[.contradictions]
        )
      }
  }

  private var derivedNames: [QualitySection.Row] {
    report.entities.filter { $0.derivedScript != nil }.map { entity in
      var row = QualityPlaces(context: context).row(of: entity)
      let derived = entity.derivedScript == .traditional ? entity.names.zhHant : entity.names.zhHans
      row.text = derived
      row.lang = entity.derivedScript.map(Typesetter.tag) ?? ""
      row.detail = ScriptName.of(entity.derivedScript, context.phrases)
      return row
    }
  }

  /// Unclear conversions of the sources on the page of the other script; English pages list those of both.
  private var ambiguities: [QualitySection.Row] {
    report.documents.indices.flatMap { index -> [QualitySection.Row] in
      let body = report.documents[index].body
      let target: Language = body.script == .traditional ? .zhHans : .zhHant
      guard context.language == .en || context.language == target else { return [] }
      return quality.documents[index].ambiguities.filter { report.published[index].holds($0.span) }.map { ambiguity in
        row(
          at: ambiguity.span, in: index, text: "\(body.reading.text[ambiguity.span]) → \(ambiguity.chosen)",
          detail: ambiguity.candidates.joined(separator: " ") + " · " + reason(ambiguity.reason))
      }
    }
  }

  private var lint: [QualitySection.Row] {
    let sources = report.documents.indices.flatMap { index in
      quality.documents[index].lint.filter { finding in
        finding.span.map { report.published[index].holds($0) } ?? true
      }.map { row(at: $0.span, in: index, text: Self.text(of: $0), detail: $0.rule.rawValue, detailLang: "en") }
    }
    let own = quality.editors.flatMap { body, findings in
      findings.map { finding in
        let location = body.file.location(
          at: finding.span.map { body.reading.alignment.map($0).lowerBound } ?? 0
        )
        return QualitySection.Row(
          place:
            "\(location.path):\(location.position?.line ?? 1):\(location.position?.column ?? 1)",
          text: Self.text(of: finding),
          lang: "zh",
          detail: finding.rule.rawValue,
          detailLang: "en"
        )
      }
    }
    return sources + own
  }

  private func reason(_ reason: AmbiguityReason) -> String {
    switch reason {
    case .division: context.phrases[.undecidedWords]
    case .forms: context.phrases[.undecidedForms]
    }
  }

  private func row(
    at span: TextSpan<ReadingSpace>?, in index: Int, text: String, detail: String, detailLang: String = ""
  ) -> QualitySection.Row {
    let reading = report.documents[index].body.reading
    let number = span.flatMap { reading.blockIndex(at: $0.lowerBound) }.flatMap {
      reading.blocks[$0].paragraph
    }
    let siglum = context.labels.documents[index].siglum
    return QualitySection.Row(
      place: number.map { "\(siglum)·\($0)" } ?? siglum, href: context.link(toParagraph: number, of: index), text: text,
      lang: Typesetter.tag(of: report.documents[index].body.script ?? .simplified), detail: detail, detailLang: detailLang)
  }

  private static func text(of finding: LintFinding) -> String {
    finding.text + " → " + finding.suggestion + (finding.count > 1 ? " ×\(finding.count)" : "")
  }
}
