import ZhujieEntities
import ZhujieInput
import ZhujieReport
import ZhujieScript
import ZhujieText

/// The file of an entity to begin with.
public struct EntityStub: Sendable {
  /// The words for the five kinds.
  public static let kinds = EntityKind.allCases.map(\.rawValue)

  public static func isID(_ text: String) -> Bool { EntityID(text) != nil }

  public let id: String
  /// Below the seeds.
  public let path: String
  public let text: String

  /// Without an `id` one is made of the pinyin or the Latin letters of the name; of a name with neither, from its characters'
  /// numbers in Unicode. Nil where `kind` is none of the five or `id` is no ID.
  public init?(kind: String, name: String, id: String?, pinyin: String?) {
    guard let kind = EntityKind(rawValue: kind) else { return nil }
    let proposed = id ?? Self.id(from: pinyin ?? name) ?? Self.id(fromNumbersOf: name, kind: kind)
    guard let id = EntityID(proposed) else { return nil }
    self.id = id.string
    path = "entities/\(kind.folder)/\(id).md"
    var lines = [
      "---", "id: \(id)", "kind: \(kind.rawValue)", "names: {\(Self.names(from: name))}",
    ]
    if let pinyin { lines.append("pinyin: \(JSONText.quoted(pinyin))") }
    if kind == .event { lines.append("# date: 2025-03-13") }
    text = (lines + ["---", ""]).joined(separator: "\n")
  }

  /// The file of the project's entity that has this ID already; nil where it is free.
  public func holder(in seeds: String) throws(BuildError) -> String? {
    do {
      let names = try ProjectReader.names(folder: seeds)
      return EntityID(id).flatMap { names.entities[$0] }?.file.path.string
    } catch {
      throw .input(error)
    }
  }

  /// `zh-Hans: "林远", zh-Hant: "林遠"`, whichever of them was given, or `en: "…"`.
  static func names(from name: String) -> String {
    guard name.unicodeScalars.contains(where: { ScalarClass.isHan($0.value) }) else {
      return "en: \(JSONText.quoted(name))"
    }
    let isTraditional =
      ScriptTables.builtIn.scriptEvidence(of: UTF8Text<ReadingSpace>(name)).script == .traditional
    let hans = isTraditional ? Converter(to: .hans).convert(name) : name
    let hant = isTraditional ? name : Converter(to: .hant).convert(name)
    return "zh-Hans: \(JSONText.quoted(hans)), zh-Hant: \(JSONText.quoted(hant))"
  }

  private static func id(from name: String) -> String? {
    let words = PinyinKey.sortKey(name).split(separator: " ")
    return words.isEmpty ? nil : words.joined(separator: "-")
  }

  private static func id(fromNumbersOf name: String, kind: EntityKind) -> String {
    ([kind.rawValue] + name.unicodeScalars.prefix(8).map { String($0.value, radix: 16) }).joined(
      separator: "-"
    )
  }
}
