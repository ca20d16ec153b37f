import ZhujieText

/// What is fuzzed, by the name that `make fuzz` gives. `Tests/Fuzz/README.md` says what each holds.
enum Subject: String, CaseIterable {
  case markdown, frontMatter = "front-matter", conversion, annotation, quantities, templates,
    pictures, values, decoding, requests, site

  func run(_ bytes: [UInt8]) {
    switch self {
    case .markdown: Self.markdown(bytes)
    case .frontMatter: Self.document(bytes)
    case .conversion: Self.conversion(bytes)
    case .annotation: Self.annotate(bytes, Self.household)
    case .quantities: Self.annotate(bytes, Self.nobody)
    case .templates: Self.template(bytes)
    case .pictures: Self.picture(bytes)
    case .values: Self.values(bytes)
    case .decoding: Self.decoding(bytes)
    case .requests: Self.request(bytes)
    case .site: Self.site(bytes)
    }
  }

  static let path = SourcePath("sources/a.md")

  /// The bytes as a file, with U+FFFD for what is not UTF-8; files that are not are the business of `decoding`.
  static func file(_ bytes: [UInt8]) -> SourceFile {
    SourceFile(path: path, text: UTF8Text(String(decoding: bytes, as: UTF8.self)))
  }

  /// A text of the reader's, without the NUL that no file may hold.
  static func text<Space>(_ bytes: [UInt8]) -> UTF8Text<Space> {
    UTF8Text(String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self))
  }

  static func isUTF8(_ bytes: [UInt8]) -> Bool {
    UTF8Validation.firstInvalidOffset(in: bytes) == nil
  }
}
