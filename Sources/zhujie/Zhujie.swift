import ArgumentParser
import CAllocator

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
      BuildCommand.self, CheckCommand.self, ConfirmCommand.self, ServeCommand.self, AnnotateCommand.self,
      ConvertCommand.self, LintCommand.self, DiscoverCommand.self, DiffCommand.self, InitCommand.self, NewCommand.self,
    ])

  static func main() async {
    zhujie_begin_heaps()
    Signals.watch()
    await main(CommandLine.arguments.dropFirst().isEmpty ? nil : Self.inOrder(Array(CommandLine.arguments.dropFirst())))
  }

  /// What holds for every command may also stand before its name: `zhujie --quiet build` is `zhujie build --quiet`.
  static func inOrder(_ arguments: [String]) -> [String] {
    var leading: [String] = []
    var rest = arguments[...]
    while let first = rest.first, first.hasPrefix("--") {
      if ["--quiet", "--verbose", "--json"].contains(first) || first.hasPrefix("--color=") || first.hasPrefix("--format=") {
        leading.append(first)
        rest = rest.dropFirst()
      } else if ["--color", "--format"].contains(first), rest.count > 1 {
        leading += rest.prefix(2)
        rest = rest.dropFirst(2)
      } else {
        break
      }
    }
    guard let command = rest.first, !command.hasPrefix("-") else { return arguments }
    return [command] + leading + rest.dropFirst()
  }
}
