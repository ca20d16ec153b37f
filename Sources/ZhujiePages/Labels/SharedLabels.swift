import ZhujieEntities
import ZhujieReport
import ZhujieText

/// What the pages of all languages write alike.
final class SharedLabels: Sendable {
  let mentionLinks: MentionLinks
  /// What each entity of the report may be looked up by in the index.
  let indexKeys: LazyList<IndexKeys>

  init(of report: Report) {
    mentionLinks = MentionLinks(to: report.entities)
    let (entities, naming) = (report.entities, report.naming)
    indexKeys = LazyList(count: entities.count) { IndexKeys(of: entities[$0], naming: naming) }
  }
}

/// Everything an entity may be looked up by: all names in both scripts, pinyin split and joined, in lower case.
final class IndexKeys: Sendable {
  /// With `|` between them.
  let text: String

  init(of entity: ReportEntity, naming: EntityNaming) {
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
    text = keys.joined(separator: "|")
  }
}
