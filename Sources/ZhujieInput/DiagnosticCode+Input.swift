public import ZhujieText

/// What reading a project can find.
extension DiagnosticCode {
  // MARK: Files

  /// A file or folder cannot be opened. Cure: give the reader the right to read it.
  public static let unreadableFile = DiagnosticCode("file.unreadable")
  /// A file or folder that a command names is not there. Cure: name one that is.
  public static let missingFile = DiagnosticCode("file.missing")
  /// A folder was expected and something else is there. Cure: name a folder.
  public static let notAFolder = DiagnosticCode("file.not-a-folder")
  /// A file's name is not UTF-8, so nothing could refer to it. Cure: rename it.
  public static let fileName = DiagnosticCode("file.name")
  /// A symbolic link leads out of the seeds, or nowhere. Cure: copy what it leads to into the
  /// seeds.
  public static let outsideLink = DiagnosticCode("file.outside-link")
  /// Something is larger, deeper or more than a limit. Cure: make it smaller, or raise the limit
  /// that the message names under `limits` in `zhujie.yml`.
  public static let inputLimit = DiagnosticCode("file.limit")
  /// A file that is not one of the project's kinds. Told so that a misspelt extension is noticed. Cure: correct the extension
  /// where one is misspelt; else none needed.
  public static let passedOver = DiagnosticCode("file.passed-over")
  /// A file holds no text. Cure: write it or remove it.
  public static let emptyFile = DiagnosticCode("file.empty")

  // MARK: Characters

  /// The bytes are not UTF-8 and no other encoding fits beyond doubt. Cure: save the file as UTF-8.
  public static let notUTF8 = DiagnosticCode("text.not-utf8")
  /// The file is in another encoding, which was decoded. Cure: save the file as UTF-8.
  public static let otherEncoding = DiagnosticCode("text.encoding")
  /// The text holds U+0000. Cure: remove it.
  public static let nulCharacter = DiagnosticCode("text.nul")
  /// The text holds characters that turn the direction of writing. Cure: remove them, unless they
  /// are meant.
  public static let directionControl = DiagnosticCode("text.direction-control")
  /// The text holds characters that nobody sees. Cure: remove them, unless they are meant.
  public static let invisibleCharacter = DiagnosticCode("text.invisible")
  /// The text holds control characters other than tabs and line ends. Cure: remove them.
  public static let controlCharacter = DiagnosticCode("text.control")
  /// The text holds U+FFFD: a character was lost before we saw it. Cure: go back to the original.
  public static let lostCharacter = DiagnosticCode("text.lost-character")

  // MARK: YAML

  /// The text is not YAML. Cure: as the message says.
  public static let yamlSyntax = DiagnosticCode("yaml.syntax")
  /// The front matter has no closing line of three hyphens. Cure: write it.
  public static let unclosedFrontMatter = DiagnosticCode("yaml.unclosed")
  /// A key stands twice in one mapping. Cure: keep one.
  public static let duplicateKey = DiagnosticCode("yaml.duplicate-key")
  /// A key that nothing reads. Cure: the nearest known key, which the message names.
  public static let unknownKey = DiagnosticCode("yaml.unknown-key")
  /// A value of another shape than the key wants. Cure: as the message says.
  public static let yamlShape = DiagnosticCode("yaml.shape")
  /// A value that the key does not allow. Cure: one of those the message names.
  public static let yamlValue = DiagnosticCode("yaml.value")
  /// A key that must be there is not. Cure: write it.
  public static let missingKey = DiagnosticCode("yaml.missing-key")
  /// A date that is none or names a day that does not exist. Cure: write it as 2025-03-13, 2025-03
  /// or 2024-Q4.
  public static let impossibleDate = DiagnosticCode("yaml.date")
  /// What should be a citation is none. Cure: write it as `[a, 12-14]`.
  public static let malformedCitation = DiagnosticCode("yaml.citation")

  // MARK: Sources and chapters

  /// The project holds no source document, or no folder `sources/`. Cure: put one into `sources/`.
  public static let noSources = DiagnosticCode("source.none")
  /// Two files give one document. Cure: rename one.
  public static let duplicateSource = DiagnosticCode("source.duplicate")
  /// Two documents share a siglum, or a siglum is another's ID. Cure: change one.
  public static let badSiglum = DiagnosticCode("source.siglum")
  /// A slug is not `[a-z0-9-]`, or two documents share it. Cure: change it.
  public static let badSlug = DiagnosticCode("source.slug")
  /// A sidecar or translation stands alone, or a sidecar beside front matter. Cure: as the message
  /// says.
  public static let loneCompanion = DiagnosticCode("source.companion")
  /// A name under `sources` that no document has. Cure: the nearest, which the message names.
  public static let unknownSource = DiagnosticCode("source.unknown")
  /// Something was read out of a bare text because no metadata say it. Cure: none needed; a sidecar
  /// overrules it.
  public static let inferredMetadata = DiagnosticCode("input.inferred")
  /// Lines of a bare text were recognised as page furniture or metadata. Cure: none needed.
  public static let recognizedFurniture = DiagnosticCode("input.furniture")
  /// The name of a chapter's file has no number, or two share one. Cure: name it `NN-ID.md`.
  public static let chapterName = DiagnosticCode("chapter.name")

  // MARK: Entities

  /// An entity's ID is not `[a-z0-9-]` or cannot be an address. Cure: change it.
  public static let entityID = DiagnosticCode("entity.id")
  /// Two entities have one ID. Cure: change one, or make them one.
  public static let duplicateEntity = DiagnosticCode("entity.duplicate")
  /// The name or folder of an entity's file says something else than its front matter. Cure: rename
  /// or move it.
  public static let entityPlace = DiagnosticCode("entity.place")
  /// The kind is missing or none of the five. Cure: person, organization, product, event or system.
  public static let entityKind = DiagnosticCode("entity.kind")
  /// An entity without a name. Cure: give `names` at least one language.
  public static let entityName = DiagnosticCode("entity.name")
  /// An alias that could never be found in a text. Cure: as the message says.
  public static let uselessAlias = DiagnosticCode("entity.alias")
  /// An event without a date. Cure: write one.
  public static let missingDate = DiagnosticCode("entity.missing-date")
  /// A relation or role leads to an ID that no entity has. Cure: the nearest, which the message
  /// names.
  public static let unknownEntity = DiagnosticCode("entity.unknown")

  /// Every code of this room, for the catalogue in `docs/diagnostics.md`.
  public static let allOfInput: [DiagnosticCode] = [
    .unreadableFile, .missingFile, .notAFolder, .fileName, .outsideLink, .inputLimit, .passedOver, .emptyFile, .notUTF8,
    .otherEncoding, .nulCharacter, .directionControl, .invisibleCharacter, .controlCharacter,
    .lostCharacter, .yamlSyntax, .unclosedFrontMatter, .duplicateKey, .unknownKey, .yamlShape,
    .yamlValue, .missingKey, .impossibleDate, .malformedCitation, .noSources, .duplicateSource,
    .badSiglum, .badSlug, .loneCompanion,
    .unknownSource, .inferredMetadata, .recognizedFurniture, .chapterName, .entityID,
    .duplicateEntity, .entityPlace,
    .entityKind, .entityName, .uselessAlias, .missingDate, .unknownEntity,
  ]
}
