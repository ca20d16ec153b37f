import ZhujieEntities
import ZhujieMarkdown
import ZhujiePictures
import ZhujieReport
import ZhujieText

/// A body of the editors beside its English, block by block: English pages show the English first, Chinese pages the Chinese; the
/// other one is there for those who read in parallel.
struct TwinText {
  let context: PageContext
  let twin: Twin
  /// Whose mentions stay plain.
  var subject: EntityID?
  var headings: ((Int) -> String)?

  var html: HTML {
    let edition = context.edition(of: twin.original)
    var original = options(of: edition, headings: context.language == .en ? nil : headings)
    var english = options(
      of: context.edition(ofTranslation: twin.english), headings: context.language == .en ? headings : nil)
    // Addresses, as of headings, are those of the language that is shown first.
    if context.language == .en { original.paragraph = nil } else { english.paragraph = nil }
    var originals = BlockRenderer(twin.original.markup, original)
    var translations = BlockRenderer(twin.english.markup, english)
    var builder = HTMLBuilder()
    for (position, block) in twin.original.markup.topLevelBlocks.enumerated() {
      let chinese = run(
        originals.html(topLevelBlock: position),
        Self.isPicture(block) ? "" : edition.runLanguage)
      let translated = twin.partner(of: position).map { partner in
        stale(position)
          + run(
            translations.html(topLevelBlock: partner), context.language == .en ? "" : Language.en.rawValue)
      }
      let first = context.language == .en ? translated ?? missing(block) + chinese : chinese
      let other: HTML? = context.language == .en ? translated.map { _ in chinese } : translated
      let second = Self.isPicture(block) ? nil : other
      write(first, second, into: &builder)
    }
    if context.language == .en {
      for block in twin.pairing.leftOver where !twin.english.markup.topLevelBlocks[block].isEllipsis {
        write(translations.html(topLevelBlock: block), nil, into: &builder)
      }
    }
    return builder.html
  }

  private func options(of edition: Edition, headings: ((Int) -> String)?) -> RenderOptions {
    var options = BodyWriter(context: context).statementOptions(for: edition, subject: subject, headings: headings)
    options.footnotePrefix = edition.body.file == twin.english.file ? "e-" : "n-"
    return options
  }

  private func missing(_ block: TopLevelBlock) -> HTML {
    Self.isPicture(block) ? .empty : TwinNotices(context: context).missing
  }

  /// A picture needs no translation: it shows the page's language by itself.
  private static func isPicture(_ block: TopLevelBlock) -> Bool {
    if case .code(let info, _) = block.kind { return PictureKind(info: info) != nil }
    return false
  }

  private func stale(_ position: Int) -> HTML {
    context.report.isStale(block: position, of: twin) ? TwinNotices(context: context).stale : .empty
  }

  private func run(_ html: HTML, _ language: String) -> HTML {
    guard !language.isEmpty else { return html }
    var builder = HTMLBuilder(capacity: html.bytes.count + 40)
    builder.element("div", [("lang", language)]) { $0.html(html) }
    return builder.html
  }

  private func write(_ first: HTML, _ second: HTML?, into builder: inout HTMLBuilder) {
    builder.open("div", [("class", "block")])
    builder.element("div") { $0.html(first) }
    if let second { builder.element("div", [("class", "second")]) { $0.html(second) } }
    builder.close("div")
    builder.raw("\n")
  }
}
