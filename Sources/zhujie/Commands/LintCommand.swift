import ArgumentParser
import ZhujieBuild
import ZhujieText

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Say where a text is not consistent in its script.",
    discussion: """
      Characters of the other script, conversions that went too far or were missed, variants that are mixed, marks of the wrong width.
      A clean text is silent. A file named `-`, or none, is standard input.
      """)

  @Option(help: ArgumentHelp("The script that the text should be in: hans or hant; by default the one it mostly is in.", valueName: "script"))
  var script: String?

  @Flag(help: "Show instead the conversions to the other script whose choice was not clear.")
  var ambiguous = false

  @Flag(help: "Let findings count as failure.")
  var strict = false

  @Option(help: ArgumentHelp("A project whose names, glossary and decisions take part.", valueName: "folder"))
  var seeds: String?

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The texts.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if let script, Script(rawValue: script) == nil {
      throw ValidationError("--script takes hans or hant, not “\(script)”")
    }
  }

  func run() throws {
    let session = try global.terminal.failing { () throws(BuildError) in try LintSession(seeds: seeds.map(ProjectOptions.seeds(at:))) }
    let names = files.isEmpty ? ["-"] : files
    var failed = false
    for name in names {
      let text = try global.terminal.failing { () throws(BuildError) in
        try session.text(at: name, bytes: name == "-" ? Stream.input() : nil)
      }
      global.terminal.show(text.diagnostics)
      guard let file = text.file else {
        failed = true
        continue
      }
      let findings = session.findings(
        in: text, expecting: script.flatMap(Script.init), isAmbiguousOnly: ambiguous)
      if strict, !findings.isEmpty { failed = true }
      var counter = ScalarCounter(file.text)
      for finding in findings {
        let line = global.isJSON ? json(finding, &counter, naming: names.count > 1 ? name : nil) : line(finding, in: file)
        guard Stream.output.write(line + "\n") else { throw ExitCode(1) }
      }
    }
    if failed { throw ExitCode(1) }
  }

  private func json(_ finding: LintSession.Finding, _ counter: inout ScalarCounter, naming name: String?) -> String {
    var fields: [String] = []
    if let name { fields.append("\"file\":" + JSONText.quoted(name)) }
    if let span = finding.span {
      fields.append("\"start\":\(counter.scalars(before: span.lowerBound))")
      fields.append("\"end\":\(counter.scalars(before: span.upperBound))")
    } else {
      fields.append("\"document\":true")
    }
    fields.append("\"rule\":" + JSONText.quoted(finding.rule))
    fields.append("\"text\":" + JSONText.quoted(finding.text))
    fields.append("\"suggestion\":" + JSONText.quoted(finding.suggestion))
    if !finding.note.isEmpty { fields.append("\"reason\":" + JSONText.quoted(finding.note)) }
    return "{" + fields.joined(separator: ",") + "}"
  }

  private func line(_ finding: LintSession.Finding, in file: SourceFile) -> String {
    var line = Printable.text(file.path.string) + ":"
    if let span = finding.span {
      let place = file.position(at: span.lowerBound)
      line += "\(place.line):\(place.column):"
    }
    line += " \(finding.rule): “\(Printable.text(finding.text))” → “\(Printable.text(finding.suggestion))”"
    return finding.note.isEmpty ? line : line + " (\(Printable.text(finding.note)))"
  }
}
