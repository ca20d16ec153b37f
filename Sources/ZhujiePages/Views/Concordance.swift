import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Every mention of an entity in its sentence, by source.
///
/// On English pages a mention is shown in the translation of its paragraph where that names the entity; else in the
/// original's own words.
struct Concordance {
  static let schema: ViewSchema = [
    "siglum": .text, "href": .text, "title": .text, "titleLang": .text, "count": .text, "dispersion": .html,
    "lines": .list([
      "href": .text, "cite": .text, "before": .text, "hit": .text, "after": .text, "lang": .text,
    ]),
    "more": .text,
  ]

  let context: PageContext
  let entity: ReportEntity

  var views: [View] {
    var views: [View] = []
    var rest = entity.mentions[...]
    while let first = rest.first {
      let mentions = rest.prefix { $0.document == first.document }
      rest = rest.dropFirst(mentions.count)
      views.append(view(of: Array(mentions), in: first.document))
    }
    return views
  }

  private func view(of mentions: [MentionPlace], in index: Int) -> View {
    let document = context.report.documents[index]
    let title = SourceTitle(document, context)
    let lines = lines(mentions, document: document, index: index)
    var counts: [Int: Int] = [:]
    for mention in mentions { if let paragraph = mention.paragraph { counts[paragraph, default: 0] += 1 } }
    return [
      "siglum": .text(context.report.sigla[index].shown(in: context.language)),
      "href": .text(context.page.link(to: .source(document.source.address))),
      "title": .text(title.text), "titleLang": .text(title.language),
      "count": .text(String(mentions.count)),
      "dispersion": .html(Meters.dispersion(counts, paragraphs: document.paragraphs.count)),
      "lines": .list(lines.views), "more": lines.more(context.phrases),
    ]
  }

  private func lines(_ mentions: [MentionPlace], document: AnnotatedDocument, index: Int) -> LongList {
    let published = context.report.published[index]
    let edition = context.edition(document: index)
    let siglum = context.report.sigla[index].shown(in: context.language)
    let twins = TranslatedMentions(document: document, entity: entity, language: context.language)
    var numbers: [Int: Int] = [:]
    var list = LongList()
    for mention in mentions where published.holds(mention.sentence) && document.source.metadata.publish != .none {
      let order = numbers[mention.block, default: 0]
      numbers[mention.block] = order + 1
      list.add {
        let twin = twins.sentence(block: mention.block, order: order)
        let parts =
          twin ?? (
            edition.shown(TextSpan(mention.sentence.lowerBound, mention.span.lowerBound)), edition.shown(mention.span),
            edition.shown(TextSpan(mention.span.upperBound, mention.sentence.upperBound))
          )
        return [
          "href": .text(context.link(toParagraph: mention.paragraph, of: index)),
          "cite": .text(mention.paragraph.map { "\(siglum)·\($0)" } ?? siglum),
          "before": .text(parts.before), "hit": .text(parts.hit), "after": .text(parts.after),
          "lang": .text(twin == nil ? edition.runLanguage : ""),
        ]
      }
    }
    return list
  }
}

/// Where the translation of a document names an entity, by block of the original.
private struct TranslatedMentions {
  private var sentences: [Int: [(before: String, hit: String, after: String)]] = [:]

  init(document: AnnotatedDocument, entity: ReportEntity, language: Language) {
    guard language == .en, let translation = document.translation else { return }
    let reading = translation.body.reading
    // The reading block of the original that each reading block of the translation renders.
    var originals: [Int: Int] = [:]
    for (position, partner) in translation.pairing.partner.enumerated() {
      guard let partner else { continue }
      let from = document.body.markup.topLevelBlocks[position].readingBlocks
      let to = translation.body.markup.topLevelBlocks[partner].readingBlocks
      for (a, b) in zip(from, to) { originals[b] = a }
    }
    for (span, mention) in translation.body.mentions where mention.entity == entity.id {
      guard let block = reading.blockIndex(at: span.lowerBound), let original = originals[block] else { continue }
      let sentence = Sentences.sentence(around: span, in: reading.blocks[block].span, of: reading.text)
      sentences[original, default: []].append(
        (
          reading.text[TextSpan(sentence.lowerBound, span.lowerBound)], reading.text[span],
          reading.text[TextSpan(span.upperBound, sentence.upperBound)]
        ))
    }
  }

  func sentence(block: Int, order: Int) -> (before: String, hit: String, after: String)? {
    guard let found = sentences[block], let last = found.last else { return nil }
    return order < found.count ? found[order] : last
  }
}
