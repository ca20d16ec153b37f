public import ZhujieText

/// Reads single documents that belong to no project, or are named one by one.
public enum DocumentReader {
  /// The text of a file anywhere, nil where it is not text. `path` is what its findings show.
  public static func file(
    at path: String,
    shownAs shown: SourcePath,
    limits: InputLimits = InputLimits()
  ) throws(InputError) -> (file: SourceFile?, diagnostics: [Diagnostic]) {
    guard !path.utf8.contains(0) else { throw .missingFile(path: path) }
    // The path is the user's own, so a link in it is meant; only below a project's folder are links
    // watched.
    switch FileBytes.read(Array(path.utf8CString), limit: limits.fileSize, followsLinks: true) {
    case .failure(.missing):
      throw .missingFile(path: path)
    case .failure(.refused(let reason)):
      throw .unreadable(path: path, reason: reason)
    case .failure(.tooLarge(let size)):
      return (nil, [FileShelf.tooLarge(size, shown, limits)])
    case .success(let bytes):
      let (text, diagnostics) = decodedText(bytes, path: shown)
      return (text.map { SourceFile(path: shown, text: $0) }, diagnostics)
    }
  }

  /// A document made of a text, with the siglum `a`. Its sidecar is that of the project if it has
  /// one there.
  public static func document(
    _ file: SourceFile,
    format: SourceDocument.Format,
    sidecar: SourceFile? = nil,
    limits: InputLimits = InputLimits()
  ) -> (document: SourceDocument, diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    let id = DocumentID(Folder.parts(of: file.path.fileName).stem)
    let draft = SourceReader.draft(
      of: file,
      format: format,
      id: id,
      sidecar: sidecar,
      shelf: &shelf
    )
    let document = draft.document(
      siglum: draft.siglum?.text ?? "a",
      address: draft.slug?.text ?? Slug.derived(from: id.string, fallback: "source")
    )
    return (document, shelf.diagnostics.sorted())
  }

  /// What the extension of a file's name says it is: Markdown for `.md` in any case, else bare
  /// text.
  public static func format(of path: SourcePath) -> SourceDocument.Format {
    Folder.parts(of: path.fileName).fileExtension == "md" ? .markdown : .plainText
  }
}
