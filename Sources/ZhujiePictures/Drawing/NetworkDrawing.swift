import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Entities in columns by kind with lines between them, and the table of the lines.
struct NetworkDrawing {
  let writer: ItemWriter
  let nodes: [PictureItem]
  let links: PictureLinks

  /// A line with the words and the citation of its row.
  private struct Line {
    let from: Int
    let to: Int
    let text: (text: String, language: String)
    let weight: Int
    let source: Citation?
  }

  /// The order of the columns, as the eye expects people in the middle.
  private static let order: [EntityKind] = [.organization, .person, .product, .event, .system]

  func draw(name: String, _ out: inout HTMLBuilder) {
    let nodes = ordered
    let places = Dictionary(
      nodes.enumerated().compactMap { index, item in item.entity.map { ($0, index) } },
      uniquingKeysWith: { first, _ in first }
    )
    let lines = self.lines(places)
    let kinds = nodes.map { writer.name($0).entity?.kind }
    let present = Self.order.filter { kind in kinds.contains(kind) }
    let columns = kinds.map { kind in kind.flatMap { present.firstIndex(of: $0) } ?? 0 }
    let names = nodes.map { writer.name($0) }
    let texts = names.map {
      TextMeasure.lines($0.text, size: NetworkLayout.size, limit: NetworkLayout.labelLimit)
    }
    let layout = NetworkLayout(texts, columns: columns)
    SVGWriter.figure(
      width: layout.width,
      height: layout.height,
      title: name,
      description: "",
      &out
    ) { svg in
      // Two ties between the same two are one line, as the table tells them apart.
      var drawn: Set<[Int]> = []
      for line in lines where drawn.insert([line.from, line.to].sorted()).inserted {
        svg.path("tie weight-\(line.weight)", layout.path(from: line.from, to: line.to))
      }
      for (index, placed) in layout.placed.enumerated() {
        svg.linked(names[index].entity?.href) { svg in
          svg.shape(kinds[index], placed.x, placed.y, NetworkLayout.shape / 2)
          for (row, text) in texts[index].enumerated() {
            let x: Int
            let anchor: String
            switch placed.side {
            case .left: (x, anchor) = (placed.label.right, "name halo end")
            case .above: (x, anchor) = (placed.x, "name halo middle")
            case .right: (x, anchor) = (placed.label.x, "name halo")
            }
            svg.text(
              anchor,
              x,
              placed.label.y + 14 + row * NetworkLayout.lineHeight,
              text,
              language: names[index].language
            )
          }
        }
      }
    }
    table(lines, nodes, &out)
  }

  /// The nodes in the order written; those only named in links come last.
  private var ordered: [PictureItem] {
    var seen: Set<EntityID> = []
    var all = nodes.filter { item in item.entity.map { seen.insert($0).inserted } ?? false }
    if case .given(let links) = links {
      for id in links.flatMap({ [$0.from, $0.to] }) where seen.insert(id).inserted {
        all.append(PictureItem(entity: id, text: nil, note: nil, source: nil))
      }
    }
    return all
  }

  private func lines(_ places: [EntityID: Int]) -> [Line] {
    switch links {
    case .given(let links):
      return links.compactMap { link in
        guard let from = places[link.from], let to = places[link.to] else { return nil }
        return Line(
          from: from,
          to: to,
          text: writer.text(link.text),
          weight: 1,
          source: link.source
        )
      }
    case .automatic(let automatic):
      return writer.context.links(automatic, nodes.compactMap(\.entity)).compactMap { link in
        guard let from = places[link.from], let to = places[link.to] else { return nil }
        return Line(
          from: from,
          to: to,
          text: (link.text, ""),
          weight: min(max(link.weight, 1), 3),
          source: link.source
        )
      }
    }
  }

  private func table(_ lines: [Line], _ nodes: [PictureItem], _ out: inout HTMLBuilder) {
    Twin.table(
      writer,
      columns: [PictureWords.from, PictureWords.tie, PictureWords.to, PictureWords.evidence],
      &out
    ) { out in
      for line in lines {
        out.element("tr") { out in
          out.element("th", [("scope", "row")]) { writer.label(nodes[line.from], &$0) }
          out.element("td") { writer.span(line.text.text, line.text.language, nil, &$0) }
          out.element("td") { writer.label(nodes[line.to], &$0) }
          out.element("td") { writer.citation(line.source, &$0) }
        }
      }
    }
  }
}
