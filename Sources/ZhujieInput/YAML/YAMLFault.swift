import Yams
import ZhujieText

/// Says in our words what the parser found wrong.
enum YAMLFault {
  static func diagnostic(_ error: YamlError, places: YAMLPlaces, file: SourceFile) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      // What was left open is better shown where it was opened than where the file ends.
      let offset = places.offset(mark)
      return Diagnostic(
        .error,
        .yamlSyntax,
        at: file.location(at: offset),
        words(problem, context, at: offset, places, file)
      )
    case .duplicatedKeysInMapping(let duplicates, let context):
      let first = places.offset(context.mark)
      let key = duplicates.first ?? ""
      return Diagnostic(
        .error,
        .duplicateKey,
        at: file.location(at: second(key, after: first, in: file) ?? first),
        "\"\(key)\" is given twice; keep one"
      )
    case .reader(let problem, _, _, _):
      return whole(problem, file)
    case .memory:
      return whole("there is not enough memory", file)
    case .no, .writer, .emitter, .representer, .dataCouldNotBeDecoded:
      return whole("\(error)", file)
    }
  }

  private static func whole(_ problem: String, _ file: SourceFile) -> Diagnostic {
    Diagnostic(
      .error,
      .yamlSyntax,
      at: SourceLocation(path: file.path),
      "the YAML cannot be read: \(problem)"
    )
  }

  private static func words(
    _ problem: String,
    _ context: YamlError.Context?,
    at offset: Int,
    _ places: YAMLPlaces,
    _ file: SourceFile
  ) -> String {
    let position = file.position(at: offset)
    let line = file.line(position.line)
    if line.utf8.prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09) {
      return "a tab cannot indent YAML; use spaces"
    }
    if problem.contains("mapping values are not allowed") {
      return "\": \" stands where no key can; put the text before or around it in quotes"
    }
    if problem.contains("could not find expected ':'") {
      return line.unicodeScalars.contains("：")
        ? "\"：\" is no YAML colon; write \": \" between key and value"
        : "a key without \": \" after it; write key: value, or indent the line if it goes on a text"
    }
    if problem.contains("cannot start any token") {
      return "this character cannot begin a value in YAML; put the value in quotes"
    }
    if problem.contains("undefined alias") {
      return "\"*\" begins the name of an anchor that is not there; put the value in quotes"
    }
    var words = "the YAML cannot be read: \(problem)"
    if let context {
      let start = file.position(at: places.offset(context.mark))
      words += " (\(context.text), which begins at line \(start.line))"
    }
    return words
  }

  /// Where a key stands again after its first place: at the same column, with a colon after it.
  private static func second(_ key: String, after first: Int, in file: SourceFile) -> Int? {
    let column = file.position(at: first).column
    var line = file.position(at: first).line + 1
    while line <= file.lineStarts.count {
      let offset = file.offset(line: line, column: column)
      let rest = file.text.bytes[offset...].prefix(key.utf8.count + 3)
      for spelling in [key, "\"" + key + "\"", "'" + key + "'"] {
        if rest.starts(with: (spelling + ":").utf8) { return offset }
      }
      line += 1
    }
    return nil
  }
}
