import ZhujieEntities
import ZhujieText

/// Reads what a user keeps.
public enum ProjectReader {
  /// The folders in a project's that hold files of it.
  static let subfolders = ["sources", "entities", "report"]

  /// Everything in `folder` as values. What is wrong with the content is in the project's
  /// diagnostics. A `listing` of the folder saves looking through it again.
  public static func read(
    folder: String,
    limits: InputLimits = InputLimits(),
    cache: FileCache? = nil,
    listing: ProjectListing? = nil
  ) throws(InputError) -> Project {
    // The project's own file comes first, since it may raise the limits for the rest.
    let listed = listing.flatMap { $0.folder == folder && limits == InputLimits() ? $0.contents : nil }
    let top = if let listed { listed } else { try Folder(at: folder, subfolders: [], limits: limits) }
    var opening = FileShelf(limits: limits, cache: cache)
    let configurationFile = top.files.first { $0.isNamed("zhujie") }.flatMap {
      opening.text(of: $0)
    }
    let configuration = configurationFile.map {
      ConfigurationReader(opening.yaml(of: $0), in: $0, limits: limits)
    }
    let settings = configuration?.configuration ?? ProjectConfiguration(limits: limits)

    let contents =
      if let listed, settings.limits == limits {
        listed
      } else {
        try Folder(at: folder, subfolders: subfolders, limits: settings.limits)
      }
    guard contents.folderNames.contains("sources") else { throw .missingSources(path: folder) }
    var shelf = FileShelf(limits: settings.limits, cache: cache)
    let sorted = SortedFiles(contents.files)
    let sources = SourceShelf.documents(
      sorted.sources,
      order: configuration?.order ?? [],
      orderFile: configurationFile,
      shelf: &shelf
    )
    let entities = EntityShelf.catalog(sorted.entities, sources: sources, shelf: &shelf)
    let chapters = ChapterReader(
      CompanionedFile.pairingOriginals(sorted.chapters, shelf: &shelf),
      shelf: &shelf
    ).chapters
    let glossary = sorted.glossary.flatMap { shelf.text(of: $0) }
    let decisions = sorted.decisions.flatMap { shelf.text(of: $0) }
    let figures = sorted.figures.flatMap { shelf.text(of: $0) }
    let contradictions = sorted.contradictions.flatMap { shelf.text(of: $0) }
    let confirmed = sorted.confirmed.flatMap { shelf.text(of: $0) }

    let passedOver = (contents.passedOver + sorted.rest.map(\.path)).sorted()
    for path in passedOver {
      shelf.report(.note, .passedOver, path, passedOverMessage(path))
    }
    let diagnostics =
      opening.diagnostics + (configuration?.diagnostics ?? []) + contents.diagnostics
      + shelf.diagnostics
    return Project(
      configuration: settings,
      sources: sources,
      entities: entities,
      chapters: chapters,
      glossaryFile: glossary,
      decisionsFile: decisions,
      figuresFile: figures,
      contradictionsFile: contradictions,
      confirmedFile: confirmed,
      passedOver: passedOver,
      diagnostics: diagnostics.sorted()
    )
  }

  /// What reading a project under ordinary limits begins with, file by file, for several workers to do beforehand: where `cache`
  /// keeps readings, `read` finds there what they read.
  public static func readings(of listing: ProjectListing, cache: FileCache) -> [@Sendable () -> Void] {
    let sorted = SortedFiles(listing.contents.files)
    let sources = SourceShelf.FileGroup.groups(of: sorted.sources).map { group -> @Sendable () -> Void in
      {
        var shelf = FileShelf(limits: InputLimits(), cache: cache)
        _ = group.draft(&shelf)
      }
    }
    let entities = CompanionedFile.pairing(sorted.entities, originals: ["md"]).map { found -> @Sendable () -> Void in
      {
        var shelf = FileShelf(limits: InputLimits(), cache: cache)
        _ = EntityShelf.entity(found, &shelf)
      }
    }
    return sources + entities
  }

  private static func passedOverMessage(_ path: SourcePath) -> String {
    let name = path.fileName
    let (stem, fileExtension) = Folder.parts(of: name)
    if fileExtension == "yaml" {
      return "\"\(name)\" is passed over; name it \(stem).yml to have it read"
    }
    return "\"\(name)\" is passed over; it is no file or folder that a project reads"
  }
}

/// The files of a project by what they are for.
struct SortedFiles {
  var sources: [FolderFile] = []
  var entities: [FolderFile] = []
  var chapters: [FolderFile] = []
  var glossary: FolderFile?
  var decisions: FolderFile?
  var figures: FolderFile?
  var contradictions: FolderFile?
  var confirmed: FolderFile?
  /// Files that are none of ours.
  var rest: [FolderFile] = []

  init(_ files: [FolderFile]) {
    for file in files {
      switch (file.topFolder, file.fileExtension) {
      case ("sources", "md"), ("sources", "txt"), ("sources", "yml"): sources.append(file)
      case ("entities", "md") where file.stem.lowercased() == "readme",
        ("report", "md") where file.stem.lowercased() == "readme":
        rest.append(file)
      case ("entities", "md"): entities.append(file)
      case ("report", "md"): chapters.append(file)
      case (nil, "yml"):
        switch file.stem {
        case "zhujie": break
        case "glossary": glossary = glossary ?? file
        case "decisions": decisions = decisions ?? file
        case "figures": figures = figures ?? file
        case "contradictions": contradictions = contradictions ?? file
        case "confirmed": confirmed = confirmed ?? file
        default: rest.append(file)
        }
      default: rest.append(file)
      }
    }
  }
}

extension FolderFile {
  /// Whether it is the project's own YAML file of that name.
  fileprivate func isNamed(_ name: String) -> Bool {
    stem == name && fileExtension == "yml" && topFolder == nil
  }
}
