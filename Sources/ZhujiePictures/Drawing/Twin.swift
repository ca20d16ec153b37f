import ZhujieMarkdown
import ZhujieText

/// The table that says in words what a drawing shows, behind a line that opens it.
enum Twin {
  static func table(
    _ writer: ItemWriter,
    columns: [Localized<String>],
    _ out: inout HTMLBuilder,
    _ rows: (inout HTMLBuilder) -> Void
  ) {
    out.element("details", [("class", "twin")]) { out in
      out.element("summary") { $0.text(writer[PictureWords.data]) }
      out.element("table") { out in
        out.element("thead") { out in
          out.element("tr") { out in
            for column in columns {
              out.element("th", [("scope", "col")]) { $0.text(writer[column]) }
            }
          }
        }
        out.element("tbody") { rows(&$0) }
      }
    }
  }
}
