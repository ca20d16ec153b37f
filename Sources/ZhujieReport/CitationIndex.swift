public import ZhujieInput
public import ZhujieText

/// Resolves citations to documents and paragraphs of the project.
public struct CitationIndex: Sendable {
  /// One part of a citation, resolved.
  public enum Target: Sendable, Hashable {
    /// The document's index in the report and the paragraphs that exist.
    case paragraphs(document: Int, [ClosedRange<Int>])
    /// The source is not in this project.
    case absent(source: String)
  }

  private let documents: [String: Int]
  private let paragraphCounts: [Int]

  public init(documents: [AnnotatedDocument]) {
    var indices: [String: Int] = [:]
    for (index, document) in documents.enumerated() {
      indices[document.source.id.string] = index
    }
    // A siglum wins over an ID of another source: it is what readers see.
    for (index, document) in documents.enumerated() where document.source.hasOwnSiglum {
      indices[document.source.siglum] = index
    }
    self.documents = indices
    paragraphCounts = documents.map { $0.paragraphs.count }
  }

  public func document(named source: String) -> Int? { documents[source] }

  /// The source document that a relative link of a text leads to: by the name of its file, wherever that lies.
  public func document(linkedAs target: String) -> Int? {
    var path = target.utf8.prefix { $0 != UInt8(ascii: "#") }
    while path.last == UInt8(ascii: "/") { path.removeLast() }
    let file = path.lastIndex(of: UInt8(ascii: "/")).map { path[path.index(after: $0)...] } ?? path
    return file.lastIndex(of: UInt8(ascii: ".")).flatMap { document(named: String(Substring(file[..<$0]))) }
  }

  public func resolve(_ citation: Citation) -> [Target] {
    citation.parts.map { part in
      guard let index = documents[part.source] else { return .absent(source: part.source) }
      let count = paragraphCounts[index]
      return .paragraphs(document: index, part.paragraphs.filter { $0.upperBound <= count })
    }
  }

  /// The documents that a citation names, by index in the report.
  public func documents(of citation: Citation) -> [Int] { citation.parts.compactMap { documents[$0.source] } }

  /// What is wrong with a citation at a place: an error where the source is here and the paragraph is not, a
  /// warning where the source is not in the project.
  public func diagnostics(for citation: Citation, at location: SourceLocation) -> [Diagnostic] {
    citation.parts.flatMap { part -> [Diagnostic] in
      guard let index = documents[part.source] else {
        return [
          Diagnostic(
            .warning, .citationSourceAbsent, at: location,
            "“\(part.source)” is cited, but no source of this project has that siglum or ID; the page will say so")
        ]
      }
      let count = paragraphCounts[index]
      return part.paragraphs.filter { $0.upperBound > count }.map { range in
        let asked = range.count == 1 ? "paragraph \(range.lowerBound)" : "paragraphs \(range.lowerBound)-\(range.upperBound)"
        return Diagnostic(
          .error, .citationParagraphMissing, at: location,
          "“@\(part.source) \(range.lowerBound)” cites \(asked), but the source has \(count); correct the number")
      }
    }
  }
}
