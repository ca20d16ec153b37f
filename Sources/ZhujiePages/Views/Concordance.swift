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
    var dispersion = HTMLBuilder(capacity: 4096)
    // About 300 bytes a line; the text of a page is written where it stays.
    let tables = HTMLBuilder.html(capacity: mentions.count * 400 + 1024) { tables in
      var rest = mentions
      var counts: [(paragraph: Int, count: Int)] = []
      while let first = rest.first {
        let end = rest.firstIndex { $0.document != first.document } ?? rest.endIndex
        write(rest[..<end], in: first.document, &counts, &dispersion, &tables)
        rest = rest[end...]
      }
    }
    return (dispersion.html, tables)
  }

  /// `counts` is used again for each source.
  private func write(
    _ mentions: ArraySlice<MentionPlace>,
    in index: Int,
    _ counts: inout [(paragraph: Int, count: Int)],
    _ dispersion: inout HTMLBuilder,
    _ tables: inout HTMLBuilder
  ) {
    let label = context.labels.documents[index]
    counts.removeAll(keepingCapacity: true)
    for paragraph in mentions.lazy.compactMap(\.paragraph) {
      if let last = counts.last, last.paragraph == paragraph {
        counts[counts.count - 1].count += 1
      } else {
        counts.append((paragraph, 1))
      }
    }
    dispersion.raw("<div><span class=\"siglum\">")
    dispersion.text(label.siglum)
    dispersion.raw("</span>")
    Meters.dispersion(
      counts,
      paragraphs: label.paragraphCount,
      into: &dispersion
    )
    dispersion.raw("<span class=\"number\">")
    dispersion.number(mentions.count)
    dispersion.raw("</span></div>")

    tables.raw("<table class=\"concordance\"><caption><a href=\"")
    tables.text(context.page.toLanguage)
    tables.html(label.caption)
    tables.raw("</caption>")
    let left = writeBody(mentions, in: index, called: label, into: &tables)
    tables.raw("</table>")
    if left > 0 {
      tables.element("p", [("class", "note")]) { $0.text(context.phrases[.moreRows, left]) }
    }
  }

  /// Writes the body of a source's table, and tells how many lines were left out. English pages show what is not translated as
  /// those in its own script do.
  private func writeBody(
    _ mentions: ArraySlice<MentionPlace>, in index: Int, called label: DocumentLabel, into out: inout HTMLBuilder
  ) -> Int {
    let document = context.report.documents[index]
    // A body needs no tag of its own but for its language.
    let language = context.language == .en && document.translation == nil ? document.body.script : nil
    if let language {
      out.raw("<tbody")
      out.language(Typesetter.tag(of: language))
      out.raw(">")
    }
    let left = writeShared(mentions, in: index, called: label, into: &out)
    if language != nil { out.raw("</tbody>") }
    return left
  }

  /// Writes the lines of a source, which pages of two languages may have in the same words, and tells how many were left out.
  private func writeShared(
    _ mentions: ArraySlice<MentionPlace>, in index: Int, called label: DocumentLabel, into out: inout HTMLBuilder
  ) -> Int {
    let document = context.report.documents[index]
    let isShared = document.translation == nil && context.language.script ?? document.body.script == document.body.script
    let siglum = label.siglum
    if isShared, context.language == .en, let lines = context.group.concordanceLines[index], lines.siglum == siglum {
      out.html(lines.html)
      return lines.left
    }
    let start = out.count
    let (left, isAsWritten) = writeLines(mentions, in: index, called: label, into: &out)
    if isShared, isAsWritten, context.language != .en {
      context.group.concordanceLines[index] = ConcordanceLines(html: out.html(from: start), siglum: siglum, left: left)
    }
    return left
  }

  /// How many lines of one source are shown.
  private static let most = LongList<Never>.most

  /// Writes the lines of a source. Tells how many were left out, and whether those that are there have the words of the source.
  private func writeLines(
    _ mentions: ArraySlice<MentionPlace>,
    in index: Int,
    called label: DocumentLabel,
    into out: inout HTMLBuilder
  ) -> (left: Int, isAsWritten: Bool) {
    let document = context.report.documents[index]
    let published = context.report.published[index]
    let paragraphs = document.paragraphs
    let anchors = context.report.anchors[index]
    guard document.source.metadata.publish != .none else { return (0, false) }
    var blocks: [Int] = []
    blocks.reserveCapacity(mentions.count)
    for mention in mentions where mention.block != blocks.last { blocks.append(mention.block) }
    let edition = context.edition(inBlocks: blocks, of: index)
    var row = ConcordanceRow(
      source: label, toLanguage: context.page.toLanguage,
      language: document.translation == nil ? "" : edition.runLanguage)
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
      if let twin = twins.sentence(block: mention.block, order: order) {
        row.write(
          paragraph: mention.paragraph, anchor: anchor, into: &out, isTranslated: true, before: { $0.text(twin.before) },
          hit: { $0.text(twin.hit) }, after: { $0.text(twin.after) })
      } else {
        let sentence = edition.alignment.map(mention.sentence)
        let hit = edition.alignment.map(mention.span)
        row.write(
          paragraph: mention.paragraph, anchor: anchor, into: &out, isTranslated: false,
          before: { $0.text(edition.text, TextSpan(sentence.lowerBound, max(sentence.lowerBound, hit.lowerBound))) },
          hit: { $0.text(edition.text, hit) },
          after: { $0.text(edition.text, TextSpan(min(hit.upperBound, sentence.upperBound), sentence.upperBound)) })
      }
    }
    return (max(0, count - Self.most), edition.isAsWritten)
  }
}

