import ArgumentParser
import Glibc
import ZhujieText

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

  /// A file that was made, as a line of the results.
  func pathLine(_ path: String) -> String {
    (isJSON ? "{\"path\":\(JSONText.quoted(path))}" : Printable.text(path)) + "\n"
  }

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
  @Option(
    name: .customLong("seeds"), help: ArgumentHelp("The folder of the project, or one whose seeds/ is.", valueName: "folder"))
  private var folder = "seeds"

  var seeds: String { Self.seeds(at: folder) }

  func validate() throws { try refuseNothing(folder, of: "--seeds") }

  /// A folder that holds no `sources/` of its own and a `seeds/` that does stands for that, as `init` makes it.
  static func seeds(at folder: String) -> String {
    func isFolder(_ path: String) -> Bool {
      var status = stat()
      return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }
    let inner = folder + (folder.hasSuffix("/") ? "seeds" : "/seeds")
    return !isFolder(folder + "/sources") && isFolder(inner + "/sources") ? inner : folder
  }
}

/// An empty name of a folder is a slip of whoever typed it, or a variable that is not set.
func refuseNothing(_ folder: String?, of option: String) throws {
  if folder?.isEmpty == true { throw ValidationError("\(option) takes the name of a folder, not nothing") }
}
