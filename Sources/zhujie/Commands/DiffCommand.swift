import ArgumentParser
import ZhujieBuild
import ZhujieMeaning

struct DiffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff", abstract: "Say what changed in meaning between two sites or two projects.",
    discussion: """
      Mentions gained and lost, figures and dates changed, conflicts new and settled, citations and translations whose text has changed
      under them, decisions whose words are gone. Where only bytes moved it is silent.
      """)

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The folder of a site or of a project, as it was.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The same as it is now.", valueName: "new"))
  var new: String

  func run() async throws {
    let difference = MeaningDifference(from: try await record(of: old), to: try await record(of: new))
    for change in difference.changes {
      guard Stream.output.write((global.isJSON ? change.json : Printable.text(change.text)) + "\n") else {
        throw ExitCode(1)
      }
    }
  }

  private func record(of folder: String) async throws -> MeaningRecord {
    do {
      return try await MeaningSource.record(
        of: folder, orSeeds: ProjectOptions.seeds(at: folder), jobs: Processors.count)
    } catch {
      global.terminal.fail(error.message)
      throw ExitCode(1)
    }
  }
}
