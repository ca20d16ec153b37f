public import ZhujieEntities
public import ZhujieText

/// A chapter of the report: the editor's own voice.
public struct Chapter: Sendable, Hashable {
  /// Its address, `[a-z0-9-]` and unique: the file's name without number and extension.
  public let id: String
  /// What orders it: the number that its file's name begins with.
  public let number: Int
  public let title: String?
  /// Its file; the English one is in `translation`.
  public let file: SourceFile
  public let bodySpan: TextSpan<FileSpace>
  public let translation: TranslationFile?

  public init(
    id: String,
    number: Int,
    title: String?,
    file: SourceFile,
    bodySpan: TextSpan<FileSpace>,
    translation: TranslationFile?
  ) {
    self.id = id
    self.number = number
    self.title = title
    self.file = file
    self.bodySpan = bodySpan
    self.translation = translation
  }
}

/// Everything a user keeps, as values.
public struct Project: Sendable {
  public private(set) var configuration: ProjectConfiguration
  /// In the order of the project: as `sources` in `zhujie.yml` says, then by name.
  public let sources: [SourceDocument]
  public let entities: EntityCatalog
  /// By number, then name.
  public let chapters: [Chapter]
  public let glossaryFile: SourceFile?
  public let decisionsFile: SourceFile?
  public let figuresFile: SourceFile?
  public let contradictionsFile: SourceFile?
  /// What `zhujie confirm` wrote.
  public let confirmedFile: SourceFile?
  /// Files and folders that are none of ours, in order of path; a folder ends in `/`.
  public let passedOver: [SourcePath]
  /// In order of path and place.
  public let diagnostics: [Diagnostic]

  public init(
    configuration: ProjectConfiguration,
    sources: [SourceDocument],
    entities: EntityCatalog,
    chapters: [Chapter] = [],
    glossaryFile: SourceFile? = nil,
    decisionsFile: SourceFile? = nil,
    figuresFile: SourceFile? = nil,
    contradictionsFile: SourceFile? = nil,
    confirmedFile: SourceFile? = nil,
    passedOver: [SourcePath] = [],
    diagnostics: [Diagnostic] = []
  ) {
    self.configuration = configuration
    self.sources = sources
    self.entities = entities
    self.chapters = chapters
    self.glossaryFile = glossaryFile
    self.decisionsFile = decisionsFile
    self.figuresFile = figuresFile
    self.contradictionsFile = contradictionsFile
    self.confirmedFile = confirmedFile
    self.passedOver = passedOver
    self.diagnostics = diagnostics
  }

  /// The project with another address to be published at.
  public func published(at baseURL: String) -> Project {
    var project = self
    project.configuration.baseURL = baseURL
    return project
  }
}
