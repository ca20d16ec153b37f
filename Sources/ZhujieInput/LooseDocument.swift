import Glibc
package import ZhujieEntities
package import ZhujieText

/// The names of a project, for annotating texts that need not belong to it.
package struct ProjectNames: Sendable {
  package let configuration: ProjectConfiguration
  package let entities: EntityCatalog
  /// In order of path and place.
  package let diagnostics: [Diagnostic]
}

/// A text that was given by its path or on standard input.
package struct LooseDocument: Sendable {
  /// Nil where it cannot be read; then the diagnostics say why.
  package let document: SourceDocument?
  package let diagnostics: [Diagnostic]
}

extension ProjectReader {
  /// The entities of the project in `folder`, which need not hold sources.
  package static func names(
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
    return ProjectNames(
      configuration: settings,
      entities: entities,
      diagnostics: (opening.diagnostics + contents.diagnostics + shelf.diagnostics).sorted()
    )
  }

  /// A text by its path, wherever it lies, with the sidecar beside it. Findings carry the path as it was given.
  package static func document(
    at path: String,
    limits: InputLimits = InputLimits()
  ) -> LooseDocument {
    var shelf = FileShelf(limits: limits)
    guard let file = looseFile(path, name: path) else {
      shelf.report(
        .error,
        .unreadableFile,
        SourcePath(path),
        "the file cannot be read: \(Folder.systemReason())"
      )
      return LooseDocument(document: nil, diagnostics: shelf.diagnostics)
    }
    let sidecar = sidecar(of: path)
    guard let text = shelf.text(of: file) else {
      return LooseDocument(document: nil, diagnostics: shelf.diagnostics)
    }
    return document(
      of: text,
      stem: file.stem,
      isMarkdown: file.fileExtension != "txt",
      sidecar: sidecar,
      shelf: &shelf
    )
  }

  /// A text that came as bytes. It is read as Markdown, which a bare text mostly is as well.
  package static func document(
    bytes: [UInt8],
    name: String,
    limits: InputLimits = InputLimits()
  ) -> LooseDocument {
    var shelf = FileShelf(limits: limits)
    let path = SourcePath(name)
    let (text, found) = decodedText(bytes, path: path)
    shelf.add(found)
    guard let text else { return LooseDocument(document: nil, diagnostics: shelf.diagnostics) }
    return document(
      of: SourceFile(path: path, text: text),
      stem: name,
      isMarkdown: true,
      sidecar: nil,
      shelf: &shelf
    )
  }

  private static func document(
    of text: SourceFile,
    stem: String,
    isMarkdown: Bool,
    sidecar: FolderFile?,
    shelf: inout FileShelf
  ) -> LooseDocument {
    let draft = SourceReader.draft(
      of: text,
      id: DocumentID(stem),
      format: isMarkdown ? .markdown : .plainText,
      sidecar: sidecar,
      shelf: &shelf
    )
    let document = draft.document(siglum: draft.siglum?.text ?? stem, address: "text")
    return LooseDocument(document: document, diagnostics: shelf.diagnostics)
  }

  private static func sidecar(of path: String) -> FolderFile? {
    let name = path.split(separator: "/", omittingEmptySubsequences: false).last.map(String.init) ?? path
    let (stem, _) = Folder.parts(of: name)
    return looseFile(String(path.dropLast(name.count)) + stem + ".yml", name: stem + ".yml")
  }

  private static func looseFile(_ path: String, name: String) -> FolderFile? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    let last = path.split(separator: "/").last.map(String.init) ?? path
    let (stem, fileExtension) = Folder.parts(of: last)
    return FolderFile(
      path: SourcePath(name),
      realPath: Array(UnsafeBufferPointer(start: real, count: strlen(real) + 1)),
      stem: stem,
      fileExtension: fileExtension
    )
  }
}
