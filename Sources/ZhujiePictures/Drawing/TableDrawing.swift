import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Rows and columns; a matrix has its marks in the middle of their cells.
struct TableDrawing {
  let writer: ItemWriter
  let table: PictureTable

  func draw(name: String, _ out: inout HTMLBuilder) {
    out.open(
      "div",
      [("class", "drawing"), ("tabindex", "0"), ("role", "region"), ("aria-label", name)]
    )
    // A matrix of few columns needs no more room than a phone has; a table becomes records there.
    let matrix = table.columns.count > 3 ? "grid marks many" : "grid marks"
    out.element("table", [("class", table.isMatrix ? matrix : "grid")]) { out in
      if !table.columns.isEmpty {
        out.element("thead") { out in
          out.element("tr") { out in
            out.element("td")
            for column in table.columns {
              out.element("th", [("scope", "col")]) { writer.whole(column, &$0) }
            }
          }
        }
      }
      out.element("tbody") { out in
        for row in table.rows { draw(row, &out) }
      }
    }
    out.close("div")
  }

  private func draw(_ row: PictureTable.Row, _ out: inout HTMLBuilder) {
    out.element("tr") { out in
      out.element("th", [("scope", "row")]) { writer.whole(row.item, &$0) }
      for index in table.columns.indices {
        let cell = index < row.cells.count ? row.cells[index] : nil
        guard let cell else {
          out.element("td", [("class", "empty")])
          continue
        }
        out.element("td", [("data-label", writer.name(table.columns[index]).text)]) { out in
          writer.whole(cell, &out)
        }
      }
    }
  }
}
