import ZhujieMarkdown

/// What the pages about one thing have in common in several languages: made for the first, at hand for the next. It belongs to
/// one worker.
public final class PageGroup {
  /// The lines of a source's mentions in its own script, by the source's index in the report.
  var concordanceLines: [Int: ConcordanceLines] = [:]

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
