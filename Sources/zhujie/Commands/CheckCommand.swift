import ArgumentParser
import ZhujieBuild

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say everything that a build would say, without writing.")

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("A folder of templates, checked as well.", valueName: "folder"))
  var templates: String?

  @Flag(help: "Let warnings count as failure.")
  var strict = false

  func validate() throws { try refuseNothing(templates, of: "--templates") }

  func run() async throws {
    let terminal = global.reportingTerminal
    let outcome: BuildOutcome
    do {
      outcome = try await Pipeline.check(
        BuildSettings(seeds: project.seeds, templates: templates, jobs: Processors.count))
    } catch {
      if global.isJSON { Stream.output.write(DiagnosticJSON.line(error.diagnostic) + "\n") }
      terminal.fail(error)
      throw ExitCode(1)
    }
    if global.isJSON {
      for diagnostic in outcome.diagnostics { Stream.output.write(DiagnosticJSON.line(diagnostic) + "\n") }
    } else {
      terminal.show(outcome.diagnostics)
    }
    let failed = outcome.isFailure(isStrict: strict)
    terminal.say(Summary.findings(of: outcome))
    if failed { throw ExitCode(1) }
  }
}
