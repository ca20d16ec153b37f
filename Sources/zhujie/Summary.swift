import ZhujieBuild
import ZhujieText

/// What a command says at its end.
enum Summary {
  static func text(of outcome: BuildOutcome, failed: Bool, output: String, time: Duration) -> String {
    if failed { return findings(of: outcome) + "; nothing was written" }
    return "\(outcome.pages) pages, \(outcome.mentions) mentions, \(findings(of: outcome)); "
      + "\(outcome.written) files written, \(outcome.unchanged) unchanged, \(outcome.removed) removed in \(output), "
      + seconds(time)
  }

  static func text(of outcome: ConfirmOutcome, file: String) -> String {
    func count(_ number: Int, _ word: String) -> String { "\(number) \(word)\(number == 1 ? "" : "s")" }
    let recorded =
      count(outcome.citations, "citation") + " and " + count(outcome.translations, "translated block") + " confirmed against "
      + count(outcome.paragraphs, "paragraph") + " of " + count(outcome.sources, "source")
    return recorded + "; " + (outcome.isWritten ? "\(file) written" : "\(file) was up to date")
  }

  static func findings(of outcome: BuildOutcome) -> String {
    func count(_ severity: Severity, _ word: String) -> String {
      let count = outcome.diagnostics.filter { $0.severity == severity }.count
      return "\(count) \(word)\(count == 1 ? "" : "s")"
    }
    return [count(.error, "error"), count(.warning, "warning"), count(.note, "note")].joined(separator: ", ")
  }

  static func seconds(_ time: Duration) -> String {
    let (seconds, attoseconds) = time.components
    let milliseconds = seconds * 1000 + attoseconds / 1_000_000_000_000_000
    return "\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst()) s"
  }
}
