import ArgumentParser

/// What every command takes.
struct GlobalOptions: ParsableArguments {
  @Flag(help: "Say nothing but errors.")
  var quiet = false

  @Flag(help: "Say more: notes as well as warnings.")
  var verbose = false

  @Option(help: ArgumentHelp("Colour on standard error: auto, always or never. NO_COLOR is heeded.", valueName: "when"))
  var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("How lists are printed: text or json.", valueName: "format"))
  var format: ListFormat = .text

  @Flag(help: "Short for --format json.")
  var json = false

  var isJSON: Bool { json || format == .json }

  var terminal: Terminal { Terminal(color: color, isQuiet: quiet, isVerbose: verbose) }

  /// For commands whose business is the findings: notes are shown as well.
  var reportingTerminal: Terminal { Terminal(color: color, isQuiet: quiet, isVerbose: true) }
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

enum ListFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}

/// Where a project is.
struct ProjectOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The folder of the project.", valueName: "folder"))
  var seeds = "seeds"
}
