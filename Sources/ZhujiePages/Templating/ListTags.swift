import ZhujieText

/// The tags that tell, in what the engine writes, where an item of a list begins and ends.
///
/// With them the engine need be given only one item of each shape. They stand in templates around what is written for an
/// item, and only for lists whose sections all open and close on lines that hold more than a tag: the engine takes away a
/// line with nothing but a tag, and must go on to do so. The tags are named after the list, so no item may have a value of
/// that name.
struct ListTags {
  /// The lists that have such tags.
  let names: Set<String>

  init(templates: some Sequence<UTF8Text<FileSpace>>) {
    var marked: Set<String> = []
    var unmarked: Set<String> = []
    for template in templates {
      for section in Self.sections(of: template) {
        if section.sharesLines, !section.name.contains(".") {
          marked.insert(section.name)
        } else {
          unmarked.insert(section.name.split(separator: ".").last.map(String.init) ?? "")
        }
      }
    }
    names = marked.subtracting(unmarked)
  }

  static func begin(_ list: String) -> String { list + "-begin" }
  static func end(_ list: String) -> String { list + "-end" }

  /// A template with the tags in their places. Where a section is not over a list they find nothing and write nothing.
  func written(into template: UTF8Text<FileSpace>) -> UTF8Text<FileSpace> {
    var tags: [(offset: Int, tag: String)] = []
    for section in Self.sections(of: template) where names.contains(section.name) {
      tags.append((section.contents.lowerBound, "{{{\(Self.begin(section.name))}}}"))
      tags.append((section.contents.upperBound, "{{{\(Self.end(section.name))}}}"))
    }
    var text: [UInt8] = []
    var copied = 0
    for (offset, tag) in tags.sorted(by: { $0.offset < $1.offset }) {
      text += template.bytes[copied..<offset]
      text += tag.utf8
      copied = offset
    }
    return UTF8Text(String(decoding: text + template.bytes[copied...], as: UTF8.self))
  }

  private struct Section {
    let name: String
    /// What is between its tags, in bytes of the template.
    let contents: Range<Int>
    /// Whether something else stands on the lines of both its tags.
    let sharesLines: Bool
  }

  private static let newline = UInt8(ascii: "\n")

  private static func isBlank(_ bytes: some Sequence<UInt8>) -> Bool {
    bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
  }

  private static func sections(of template: UTF8Text<FileSpace>) -> [Section] {
    let bytes = template.bytes
    var open: [(tag: TemplateTag, start: Int)] = []
    var sections: [Section] = []
    for tag in TemplateTag.tags(in: template) {
      switch tag.kind {
      case .section, .inverted:
        let brace = bytes[tag.offset...].firstIndex(of: UInt8(ascii: "}")) ?? bytes.count - 2
        open.append((tag, brace + 2))
      case .end:
        guard let (first, start) = open.popLast(), first.kind == .section, start <= tag.offset else { continue }
        let contents = start..<tag.offset
        sections.append(
          Section(
            name: first.name, contents: contents,
            sharesLines: !isBlank(bytes[contents].prefix { $0 != newline })
              && !isBlank(bytes[contents].reversed().prefix { $0 != newline })))
      default: break
      }
    }
    return sections
  }
}
