import ZhujieMarkdown
import ZhujieText

extension Phrases {
  /// A template with marks in the places of the words of the interface (`{{say.sources}}`): they are the same on every page of a
  /// language, so the engine need not look them up on each, and one template serves all languages.
  static func marked(in template: UTF8Text<FileSpace>) -> String {
    let bytes = template.bytes
    var text: [UInt8] = []
    var copied = 0
    for tag in TemplateTag.tags(in: template) where tag.kind == .text && tag.name.hasPrefix("say.") {
      guard let number = numbers[String(tag.name.dropFirst("say.".count))],
        let end = bytes[tag.offset...].firstIndex(of: UInt8(ascii: "}"))
      else { continue }
      text += bytes[copied..<tag.offset]
      text += SlotMark.constant(number).text.utf8
      copied = end + 2
    }
    text += bytes[copied...]
    return String(decoding: text, as: UTF8.self)
  }

  /// The places of the phrases in `view`, by name.
  private static let numbers = Dictionary(
    uniqueKeysWithValues: Key.allCases.enumerated().map { ($1.rawValue, $0) })
}
