import ArgumentParser

@main
struct Zhujie: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "zhujie",
    abstract: "Annotated reports from Chinese sources, as a static site in both scripts and English.",
    discussion: """
      A project is a folder with sources/ and, as wanted, entities/, report/ and zhujie.yml.
      Results go to standard output, everything else to standard error.
      Exit status: 0 done, 1 failed, 64 wrong usage, 130 interrupted.
      """,
    version: "0.1.0",
    subcommands: [
      BuildCommand.self, CheckCommand.self, ConfirmCommand.self, ServeCommand.self, AnnotateCommand.self, ConvertCommand.self, LintCommand.self,
      DiscoverCommand.self,
    ])
}
