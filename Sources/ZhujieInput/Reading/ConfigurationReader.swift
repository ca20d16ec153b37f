import ZhujieEntities
import ZhujieText

/// Reads `zhujie.yml`.
struct ConfigurationReader {
  private(set) var configuration: ProjectConfiguration
  /// The names under `sources`, with their places.
  private(set) var order: [YAMLScalar] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// `limits` hold for the file itself and are what it raises.
  init(_ node: YAMLNode?, in file: SourceFile, limits: InputLimits) {
    configuration = ProjectConfiguration(limits: limits)
    guard let node else { return }
    var reader = MappingReader(node, in: file, as: "the project")
    configuration.title = reader.multilingual("title") ?? MultilingualText()
    configuration.standfirst = reader.multilingual("standfirst") ?? MultilingualText()
    configuration.licence = reader.multilingual("licence") ?? MultilingualText()
    readLanguages(&reader)
    readBaseURL(&reader)
    order = reader.strings("sources")
    configuration.sourceOrder = order.map(\.text)
    readLimits(&reader)
    diagnostics = reader.finish()
  }

  private mutating func readLanguages(_ reader: inout MappingReader) {
    var languages: [Language] = []
    for tag in reader.strings("languages") {
      if let language = Language.allCases.first(where: { $0.folder == tag.text.lowercased() }) {
        if !languages.contains(language) { languages.append(language) }
      } else {
        reader.report(
          .error,
          .yamlValue,
          at: tag.span.lowerBound,
          "\"\(tag.text)\" is no language of a site; use "
            + MappingReader.listed(Language.allCases.map(\.rawValue))
        )
      }
    }
    if !languages.isEmpty { configuration.languages = languages }
  }

  private mutating func readBaseURL(_ reader: inout MappingReader) {
    guard let text = reader.string("base-url") else { return }
    guard WebAddress.isFolder(text.text) else {
      return reader.report(
        .error,
        .yamlValue,
        at: text.span.lowerBound,
        "\"\(text.text)\" is no address of a site; write it as https://example.org/report/"
      )
    }
    configuration.baseURL = text.text
  }

  private mutating func readLimits(_ reader: inout MappingReader) {
    var limits = configuration.limits
    _ = reader.mapping("limits", as: "the limits") { reader in
      for (name, field, ceiling) in InputLimits.keys {
        if let number = reader.positiveNumber(name) {
          limits[keyPath: field] = min(number, ceiling)
        }
      }
    }
    configuration.limits = limits
  }
}

/// What can be said of an address without asking for it.
public enum WebAddress {
  /// Whether pages may lie below it: absolute, without query and fragment. A slash at its end makes no difference.
  public static func isFolder(_ text: String) -> Bool {
    isAbsolute(text) && !text.utf8.contains { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") }
  }

  /// Whether it begins with `http://` or `https://` and a host, and holds no white space or control
  /// character.
  static func isAbsolute(_ text: String) -> Bool {
    let lower = text.lowercased()
    for scheme in ["https://", "http://"] where lower.hasPrefix(scheme) {
      let rest = lower.utf8.dropFirst(scheme.utf8.count)
      return rest.first.map { !"/:?#@".utf8.contains($0) } ?? false && rest.allSatisfy { $0 > 0x20 && $0 != 0x7F }
    }
    return false
  }
}
