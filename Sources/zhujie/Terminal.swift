import ArgumentParser
import Glibc
import ZhujieBuild
import ZhujieText

/// Standard error as people read it, and standard output as programs do.
struct Terminal: Sendable {
  private let isColored: Bool
  /// Whether somebody looks at standard error.
  let isTerminal: Bool
  let isQuiet: Bool
  let isVerbose: Bool

  init(color: ColorChoice, isQuiet: Bool, isVerbose: Bool) {
    isTerminal = isatty(STDERR_FILENO) == 1
    switch color {
    case .always: isColored = true
    case .never: isColored = false
    case .auto: isColored = isTerminal && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true)
    }
    self.isQuiet = isQuiet
    self.isVerbose = isVerbose
  }

  /// One finding a line: `path:line:column: severity: message [code]`; on a terminal with the line and a caret below.
  func show(_ diagnostics: [Diagnostic]) {
    var text = ""
    for diagnostic in diagnostics where isShown(diagnostic.severity) {
      text += line(of: diagnostic) + "\n"
      if isTerminal, let excerpt = excerpt(of: diagnostic) { text += excerpt + "\n" }
    }
    Stream.error.write(text)
  }

  func say(_ text: String) {
    guard !isQuiet else { return }
    Stream.error.write(Printable.text(text) + "\n")
  }

  /// Lines of our own making.
  func say(lines: String) {
    for line in lines.split(separator: "\n") { say(String(line)) }
  }

  /// Why the command failed.
  func fail(_ text: String) {
    Stream.error.write(paint("error: ", "1;31") + Printable.text(text) + "\n")
  }

  /// Why the command failed, as a finding.
  func fail(_ error: BuildError) {
    show([error.diagnostic])
  }

  /// Runs what may fail as a whole; a failure is said and ends the command.
  func failing<Result>(_ work: () throws(BuildError) -> Result) throws -> Result {
    do {
      return try work()
    } catch {
      fail(error)
      throw ExitCode(1)
    }
  }

  private func isShown(_ severity: Severity) -> Bool {
    switch severity {
    case .error: true
    case .warning: !isQuiet
    case .note: isVerbose && !isQuiet
    }
  }

  private func line(of diagnostic: Diagnostic) -> String {
    var place = ""
    if let location = diagnostic.location {
      place = Printable.text(location.path.string)
      if let position = location.position { place += ":\(position.line):\(position.column)" }
      place += ": "
    }
    let color =
      switch diagnostic.severity {
      case .error: "1;31"
      case .warning: "1;33"
      case .note: "1;36"
      }
    return place + paint(diagnostic.severity.rawValue + ": ", color) + Printable.text(diagnostic.message)
      + " [\(diagnostic.code.name)]"
  }

  private func excerpt(of diagnostic: Diagnostic) -> String? {
    guard let location = diagnostic.location, let position = location.position, let excerpt = location.excerpt else {
      return nil
    }
    let scalars = Array(excerpt.unicodeScalars)
    guard position.column <= scalars.count + 1 else { return nil }
    // A long line is shown around its caret.
    let start = max(0, position.column - 1 - 40)
    let end = min(scalars.count, start + 80)
    let before = scalars[start..<max(start, min(position.column - 1, end))]
    let padding = before.map { ScalarClass.isHan($0.value) || $0.value >= 0xFF00 ? "\u{3000}" : " " }.joined()
    let shown = String(String.UnicodeScalarView(scalars[start..<end]))
    return "    " + Printable.text(shown) + "\n    " + padding + paint("^", "1;32")
  }

  private func paint(_ text: String, _ code: String) -> String {
    isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }
}

/// Text of the input on its way to a terminal: controls and direction marks are shown as `\u{…}`.
enum Printable {
  static func text(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069:
        result += "\\u{" + String(scalar.value, radix: 16) + "}"
      default:
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
