import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Writes citations as links to their paragraphs.
struct CitationWriter {
  let context: PageContext

  private var page: PageAddress { context.page }
  private var report: Report { context.report }
  private var phrases: Phrases { context.phrases }

  /// How many links a line keeps together.
  private static let together = 4

  /// The links of a citation, such as `甲·12–14 乙·3`. In running text (`isGlued`) they stay on the line of the words they
  /// stand for, and together as long as they are few.
  func html(_ citation: Citation, isGlued: Bool = false) -> HTML {
    var builder = HTMLBuilder()
    var count = 0
    func separate() {
      defer { count += 1 }
      guard isGlued else { return builder.raw(" ") }
      if count == 0 {
        builder.raw(page.language == .en ? "\u{A0}" : "\u{2060}")
      } else {
        if count % Self.together == 0 { builder.raw(" ") } else { builder.raw("\u{A0}") }
      }
    }
    for (part, target) in zip(citation.parts, report.citations.resolve(citation)) {
      switch target {
      case .absent(let source):
        separate()
        builder.open("span", [("class", "cite absent"), ("title", phrases[.absentSource])])
        builder.text(source + numbers(part.paragraphs))
        builder.close("span")
      case .paragraphs(let document, let paragraphs):
        let siglum = context.labels.documents[document].siglum
        let address = report.documents[document].source.address
        if paragraphs.isEmpty {
          separate()
          link(page.link(to: .source(address)), siglum, document, nil, into: &builder)
        }
        for range in paragraphs {
          separate()
          link(
            context.link(toParagraph: range.lowerBound, of: document),
            siglum + numbers([range]),
            document,
            range.lowerBound,
            into: &builder
          )
        }
      }
    }
    return builder.html
  }

  /// The links of a statement's source, or the mark that says it is the editor's own.
  func evidence(_ citation: Citation?) -> HTML { citation.map { html($0) } ?? editorialMark }

  /// Says that a statement is the editor's own.
  var editorialMark: HTML {
    var builder = HTMLBuilder()
    builder.raw(" ")
    builder.element("span", [("class", "editorial")]) { $0.text(phrases[.editorial]) }
    return builder.html
  }

  private func link(
    _ href: String,
    _ text: String,
    _ document: Int,
    _ paragraph: Int?,
    into builder: inout HTMLBuilder
  ) {
    builder.startTag("a")
    builder.attribute("class", "cite")
    builder.attribute("href", href)
    if let title = title(of: document, paragraph: paragraph) { builder.attribute("title", title) }
    builder.endTag()
    builder.text(text)
    builder.close("a")
  }

  /// What the link leads to: the publisher, the basis in the original where the source is a digest, and the paragraph's first words.
  private func title(of document: Int, paragraph: Int?) -> String? {
    let source = report.documents[document]
    var parts: [String] = []
    let publisher = context.labels.documents[document].publisher.text
    if !publisher.isEmpty { parts.append(publisher) }
    if let paragraph, let basis = source.body.markup.basis[paragraph] {
      parts.append(phrases[.restsOn, Self.joined(basis)])
    }
    let separator = page.language == .en ? ", " : "，"
    let origin = parts.joined(separator: separator)
    guard
      let words = paragraph.flatMap({
        ParagraphText(context: context).firstWords(of: $0, in: document)
      })
    else {
      return origin.isEmpty ? nil : origin
    }
    return origin + (origin.isEmpty ? "" : page.language == .en ? ": " : "：") + words
  }

  private func numbers(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.isEmpty ? "" : "·" + Self.joined(ranges)
  }

  static func joined(_ ranges: [ClosedRange<Int>]) -> String {
    ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(
      separator: ", "
    )
  }
}
