import ZhujieAnnotation
import ZhujieInput
import ZhujieMarkdown
import ZhujieReport
import ZhujieText

/// Every mention of an entity in its sentence, by source. It may run into the thousands, so it comes as markup.
///
/// On English pages a mention is shown in the translation of its paragraph where that names the entity; else in the
/// original's own words.
struct Concordance {
  let context: PageContext
  let entity: ReportEntity

  /// How mentions of the entity are spread over each source, and a table of them for each.
  func html(_ mentions: ArraySlice<MentionPlace>) -> (dispersion: HTML, tables: HTML) {
    var dispersion = HTMLBuilder()
    var tables = HTMLBuilder(capacity: mentions.count * 500)
    var rest = mentions
    while let first = rest.first {
      let end = rest.firstIndex { $0.document != first.document } ?? rest.endIndex
      write(rest[..<end], in: first.document, &dispersion, &tables)
      rest = rest[end...]
    }
    return (dispersion.html, tables.html)
  }

  private func write(
    _ mentions: ArraySlice<MentionPlace>,
    in index: Int,
    _ dispersion: inout HTMLBuilder,
    _ tables: inout HTMLBuilder
  ) {
    let label = context.labels.documents[index]
    var counts: [Int: Int] = [:]
    for mention in mentions {
      if let paragraph = mention.paragraph { counts[paragraph, default: 0] += 1 }
    }
    dispersion.raw("<div><span class=\"siglum\">")
    dispersion.text(label.siglum)
    dispersion.raw("</span>")
    Meters.dispersion(
      counts,
      paragraphs: context.report.documents[index].paragraphs.count,
      into: &dispersion
    )
    dispersion.raw("<span class=\"number\">")
    dispersion.text(String(mentions.count))
    dispersion.raw("</span></div>")

    tables.raw("<table class=\"concordance\"><caption><a href=\"")
    tables.text(context.page.toLanguage)
    tables.text(label.path)
    tables.raw("\">")
    tables.text(label.siglum)
    tables.raw("</a> · <cite")
    tables.language(label.title.language)
    tables.raw(">")
    tables.text(label.title.text)
    tables.raw("</cite></caption><tbody>")
    let left = writeLines(mentions, in: index, into: &tables)
    tables.raw("</tbody></table>")
    if left > 0 {
      tables.element("p", [("class", "note")]) { $0.text(context.phrases[.moreRows, left]) }
    }
  }

  /// How many lines of one source are shown.
  private static let most = LongList<Never>.most

  /// Writes the lines of a source, and tells how many were left out.
  private func writeLines(
    _ mentions: ArraySlice<MentionPlace>,
    in index: Int,
    into out: inout HTMLBuilder
  ) -> Int {
    let document = context.report.documents[index]
    let published = context.report.published[index]
    let paragraphs = document.paragraphs
    let anchors = context.report.anchors[index]
    guard document.source.metadata.publish != .none else { return 0 }
    let edition = context.edition(quoting: mentions.lazy.map(\.span), of: index)
    let siglum = context.labels.documents[index].siglum
    // The same for all lines, and there may be thousands.
    let source = context.page.toLanguage + context.labels.documents[index].path
    let twins = TranslatedMentions(document: document, entity: entity, language: context.language)
    var numbers: [Int: Int] = [:]
    var count = 0
    for mention in mentions where published.holds(mention.sentence) {
      var order = 0
      if !twins.isEmpty {
        order = numbers[mention.block, default: 0]
        numbers[mention.block] = order + 1
      }
      count += 1
      guard count <= Self.most else { continue }
      var anchor: String?
      if let number = mention.paragraph, paragraphs.indices.contains(number - 1),
        published.showsPart(of: paragraphs[number - 1])
      {
        anchor = anchors[number]
      }
      let link = Link(source: source, anchor: anchor)
      out.raw("<tr><td class=\"cite\"><a class=\"cite\" href=\"")
      link.write(to: &out)
      out.raw("\">")
      out.text(siglum)
      if let paragraph = mention.paragraph {
        out.raw("·")
        out.text(String(paragraph))
      }
      out.raw("</a></td>")
      if let twin = twins.sentence(block: mention.block, order: order) {
        cell("before", "", into: &out) { $0.text(twin.before) }
        cell("hit", "", link: link, into: &out) { $0.text(twin.hit) }
        cell("after", "", into: &out) { $0.text(twin.after) }
      } else {
        let language = edition.runLanguage
        cell("before", language, into: &out) {
          $0.text(edition.slice(TextSpan(mention.sentence.lowerBound, mention.span.lowerBound)))
        }
        cell("hit", language, link: link, into: &out) { $0.text(edition.slice(mention.span)) }
        cell("after", language, into: &out) {
          $0.text(edition.slice(TextSpan(mention.span.upperBound, mention.sentence.upperBound)))
        }
      }
      out.raw("</tr>")
    }
    return max(0, count - Self.most)
  }

  private func cell(
    _ name: StaticString,
    _ language: String,
    link: Link? = nil,
    into out: inout HTMLBuilder,
    _ content: (inout HTMLBuilder) -> Void
  ) {
    out.raw("<td class=\"")
    out.raw(name)
    out.raw("\"")
    out.language(language)
    out.raw(">")
    if let link {
      out.raw("<a href=\"")
      link.write(to: &out)
      out.raw("\">")
    }
    content(&out)
    out.raw(link == nil ? "</td>" : "</a></td>")
  }
}

/// A link to a paragraph of a source, or to the whole.
private struct Link {
  let source: String
  let anchor: String?

  func write(to out: inout HTMLBuilder) {
    out.text(source)
    guard let anchor else { return }
    out.raw("#")
    out.text(anchor)
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
      guard let block = reading.blockIndex(at: span.lowerBound), let original = originals[block]
      else { continue }
      let sentence = Sentences.sentence(
        around: span,
        in: reading.blocks[block].span,
        of: reading.text
      )
      sentences[original, default: []].append(
        (
          reading.text[TextSpan(sentence.lowerBound, span.lowerBound)], reading.text[span],
          reading.text[TextSpan(span.upperBound, sentence.upperBound)]
        )
      )
    }
  }

  var isEmpty: Bool { sentences.isEmpty }

  func sentence(block: Int, order: Int) -> (before: String, hit: String, after: String)? {
    guard let found = sentences[block], let last = found.last else { return nil }
    return order < found.count ? found[order] : last
  }
}
