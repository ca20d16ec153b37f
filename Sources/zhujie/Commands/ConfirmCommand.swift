import ArgumentParser
import ZhujieBuild
import ZhujieText

struct ConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Record that the citations were read against their paragraphs as they are now.",
    discussion: """
      Writes confirmed.yml into the folder of the project. From then on check and build warn of each citation whose paragraph
      changed or moved, and of each translation whose original changed. Run it again when you have read them.
      """
  )

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  func run() async throws {
    let terminal = global.terminal
    let outcome: ConfirmOutcome
    do {
      outcome = try await Pipeline.confirm(
        BuildSettings(seeds: project.seeds, jobs: Processors.count)
      )
    } catch {
      terminal.fail(error.message)
      throw ExitCode(1)
    }
    let errors = outcome.diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      terminal.show(errors)
      terminal.fail("nothing was recorded; correct the errors first")
      throw ExitCode(1)
    }
    if global.isJSON {
      for diagnostic in outcome.settled {
        Stream.output.write(DiagnosticJSON.line(diagnostic) + "\n")
      }
    } else {
      global.reportingTerminal.show(outcome.settled)
    }
    terminal.say(Summary.text(of: outcome, file: project.seeds + "/confirmed.yml"))
  }
}
