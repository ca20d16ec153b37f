import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The published parts of a source that may not be shown whole, block by block, with those of its translation.
struct SourceExcerpts {
  let context: PageContext
  /// The document's index in the report.
  let index: Int
  let edition: Edition

  var html: HTML {
    let document = context.report.documents[index]
    let original = ExcerptWriter(context: context, published: context.report.published[index], edition: edition)
    let english = document.translation.map { translation in
      ExcerptWriter(
        context: context, published: context.report.publishedTranslations[index],
        edition: context.edition(ofTranslation: translation.body))
    }
    var builder = HTMLBuilder()
    for (position, block) in document.body.markup.topLevelBlocks.enumerated() {
      let pair = document.twin?.partner(of: position).flatMap { partner -> (ExcerptWriter, TopLevelBlock)? in
        english.map { ($0, $0.edition.body.markup.topLevelBlocks[partner]) }
      }
      for place in block.readingBlocks {
        let whole = original.edition.body.reading.blocks[place]
        guard whole.role.isAnnotated, whole.role != .title,
          let text = original.html(of: whole.span, element: Self.element(whole.role))
        else { continue }
        let twin = pair.flatMap { writer, partners -> HTML? in
          guard partners.readingBlocks.count == block.readingBlocks.count else { return nil }
          let offset = place - block.readingBlocks.lowerBound
          let partner = writer.edition.body.reading.blocks[partners.readingBlocks.lowerBound + offset]
          return writer.html(of: partner.span, element: Self.element(partner.role))
        }
        write(whole.paragraph, text, twin, into: &builder)
      }
    }
    return builder.html
  }

  private func write(_ paragraph: Int?, _ text: HTML, _ twin: HTML?, into builder: inout HTMLBuilder) {
    builder.open("div", [("class", "block")])
    let original = Self.run(text, edition.runLanguage)
    let (first, second) =
      context.language == .en ? (twin ?? original, twin == nil ? nil : original) : (original, twin.map { Self.run($0, "en") })
    if let paragraph {
      ParagraphRow(context: context, index: index).open(paragraph, into: &builder)
      builder.html(first)
      builder.close("div")
    } else {
      builder.html(first)
    }
    if let second { builder.element("div", [("class", "second")]) { $0.html(second) } }
    builder.close("div")
    builder.raw("\n")
  }

  private static func run(_ html: HTML, _ language: String) -> HTML {
    guard !language.isEmpty else { return html }
    var builder = HTMLBuilder()
    builder.element("div", [("lang", language)]) { $0.html(html) }
    return builder.html
  }

  private static func element(_ role: BlockRole) -> StaticString {
    if case .heading = role { "h2" } else { "p" }
  }
}
