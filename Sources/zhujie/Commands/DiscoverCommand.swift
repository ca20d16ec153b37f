import ArgumentParser
import ZhujieBuild
import ZhujieText

struct DiscoverCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "discover", abstract: "Propose names that no entity file has, best first.",
    discussion: """
      Looks through the files, or through the sources of the project where none are given. As text each proposal comes with the
      sentences that hold it and a stub of its entity file; as JSON Lines with text, kind, count, score and evidence.
      """)

  @OptionGroup var project: ProjectOptions
  @OptionGroup var global: GlobalOptions

  @Argument(help: ArgumentHelp("The texts.", valueName: "file"))
  var files: [String] = []

  func run() throws {
    let (proposals, diagnostics) = try global.terminal.failing { () throws(BuildError) in
      try DiscoverySession.proposals(seeds: project.seeds, files: files)
    }
    global.terminal.show(diagnostics)
    for proposal in proposals {
      guard Stream.output.write(global.isJSON ? json(proposal) : text(proposal)) else { throw ExitCode(1) }
    }
    if diagnostics.contains(where: { $0.severity == .error }) { throw ExitCode(1) }
  }

  private func json(_ proposal: DiscoverySession.Proposal) -> String {
    let evidence = proposal.evidence.map(JSONText.quoted).joined(separator: ",")
    return "{\"text\":\(JSONText.quoted(proposal.text)),\"kind\":\(JSONText.quoted(proposal.kind)),"
      + "\"count\":\(proposal.count),\"score\":\(Decimals.text(proposal.score)),\"evidence\":[\(evidence)]}\n"
  }

  private func text(_ proposal: DiscoverySession.Proposal) -> String {
    let contexts = proposal.contexts.map { "    " + Printable.text($0) + "\n" }.joined()
    let stub = proposal.stub.split(separator: "\n").map { "    | " + Printable.text(String($0)) + "\n" }.joined()
    return "\(Printable.text(proposal.text))  \(proposal.kind), \(proposal.count) times; "
      + Printable.text(proposal.evidence.joined(separator: "; ")) + "\n" + contexts + stub
  }
}

/// Numbers as text, the same everywhere.
enum Decimals {
  /// Three decimal places, without an exponent.
  static func text(_ number: Double) -> String {
    let scaled = (number * 1000).rounded()
    guard scaled.magnitude < 1e15 else { return "0.000" }
    let thousandths = Int(scaled)
    let fraction = String(1000 + abs(thousandths % 1000)).dropFirst()
    return "\(thousandths < 0 ? "-" : "")\(abs(thousandths / 1000)).\(fraction)"
  }
}
