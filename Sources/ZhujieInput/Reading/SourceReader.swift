import ZhujieEntities
import ZhujieText

/// A source document before the project has given it siglum and address.
struct SourceDraft {
  let id: DocumentID
  let file: SourceFile
  let format: SourceDocument.Format
  var metadata = DocumentMetadata()
  var fields: [TextField] = []
  var bodySpan: TextSpan<FileSpace>
  var drop: [ClosedRange<Int>] = []
  var plainBlocks: [PlainBlock] = []
  var translation: TranslationFile?
  var inferred: [Inference] = []
  /// What the metadata say, each with its place.
  var siglum: (text: String, location: SourceLocation)?
  var slug: (text: String, location: SourceLocation)?

  func document(siglum: String, address: String) -> SourceDocument {
    SourceDocument(
      id: id,
      address: address,
      siglum: siglum,
      hasOwnSiglum: self.siglum != nil,
      file: file,
      format: format,
      metadata: metadata,
      fields: fields,
      bodySpan: bodySpan,
      drop: drop,
      plainBlocks: plainBlocks,
      translation: translation,
      inferred: inferred
    )
  }
}

/// Reads one source document with its front matter or sidecar.
enum SourceReader {
  /// Nil where the file cannot be read; then the shelf holds the reason.
  static func draft(
    of found: CompanionedFile,
    sidecar: FolderFile?,
    shelf: inout FileShelf
  ) -> SourceDraft? {
    guard let file = shelf.text(of: found.file) else { return nil }
    var draft = draft(
      of: file,
      format: found.file.fileExtension == "md" ? .markdown : .plainText,
      id: DocumentID(found.file.stem),
      sidecar: sidecar.flatMap { shelf.text(of: $0) },
      shelf: &shelf
    )
    draft.translation = found.translation.flatMap { TranslationReader.read($0, shelf: &shelf) }
    return draft
  }

  static func draft(
    of file: SourceFile,
    format: SourceDocument.Format,
    id: DocumentID,
    sidecar: SourceFile?,
    shelf: inout FileShelf
  ) -> SourceDraft {
    let isMarkdown = format == .markdown
    let (frontMatter, body) =
      isMarkdown ? shelf.frontMatter(of: file) : plainFrontMatter(of: file, shelf.limits)
    var node = frontMatter
    let hasFrontMatter = node != nil || (isMarkdown && FrontMatter(of: file).yaml != nil)
    var draft = SourceDraft(id: id, file: file, format: format, bodySpan: body)
    var metadataFile = file
    if let sidecar {
      if hasFrontMatter {
        shelf.report(
          .warning,
          .loneCompanion,
          sidecar.path,
          "\"\(sidecar.path.fileName)\" stands beside \(file.path), which has front matter, and is not "
            + "read; move what it says there"
        )
      } else {
        node = shelf.yaml(of: sidecar)
        metadataFile = sidecar
      }
    }
    if let node {
      var reader = MappingReader(node, in: metadataFile, as: "a source")
      draft.read(&reader, isOwnFile: metadataFile.path == file.path)
      shelf.add(reader.finish())
    }
    if FrontMatter(of: file).unclosed == nil, TextLine.isBlank(body, in: file) {
      shelf.report(
        .warning,
        .emptyFile,
        file.path,
        "the document holds no text; write it or remove the file"
      )
    }
    switch draft.format {
    case .markdown:
      if draft.metadata.title == nil {
        draft.takeHeading(MarkdownTitle.first(in: file, body))
      }
    case .plainText:
      draft.infer(from: PlainTextLayout(of: file, in: body), &shelf)
    }
    return draft
  }

  /// A bare text may begin with three hyphens for reasons of its own: they open front matter only
  /// where they close and hold a mapping.
  private static func plainFrontMatter(of file: SourceFile, _ limits: InputLimits) -> (
    node: YAMLNode?, body: TextSpan<FileSpace>
  ) {
    let start = file.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let whole = TextSpan<FileSpace>(start, file.text.count)
    let parts = FrontMatter(of: file)
    guard let yaml = parts.yaml, let node = YAMLText(file, in: yaml).node(limits: limits).node,
      case .mapping(let pairs) = node.content, !pairs.isEmpty
    else { return (nil, whole) }
    return (node, parts.body)
  }
}

