internal import Yams
import ZhujieText

/// Says in our words what the parser found wrong.
enum YAMLFault {
  static func diagnostic(_ error: YamlError, places: YAMLPlaces, file: SourceFile) -> Diagnostic {
    switch error {
    case .scanner(let context, let problem, let mark, _),
      .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let fault = Fault(
        problem: problem,
        opening: context.map { places.offset($0.mark) },
        context: context?.text ?? "",
        offset: places.offset(mark)
      )
      if problem.contains("nesting level") {
        return Diagnostic(
          .error,
          .inputLimit,
          at: file.location(at: fault.offset),
          "values lie a thousand deep in one another; flatten them"
        )
      }
      let (offset, words) = fault.told(of: file)
      return Diagnostic(.error, .yamlSyntax, at: file.location(at: offset), words)
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

  /// What the parser says, with offsets in place of its marks.
  private struct Fault {
    let problem: String
    /// Where the thing begins that the parser was reading.
    let opening: Int?
    let context: String
    let offset: Int

    /// The place to show and what to say of it. What was left open is shown where it was opened,
    /// not where the file ends.
    func told(of file: SourceFile) -> (offset: Int, words: String) {
      let line = file.position(at: offset).line
      let text = file.line(line)
      if text.utf8.prefix(while: { $0 == 0x20 || $0 == 0x09 }).contains(0x09) {
        return (offset, "a tab cannot indent YAML; use spaces")
      }
      if let colon = wideColon(in: file, line) ?? wideColon(in: file, line - 1),
        problem.contains("mapping values are not allowed") || problem.contains("expected ':'")
      {
        return (colon, "\"：\" is no YAML colon; write \": \" between key and value")
      }
      if problem.contains("mapping values are not allowed") {
        return (
          offset, "\": \" stands where no key can; put the text before or around it in quotes"
        )
      }
      if problem.contains("could not find expected ':'") {
        return (
          opening ?? offset,
          "a key without \": \" after it; write key: value, or indent the line if it goes on a text"
        )
      }
      if problem.contains("unexpected end of stream"), context.contains("quoted scalar"),
        let opening
      {
        return (opening, "a quotation mark opens here that nothing closes; close it")
      }
      if problem.contains("',' or ']'"), let opening {
        return (
          opening, "\"[\" opens a list that nothing closes; close it with ], with commas between"
        )
      }
      if problem.contains("',' or '}'"), let opening {
        return (
          opening, "\"{\" opens a mapping that nothing closes; close it with }, with commas between"
        )
      }
      if problem.contains("cannot start any token") || problem.contains("alphabetic or numeric") {
        return (offset, "this character cannot begin a value in YAML; put the value in quotes")
      }
      if problem.contains("undefined alias") {
        return (
          offset, "\"*\" begins the name of an anchor that is not there; put the value in quotes"
        )
      }
      if problem.contains("another document") {
        return (offset, "\"---\" begins a second document; a file holds one")
      }
      if problem.contains("did not find expected key") || problem.contains("'-' indicator") {
        return (offset, "this line belongs to nothing above it; indent it like its neighbours")
      }
      let start = opening.map { ", which begins at line \(file.position(at: $0).line)" } ?? ""
      return (
        offset,
        "the YAML cannot be read: \(problem)" + (context.isEmpty ? "" : " (\(context)\(start))")
      )
    }

    /// Where a line that has no colon of ASCII has a full-width one.
    private func wideColon(in file: SourceFile, _ line: Int) -> Int? {
      guard line >= 1, line <= file.lineStarts.count else { return nil }
      let text = file.line(line)
      guard !text.utf8.contains(0x3A),
        let colon = text.unicodeScalars.firstIndex(of: "\u{FF1A}")
      else { return nil }
      return file.lineStarts[line - 1] + text.utf8.distance(from: text.startIndex, to: colon)
    }
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
