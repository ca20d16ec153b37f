import ZhujieEntities
import ZhujieMarkdown
import ZhujieText

/// Writes items of pictures: names as links with the line of their kind, notes, citations.
struct ItemWriter {
  let context: PictureContext

  subscript(_ words: Localized<String>) -> String { words[context.language] }

  func text(_ text: MultilingualText?) -> (text: String, language: String) {
    text.map(context.text) ?? ("", "")
  }

  /// What an item is called, its language where it is not the page's, and its entity.
  func name(
    _ item: PictureItem
  ) -> (text: String, language: String, entity: PictureContext.Entity?) {
    let entity = item.entity.flatMap(context.entity)
    if let text = item.text {
      let words = context.text(text)
      return (words.text, words.language, entity)
    }
    guard let entity else { return (item.entity?.string ?? "", "", nil) }
    return (entity.name, entity.language, entity)
  }

  func label(_ item: PictureItem, _ out: inout HTMLBuilder) {
    let name = name(item)
    guard let entity = name.entity, let href = entity.href else {
      span(name.text, name.language, "words", &out)
      return
    }
    var attributes: [(StaticString, String)] = [("class", "m " + entity.kind.rawValue)]
    if !name.language.isEmpty { attributes.append(("lang", name.language)) }
    out.link(href, attributes) { $0.text(name.text) }
  }

  func citation(_ citation: Citation?, _ out: inout HTMLBuilder) {
    if let citation { out.html(context.citation(citation)) }
  }

  /// The note of an item in an element of class `note`, if it has one.
  func note(_ item: PictureItem, _ out: inout HTMLBuilder) {
    guard let note = item.note else { return }
    let words = context.text(note)
    out.raw(" ")
    span(words.text, words.language, "note", &out)
  }

  /// Name, note and citations, one after another.
  func whole(_ item: PictureItem, _ out: inout HTMLBuilder) {
    label(item, &out)
    note(item, &out)
    citation(item.source, &out)
  }

  /// Text in a `span` where it needs a class or a language, and bare where not.
  func span(
    _ text: String,
    _ language: String,
    _ name: String?,
    _ out: inout HTMLBuilder
  ) {
    guard name != nil || !language.isEmpty else {
      out.text(text)
      return
    }
    var attributes: [(StaticString, String)] = []
    if let name { attributes.append(("class", name)) }
    if !language.isEmpty { attributes.append(("lang", language)) }
    out.element("span", attributes) { $0.text(text) }
  }
}
