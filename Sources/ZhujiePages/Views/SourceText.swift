import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// The text of a source page, block by block, each with its translation beside it.
///
/// A block of one paragraph carries that paragraph's number and anchor on its own row, so that they are seen
/// whichever language is shown first. In a block of several the rows are inside the block.
struct SourceText {
  let context: PageContext
  let index: Int
  let edition: Edition
  let notes: MarginNotes

  private var document: AnnotatedDocument { context.report.documents[index] }
  private var row: ParagraphRow { ParagraphRow(context: context, index: index) }

  /// The headings with their anchors, in the page's language.
  var sections: [View] {
    let markup = document.body.markup
    var number = 0
    return markup.topLevelBlocks.enumerated().compactMap { position, block in
      guard case .heading = block.kind else { return nil }
      number += 1
      guard isShown(block), isWhole else { return nil }
      let twin = context.language == .en ? twin(of: position) : nil
      let title = twin.map { text(of: $0.block, in: $0.translation.body) } ?? shown(block)
      return [
        "id": .text(Self.headingID(number - 1)), "title": .text(title),
        "lang": .text(twin == nil ? edition.runLanguage : ""),
      ]
    }
  }

  var html: HTML {
    guard isWhole else { return SourceExcerpts(context: context, index: index, edition: edition).html }
    let markup = document.body.markup
    var originals = BlockRenderer(markup, originalOptions)
    var english = document.translation.map { BlockRenderer($0.body.markup, translationOptions($0)) }
    return HTMLBuilder.html(capacity: edition.text.count * 5) { builder in
      for (position, block) in markup.topLevelBlocks.enumerated() where isShown(block) {
        let isSingle = block.paragraphs.map { $0.count == 1 } ?? false
        let twin = twin(of: position)
        let isTranslationFirst = twin != nil && context.language == .en
        builder.raw("<div class=\"block\">")
        if isSingle, let number = block.paragraphs?.lowerBound {
          row.open(number, into: &builder)
        } else {
          if let paragraphs = block.paragraphs, isTranslationFirst {
            for number in paragraphs { row.anchor(number, into: &builder) }
          }
          builder.raw("<div>")
        }
        // What is said about the block comes before it.
        if isTranslationFirst, let twin {
          builder.html(staleNotice(position))
          english?.write(topLevelBlock: twin.index, into: &builder)
        } else {
          if twin == nil { builder.html(missingNotice) }
          write(in: edition.runLanguage, into: &builder) {
            originals.write(topLevelBlock: position, wrapsParagraphs: !isSingle, into: &$0)
          }
        }
        builder.raw("</div>")
        if let twin {
          builder.raw("<div class=\"second\">")
          if isTranslationFirst {
            write(in: edition.runLanguage, into: &builder) {
              originals.write(topLevelBlock: position, wrapsParagraphs: false, into: &$0)
            }
          } else {
            builder.html(staleNotice(position))
            write(in: "en", into: &builder) { english?.write(topLevelBlock: twin.index, into: &$0) }
          }
          builder.raw("</div>")
        }
        notes.write(at: position, into: &builder)
        builder.raw("</div>")
        builder.raw("\n")
      }
    }
  }

  private var isWhole: Bool { context.report.published[index].isWhole }

  /// Furniture is shown apart.
  private func isShown(_ block: TopLevelBlock) -> Bool {
    let blocks = document.body.reading.blocks[block.readingBlocks]
    return blocks.isEmpty || !blocks.allSatisfy { $0.role == .furniture || $0.role == .title }
  }

  private var originalOptions: RenderOptions {
    var options = BodyWriter(context: context).options(
      for: edition, subject: nil, withQuantities: true, headings: Self.headingID)
    options.paragraph = paragraphRow
    options.footnotePrefix = "n-"
    options.basis = { _, original in
      var builder = HTMLBuilder()
      builder.raw(" ")
      builder.element("span", [("class", "basis")]) {
        $0.text("〔" + context.phrases[.restsOn, CitationWriter.joined(original)] + "〕")
      }
      return builder.html
    }
    if context.language == .en, let translation = document.translation {
      // A heading that is shown in English has its address there.
      let ids = headingIDs(under: translation)
      options.headingID = { ids.original[$0] }
      options.marks = .none
    }
    return options
  }

  /// The row of a paragraph in a block that holds several.
  private func paragraphRow(_ number: Int) -> (open: HTML, close: HTML) {
    var open = HTMLBuilder()
    row.open(number, into: &open)
    return (open.html, HTML(trusted: "</div>"))
  }

  private func translationOptions(_ translation: AnnotatedTranslation) -> RenderOptions {
    let edition = context.edition(ofTranslation: translation.body)
    var options = BodyWriter(context: context).options(
      for: edition, subject: nil, withQuantities: true, headings: nil)
    // The text that stands beside the first is there to be compared; the marks are in the first.
    if context.language != .en { options.marks = .none }
    options.footnotePrefix = "e-"
    if context.language == .en {
      let ids = headingIDs(under: translation)
      options.headingID = { ids.translated[$0] }
    }
    return options
  }

  /// The addresses of headings on a page that shows a translation first, by the number of the heading in its own text:
  /// each heading of the original has its own, on its translation where it has one.
  private func headingIDs(under translation: AnnotatedTranslation) -> (original: [Int: String], translated: [Int: String]) {
    let translated = Dictionary(
      uniqueKeysWithValues: translation.body.markup.headingPositions.enumerated().map { ($1, $0) })
    var ids: (original: [Int: String], translated: [Int: String]) = ([:], [:])
    for (number, position) in document.body.markup.headingPositions.enumerated() {
      let id = Self.headingID(number)
      if let place = translation.pairing.partner[position].flatMap({ translated[$0] }) {
        ids.translated[place] = id
      } else {
        ids.original[number] = id
      }
    }
    return ids
  }

  private func twin(of position: Int) -> (translation: AnnotatedTranslation, index: Int, block: TopLevelBlock)? {
    guard let translation = document.translation, let index = translation.pairing.partner[position] else { return nil }
    return (translation, index, translation.body.markup.topLevelBlocks[index])
  }

  private var missingNotice: HTML {
    guard context.language == .en, document.translation != nil else { return .empty }
    return TwinNotices(context: context).missing
  }

  /// Says that the original changed since this translation of it was confirmed.
  private func staleNotice(_ position: Int) -> HTML {
    guard let twin = document.twin, context.report.isStale(block: position, of: twin) else { return .empty }
    return TwinNotices(context: context).stale
  }

  /// Around what is in another language than the page.
  private func write(in language: String, into builder: inout HTMLBuilder, _ content: (inout HTMLBuilder) -> Void) {
    guard !language.isEmpty else { return content(&builder) }
    builder.raw("<div")
    builder.language(language)
    builder.raw(">")
    content(&builder)
    builder.raw("</div>")
  }

  private func shown(_ block: TopLevelBlock) -> String {
    document.body.reading.blocks[block.readingBlocks].map { edition.shown($0.span) }.joined()
  }

  private func text(of block: TopLevelBlock, in body: AnnotatedBody) -> String {
    body.reading.blocks[block.readingBlocks].map { body.reading.text[$0.span] }.joined()
  }

  static func headingID(_ number: Int) -> String { "s\(number + 1)" }
}
