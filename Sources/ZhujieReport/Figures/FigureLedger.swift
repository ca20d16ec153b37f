public import ZhujieAnnotation
public import ZhujieEntities
public import ZhujieInput
public import ZhujieText

/// How sure a figure is.
public enum FigureStatus: String, Sendable, CaseIterable {
  /// Sources, or arithmetic, contradict each other.
  case conflict
  /// Two sources say the same.
  case agreed
  /// Arithmetic with other figures holds.
  case computed
  /// One source says it.
  case single
}

/// A figure followed through the sources.
public struct LedgerFigure: Sendable {
  /// What one source says of it.
  public struct Statement: Sendable {
    public let written: String
    /// How English pages say it, where the editors give that.
    public let english: String?
    /// Nil where the text holds no figure.
    public let quantity: Quantity?
    public let source: Citation?
  }

  public let id: String
  public let metric: MultilingualText
  /// The entity that it is about, by index in the report.
  public let subject: Int?
  public let period: EDTFDate?
  public let statements: [Statement]
  public let note: MultilingualText?
  public let status: FigureStatus
}

/// A check, computed.
public struct LedgerCheck: Sendable {
  public let expression: String
  public let note: MultilingualText?
  /// Nil where it could not be computed.
  public let holds: Bool?
  /// What is known of the two sides.
  public let sides: (left: Interval, right: Interval)?
  public let comparison: Arithmetic.Comparison?
  /// The figures that it names, by index in the ledger.
  public let figures: [Int]
}

/// The figures of a report with the checks between them.
public struct FigureLedger: Sendable {
  /// Conflicts first, then in the order of the file.
  public let figures: [LedgerFigure]
  public let checks: [LedgerCheck]
  public let diagnostics: [Diagnostic]

  public static let empty = FigureLedger(figures: [], checks: [], diagnostics: [])

  private init(figures: [LedgerFigure], checks: [LedgerCheck], diagnostics: [Diagnostic]) {
    self.figures = figures
    self.checks = checks
    self.diagnostics = diagnostics
  }

  /// Computes what a file of figures says, against the paragraphs that it cites.
  public init(
    _ file: FigureFile, documents: [AnnotatedDocument], citations: CitationIndex, catalog: EntityCatalog
  ) {
    var diagnostics: [Diagnostic] = []
    func report(_ severity: Severity, _ code: DiagnosticCode, _ offset: Int, _ message: String) {
      diagnostics.append(Diagnostic(severity, code, at: file.file.location(at: offset), message))
    }
    var statements: [[LedgerFigure.Statement]] = []
    for figure in file.figures {
      if let subject = figure.subject, EntityID(subject).flatMap({ catalog.index(of: $0) }) == nil {
        report(.error, .figureSubject, figure.offset, "“\(subject)”, the subject of “\(figure.id)”, is the ID of no entity")
      }
      statements.append(
        figure.statements.map { statement in
          let quantity = FigureText.quantity(statement.value)
          if quantity == nil {
            report(
              .error, .figureValue, statement.offset,
              "“\(statement.value)” holds no figure; write it as a source would, as in 3800億元, 11.33% or 29萬個")
          }
          if let source = statement.source {
            if let quantity, !CitedFigures.hold(quantity, in: source, documents: documents, citations: citations) {
              report(
                .warning, .figureAbsent, statement.offset,
                "“\(statement.value)” does not stand in the paragraphs that are cited for it; correct the value or the citation")
            }
          }
          return LedgerFigure.Statement(
            written: statement.value, english: statement.english, quantity: quantity, source: statement.source)
        })
    }
    var indices: [String: Int] = [:]
    for (index, figure) in file.figures.enumerated() { indices[figure.id] = index }

    var checks: [LedgerCheck] = []
    for check in file.checks {
      do {
        let arithmetic = try Arithmetic(check.expression)
        for name in arithmetic.figures where indices[name] == nil {
          report(.error, .figureCheck, check.offset, "“\(name)” in “\(check.expression)” is the ID of no figure")
        }
        let value = { (name: String) -> Interval? in indices[name].flatMap { FigureText.interval(of: statements[$0]) } }
        for name in arithmetic.figures where indices[name] != nil && value(name) == nil {
          report(
            .error, .figureCheck, check.offset,
            "“\(name)” in “\(check.expression)” holds no number to compute with; compare sums, percentages and counts")
        }
        let holds = arithmetic.holds(value)
        if holds == false {
          report(
            .warning, .figureConflict, check.offset,
            "“\(check.expression)” does not hold with the figures as they are printed; the page lists it as a conflict")
        }
        checks.append(
          LedgerCheck(
            expression: check.expression, note: check.note, holds: holds,
            sides: arithmetic.sides(value).map { ($0.left, $0.right) },
            comparison: arithmetic.comparison, figures: arithmetic.figures.compactMap { indices[$0] }))
      } catch {
        report(
          .error, .figureCheck, check.offset,
          "“\(check.expression)” is no statement about figures: \(error.message), at character \(error.offset + 1)")
      }
    }

    let figures = file.figures.enumerated().map { index, figure in
      let status = Self.status(of: statements[index], checks: checks.filter { $0.figures.contains(index) })
      if status == .conflict, checks.allSatisfy({ !$0.figures.contains(index) || $0.holds != false }) {
        report(
          .warning, .figureConflict, figure.offset,
          "the sources do not agree on “\(figure.id)”; the page lists it as a conflict")
      }
      return LedgerFigure(
        id: figure.id, metric: figure.metric,
        subject: figure.subject.flatMap(EntityID.init).flatMap { catalog.index(of: $0) }, period: figure.period,
        statements: statements[index], note: figure.note, status: status)
    }
    // Sorting moves figures, so the checks must follow.
    let order = figures.indices.sorted {
      (figures[$0].status == .conflict ? 0 : 1, $0) < (figures[$1].status == .conflict ? 0 : 1, $1)
    }
    var moved = Array(repeating: 0, count: figures.count)
    for (new, old) in order.enumerated() { moved[old] = new }
    self.init(
      figures: order.map { figures[$0] },
      checks: checks.map {
        LedgerCheck(
          expression: $0.expression, note: $0.note, holds: $0.holds, sides: $0.sides, comparison: $0.comparison,
          figures: $0.figures.map { moved[$0] })
      }, diagnostics: diagnostics)
  }

  private static func status(of statements: [LedgerFigure.Statement], checks: [LedgerCheck]) -> FigureStatus {
    if checks.contains(where: { $0.holds == false }) { return .conflict }
    let quantities = statements.compactMap(\.quantity)
    for (index, quantity) in quantities.enumerated() {
      if quantities[..<index].contains(where: { FigureText.contradict($0, quantity) }) { return .conflict }
    }
    let sources = Set(statements.flatMap { $0.source?.parts.map(\.source) ?? [] })
    if sources.count > 1 { return .agreed }
    return checks.contains { $0.holds == true } ? .computed : .single
  }
}
