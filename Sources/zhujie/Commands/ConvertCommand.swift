import ArgumentParser
import Glibc
import ZhujieBuild

struct ConvertCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Convert texts to the other Chinese script.",
    discussion: """
      A filter: Markdown or text in, the same text in the other script out, in constant memory. Only characters that differ between
      the scripts change, never vocabulary; code, URLs and HTML attributes are left alone.
      A file named `-`, or none, is standard input.
      """)

  @Option(help: ArgumentHelp("zh-Hans, zh-Hant, zh-Hant-TW or zh-Hant-HK.", valueName: "script"))
  var to: String

  @Option(help: ArgumentHelp("A project whose names, glossary and decisions take part.", valueName: "folder"))
  var seeds: String?

  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The texts.", valueName: "file"))
  var files: [String] = []

  func validate() throws {
    guard ConversionFilter.targets.contains(to) else {
      throw ValidationError("--to takes \(ConversionFilter.targets.joined(separator: ", ")), not “\(to)”")
    }
  }

  func run() throws {
    guard var filter = try makeFilter() else { return }
    var isOpen = true
    for name in files.isEmpty ? ["-"] : files {
      do {
        if name != "-" { try filter.begin(file: name) }
        let wasRead = try Stream.read(name) { chunk in
          try filter.convert(chunk) { isOpen = Stream.output.write($0) && isOpen }
          // Nobody reads any more: that is no fault, yet nothing is left to do.
          if !isOpen { throw ExitCode(1) }
        }
        guard wasRead else {
          global.terminal.fail("\(name): the file cannot be read: \(String(cString: strerror(errno)))")
          throw ExitCode(1)
        }
        try filter.finish { isOpen = Stream.output.write($0) && isOpen }
      } catch let error as BuildError {
        global.terminal.fail("\(name): \(error.message)")
        throw ExitCode(1)
      }
      if !isOpen { throw ExitCode(1) }
    }
  }

  private func makeFilter() throws -> ConversionFilter? {
    do {
      return try ConversionFilter(to: to, seeds: seeds.map(ProjectOptions.seeds(at:)))
    } catch {
      global.terminal.fail(error.message)
      throw ExitCode(1)
    }
  }
}
