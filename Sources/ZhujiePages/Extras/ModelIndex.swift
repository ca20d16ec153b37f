import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieText

/// `llms.txt`: what the site holds and where its Markdown copies are, for language models (llmstxt.org).
struct ModelIndex {
  static let path = "llms.txt"

  let report: Report
  let labels: Localized<Labels>
  let selection: PageSelection

  var contents: String {
    let languages = report.configuration.languages
    let first = languages.first ?? .zhHant
    let standfirst = labels[first].wording.text(report.configuration.standfirst)
    var lines = ["# " + MarkdownCopy.escaped(Shell.siteTitle(of: report, in: first)), ""]
    if !standfirst.isEmpty { lines += ["> " + MarkdownCopy.escaped(standfirst), ""] }
    lines += [
      "Each page has a Markdown copy at its own address with `.md` after it. Paragraphs of sources are numbered (¶); a citation "
        + "names a source by its sign and the number of the paragraph.", "",
    ]
    for language in languages {
      let title = MarkdownCopy.escaped(Shell.siteTitle(of: report, in: language))
      lines += ["## \(title) (\(language.rawValue))", ""]
      lines += links(in: labels[language]) + [""]
    }
    return lines.joined(separator: "\n")
  }

  private func links(in labels: Labels) -> [String] {
    let phrases = labels.phrases
    let site = PublishedSite(report.configuration)
    var pages: [(PageSubject, String)] = [(.home, phrases[.home])]
    pages += report.chapters.map {
      (.chapter($0.chapter.id), ChapterPage.title(of: $0, in: labels.wording).text)
    }
    pages += zip(report.documents, labels.documents).map { document, label in
      (.source(document.source.address), phrases[.source] + ": " + label.title.text)
    }
    pages += report.kinds.map { (.kind($0), $0.plural(in: phrases)) }
    if !report.contradictions.isEmpty { pages.append((.contradictions, phrases[.contradictions])) }
    pages += [
      (.timeline, phrases[.timeline]), (.figures, phrases[.figures]), (.network, phrases[.network]),
      (.index, phrases[.index]), (.quality, phrases[.quality]),
    ]
    return pages.filter { selection.includes($0.0) }.map { subject, title in
      let path = MarkdownCopy.path(of: PageAddress(subject, in: labels.wording.language).path)
      return "- [\(MarkdownCopy.escaped(title))](\(site?.address(of: path) ?? path))"
    }
  }
}
