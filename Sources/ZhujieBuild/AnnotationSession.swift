import Glibc
import ZhujieAnnotation
import ZhujieEntities
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieScript
public import ZhujieText

/// Annotates single texts with the names of a project.
public struct AnnotationSession: Sendable {
  /// Findings about the project's names.
  public let diagnostics: [Diagnostic]
  private let reader: BodyReader
  private let project: ProjectOnDemand
  private let limits: InputLimits

  public init(seeds: String) throws(BuildError) {
    let names: ProjectNames
    do {
      names = try ProjectReader.names(folder: seeds)
    } catch {
      throw .input(error)
    }
    let editor = EditorFiles.none
    let annotator = Annotator(catalog: names.entities)
    reader = BodyReader(
      annotator: annotator, quotations: QuotationRecognizer(catalog: names.entities), editor: editor, tables: .builtIn, limits: names.configuration.limits.markup)
    diagnostics = (names.diagnostics + annotator.gazetteer.diagnostics).sorted()
    limits = names.configuration.limits
    project = ProjectOnDemand(seeds: seeds)
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// Annotates the file at a path. A file of the project brings what the project says about it: its sidecar, and what
  /// `decisions.yml` settles in it.
  public func annotate(file path: String, published: EDTFDate?) throws(BuildError) -> TextFindings {
    if let (document, editor) = try projectDocument(at: path) {
      let annotator = Annotator(gazetteer: reader.annotator.gazetteer, decisions: editor.decisions)
      let reader = BodyReader(
        annotator: annotator,
        quotations: QuotationRecognizer(catalog: annotator.gazetteer.catalog, decisions: editor.decisions),
        editor: editor, tables: reader.tables, limits: reader.limits)
      return findings(in: document, by: reader, published: published, diagnostics: editor.diagnostics)
    }
    let shown = SourcePath(path)
    let found: (file: SourceFile?, diagnostics: [Diagnostic])
    do {
      found = try DocumentReader.file(at: path, shownAs: shown, limits: limits)
    } catch {
      throw .input(error)
    }
    return findings(
      in: found.file, format: DocumentReader.format(of: shown), published: published, diagnostics: found.diagnostics)
  }

  /// Annotates a text that came as bytes, read as Markdown.
  public func annotate(bytes: [UInt8], name: String, published: EDTFDate?) -> TextFindings {
    let shown = SourcePath(name)
    let (text, diagnostics) = decodedText(bytes, path: shown)
    return findings(
      in: text.map { SourceFile(path: shown, text: $0) }, format: .markdown, published: published,
      diagnostics: diagnostics)
  }

  private func findings(
    in file: SourceFile?, format: SourceDocument.Format, published: EDTFDate?, diagnostics: [Diagnostic]
  ) -> TextFindings {
    guard let file else {
      return TextFindings(
        file: nil, reading: .empty, annotated: .empty, annotator: reader.annotator, diagnostics: diagnostics)
    }
    let read = DocumentReader.document(file, format: format, limits: limits)
    return findings(
      in: read.document, by: reader, published: published, diagnostics: diagnostics + read.diagnostics)
  }

  private func findings(
    in document: SourceDocument, by reader: BodyReader, published: EDTFDate?, diagnostics: [Diagnostic]
  ) -> TextFindings {
    let body = reader.body(of: document, published: published)
    return TextFindings(
      file: document.file, reading: body.reading, annotated: body.annotated, annotator: reader.annotator,
      diagnostics: (diagnostics + body.diagnostics).sorted())
  }

  /// The document of the project that a path leads to, and what its editor keeps; nil where it leads elsewhere.
  private func projectDocument(
    at path: String
  ) throws(BuildError) -> (document: SourceDocument, editor: EditorFiles)? {
    do {
      return try project.document(at: path)
    } catch {
      throw .input(error)
    }
  }
}

/// Everything found in one text, with what leads back to its file.
public struct TextFindings: Sendable {
  let file: SourceFile?
  let reading: ReadingText
  let annotated: AnnotatedText
  let annotator: Annotator
  public let diagnostics: [Diagnostic]

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }

  /// One JSON object an annotation, in order of `start`; with `name` each says which file it is of.
  public func lines(naming name: String?) -> [String] {
    guard let file else { return [] }
    var counter = ScalarCounter(file.text)
    return annotated.annotations.map { annotation in
      let span = reading.alignment.map(annotation.span)
      var fields: [String] = []
      if let name { fields.append("\"file\":" + JSONText.quoted(name)) }
      fields.append("\"start\":\(counter.scalars(before: span.lowerBound))")
      fields.append("\"end\":\(counter.scalars(before: span.upperBound))")
      fields.append("\"text\":" + JSONText.quoted(file.text[span]))
      switch annotation.content {
      case .mention(let mention):
        fields.append("\"kind\":" + JSONText.quoted(mention.kind.rawValue))
        fields.append("\"entity\":" + JSONText.quoted(mention.entity.string))
      case .quantity(let quantity):
        fields.append("\"kind\":" + JSONText.quoted(quantity.value.kind))
        fields.append("\"value\":" + quantity.value.json)
      }
      return "{" + fields.joined(separator: ",") + "}"
    }
  }
}

extension TextFindings {
  /// For each stretch of text with readings: the candidates, the rule that chose, what lost and why.
  public func explanations() -> [String] {
    guard let file else { return [] }
    return annotated.explanations(of: reading).map { explanation in
      let place = file.position(at: reading.alignment.map(explanation.span).lowerBound)
      return "\(file.path):\(place.line):\(place.column): " + explanation.lines.joined(separator: "\n")
    }
  }

  /// Why each place where `words` stand is annotated as it is, or is not.
  public func explanations(of words: String) -> [String] {
    guard let file, !words.isEmpty else { return [] }
    let wanted = Array(words.utf8)
    var lines: [String] = []
    var rest = reading.text.bytes[...]
    while let found = rest.firstRange(of: wanted) {
      let span = TextSpan<ReadingSpace>(found.lowerBound, found.upperBound)
      let place = file.position(at: reading.alignment.map(span).lowerBound)
      let explanation = annotator.explanation(of: span, in: reading, found: annotated)
      lines.append("\(file.path):\(place.line):\(place.column): " + explanation.lines.joined(separator: "\n"))
      rest = rest[found.upperBound...]
    }
    return lines
  }
}

/// Paths with every link resolved.
enum RealPath {
  static func of(_ path: String) -> String? {
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
  }
}
