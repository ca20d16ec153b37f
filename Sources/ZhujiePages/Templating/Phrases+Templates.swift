import ZhujieMarkdown
import ZhujieText

extension Phrases {
  /// A template with the words of the interface (`{{say.sources}}`) in their places: they are the same on every page of the
  /// language, so the engine need not look them up on each.
  func written(into template: UTF8Text<FileSpace>) -> String {
    let bytes = template.bytes
    var text: [UInt8] = []
    var copied = 0
    for tag in TemplateTag.tags(in: template) where tag.kind == .text && tag.name.hasPrefix("say.") {
      guard let key = Key(rawValue: String(tag.name.dropFirst("say.".count))),
        let end = bytes[tag.offset...].firstIndex(of: UInt8(ascii: "}"))
      else { continue }
      text += bytes[copied..<tag.offset]
      text += HTML.escaped(self[key]).bytes
      copied = end + 2
    }
    text += bytes[copied...]
    return String(decoding: text, as: UTF8.self)
  }
}
