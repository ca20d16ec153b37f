import ZhujieMarkdown

/// What the pages about one thing have in common in several languages: made for the first, at hand for the next. It belongs to
/// one worker.
public final class PageGroup {
  /// The lines of a source's mentions in its own script, by the source's index in the report.
  var concordanceLines: [Int: ConcordanceLines] = [:]
  /// The entities that a source names, the most frequent first, by the source's index in the report.
  var mentioned: [Int: [Int]] = [:]
  /// How many characters the paragraphs of a source have, by the source's index in the report.
  var characterCounts: [Int: Int] = [:]

  public init() {}
}

/// The lines of the mentions in one source.
struct ConcordanceLines {
  let html: HTML
  /// What the source is called in them.
  let siglum: String
  /// How many were left out.
  let left: Int
}
