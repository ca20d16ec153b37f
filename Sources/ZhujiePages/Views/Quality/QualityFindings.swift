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
        rows { !sorted.contains($0) }
      ),
    ]
  }

  private func section(
    _ id: String,
    _ label: Phrases.Key,
    _ rows: LongList<QualitySection.Row>,
    hint: Phrases.Key? = nil
  ) -> QualitySection {
    QualitySection(
      id: id,
      label: context.phrases[label],
      hint: hint.map { context.phrases[$0] } ?? "",
      rows: rows
    )
  }

  private func found(_ codes: [DiagnosticCode]) -> LongList<QualitySection.Row> { rows(where: codes.contains) }

  /// The words of a source that is not published do not come in by way of a finding.
  private func rows(where isShown: (DiagnosticCode) -> Bool) -> LongList<QualitySection.Row> {
    let withheld = report.withheldFiles
    var rows = QualitySection.noRows
    for diagnostic in report.diagnostics where isShown(diagnostic.code) {
      rows.add {
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
    return rows
  }

  /// Figures and checks that contradict each other, and questions that the sources answer differently.
  private var conflicts: LongList<QualitySection.Row> {
    var rows = QualitySection.noRows
    for figure in report.ledger.figures where figure.status == .conflict {
      rows.add {
        QualitySection.Row(
          place: context.text(figure.metric),
          href: context.page.link(to: .figures, anchor: "figure-" + figure.id),
          text: figure.statements.map { context.shown($0.written) }.joined(separator: " ≠ "),
          detail: context.phrases[.statusConflict]
        )
      }
    }
    for contradiction in report.contradictions {
      rows.add {
        QualitySection.Row(
          place: context.text(contradiction.question),
          href: context.page.link(to: .contradictions, anchor: contradiction.id),
          text: contradiction.statements.map { context.text($0.text) }.joined(separator: " ≠ "),
          detail: context.phrases[.contradictions]
        )
      }
    }
    return rows
  }

  private var derivedNames: LongList<QualitySection.Row> {
    var rows = QualitySection.noRows
    for entity in report.entities {
      guard let script = entity.derivedScript else { continue }
      rows.add {
        var row = QualityPlaces(context: context).row(of: entity)
        row.text = script == .traditional ? entity.names.zhHant : entity.names.zhHans
        row.lang = Typesetter.tag(of: script)
        row.detail = ScriptName.of(script, context.phrases)
        return row
      }
    }
    return rows
  }

  /// Unclear conversions of the sources on the page of the other script; English pages list those of both.
  private var ambiguities: LongList<QualitySection.Row> {
    var rows = QualitySection.noRows
    for (index, document) in report.documents.enumerated() {
      let body = document.body
      let target: Language = body.script == .traditional ? .zhHans : .zhHant
      guard context.language == .en || context.language == target else { continue }
      for ambiguity in quality.documents[index].ambiguities where report.published[index].holds(ambiguity.span) {
        rows.add {
          row(
            at: ambiguity.span, in: index, text: "\(body.reading.text[ambiguity.span]) → \(ambiguity.chosen)",
            detail: ambiguity.candidates.joined(separator: " ") + " · " + reason(ambiguity.reason))
        }
      }
    }
    return rows
  }

  private var lint: LongList<QualitySection.Row> {
    var rows = QualitySection.noRows
    for index in report.documents.indices {
      for finding in quality.documents[index].lint where finding.span.map(report.published[index].holds) ?? true {
        rows.add { row(at: finding.span, in: index, text: Self.text(of: finding), detail: finding.rule.rawValue, detailLang: "en") }
      }
    }
    for (body, findings) in quality.editors {
      for finding in findings {
        rows.add {
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
    }
    return rows
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
