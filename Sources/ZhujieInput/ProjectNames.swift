public import ZhujieEntities
public import ZhujieText

/// The names of a project, for annotating texts that need not belong to it.
public struct ProjectNames: Sendable {
  public let configuration: ProjectConfiguration
  public let entities: EntityCatalog
  public let glossaryFile: SourceFile?
  public let decisionsFile: SourceFile?
  /// In order of path and place.
  public let diagnostics: [Diagnostic]
}

extension ProjectReader {
  /// The entities of the project in `folder`, which need not hold sources.
  public static func names(
    folder: String,
    limits: InputLimits = InputLimits()
  ) throws(InputError) -> ProjectNames {
    let top = try Folder(at: folder, subfolders: [], limits: limits)
    var opening = FileShelf(limits: limits)
    let file = top.files.first { $0.folders.isEmpty && $0.path.string.lowercased() == "zhujie.yml" }
      .flatMap { opening.text(of: $0) }
    let settings =
      file.map { ConfigurationReader(opening.yaml(of: $0), in: $0, limits: limits).configuration }
      ?? ProjectConfiguration(limits: limits)
    let contents = try Folder(at: folder, subfolders: ["entities"], limits: settings.limits)
    var shelf = FileShelf(limits: settings.limits)
    let files = contents.files.filter {
      $0.folders.first == "entities" && $0.fileExtension == "md"
    }
    let entities = EntityShelf.catalog(files, sources: nil, shelf: &shelf)
    func text(of name: String) -> SourceFile? {
      top.files.first { $0.folders.isEmpty && $0.path.string.lowercased() == name }
        .flatMap { shelf.text(of: $0) }
    }
    let glossary = text(of: "glossary.yml")
    let decisions = text(of: "decisions.yml")
    return ProjectNames(
      configuration: settings,
      entities: entities,
      glossaryFile: glossary,
      decisionsFile: decisions,
      diagnostics: (opening.diagnostics + contents.diagnostics + shelf.diagnostics).sorted()
    )
  }
}
