import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

/// `llms.txt`: what the site holds and where its Markdown copies are, for language models (llmstxt.org).
struct ModelIndex {
  static let path = "llms.txt"

  let report: Report
  let typesetter: Typesetter

  var contents: String {
    let languages = report.configuration.languages
    let first = languages.first ?? .zhHant
    let standfirst = context(first).text(report.configuration.standfirst)
    var lines = ["# " + Shell.siteTitle(of: report, in: first), ""]
    if !standfirst.isEmpty { lines += ["> " + standfirst, ""] }
    lines += [
      "Each page has a Markdown copy at its own address with `.md` after it. Paragraphs of sources are numbered (¶); a citation "
        + "names a source by its sign and the number of the paragraph.", "",
    ]
    for language in languages {
      lines += ["## \(Shell.siteTitle(of: report, in: language)) (\(language.rawValue))", ""]
      lines += links(in: context(language)) + [""]
    }
    return lines.joined(separator: "\n")
  }

  private func context(_ language: Language) -> PageContext {
    PageContext(
      report: report,
      page: PageAddress(.home, in: language),
      typesetter: typesetter,
      editions: []
    )
  }

  private func links(in context: PageContext) -> [String] {
    let phrases = context.phrases
    let kinds = EntityKind.allCases.filter { kind in report.entities.contains { $0.kind == kind } }
    var pages: [(PageSubject, String)] = [(.home, phrases[.home])]
    pages += report.chapters.map {
      (.chapter($0.chapter.id), ChapterPage.title(of: $0, in: context).text)
    }
    pages += report.documents.map {
      (.source($0.source.address), phrases[.source] + ": " + SourceTitle($0, context).text)
    }
    pages += kinds.map { (.kind($0), $0.plural(in: phrases)) }
    if !report.contradictions.isEmpty { pages.append((.contradictions, phrases[.contradictions])) }
    pages += [
      (.timeline, phrases[.timeline]), (.figures, phrases[.figures]), (.network, phrases[.network]),
      (.index, phrases[.index]), (.quality, phrases[.quality]),
    ]
    return pages.map { subject, title in
      let path = MarkdownCopy.path(of: PageAddress(subject, in: context.language).path)
      return
        "- [\(title.filter { $0 != "[" && $0 != "]" })](\(context.site?.address(of: path) ?? path))"
    }
  }
}