extension SourceDraft {
  fileprivate mutating func read(_ reader: inout MappingReader, isOwnFile: Bool) {
    let texts: [(key: String, role: BlockRole)] = [
      ("title", .title), ("publisher", .publisher), ("author", .author),
    ]
    for (key, role) in texts {
      guard let text = reader.string(key) else { continue }
      switch role {
      case .title: metadata.title = text.text
      case .publisher: metadata.publisher = text.text
      default: metadata.author = text.text
      }
      if isOwnFile { fields.append(TextField(role: role, span: text.span, value: text.text)) }
    }
    fields.sort { $0.span < $1.span }
    metadata.date = reader.date("date")
    metadata.url = Self.url(&reader)
    metadata.language = reader.choice("lang", among: DeclaredLanguage.allCases.map(\.rawValue))
      .flatMap(DeclaredLanguage.init)
    metadata.original = reader.mapping("original", as: "an original") { reader in
      OriginalReference(
        title: reader.string("title")?.text,
        publisher: reader.string("publisher")?.text,
        date: reader.date("date"),
        url: Self.url(&reader)
      )
    }
    metadata.publish =
      reader.choice("publish", among: Publication.allCases.map(\.rawValue)).flatMap(
        Publication.init
      )
      ?? .full
    readSiglum(&reader)
    readSlug(&reader)
    readDrop(&reader)
  }

  private static func url(_ reader: inout MappingReader) -> String? {
    guard let text = reader.string("url") else { return nil }
    guard WebAddress.isAbsolute(text.text) else {
      reader.report(
        .warning,
        .yamlValue,
        at: text.span.lowerBound,
        "\"\(text.text)\" is no address that can be followed and is left out; write it with https://"
      )
      return nil
    }
    return text.text
  }

  private mutating func readSiglum(_ reader: inout MappingReader) {
    guard let text = reader.string("siglum") else { return }
    let forbidden = " \u{A0}\u{3000}\t\n;,[]@#\"".unicodeScalars
    guard !text.text.unicodeScalars.contains(where: { forbidden.contains($0) }),
      text.text.unicodeScalars.count <= 20
    else {
      return reader.report(
        .error,
        .badSiglum,
        at: text.span.lowerBound,
        "\"\(text.text)\" is no siglum; it is a short word without spaces, commas, brackets or @"
      )
    }
    siglum = (text.text, reader.file.location(at: text.span.lowerBound))
  }

  private mutating func readSlug(_ reader: inout MappingReader) {
    guard let text = reader.string("slug") else { return }
    guard Slug.isValid(text.text) else {
      return reader.report(
        .error,
        .badSlug,
        at: text.span.lowerBound,
        "\"\(text.text)\" is no slug; it holds only a-z, 0-9 and -, at most \(Slug.mostBytes) of them, "
          + "and is no device of Windows"
      )
    }
    slug = (text.text, reader.file.location(at: text.span.lowerBound))
  }

  private mutating func readDrop(_ reader: inout MappingReader) {
    for text in reader.strings("drop") {
      if let ranges = Citation.paragraphs(text.text), !ranges.isEmpty {
        drop += ranges
      } else {
        reader.report(
          .error,
          .yamlValue,
          at: text.span.lowerBound,
          "\"\(text.text)\" names no paragraphs; write drop: [1-2, 40], counting from 1"
        )
      }
    }
  }

  fileprivate mutating func takeHeading(_ heading: (text: String, span: TextSpan<FileSpace>)?) {
    guard let heading else { return }
    metadata.title = heading.text
    inferred.append(Inference(field: .title, value: heading.text, span: heading.span))
  }

  fileprivate mutating func infer(from layout: PlainTextLayout, _ shelf: inout FileShelf) {
    plainBlocks = layout.blocks
    var used: [Inference] = []
    func take(_ inference: Inference?, _ value: inout String?) {
      guard value == nil, let inference else { return }
      value = inference.value
      used.append(inference)
    }
    take(layout.title, &metadata.title)
    take(layout.publisher, &metadata.publisher)
    take(layout.author, &metadata.author)
    if metadata.date == nil, let date = layout.date {
      metadata.date = date.value
      used.append(date.inference)
    }
    inferred = used
    shelf.add(layout.diagnostics)
  }
}
