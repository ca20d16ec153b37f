package import ZhujieEntities
package import ZhujieText

/// A chapter of the report: the editor's own voice.
package struct Chapter: Sendable, Hashable {
  /// Its address, `[a-z0-9-]` and unique: the file's name without number and extension.
  package let id: String
  /// What orders it: the number that its file's name begins with.
  package let number: Int
  package let title: String?
  /// Its file; the English one is in `translation`.
  package let file: SourceFile
  package let bodySpan: TextSpan<FileSpace>
  package let translation: TranslationFile?

  package init(
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
package struct Project: Sendable {
  package private(set) var configuration: ProjectConfiguration
  /// In the order of the project: as `sources` in `zhujie.yml` says, then by name.
  package let sources: [SourceDocument]
  package let entities: EntityCatalog
  /// By number, then name.
  package let chapters: [Chapter]
  package let glossaryFile: SourceFile?
  package let decisionsFile: SourceFile?
  package let figuresFile: SourceFile?
  package let contradictionsFile: SourceFile?
  /// What `zhujie confirm` wrote.
  package let confirmedFile: SourceFile?
  /// Files and folders that are none of ours, in order of path; a folder ends in `/`.
  package let passedOver: [SourcePath]
  /// In order of path and place.
  package let diagnostics: [Diagnostic]

  package init(
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
  package func published(at baseURL: String) -> Project {
    var project = self
    project.configuration.baseURL = baseURL
    return project
  }
}
