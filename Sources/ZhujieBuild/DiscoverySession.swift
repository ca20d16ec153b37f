import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
public import ZhujieText

/// Proposes names that no entity file of a project has.
public enum DiscoverySession {
  /// A proposal with what an editor needs to decide.
  public struct Proposal: Sendable {
    public let text: String
    /// `person`, `organization`, `product`, `event` or `system`.
    public let kind: String
    public let count: Int
    /// For ordering only.
    public let score: Double
    public let evidence: [String]
    public let contexts: [String]
    /// The front matter of an entity file for it.
    public let stub: String
  }

  /// Looks through the given files, or through the project's sources where none are given; best first.
  public static func proposals(
    seeds: String, files: [String]
  ) throws(BuildError) -> (proposals: [Proposal], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    var readings: [ReadingText] = []
    let names: ProjectNames
    do {
      names = try ProjectReader.names(folder: seeds)
      if files.isEmpty {
        let project = try ProjectReader.read(folder: seeds)
        readings = project.sources.map { BodyReader.markup(of: $0, limits: project.configuration.limits.markup).reading }
      }
      for path in files {
        let found = try DocumentReader.file(
          at: path, shownAs: SourcePath(path), limits: names.configuration.limits)
        diagnostics += found.diagnostics
        guard let file = found.file else { continue }
        let document = DocumentReader.document(
          file, format: DocumentReader.format(of: file.path), limits: names.configuration.limits)
        readings.append(BodyReader.markup(of: document.document, limits: names.configuration.limits.markup).reading)
      }
    } catch {
      throw .input(error)
    }
    let candidates = Discovery.candidates(in: readings, catalog: names.entities)
    return (
      candidates.map { candidate in
        Proposal(
          text: candidate.text, kind: candidate.kind.rawValue, count: candidate.count, score: candidate.score,
          evidence: candidate.evidence, contexts: candidate.contexts, stub: stub(of: candidate))
      }, diagnostics
    )
  }

  /// An entity file to begin with. Its ID is for the editor to choose.
  private static func stub(of candidate: Candidate) -> String {
    "---\nid: \nkind: \(candidate.kind.rawValue)\nnames: {\(EntityStub.names(from: candidate.text))}\n---\n"
  }
}
