/// A list of places on the quality page, under the count that it explains.
struct QualitySection {
  static let row: ViewSchema = [
    "place": .text, "href": .text, "text": .text, "lang": .text, "detail": .text, "detailLang": .text,
  ]
  static let schema: ViewSchema = [
    "id": .text, "label": .text, "hint": .text, "count": .text, "rows": .list(row), "more": .text,
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

    var view: View {
      [
        "place": .text(place), "href": .text(href), "text": .text(text), "lang": .text(lang),
        "detail": .text(detail), "detailLang": .text(detailLang),
      ]
    }
  }

  let id: String
  let label: String
  var hint = ""
  let rows: [Row]

  func view(_ phrases: Phrases) -> View {
    var list = LongList()
    for row in rows { list.add { row.view } }
    return [
      "id": .text(id), "label": .text(label), "hint": .text(hint), "count": .text(String(rows.count)),
      "rows": .list(list.views), "more": list.more(phrases),
    ]
  }
}
