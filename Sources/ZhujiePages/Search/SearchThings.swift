import ZhujieEntities
import ZhujieReport
import ZhujieSearch
import ZhujieText

/// The entities as search finds them: by every name, the most mentioned first.
struct SearchThings {
  /// How many entities one file of records holds.
  static let chunk = 4

  /// The indices of the entities in the report, in the order of their numbers here.
  let order: [Int]
  private let entities: [ReportEntity]

  init(_ report: Report) {
    let entities = report.entities
    self.entities = entities
    order = entities.indices.sorted { a, b in
      entities[a].mentions.count != entities[b].mentions.count
        ? entities[a].mentions.count > entities[b].mentions.count : entities[a].id < entities[b].id
    }
  }

  /// What each is found by.
  func names(_ letters: SearchLetters) -> SearchNames {
    var names = SearchNames(letters: letters)
    for (number, index) in order.enumerated() {
      let entity = entities[index]
      names.add(entity.names.zhHant, form: .name, of: number)
      names.add(entity.names.zhHans, form: .name, of: number)
      names.add(entity.names.en, form: .english, of: number)
      for pinyin in Self.pinyin(of: entity.entity) { names.add(pinyin, form: .pinyin, of: number) }
      if let initials = Self.initials(of: entity.entity) {
        names.add(initials, form: .initials, of: number)
      }
      for (place, alias) in entity.entity.aliases.enumerated() {
        names.add(alias.text, form: .other(place), of: number)
      }
    }
    return names
  }

  /// By syllables, ü also as the v that keyboards have; of a person also with the family name last.
  static func pinyin(of entity: Entity) -> [String] {
    guard let pinyin = entity.pinyin else { return [] }
    var readings = [Ruby.syllables(of: pinyin)]
    if entity.kind == .person, let space = pinyin.firstIndex(of: " ") {
      readings.append(Ruby.syllables(of: pinyin[space...] + " " + pinyin[..<space]))
    }
    return readings.flatMap { syllables -> [String] in
      let text = PinyinKey.withoutTones(syllables.joined(separator: " ")).lowercased()
      let typed = String(text.map { $0 == "ü" ? "v" : $0 })
      return typed == text ? [text] : [text, typed]
    }
  }

  static func initials(of entity: Entity) -> String? {
    guard let pinyin = entity.pinyin else { return nil }
    let syllables = Ruby.syllables(of: PinyinKey.withoutTones(pinyin))
    guard syllables.count > 1 else { return nil }
    return String(syllables.compactMap(\.first))
  }

  /// The entities of one file of records: page, kind, name, its language, the name in the other language, its language,
  /// first sentence, its language, other names.
  func records(_ file: Int, in context: PageContext) -> String {
    let first = file * Self.chunk
    return "["
      + order[first..<min(first + Self.chunk, order.count)].map {
        record(of: entities[$0], in: context)
      }
      .joined(separator: ",") + "]"
  }

  private func record(of entity: ReportEntity, in context: PageContext) -> String {
    let label = context.label(of: entity)
    let fields = [
      SearchFiles.folder(of: .entity(entity.kind, entity.id)), entity.kind.rawValue,
      label.name.text, label.name.language, label.otherName.text, label.otherName.language,
      Self.short(label.gloss.text), label.gloss.language,
    ]
    let aliases = entity.entity.aliases.map { JSONText.quoted(context.shown($0.text)) }
    return "[" + fields.map(JSONText.quoted).joined(separator: ",")
      + ",[" + aliases.joined(separator: ",") + "]]"
  }

  /// Enough of a sentence to tell who is meant: Han count double.
  private static func short(_ text: String) -> String {
    var width = 0
    var end = text.unicodeScalars.startIndex
    for index in text.unicodeScalars.indices {
      width += text.unicodeScalars[index].value < 0x2000 ? 1 : 2
      if width > 96 { return String(text.unicodeScalars[..<end]) + "…" }
      end = text.unicodeScalars.index(after: index)
    }
    return text
  }
}
