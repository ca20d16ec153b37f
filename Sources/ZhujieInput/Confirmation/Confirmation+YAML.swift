public import ZhujieText

/// `confirmed.yml`: the program writes it and reads it, nobody else needs to.
///
///     sources:
///       "weekly":
///         paragraphs:
///           - t0123456789 0123456789abcdef
///         former:
///           - t9876543210 t0123456789
///     translations:
///       "sources/weekly.en.md":
///         - 0123456789abcdef fedcba9876543210
extension Confirmation {
  /// The name of the file in the folder of the project.
  public static let fileName: StaticString = "confirmed.yml"

  /// The whole file. Lists are a line an entry, so that a change of one paragraph is a change of one line.
  public var yaml: String {
    var text = """
      # Written by "zhujie confirm": the paragraphs that citations and translations were last read against.
      # An entry is the address and the digest of a paragraph; of a translated one the digests of both texts.

      """
    func list(_ key: String, _ lines: [String], indent: String) {
      guard !lines.isEmpty else { return }
      text += indent + key + ":\n"
      for line in lines { text += indent + "  - " + line + "\n" }
    }
    if !sources.isEmpty { text += "sources:\n" }
    for source in sources {
      text += "  " + JSONText.quoted(source.id) + ":\n"
      list("paragraphs", source.paragraphs.map { $0.anchor + " " + $0.digest }, indent: "    ")
      list("former", source.former.map { $0.anchor + " " + $0.now }, indent: "    ")
    }
    if !translations.isEmpty { text += "translations:\n" }
    for translation in translations {
      list(
        JSONText.quoted(translation.path),
        translation.pairs.map { $0.original + " " + $0.translation },
        indent: "  "
      )
    }
    return text
  }

  /// Reads what `yaml` wrote. An entry that is none is left out with a warning, as if it had not been confirmed.
  public static func read(
    _ file: SourceFile,
    limits: InputLimits = InputLimits()
  ) -> (confirmation: Confirmation, diagnostics: [Diagnostic]) {
    var shelf = FileShelf(limits: limits)
    guard let node = shelf.yaml(of: file) else { return (Confirmation(), shelf.diagnostics) }
    var reader = MappingReader(node, in: file, as: "a file of confirmations")
    let sources = entries("sources", &reader).map { pair in
      reader.reading(pair.value, as: "a confirmed source") { reader in
        Source(
          id: pair.key.text,
          paragraphs: words("paragraphs", &reader).map { Paragraph(anchor: $0.0, digest: $0.1) },
          former: words("former", &reader).map { Source.Former(anchor: $0.0, now: $0.1) }
        )
      }
    }
    let translations = entries("translations", &reader).map { pair in
      Translation(
        path: pair.key.text,
        pairs: words(items(of: pair.value), &reader).map {
          Translation.Pair(original: $0.0, translation: $0.1)
        }
      )
    }
    shelf.add(reader.finish())
    return (Confirmation(sources: sources, translations: translations), shelf.diagnostics)
  }

  private static func entries(_ key: String, _ reader: inout MappingReader) -> [YAMLPair] {
    guard let node = reader.node(key), case .mapping(let pairs) = node.content else { return [] }
    return pairs
  }

  private static func items(of node: YAMLNode) -> [YAMLNode] {
    if case .sequence(let nodes) = node.content { nodes } else { [] }
  }

  private static func words(_ key: String, _ reader: inout MappingReader) -> [(String, String)] {
    words(reader.nodes(key), &reader)
  }

  private static func words(_ nodes: [YAMLNode], _ reader: inout MappingReader) -> [(
    String, String
  )] {
    nodes.compactMap { node in
      let words = node.scalar?.text.split(separator: " ").map(String.init) ?? []
      // Anything else could become an attribute of a page.
      guard words.count == 2, words.allSatisfy({ $0.utf8.allSatisfy(isAddressByte) }) else {
        reader.report(
          .warning,
          .yamlValue,
          at: node.offset,
          "this entry is no pair of address and digest; run zhujie confirm to write the file anew"
        )
        return nil
      }
      return (words[0], words[1])
    }
  }

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    (byte >= 0x61 && byte <= 0x7A) || (byte >= 0x30 && byte <= 0x39) || byte == 0x2D
  }
}
