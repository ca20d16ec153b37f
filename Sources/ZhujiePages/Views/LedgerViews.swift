import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Named figures with what each source says of them, and how sure they are.
struct LedgerViews {
  static let figure: ViewSchema = [
    "id": .text, "metric": .text, "subject": .text, "subjectHref": .text, "period": .text, "status": .text,
    "statusLabel": .text, "glyph": .text, "note": .text,
    "statements": .list([
      "written": .text, "writtenLang": .text, "value": .text, "valueLang": .text, "evidence": .html,
    ]),
  ]
  static let check: ViewSchema = [
    "expression": .text, "left": .text, "right": .text, "sign": .text, "holds": .flag, "status": .text,
    "statusLabel": .text, "glyph": .text, "note": .text,
  ]

  let context: PageContext

  func figures(_ figures: [LedgerFigure]) -> [View] { figures.map(view) }

  func view(_ figure: LedgerFigure) -> View {
    let subject = figure.subject.map { context.report.entities[$0] }
    return [
      "id": .text("figure-" + figure.id),
      "metric": .text(context.text(figure.metric)),
      "subject": .text(subject.map { context.name(of: $0) } ?? ""),
      "subjectHref": .text(subject.map { context.link(to: $0) } ?? ""),
      "period": .text(figure.period.map { DateText.of($0, in: context.language) } ?? ""),
      "status": .text(figure.status.rawValue),
      "statusLabel": .text(context.phrases[figure.status.phrase]),
      "glyph": .text(figure.status.glyph),
      "note": .text(figure.note.map { context.text($0) } ?? ""),
      "statements": .list(
        figure.statements.map { statement in
          let words = words(of: statement)
          return [
            "written": .text(words.first), "writtenLang": .text(words.firstLang), "value": .text(words.second),
            "valueLang": .text(words.secondLang), "evidence": .html(context.citations.evidence(statement.source)),
          ]
        }),
    ]
  }

  /// Chinese pages show what is written, then the value; English ones the value, then what is written: CNY 380 billion (3800亿).
  private func words(
    of statement: LedgerFigure.Statement
  ) -> (first: String, firstLang: String, second: String, secondLang: String) {
    let written = context.shown(statement.written)
    var text = QuantityText()
    if let quantity = statement.quantity { context.read(quantity, into: &text) }
    let value = text.withValue { String(decoding: $0, as: UTF8.self) }
    guard context.language == .en else { return (written, "", value == written ? "" : value, "") }
    let hasHan = written.unicodeScalars.contains { ScalarClass.isHan($0.value) }
    guard let english = statement.english ?? (value.isEmpty ? nil : value) else { return (written, hasHan ? "zh" : "", "", "") }
    return (english, "", english == written ? "" : "(" + written + ")", hasHan ? "zh" : "")
  }

  var checks: [View] {
    context.report.ledger.checks.map { check in
      let status: FigureStatus = check.holds == true ? .computed : check.holds == false ? .conflict : .single
      return [
        "expression": .text(named(check)),
        "left": .text(check.sides.map { Self.number($0.left) } ?? ""),
        "right": .text(check.sides.map { Self.number($0.right) } ?? ""),
        "sign": .text(check.comparison?.rawValue ?? ""),
        "holds": .flag(check.holds == true), "status": .text(status.rawValue),
        "statusLabel": .text(context.phrases[check.holds == nil ? .unknown : status.phrase]),
        "glyph": .text(check.holds == nil ? "?" : status.glyph),
        "note": .text(check.note.map { context.text($0) } ?? ""),
      ]
    }
  }

  /// The statement with the names of its figures in place of their IDs, longest IDs first so that none is cut.
  private func named(_ check: LedgerCheck) -> String {
    var words: [String] = []
    for word in check.expression.split(separator: " ", omittingEmptySubsequences: true) {
      let figure = check.figures.map { context.report.ledger.figures[$0] }.first { $0.id == word }
      words.append(figure.map { context.text($0.metric) } ?? String(word))
    }
    return words.joined(separator: " ")
  }

  /// The middle of what is known; where only one bound is ("more than …"), that bound.
  static func number(_ interval: Interval) -> String {
    if let middle = interval.middle { return number(middle) }
    if interval.lower.isFinite { return "≥ " + number(interval.lower) }
    return interval.upper.isFinite ? "≤ " + number(interval.upper) : "?"
  }

  /// Four significant digits, without an exponent.
  static func number(_ value: Double) -> String {
    guard value.isFinite else { return "∞" }
    let magnitude = value.magnitude
    var unit = 1.0
    var places = 0
    while magnitude != 0, magnitude * unit < 1000, places < 6 {
      unit *= 10
      places += 1
    }
    let scaled = (magnitude * unit).rounded()
    guard scaled < 1e15 else { return "∞" }
    let digits = String(Int(scaled))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.utf8.count)) + digits
    let whole = padded.dropLast(places)
    var fraction = padded.suffix(places)
    while fraction.last == "0" { fraction = fraction.dropLast() }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}

/// Questions that the sources answer differently, side by side.
struct ContradictionViews {
  static let schema: ViewSchema = [
    "id": .text, "question": .text, "note": .text,
    "statements": .list(["text": .text, "evidence": .html]),
    "entities": .list(["href": .text, "kind": .text, "name": .text]),
  ]

  let context: PageContext

  func views(concerning entity: ReportEntity? = nil) -> [View] {
    context.report.contradictions.filter { contradiction in
      entity.map { contradiction.entities.contains($0.id.string) } ?? true
    }.map { contradiction in
      [
        "id": .text(contradiction.id), "question": .text(context.text(contradiction.question)),
        "note": .text(contradiction.note.map { context.text($0) } ?? ""),
        "statements": .list(
          contradiction.statements.map {
            ["text": .text(context.text($0.text)), "evidence": .html(context.citations.evidence($0.source))]
          }),
        "entities": .list(
          contradiction.entities.compactMap { context.report.entity(id: $0) }.map {
            ["href": .text(context.link(to: $0)), "kind": .text($0.kind.rawValue), "name": .text(context.name(of: $0))]
          }),
      ]
    }
  }
}

/// The page of all contradictions.
struct ContradictionsPage {
  static let schema = Shell.schema.adding([
    "count": .text, "contradictions": .list(ContradictionViews.schema),
  ])

  let context: PageContext

  var view: View {
    let page: View = [
      "count": .text(context.phrases[.contradictionsCounted, context.report.contradictions.count]),
      "contradictions": .list(ContradictionViews(context: context).views()),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.contradictions], description: context.phrases[.contradictionsHint]),
        section: .figures, crumbs: [(.figures, context.phrases[.figures])]))
  }
}

extension FigureStatus {
  var glyph: String {
    switch self {
    case .conflict: "≠"
    case .agreed: "✓"
    case .computed: "∑"
    case .single: "○"
    }
  }

  var phrase: Phrases.Key {
    switch self {
    case .conflict: .statusConflict
    case .agreed: .statusAgreed
    case .computed: .statusComputed
    case .single: .statusSingle
    }
  }
}
