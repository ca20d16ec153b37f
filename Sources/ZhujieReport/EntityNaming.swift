public import ZhujieEntities
public import ZhujieScript
public import ZhujieText

/// What an entity is called on the pages of each language.
///
/// One Chinese script is enough: the other is derived. An entity without a Chinese name is called by its English one everywhere,
/// and one without an English name by its pinyin, else by its Simplified name.
public struct EntityNaming: Sendable {
  private let toTraditional: Converter
  private let toSimplified: Converter

  public init(toTraditional: Converter, toSimplified: Converter) {
    self.toTraditional = toTraditional
    self.toSimplified = toSimplified
  }

  public func names(of entity: Entity) -> Localized<String> {
    let names = entity.names
    let hant = names.zhHant ?? names.zhHans.map { toTraditional.convert($0) }
    let hans = names.zhHans ?? names.zhHant.map { toSimplified.convert($0) }
    let fallback = names.en ?? entity.pinyin ?? entity.id.string
    return Localized(
      zhHant: hant ?? fallback, zhHans: hans ?? fallback,
      en: names.en ?? entity.pinyin.map(Self.plain) ?? hans ?? fallback)
  }

  /// The script of the name that is not written in the entity's file.
  public func derivedScript(of entity: Entity) -> Script? {
    switch (entity.names.zhHant, entity.names.zhHans) {
    case (nil, .some): .traditional
    case (.some, nil): .simplified
    default: nil
    }
  }

  /// A name or MultilingualText in one language, converted where only the other script is given.
  public func text(_ text: MultilingualText, in language: Language) -> String? {
    switch language {
    case .zhHant:
      text.zhHant ?? (text.zh ?? text.zhHans).map { toTraditional.convert($0) } ?? text.en
    case .zhHans:
      text.zhHans ?? (text.zh ?? text.zhHant).map { toSimplified.convert($0) } ?? text.en
    case .en:
      text.en ?? text.zhHans ?? text.zh ?? text.zhHant
    }
  }

  public func convert(_ text: String, to script: Script) -> String {
    script == .traditional ? toTraditional.convert(text) : toSimplified.convert(text)
  }

  /// Pinyin without tone marks.
  private static func plain(_ pinyin: String) -> String { PinyinKey.withoutTones(pinyin) }
}
