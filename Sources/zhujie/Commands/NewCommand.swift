import ArgumentParser
import ZhujieBuild
import ZhujieText

struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Make the file of an entity.",
    discussion: """
      The name may be in either script or in Latin letters; the other script and the pinyin are proposed, and are yours to correct. Without
      --id the ID is made from the pinyin or the Latin name.
      """
  )

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Option(help: ArgumentHelp("The ID, which becomes the address: a-z, 0-9 and -.", valueName: "id"))
  var id: String?

  @Argument(
    help: ArgumentHelp("person, organization, product, event or system.", valueName: "kind")
  )
  var kind: String

  @Argument(help: ArgumentHelp("What it is called.", valueName: "name"))
  var name: String

  func validate() throws {
    guard EntityStub.kinds.contains(kind) else {
      throw ValidationError(
        "a kind is one of \(EntityStub.kinds.joined(separator: ", ")), not “\(kind)”"
      )
    }
    if let id, !EntityStub.isID(id) {
      throw ValidationError("--id takes only a-z, 0-9 and -, not “\(id)”")
    }
    if name.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      throw ValidationError("an entity needs a name")
    }
  }

  func run() throws {
    guard
      let stub = EntityStub(
        kind: kind,
        name: name,
        id: id,
        pinyin: Pinyin.guess(name, isPerson: kind == "person")
      )
    else { return }
    if let taken = try global.terminal.failing({ () throws(BuildError) in
      try stub.holder(in: project.seeds)
    }) {
      global.terminal.fail("“\(stub.id)” is the ID of \(taken); choose another with --id")
      throw ExitCode(1)
    }
    let path = project.seeds + "/" + stub.path
    do {
      try NewFiles.write(Array(stub.text.utf8), to: path)
    } catch {
      global.terminal.fail(error.message)
      throw ExitCode(1)
    }
    Stream.output.write(global.pathLine(path))
  }
}
