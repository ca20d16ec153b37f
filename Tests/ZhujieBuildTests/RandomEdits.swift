import Foundation
import TestSupport

/// A project that somebody edits at random: every kind of file that a build reads is added, changed, renamed and deleted.
struct RandomEdits {
  let folder: TemporaryFolder
  private var generator: SeededGenerator
  private var number = 0

  private static let names = ["林遠", "林远", "遠山科技", "远山科技", "晨星", "晨星模型", "林總", "白帆", "青石計劃"]
  private static let entities: [(path: String, kind: String, id: String, name: String, english: String)] = [
    ("people/lin-yuan", "person", "lin-yuan", "林遠", "Lin Yuan"),
    ("people/bai-fan", "person", "bai-fan", "白帆", "Bai Fan"),
    ("organizations/yuanshan", "organization", "yuanshan", "遠山科技", "Yuanshan Technology"),
    ("products/chenxing", "product", "chenxing", "晨星模型", "Chenxing"),
    ("events/launch", "event", "launch", "晨星發布會", "Chenxing launch"),
  ]
  private static let sources = ["daily", "weekly", "monthly", "notes"]

  init(seed: UInt64) throws {
    folder = try TemporaryFolder()
    generator = SeededGenerator(seed: seed)
    for id in Self.sources.prefix(3) { try write("sources/\(id).md", source(id)) }
    for entity in Self.entities { try write("entities/\(entity.path).md", self.entity(entity)) }
  }

  var seeds: String { folder.path + "/seeds" }

  /// Makes one edit, and says which.
  mutating func edit() throws -> String {
    number += 1
    switch Int.random(in: 0..<27, using: &generator) {
    case 0..<7: return try rewrite("sources/\(pick(Self.sources)).md") { $0.replacingOccurrences(of: "。\n", with: "。" + $1 + "\n") }
    case 7: return try put("sources/\(pick(Self.sources)).md") { $0.source(named: $1) }
    case 8: return try delete("sources/\(pick(Self.sources)).md")
    case 9:
      let (from, to) = (pick(Self.sources), pick(Self.sources))
      guard from != to, folder.exists("seeds/sources/\(from).md"), !folder.exists("seeds/sources/\(to).md") else { return "none" }
      try FileManager.default.moveItem(atPath: seeds + "/sources/\(from).md", toPath: seeds + "/sources/\(to).md")
      return "rename \(from) to \(to)"
    case 10: return try rewrite("sources/\(pick(Self.sources)).md") { text, _ in
      text.replacingOccurrences(of: "publish: full", with: "publish: excerpts") }
    case 11: return try rewrite("sources/\(pick(Self.sources)).md") { text, _ in
      text.replacingOccurrences(of: "publish: excerpts", with: "publish: full") }
    case 12: return try rewrite("sources/\(pick(Self.sources)).md") { $0.replacingOccurrences(of: "title: ", with: "title: \($1.prefix(1))") }
    case 13: return try put("sources/\(pick(Self.sources)).en.md") { edits, _ in
      "## Part\n\nLin Yuan spoke of \(edits.number) things.\n\n…\n" }
    case 14: return try delete("sources/\(pick(Self.sources)).en.md")
    case 15: return try rewrite("entities/\(pick(Self.entities).path).md") { $0 + "\n" + $1 + "[@daily 1]\n" }
    case 16:
      let entity = pick(Self.entities)
      return try put("entities/\(entity.path).md") { edits, _ in edits.entity(entity) }
    case 17: return try delete("entities/\(pick(Self.entities).path).md")
    case 18: return try put("entities/\(pick(Self.entities).path).en.md") { edits, _ in "The English of edit \(edits.number).\n" }
    case 19: return try put("zhujie.yml") { edits, _ in "title: {zh: 報告\(edits.number), en: Report}\n" }
    case 20: return try put("decisions.yml") { edits, _ in
      "- {quote: \(edits.pick(Self.names)), is-not: lin-yuan}\n" }
    case 21: return try put("glossary.yml") { _, _ in "rules:\n  - {from: 发布, to: 發佈, target: zh-Hant}\n" }
    case 22: return try put("figures.yml") { edits, _ in
      "figures:\n  - id: size\n    metric: {zh: 規模, en: Size}\n    subject: yuanshan\n    statements:\n"
        + "      - {value: \(edits.number)億元, source: [daily, 1]}\n      - {value: 5億元, source: [weekly, 1]}\n" }
    case 23: return try put("contradictions.yml") { edits, _ in
      "- id: who\n  question: {zh: 誰說的\(edits.number), en: Who said it}\n  entities: [lin-yuan]\n  statements:\n"
        + "    - {text: {zh: 一, en: one}, source: [daily, 1]}\n    - {text: {zh: 二, en: two}, source: [weekly, 2]}\n" }
    case 24: return try put("report/01-start.md") { edits, _ in
      "---\ntitle: 開頭\n---\n\(edits.sentence())[@weekly 1]\n\n```network\nnodes: [lin-yuan, yuanshan]\nlinks: together\n```\n" }
    case 25: return try put("../Templates/assets/zhujie.css") { edits, _ in "body { order: \(edits.number); }\n" }
    default: return try delete(pick(["decisions.yml", "glossary.yml", "figures.yml", "contradictions.yml", "report/01-start.md",
      "../Templates/assets/zhujie.css"]))
    }
  }

