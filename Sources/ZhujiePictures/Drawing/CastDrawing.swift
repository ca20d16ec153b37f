import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// People, each with a role and a line about them.
struct CastDrawing {
  let writer: ItemWriter
  let people: [PicturePerson]

  func draw(name: String, _ out: inout HTMLBuilder) {
    out.element("ul", [("class", "cast-list"), ("aria-label", name)]) { out in
      for person in people {
        out.element("li") { out in
          out.element("b") { writer.label(person.item, &$0) }
          if let role = person.role {
            let words = writer.text(role)
            out.raw(" ")
            writer.span(words.text, words.language, "role", &out)
          }
          writer.note(person.item, &out)
          writer.citation(person.item.source, &out)
        }
      }
    }
  }
}
