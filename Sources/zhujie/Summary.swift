import ZhujieBuild
import ZhujieMeaning
import ZhujieText

/// What a command says at its end.
struct Summary {
  let outcome: BuildOutcome
  let failed: Bool
  let output: String
  let time: Duration

  var text: String {
    let findings = Self.findings(of: outcome)
    if failed { return "\(findings); nothing was written" }
    return "\(outcome.pages) pages, \(outcome.mentions) mentions, \(findings); "
      + "\(outcome.written) files written, \(outcome.unchanged) unchanged, \(outcome.removed) removed in \(output); "
      + "\(Self.seconds(time)), \(Usage.peakMemory / 1_048_576) MB"
  }

  static func text(of outcome: ConfirmOutcome, file: String) -> String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let recorded =
      count(outcome.citations, "citation") + " and " + count(outcome.translations, "translated block") + " confirmed against "
      + count(outcome.paragraphs, "paragraph") + " of " + count(outcome.sources, "source")
    return recorded + "; " + (outcome.isWritten ? "\(file) written" : "\(file) was up to date")
  }

  /// The summary as one JSON object, with the times of the stages where they are wanted.
  func json(times: [(stage: StageWatch.Stage, time: Duration)]) -> String {
    let codes = Self.codes(of: .warning, in: outcome).map { "\(JSONText.quoted($0.code)):\($0.count)" }
    var fields = [
      ("pages", "\(outcome.pages)"), ("mentions", "\(outcome.mentions)"),
      ("errors", "\(Self.count(.error, in: outcome))"), ("warnings", "{\(codes.joined(separator: ","))}"),
      ("written", "\(outcome.written)"), ("unchanged", "\(outcome.unchanged)"), ("removed", "\(outcome.removed)"),
      ("output", failed ? "null" : JSONText.quoted(output)), ("seconds", Decimals.text(Self.number(time))),
      ("peakBytes", "\(Usage.peakMemory)"),
    ]
    if let changes = outcome.changes {
      fields.append(("changes", "[\(changes.changes.map(\.json).joined(separator: ","))]"))
    }
    if !times.isEmpty {
      let times = times.map { "\(JSONText.quoted($0.stage.rawValue)):\(Decimals.text(Self.number($0.time)))" }
      fields.append(("timings", "{\(times.joined(separator: ","))}"))
    }
    return "{" + fields.map { "\"\($0)\":\($1)" }.joined(separator: ",") + "}\n"
  }

  /// Where the time went, a line a stage.
  static func timings(_ times: [(stage: StageWatch.Stage, time: Duration)]) -> String {
    let lines = times.map { stage, time in
      "  \(stage.rawValue)\(String(repeating: " ", count: max(1, 12 - stage.rawValue.utf8.count)))\(seconds(time))"
    }
    return (lines + ["  of all cores \(seconds(Usage.processorTime))"]).joined(separator: "\n")
  }

  /// `0 errors, 3 warnings (2 citation.source-absent, 1 figure.conflict), 1 note`.
  static func findings(of outcome: BuildOutcome) -> String {
    [(Severity.error, "error"), (.warning, "warning"), (.note, "note")].map { severity, word in
      let count = count(severity, in: outcome)
      let codes = severity == .note ? [] : codes(of: severity, in: outcome).map { "\($0.count) \($0.code)" }
      return "\(count) \(word)\(count == 1 ? "" : "s")" + (codes.isEmpty ? "" : " (\(codes.joined(separator: ", ")))")
    }.joined(separator: ", ")
  }

  private static func count(_ severity: Severity, in outcome: BuildOutcome) -> Int {
    outcome.diagnostics.count { $0.severity == severity }
  }

  /// How often each code was found, most first.
  private static func codes(of severity: Severity, in outcome: BuildOutcome) -> [(code: String, count: Int)] {
    var counts: [String: Int] = [:]
    for diagnostic in outcome.diagnostics where diagnostic.severity == severity {
      counts[diagnostic.code.name, default: 0] += 1
    }
    return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { (code: $0.key, count: $0.value) }
  }

  static func seconds(_ time: Duration) -> String { Decimals.text(number(time)) + " s" }

  private static func number(_ time: Duration) -> Double {
    Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
  }
}
