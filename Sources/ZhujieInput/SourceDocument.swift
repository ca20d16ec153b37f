public import ZhujieText

/// The identity of a source document: its file's name without the extension, whatever that is.
public struct DocumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let string: String

  public init(_ string: String) {
    self.string = string
  }

  public var description: String { string }

  public static func < (a: Self, b: Self) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }
}

/// One document of `sources/`, with all that is known about it before its text is read.
public struct SourceDocument: Sendable, Hashable {
  public enum Format: Sendable, Hashable {
    case markdown, plainText
  }

  public let id: DocumentID
  /// The name of its pages on the site: `[a-z0-9-]`, unique in the project.
  public let address: String
  /// The sign that pages show for it; unique in the project.
  public let siglum: String
  /// Whether the project's author gave the siglum. One that was given by order changes when a source is added, so no
  /// citation may use it.
  public let hasOwnSiglum: Bool
  public let file: SourceFile
  public let format: Format
  public let metadata: DocumentMetadata
  /// The fields of this file's own front matter that are read as text, in the order of the file.
  public let fields: [TextField]
  /// The text after the byte order mark and the front matter.
  public let bodySpan: TextSpan<FileSpace>
  /// Paragraphs that are furniture, by the numbers they would have before any is dropped; as
  /// written.
  public let drop: [ClosedRange<Int>]
  /// The blocks of a bare text, in file order; empty for Markdown.
  public let plainBlocks: [PlainBlock]
  public let translation: TranslationFile?
  /// What was read out of the text because no metadata say it.
  public let inferred: [Inference]

  public init(
    id: DocumentID,
    address: String, siglum: String, hasOwnSiglum: Bool, file: SourceFile,
    format: Format,
    metadata: DocumentMetadata,
    fields: [TextField] = [],
    bodySpan: TextSpan<FileSpace>,
    drop: [ClosedRange<Int>] = [],
    plainBlocks: [PlainBlock] = [],
    translation: TranslationFile? = nil,
    inferred: [Inference] = []
  ) {
    self.id = id
    self.address = address
    self.siglum = siglum
    self.hasOwnSiglum = hasOwnSiglum
    self.file = file
    self.format = format
    self.metadata = metadata
    self.fields = fields
    self.bodySpan = bodySpan
    self.drop = drop
    self.plainBlocks = plainBlocks
    self.translation = translation
    self.inferred = inferred
  }
}

/// The translation that stands beside a document as `ID.en.md`.
public struct TranslationFile: Sendable, Hashable {
  public let file: SourceFile
  public let bodySpan: TextSpan<FileSpace>
  public let title: String?

  public init(file: SourceFile, bodySpan: TextSpan<FileSpace>, title: String?) {
    self.file = file
    self.bodySpan = bodySpan
    self.title = title
  }
}

/// A value that was read out of the text because no metadata say it.
public struct Inference: Sendable, Hashable {
  public enum Field: String, Sendable, Hashable {
    case title, publisher, author, date
  }

  public let field: Field
  public let value: String
  /// Where in the file the value, or the part of it that the text gives, stands.
  public let span: TextSpan<FileSpace>

  public init(field: Field, value: String, span: TextSpan<FileSpace>) {
    self.field = field
    self.value = value
    self.span = span
  }
}
