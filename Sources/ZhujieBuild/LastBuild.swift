import ZhujieInput
import ZhujieSite
import ZhujieText

/// How the last build into an output went, so that one that would do the same again need not.
struct LastBuild {
  /// What it was made from.
  private let inputs: Substring
  /// Pages, mentions, files, findings.
  private let counts: [Int]
  private let findings: ArraySlice<Substring>
  private let seeds: String
  /// The pages that a later build may keep, by path.
  let pages: KeptPages

  /// Nil where nothing is known, or the output is not what that build left.
  init?(in output: String, seeds: String) {
    guard let bytes = BuildRecord.read(output: output) else { return nil }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > 2, lines.last?.isEmpty == true else { return nil }
    counts = lines[1].split(separator: " ").compactMap { Int($0) }
    guard counts.count == 4, counts[3] >= 0, counts[3] <= lines.count - 3 else { return nil }
    inputs = lines[0]
    findings = lines[2..<(2 + counts[3])]
    self.seeds = seeds
    pages = KeptPages(lines: lines[(2 + counts[3])...].dropLast())
  }

  /// The outcome of building the same once more: what was said then is said again. Nil where the inputs are not what they
  /// were.
  func outcome(of inputs: ContentDigest) -> BuildOutcome? {
    guard self.inputs == inputs.text else { return nil }
    var diagnostics: [Diagnostic] = []
    var files: [SourcePath: SourceFile?] = [:]
    for line in findings {
      guard let diagnostic = Self.diagnostic(line, seeds: seeds, &files) else { return nil }
      diagnostics.append(diagnostic)
    }
    return BuildOutcome(
      diagnostics: diagnostics, pages: counts[0], mentions: counts[1], written: 0, unchanged: counts[2], removed: 0)
  }

  /// What the next build is to know of this one; nil where a finding may quote what is `withheld`, for the output may be
  /// published.
  static func record(
    of outcome: BuildOutcome, inputs: ContentDigest, pages: KeptPages, withheld: Set<SourcePath>
  ) -> [UInt8]? {
    guard !outcome.diagnostics.contains(where: { $0.location.map { withheld.contains($0.path) } ?? false }) else {
      return nil
    }
    let counts = [outcome.pages, outcome.mentions, outcome.written + outcome.unchanged, outcome.diagnostics.count]
    var text = inputs.text + "\n" + counts.map(String.init).joined(separator: " ") + "\n"
    for diagnostic in outcome.diagnostics { text += line(diagnostic) + "\n" }
    for line in pages.lines { text += line + "\n" }
    return Array(text.utf8)
  }

  /// Severity, code, path, line, column and message, with tabs between; absent ones are empty. The line of the source is
  /// read again.
  private static func line(_ diagnostic: Diagnostic) -> String {
    let location = diagnostic.location
    return [
      diagnostic.severity.rawValue, diagnostic.code.name, escaped(location?.path.string),
      location?.position.map { String($0.line) } ?? "", location?.position.map { String($0.column) } ?? "",
      escaped(diagnostic.message),
    ].joined(separator: "\t")
  }

  private static func diagnostic(
    _ line: Substring, seeds: String, _ files: inout [SourcePath: SourceFile?]
  ) -> Diagnostic? {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard fields.count == 6, let severity = Severity(rawValue: String(fields[0])), let message = unescaped(fields[5])
    else { return nil }
    var location: SourceLocation?
    if let path = unescaped(fields[2]).map({ SourcePath($0) }) {
      var position: Position?
      if let line = Int(fields[3]), let column = Int(fields[4]) { position = Position(line: line, column: column) }
      let excerpt = position.flatMap { file(path, in: seeds, &files)?.line($0.line) }
      location = SourceLocation(path: path, position: position, excerpt: excerpt)
    }
    return Diagnostic(severity, DiagnosticCode(String(fields[1])), at: location, message)
  }

  private static func file(
    _ path: SourcePath, in seeds: String, _ files: inout [SourcePath: SourceFile?]
  ) -> SourceFile? {
    if let known = files[path] { return known }
    let read = try? DocumentReader.file(at: seeds + "/" + path.string, shownAs: path, limits: InputLimits())
    files[path] = .some(read?.file)
    return read?.file
  }

  /// A mark before what is there tells empty text from none; tabs and line ends are written as letters.
  private static func escaped(_ text: String?) -> String {
    guard let text else { return "" }
    var result = "="
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ field: Substring) -> String? {
    guard field.first == "=" else { return nil }
    var result = ""
    var isEscape = false
    for scalar in field.unicodeScalars.dropFirst() {
      if isEscape {
        result.unicodeScalars.append(scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar)
        isEscape = false
      } else if scalar == "\\" {
        isEscape = true
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
