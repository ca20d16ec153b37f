import ZhujieMarkdown

/// A list of places on the quality page, under the count that it explains.
struct QualitySection {
  static let schema: ViewSchema = [
    "id": .text, "label": .text, "hint": .text, "count": .text, "rows": .html, "more": .text,
  ]

  /// One place: where it is, what stands there, and what there is to say.
  struct Row {
    var place: String
    /// Empty where the place is no page of the site.
    var href = ""
    var text = ""
    /// The language of the text where it is not the page's.
    var lang = ""
    var detail = ""
    var detailLang = ""

    func write(_ phrases: Phrases, into out: inout HTMLBuilder) {
      out.raw("<tr><td class=\"where\"")
      out.attribute("data-label", phrases[.place])
      out.raw(">")
      if href.isEmpty {
        out.text(place)
      } else {
        out.element("a", [("href", href)]) { $0.text(place) }
      }
      out.raw("</td><td")
      out.attribute("data-label", phrases[.passage])
      out.language(lang)
      out.raw(">")
      out.text(text)
      out.raw("</td><td class=\"where\"")
      out.attribute("data-label", phrases[.finding])
      out.language(detailLang)
      out.raw(">")
      out.text(detail)
      out.raw("</td></tr>")
    }
  }

  /// A page of ten such lists is worked through from their beginnings, and made again.
  static let mostRows = 200

  /// Rows to be filled.
  static var noRows: LongList<Row> { LongList(most: mostRows) }

  let id: String
  let label: String
  var hint = ""
  let rows: LongList<Row>

  func view(_ phrases: Phrases) -> View {
    var out = HTMLBuilder()
    for row in rows.items { row.write(phrases, into: &out) }
    return [
      "id": .text(id), "label": .text(label), "hint": .text(hint),
      "count": .text(String(rows.count)),
      "rows": .html(out.html), "more": .text(rows.more(phrases)),
    ]
  }
}
