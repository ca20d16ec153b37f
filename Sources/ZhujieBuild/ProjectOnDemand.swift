import ZhujieInput
import ZhujieText

/// The documents of a project with what its editor keeps, read when the first of them is asked for, and once.
final class ProjectOnDemand: Sendable {
  private struct Contents: Sendable {
    let documents: [String: SourceDocument]
    let editor: EditorFiles
  }

  private let seeds: String
  private let contents = Locked<Contents?>(nil)

  init(seeds: String) {
    self.seeds = seeds
  }

  /// The document that a path leads to; nil where it leads out of the project.
  func document(at path: String) throws(InputError) -> (document: SourceDocument, editor: EditorFiles)? {
    guard let folder = RealPath.of(seeds), let file = RealPath.of(path), file.hasPrefix(folder + "/sources/") else {
      return nil
    }
    let known = contents.withLock { $0 }
    let contents: Contents
    if let known { contents = known } else { contents = try read(folder) }
    return contents.documents[file].map { ($0, contents.editor) }
  }

  private func read(_ folder: String) throws(InputError) -> Contents {
    let project = try ProjectReader.read(folder: seeds)
    let paths = project.sources.map { (folder + "/" + $0.file.path.string, $0) }
    let read = Contents(documents: Dictionary(paths, uniquingKeysWith: { first, _ in first }), editor: EditorFiles(project))
    contents.withLock { $0 = read }
    return read
  }
}
