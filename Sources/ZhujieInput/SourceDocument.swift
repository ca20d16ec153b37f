package import ZhujieText

/// The identity of a source document: its file's name without the extension, whatever that is.
package struct DocumentID: Hashable, Comparable, Sendable, CustomStringConvertible {
  package let string: String

  package init(_ string: String) {
    self.string = string
  }

  package var description: String { string }

  package static func < (a: Self, b: Self) -> Bool {
    a.string.utf8.lexicographicallyPrecedes(b.string.utf8)
  }
}

/// One document of `sources/`, with all that is known about it before its text is read.
package struct SourceDocument: Sendable, Hashable {
  package enum Format: Sendable, Hashable {
    case markdown, plainText
  }

  package let id: DocumentID
  /// The name of its pages on the site: `[a-z0-9-]`, unique in the project.
  package let address: String
  /// The sign that pages show for it; unique in the project.
  package let siglum: String
  /// Whether the project's author gave the siglum. One that was given by order changes when a source is added, so no
  /// citation may use it.
  package let hasOwnSiglum: Bool
  package let file: SourceFile
  package let format: Format
  package let metadata: DocumentMetadata
  /// The fields of this file's own front matter that are read as text, in the order of the file.
  package let fields: [TextField]
  /// The text after the byte order mark and the front matter.
  package let bodySpan: TextSpan<FileSpace>
  /// Paragraphs that are furniture, by the numbers they would have before any is dropped; as
  /// written.
  package let drop: [ClosedRange<Int>]
  /// The blocks of a bare text, in file order; empty for Markdown.
  package let plainBlocks: [PlainBlock]
  package let translation: TranslationFile?
  /// What was read out of the text because no metadata say it.
  package let inferred: [Inference]

  package init(
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
package struct TranslationFile: Sendable, Hashable {
  package let file: SourceFile
  package let bodySpan: TextSpan<FileSpace>
  package let title: String?

  package init(file: SourceFile, bodySpan: TextSpan<FileSpace>, title: String?) {
    self.file = file
    self.bodySpan = bodySpan
    self.title = title
  }
}

/// A value that was read out of the text because no metadata say it.
package struct Inference: Sendable, Hashable {
  package enum Field: String, Sendable, Hashable {
    case title, publisher, author, date
  }

  package let field: Field
  package let value: String
  /// Where in the file the value, or the part of it that the text gives, stands.
  package let span: TextSpan<FileSpace>

  package init(field: Field, value: String, span: TextSpan<FileSpace>) {
    self.field = field
    self.value = value
    self.span = span
  }
}
