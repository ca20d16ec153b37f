internal import ZhujieText

/// Looks at a text before the parser sees it, and refuses what would make the parser run for minutes or abort.
enum MarkupGuard {
  static func check(_ file: SourceFile, body: Range<Int>, limits: MarkupLimits) -> Diagnostic? {
    if body.count > limits.documentBytes {
      return Diagnostic(
        .error,
        .markdownLimit,
        at: SourceLocation(path: file.path),
        "The text has \(body.count) bytes and the limit “document-bytes” is \(limits.documentBytes); divide the file, or raise the limit in zhujie.yml"
      )
    }
    if let null = file.text.bytes[body].firstIndex(of: 0) {
      return Diagnostic(
        .error,
        .markdownNull,
        at: file.location(at: null),
        "The character U+0000 may not stand in a text; the file may be damaged or not be a text"
      )
    }
    return nil
  }
}
