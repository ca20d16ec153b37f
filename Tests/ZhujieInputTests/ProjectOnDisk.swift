import TestSupport
import ZhujieText

@testable import ZhujieInput

/// A project in a temporary folder.
func project(_ files: [String: String], limits: InputLimits = InputLimits()) throws -> Project {
  let folder = try TemporaryFolder()
  try folder.write(files)
  return try ProjectReader.read(folder: folder.path, limits: limits)
}

/// Diagnostics as a terminal shows them, without the line and its caret.
func shown(_ diagnostics: [Diagnostic]) -> [String] {
  diagnostics.map { diagnostic in
    var place = diagnostic.location.map { $0.path.string } ?? ""
    if let position = diagnostic.location?.position {
      place += ":\(position.line):\(position.column)"
    }
    return "\(place): \(diagnostic.severity.rawValue): \(diagnostic.message) [\(diagnostic.code)]"
  }
}
