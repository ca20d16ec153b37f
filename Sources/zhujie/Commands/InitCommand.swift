import ArgumentParser

struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a new project that builds at once.",
    discussion: """
      The folder may be new or empty; its seeds/ then holds a source and an entity to replace. With --sample it holds an invented dossier
      of two sources, one in each script, that shows what a project may hold.
      """
  )

  @Flag(help: "An invented dossier that shows every feature.")
  var sample = false

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The folder of the project.", valueName: "dir"))
  var folder: String

  func run() throws {
    let starter = sample ? Starter.sample : Starter.plain
    do {
      try NewFiles.write(starter, into: folder)
    } catch {
      global.terminal.fail(error.message)
      throw ExitCode(1)
    }
    let paths = starter.files.map { folder + "/" + $0.path }
    for path in paths { Stream.output.write(global.pathLine(path)) }
    global.terminal.say("next: cd \(folder) && zhujie serve")
  }
}
