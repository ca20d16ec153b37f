import ZhujieText

/// A finding as one JSON object a line.
enum DiagnosticJSON {
  static func line(_ diagnostic: Diagnostic) -> String {
    var fields: [String] = []
    if let location = diagnostic.location {
      fields.append("\"path\":" + JSONText.quoted(location.path.string))
      if let position = location.position {
        fields.append("\"line\":\(position.line)")
        fields.append("\"column\":\(position.column)")
      }
    }
    fields.append("\"severity\":" + JSONText.quoted(diagnostic.severity.rawValue))
    fields.append("\"code\":" + JSONText.quoted(diagnostic.code.name))
    fields.append("\"message\":" + JSONText.quoted(diagnostic.message))
    return "{" + fields.joined(separator: ",") + "}"
  }
}
