import ZhujieEntities
public import ZhujieMarkdown
import ZhujieText

extension Picture {
  /// The picture as a `<figure>`. Names must be those that `context` knows.
  public func html(in context: PictureContext) -> HTML {
    let writer = ItemWriter(context: context)
    let caption = writer.text(title)
    let name =
      caption.text.isEmpty ? PictureWords.name(of: kind)[context.language] : caption.text
    var out = HTMLBuilder()
    out.open("figure", [("class", "picture " + kind.rawValue + "-picture")])
    if title != nil {
      out.open("figcaption")
      writer.span(caption.text, caption.language, nil, &out)
      writer.citation(source, &out)
      out.close("figcaption")
    }
    switch content {
    case .timeline(let events):
      TimelineDrawing(writer: writer, events: events).draw(name: name, &out)
    case .stack(let layers, let beside):
      StackDrawing(writer: writer, layers: layers, beside: beside).draw(name: name, &out)
    case .network(let nodes, let links):
      NetworkDrawing(writer: writer, nodes: nodes, links: links).draw(name: name, &out)
    case .chart(let bars, let unit):
      ChartDrawing(writer: writer, bars: bars, unit: unit).draw(name: name, &out)
    case .cast(let people):
      CastDrawing(writer: writer, people: people).draw(name: name, &out)
    case .figures(let figures):
      FiguresDrawing(writer: writer, figures: figures).draw(name: name, &out)
    case .members(let members, let form, let root):
      MembersDrawing(writer: writer, members: members, form: form, root: root)
        .draw(name: name, &out)
    case .table(let table):
      TableDrawing(writer: writer, table: table).draw(name: name, &out)
    }
    if note != nil || (title == nil && source != nil) {
      let words = writer.text(note)
      out.open("p", [("class", "picture-note")])
      writer.span(words.text, words.language, nil, &out)
      if title == nil { writer.citation(source, &out) }
      out.close("p")
    }
    out.close("figure")
    return out.html
  }
}
