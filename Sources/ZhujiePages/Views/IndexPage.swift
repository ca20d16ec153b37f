import ZhujieEntities
import ZhujieReport
import ZhujieText

/// Every entity by the first letter of its pinyin, or of its name where it has none; English pages by English name.
struct IndexPage {
  static let schema = Shell.schema.adding([
    "foundPhrase": .text,
    "letters": .list([
      "id": .text, "letter": .text,
      "entities": .list([
        "href": .text, "kind": .text, "name": .text, "nameLang": .text, "otherName": .text,
        "otherLang": .text,
        "count": .text, "keys": .text,
      ]),
    ]),
  ])

  let context: PageContext

  var view: View {
    let report = context.report
    let keyed = report.entities.map { entity in
      let key = sortKey(of: entity)
      return (letter: Self.letter(of: key), key: key, entity: entity)
    }.sorted { ($0.letter, $0.key, $0.entity.id) < ($1.letter, $1.key, $1.entity.id) }
    var letters: [(letter: String, entities: [View])] = []
    let shown = PageParts.items(keyed, part: context.page.part, of: PageParts.indexRows)
    for (letter, _, entity) in shown {
      if letters.last?.letter != letter { letters.append((letter, [])) }
      letters[letters.count - 1].entities.append(view(of: entity))
    }
    let page: View = [
      "foundPhrase": .text(context.phrases[.entitiesCounted]),
      "letters": .list(
        letters.map {
          [
            "id": .text($0.letter == "#" ? "letter-other" : "letter-" + $0.letter.lowercased()),
            "letter": .text($0.letter), "entities": .list($0.entities),
          ]
        }
      ),
    ]
    return page.merging(
      Shell(context: context).view(
        PageHead(title: context.phrases[.index], description: context.phrases[.indexHint]),
        section: .index,
        parts: PageParts.count(of: .index, in: report)
      )
    )
  }

  private func view(of entity: ReportEntity) -> View {
    let label = context.label(of: entity)
    return [
      "href": .text(context.link(to: entity)), "kind": .text(entity.kind.rawValue),
      "name": .text(label.name.text), "nameLang": .text(label.name.language),
      "otherName": .text(label.otherName.text), "otherLang": .text(label.otherName.language),
      "count": .text(entity.mentions.isEmpty ? "" : String(entity.mentions.count)),
      "keys": .text(Self.keys(of: entity, naming: report.naming)),
    ]
  }

  private var report: Report { context.report }

  private func sortKey(of entity: ReportEntity) -> String {
    if context.language != .en, let pinyin = entity.entity.pinyin {
      return PinyinKey.sortKey(pinyin)
    }
    return PinyinKey.sortKey(
      context.language == .en ? entity.names.en : entity.names[context.language]
    )
  }

  private static func letter(of key: String) -> String {
    guard let first = key.unicodeScalars.first(where: { $0 != " " }), first >= "a", first <= "z"
    else { return "#" }
    return String(first).uppercased()
  }

  /// Everything an entity may be looked up by: all names in both scripts, pinyin split and joined, in lower case.
  static func keys(of entity: ReportEntity, naming: EntityNaming) -> String {
    var keys: [String] = []
    func add(_ key: String) {
      let key = key.lowercased()
      if !key.isEmpty, !keys.contains(key) { keys.append(key) }
    }
    for name in [entity.names.zhHant, entity.names.zhHans, entity.names.en]
      + entity.entity.aliases.map(\.text)
    {
      add(name)
      add(naming.convert(name, to: .traditional))
      add(naming.convert(name, to: .simplified))
    }
    if let pinyin = entity.entity.pinyin {
      let plain = PinyinKey.withoutTones(pinyin)
      add(plain)
      add(plain.filter { $0 != " " && $0 != "'" })
      add(plain.split(separator: " ").compactMap(\.first).map(String.init).joined())
    }
    return keys.joined(separator: "|")
  }
}