  // MARK: Files

  private func write(_ name: String, _ text: String) throws { try folder.write(["seeds/" + name: text]) }

  private mutating func put(_ name: String, _ text: (inout RandomEdits, String) -> String) throws -> String {
    try write(name, text(&self, name))
    return "write \(name)"
  }

  /// Changes a file that is there; `change` is given its text and a new sentence.
  private mutating func rewrite(_ name: String, _ change: (String, String) -> String) throws -> String {
    guard folder.exists("seeds/" + name) else { return "none" }
    try write(name, change(folder.read("seeds/" + name), sentence()))
    return "edit \(name)"
  }

  private func delete(_ name: String) throws -> String {
    guard folder.exists("seeds/" + name) else { return "none" }
    try FileManager.default.removeItem(atPath: seeds + "/" + name)
    return "delete \(name)"
  }

  // MARK: Texts

  private mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: 0..<choices.count, using: &generator)]
  }

  private mutating func sentence() -> String {
    let (first, second) = (pick(Self.names), pick(Self.names))
    return pick([
      "\(first)說，\(second)去年投入了\(number)億元。", "三年後\(first)與\(second)在北京見面。", "\(first)没有回答。",
      "「這是\(second)的決定。」\(first)說。",
    ])
  }

  private mutating func source(_ id: String) -> String {
    let cited = pick(Self.sources)
    return """
      ---
      title: \(id)的第\(number)篇
      date: 2025-0\(Int.random(in: 1...9, using: &generator))-11
      publish: full
      ---
      ## 一

      \(sentence())\(sentence())

      \(sentence())見[另一篇](\(cited).md)。[@\(cited) 1]

      ## 二

      \(sentence())

      """
  }

  private mutating func source(named path: String) -> String {
    source(String(path.dropFirst("sources/".count).dropLast(3)))
  }

  private mutating func entity(_ entity: (path: String, kind: String, id: String, name: String, english: String)) -> String {
    let other = pick(Self.entities)
    let aliases = entity.id == "lin-yuan" && number % 2 == 0 ? "aliases: [林總]\n" : ""
    let date = entity.kind == "event" ? "date: 2025-03\n" : ""
    return """
      ---
      id: \(entity.id)
      kind: \(entity.kind)
      names: {zh-Hant: \(entity.name), en: \(entity.english)}
      \(aliases)\(date)relations: [{is: rival-of, target: \(other.id), source: [daily, 1]}]
      ---
      \(sentence())

      """
  }
}
