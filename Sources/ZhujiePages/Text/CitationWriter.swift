import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Writes citations as links to their paragraphs.
struct CitationWriter {
  let page: PageAddress
  let report: Report
  let phrases: Phrases

  /// The links of a citation, such as `甲·12–14 乙·3`.
  func html(_ citation: Citation) -> HTML {
    var builder = HTMLBuilder()
    for (part, target) in zip(citation.parts, report.citations.resolve(citation)) {
      switch target {
      case .absent(let source):
        builder.open("span", [("class", "cite absent"), ("title", phrases[.absentSource])])
        builder.text(source + numbers(part.paragraphs))
        builder.close("span")
      case .paragraphs(let document, let paragraphs):
        let siglum = report.sigla[document].shown(in: page.language)
        let address = report.documents[document].source.address
        if paragraphs.isEmpty {
          link(page.link(to: .source(address)), siglum, document, nil, into: &builder)
        }
        for range in paragraphs {
          let anchor = report.anchors[document][range.lowerBound]
          link(
            page.link(to: .source(address), anchor: anchor), siglum + numbers([range]), document, range.lowerBound,
            into: &builder)
        }
      }
    }
    return builder.html
  }

  /// The links of a statement's source, or the mark that says it is the editor's own.
  func evidence(_ citation: Citation?) -> HTML {
    guard let citation else {
      var builder = HTMLBuilder()
      builder.element("span", [("class", "editorial")]) { $0.text(phrases[.editorial]) }
      return builder.html
    }
    return html(citation)
  }

  private func link(
    _ href: String, _ text: String, _ document: Int, _ paragraph: Int?, into builder: inout HTMLBuilder
  ) {
    builder.raw(" ")
    builder.startTag("a")
    builder.attribute("class", "cite")
    builder.attribute("href", href)
    if let title = title(of: document, paragraph: paragraph) { builder.attribute("title", title) }
    builder.endTag()
    builder.text(text)
    builder.close("a")
  }

  /// What the link leads to: the publisher and the basis in the original, where the source is a digest.
  private func title(of document: Int, paragraph: Int?) -> String? {
    let source = report.documents[document]
    var parts: [String] = []
    if let publisher = source.source.metadata.publisher {
      parts.append(page.language.script.map { report.naming.convert(publisher, to: $0) } ?? publisher)
    }
    if let paragraph, let basis = source.body.markup.basis[paragraph] {
      parts.append(phrases[.restsOn, Self.joined(basis)])
    }
    return parts.isEmpty ? nil : parts.joined(separator: "，")
  }

  private func numbers(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.isEmpty ? "" : "·" + Self.joined(ranges)
  }

  static func joined(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
  }
}
