public import ZhujieText

/// What is too large or too deep to be read. `limits` in `zhujie.yml` raises any of them; `docs/limits.md`
/// lists every key.
public struct InputLimits: Hashable, Sendable {
  /// The bytes of one file: 16 MiB, ten times an ordinary book. Key `file-size`.
  public var fileSize = 16 << 20
  /// The bytes of all files together: 1 GiB. Key `total-size`.
  public var totalSize = 1 << 30
  /// Files that are read: 1,000,000. Key `files`.
  public var files = 1_000_000
  /// Folders inside folders below the project's own: 16. Key `folder-depth`.
  public var folderDepth = 16
  /// The bytes of one YAML text, be it a file or front matter: 2 MiB. Key `yaml-size`.
  public var yamlSize = 2 << 20
  /// Values inside values of one YAML text: 32. Key `yaml-depth`; never above 200.
  public var yamlDepth = 32
  /// Values in one YAML text after its aliases are written out: 200,000. Key `yaml-nodes`.
  public var yamlNodes = 200_000
  /// The bytes of one text in YAML: 16 KiB. A title or name stands on many pages, and often on each. Key `yaml-text`.
  public var yamlText = 16 << 10
  /// Uses of anchors, `*name`, in one YAML text: 32. Key `yaml-aliases`.
  public var yamlAliases = 32
  /// Names under `aliases` of one entity: 1,000. Key `aliases`.
  public var aliases = 1_000
  /// What one document may ask of the Markdown parser.
  public var markup = MarkupLimits.standard

  public init() {}

  /// The keys of `limits` in `zhujie.yml`, with the field that each raises. Nesting is read by
  /// recursion, and offsets are held in 32 bits, which is why these limits have ceilings of their own.
  static let keys:
    [(name: String, field: any WritableKeyPath<InputLimits, Int> & Sendable, ceiling: Int)] = [
      ("file-size", \.fileSize, 1 << 30),
      ("total-size", \.totalSize, .max),
      ("files", \.files, .max),
      ("folder-depth", \.folderDepth, 200),
      ("yaml-size", \.yamlSize, .max),
      ("yaml-depth", \.yamlDepth, 200),
      ("yaml-nodes", \.yamlNodes, .max),
      ("yaml-text", \.yamlText, .max),
      ("yaml-aliases", \.yamlAliases, .max),
      ("aliases", \.aliases, .max),
      ("document-bytes", \.markup.documentBytes, 1 << 30),
      ("paragraph-bytes", \.markup.paragraphBytes, 1 << 30),
      ("container-markers", \.markup.containerMarkers, 100_000),
      ("table-columns", \.markup.tableColumns, 65_535),
      ("table-cells", \.markup.tableCells, .max),
      ("reference-bytes", \.markup.referenceBytes, 1 << 29),
      ("closing-parentheses", \.markup.closingParentheses, .max),
      ("openers", \.markup.openers, .max),
      ("tildes", \.markup.tildes, .max),
      ("depth", \.markup.depth, 1_000),
    ]
}
