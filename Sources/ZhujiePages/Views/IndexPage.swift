import ZhujieEntities
import ZhujieReport
import ZhujieText

/// An entity of the report, by its index, under a letter of the index.
struct IndexEntry: Sendable {
  let letter: String
  let entity: Int
}

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
    var letters: [(letter: String, entities: [View])] = []
    let shown = PageParts.items(context.labels.indexEntries(sorted), part: context.page.part, of: PageParts.indexRows)
    for entry in shown {
      if letters.last?.letter != entry.letter { letters.append((entry.letter, [])) }
      letters[letters.count - 1].entities.append(view(of: entry.entity))
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

  private func sorted() -> [IndexEntry] {
    report.entities.indices.map { index in
      let key = sortKey(of: report.entities[index])
      return (letter: Self.letter(of: key), key: key, id: report.entities[index].id, index: index)
    }.sorted { ($0.letter, $0.key, $0.id) < ($1.letter, $1.key, $1.id) }.map { IndexEntry(letter: $0.letter, entity: $0.index) }
  }

  private func view(of index: Int) -> View {
    let entity = report.entities[index]
    let label = context.labels.entities[index]
    return [
      "href": .text(context.link(to: entity)), "kind": .text(entity.kind.rawValue),
      "name": .text(label.name.text), "nameLang": .text(label.name.language),
      "otherName": .text(label.otherName.text), "otherLang": .text(label.otherName.language),
      "count": .text(entity.mentions.isEmpty ? "" : String(entity.mentions.count)),
      "keys": .text(context.labels.shared.indexKeys[index].text),
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
}
