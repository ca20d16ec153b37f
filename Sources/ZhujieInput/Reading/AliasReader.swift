import ZhujieEntities
import ZhujieText

/// Reads the names and aliases of entities and checks that a text could hold them.
enum AliasReader {
  static func alias(_ node: YAMLNode, _ reader: inout MappingReader) -> Alias? {
    if let scalar = node.scalar {
      guard check(scalar, &reader) else { return nil }
      return Alias(text: scalar.text.trimmed, offset: scalar.span.lowerBound)
    }
    return reader.reading(node, as: "an alias") { reader in
      guard !reader.isEmpty else { return nil }
      let text = reader.requiredString("text")
      let role = reader.string("role")?.text
      let requires = reader.strings("requires").map(\.text)
      let excludes = reader.strings("excludes").map(\.text)
      let sources = reader.strings("sources").map(\.text)
      let between = reader.date("between")
      let ignoresCase = reader.flag("ignore-case") ?? false
      guard let text, check(text, &reader) else { return nil }
      return Alias(
        text: text.text,
        role: role,
        requires: requires,
        excludes: excludes,
        sources: sources,
        between: between,
        ignoresCase: ignoresCase,
        offset: text.span.lowerBound
      )
    }
  }

  /// Reports what no reader ever reads: nothing, markup, line ends. False where the name is of no
  /// use at all.
  @discardableResult
  static func check(_ scalar: YAMLScalar, _ reader: inout MappingReader) -> Bool {
    let text = scalar.text.trimmed
    guard !text.isEmpty else {
      reader.report(
        .error,
        .uselessAlias,
        at: scalar.span.lowerBound,
        "an empty name names everything; write the name or remove the line"
      )
      return false
    }
    if text.utf8.contains(0x0A) || text.utf8.contains(0x0D) {
      reader.report(
        .error,
        .uselessAlias,
        at: scalar.span.lowerBound,
        "\"\(text.prefix(20))\" goes over more than one line, which no name does; write it on one"
      )
      return false
    }
    if isMarkup(text) {
      reader.report(
        .warning,
        .uselessAlias,
        at: scalar.span.lowerBound,
        "\"\(text)\" holds markup, which readers do not see; write the name as it is read"
      )
    } else if !text.unicodeScalars.contains(where: { isLetter($0.value) }) {
      reader.report(
        .warning,
        .uselessAlias,
        at: scalar.span.lowerBound,
        "\"\(text)\" holds no letter and would be found in any text; write the whole name"
      )
    }
    return true
  }

  private static func isMarkup(_ text: String) -> Bool {
    if text.contains("**") || text.contains("](") || text.contains("`") { return true }
    guard let open = text.firstIndex(of: "<"), let close = text.lastIndex(of: ">") else {
      return false
    }
    return open < close
  }

  /// Anything beyond ASCII may be part of a name; within it, letters and digits.
  private static func isLetter(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || ScalarClass.isAlphanumeric(value)
      || ScalarClass.isKanaOrHangul(value)
  }
}