/// The line of a mention: where it stands, and its sentence around it.
private struct ConcordanceRow {
  let source: DocumentLabel
  let toLanguage: String
  /// Of the text of the source, where that is not the page's; empty where it is.
  let language: String
  /// Where what stands before the address of the paragraph, and behind it, was written before: it is the same in all lines of a
  /// source, and there may be thousands.
  private var head: Range<Int>?
  private var tail: Range<Int>?

  init(source: DocumentLabel, toLanguage: String, language: String) {
    self.source = source
    self.toLanguage = toLanguage
    self.language = language
  }

  /// `isTranslated` are words in the language of the page. All lines are written into the same builder.
  @inline(__always)
  mutating func write(
    paragraph: Int?, anchor: String?, into out: inout HTMLBuilder, isTranslated: Bool,
    before: (inout HTMLBuilder) -> Void, hit: (inout HTMLBuilder) -> Void, after: (inout HTMLBuilder) -> Void
  ) {
    out.raw("<tr")
    if !isTranslated { out.language(language) }
    out.repeating(&head) {
      $0.raw("><td><a href=\"")
      $0.text(toLanguage)
      $0.text(source.path)
    }
    if let anchor {
      out.raw("#")
      out.text(anchor)
    }
    out.repeating(&tail) {
      $0.raw("\">")
      $0.text(source.siglum)
    }
    if let paragraph {
      out.raw("·")
      out.number(paragraph)
    }
    out.raw("</a></td><td>")
    before(&out)
    out.raw("</td><td>")
    hit(&out)
    out.raw("</td><td>")
    after(&out)
    out.raw("</td></tr>")
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
      let text = UTF8Text<DisplaySpace>(trusted: Array(reading.text.slice(sentence)))
      let set = DisplayTypography(of: text, blocks: [text.fullSpan], opaque: [], script: nil)
      func shown(_ lower: Int, _ upper: Int) -> String {
        set.text[set.alignment.map(TextSpan(lower - sentence.lowerBound, upper - sentence.lowerBound))]
      }
      sentences[original, default: []].append(
        (
          shown(sentence.lowerBound, span.lowerBound), shown(span.lowerBound, span.upperBound),
          shown(span.upperBound, sentence.upperBound)
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
