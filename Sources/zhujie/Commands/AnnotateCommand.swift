import ArgumentParser
import ZhujieBuild
import ZhujieText

struct AnnotateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annotate", abstract: "Print everything found in texts, as JSON Lines.",
    discussion: """
      Offsets count Unicode scalars from the first character of the file as it stands on disk; `end` is exclusive and
      `text` is exactly that slice. A file named `-`, or none, is standard input.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The date that relative dates are resolved against.", valueName: "date"))
  var published: String?

  @Flag(help: "Print instead, for each place, the candidates, the rule that chose, what lost and why.")
  var explain = false

  @Option(
    help: ArgumentHelp("With --explain: only where these words stand, and why nothing was found there.", valueName: "words"))
  var at: String?

  @Option(
    help: ArgumentHelp("A list of texts, one a line; - is standard input. Each line of the result carries its file.", valueName: "list"))
  var filesFrom: String?

  @Argument(help: ArgumentHelp("The texts.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    if let published, EDTFDate(published) == nil {
      throw ValidationError("--published takes a date such as 2025-03-13, not “\(published)”")
    }
  }

  func run() throws {
    let session = try global.terminal.failing { () throws(BuildError) in
      try AnnotationSession(seeds: project.seeds)
    }
    global.terminal.show(session.diagnostics)
    guard !session.hasErrors else { throw ExitCode(1) }
    let names = try listed() ?? (files.isEmpty ? ["-"] : files)
    let date = published.flatMap { EDTFDate($0) }
    var failed = false
    for name in names {
      let findings = try global.terminal.failing { () throws(BuildError) in
        name == "-"
          ? session.annotate(bytes: Stream.input(), name: name, published: date)
          : try session.annotate(file: name, published: date)
      }
      global.terminal.show(findings.diagnostics)
      if findings.hasErrors { failed = true }
      let lines =
        explain || at != nil
        ? at.map { findings.explanations(of: $0) } ?? findings.explanations()
        : findings.lines(naming: names.count > 1 || filesFrom != nil ? name : nil)
      for line in lines {
        guard Stream.output.write(line + "\n") else { throw ExitCode(1) }
      }
    }
    if failed { throw ExitCode(1) }
  }

  /// The files of the list, and those that are named beside it.
  private func listed() throws -> [String]? {
    guard let filesFrom else { return nil }
    var list: [UInt8] = []
    guard try Stream.read(filesFrom, { list += $0 }) else {
      global.terminal.fail("\(filesFrom): the list cannot be read")
      throw ExitCode(1)
    }
    return files + list.split { $0 == 0x0A || $0 == 0x0D }.map { String(decoding: $0, as: UTF8.self) }
  }
}
