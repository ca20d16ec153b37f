/// How much a finding matters. Errors stop the build, warnings do so under `--strict`.
public enum Severity: String, Sendable, Comparable {
  case error, warning, note

  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .error: 0
    case .warning: 1
    case .note: 2
    }
  }
}

/// The stable name of a kind of finding, such as `entity.alias-collision`.
///
/// Each room lists its own in `DiagnosticCode+Room.swift`; `docs/diagnostics.md` gives cause and cure of each.
public struct DiagnosticCode: Hashable, Sendable, CustomStringConvertible {
  public let name: String

  public init(_ name: String) {
    self.name = name
  }

  public var description: String { name }
}

/// Where a finding is: a file, and a place in it unless it is about the whole file or folder.
public struct SourceLocation: Hashable, Sendable {
  public let path: SourcePath
  public let position: Position?
  /// The line of the place, for showing it with a caret.
  public let excerpt: String?

  public init(path: SourcePath, position: Position? = nil, excerpt: String? = nil) {
    self.path = path
    self.position = position
    self.excerpt = excerpt
  }
}

/// Something to tell the author of the seeds. The message leads with the specific thing, states the
/// rule, and says what to do.
public struct Diagnostic: Hashable, Sendable {
  public let severity: Severity
  public let code: DiagnosticCode
  public let location: SourceLocation?
  public let message: String

  public init(_ severity: Severity, _ code: DiagnosticCode, at location: SourceLocation?, _ message: String) {
    self.severity = severity
    self.code = code
    self.location = location
    self.message = message
  }
}

extension Diagnostic: Comparable {
  /// By path, place, severity, code and message, so that any listing has one order.
  public static func < (a: Self, b: Self) -> Bool {
    let pathA = a.location?.path.string ?? ""
    let pathB = b.location?.path.string ?? ""
    if pathA != pathB { return pathA.utf8.lexicographicallyPrecedes(pathB.utf8) }
    let placeA = a.location?.position ?? Position(line: 0, column: 0)
    let placeB = b.location?.position ?? Position(line: 0, column: 0)
    if placeA != placeB { return placeA < placeB }
    if a.severity != b.severity { return a.severity < b.severity }
    if a.code != b.code { return a.code.name < b.code.name }
    return a.message < b.message
  }
}
