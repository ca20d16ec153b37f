import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Layers from top to bottom as an ordered list, with a bracket at the side for whoever holds them together.
struct StackDrawing {
  let writer: ItemWriter
  let layers: [PictureLayer]
  let beside: [PictureItem]

  func draw(name: String, _ out: inout HTMLBuilder) {
    out.open("div", [("class", beside.isEmpty ? "stack" : "stack has-bracket")])
    if !beside.isEmpty {
      out.element("ul", [("class", "bracket")]) { out in
        for item in beside { out.element("li") { writer.whole(item, &$0) } }
      }
    }
    out.element("ol", [("class", "layers"), ("aria-label", name)]) { out in
      for layer in layers { out.element("li") { draw(layer, &$0) } }
    }
    out.close("div")
  }

  private func draw(_ layer: PictureLayer, _ out: inout HTMLBuilder) {
    out.element("div", [("class", "layer-name")]) { out in
      out.element("b") { writer.label(layer.item, &$0) }
      writer.citation(layer.item.source, &out)
    }
    out.element("div", [("class", "layer-body")]) { out in
      if !layer.members.isEmpty {
        out.element("ul") { out in
          for item in layer.members { out.element("li") { writer.whole(item, &$0) } }
        }
      }
      if layer.item.note != nil {
        out.element("p") { writer.note(layer.item, &$0) }
      }
    }
    if !layer.beside.isEmpty {
      out.element("ul", [("class", "layer-beside")]) { out in
        for item in layer.beside { out.element("li") { writer.whole(item, &$0) } }
      }
    }
  }
}
