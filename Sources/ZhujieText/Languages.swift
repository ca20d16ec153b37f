/// One of the two ways to write Chinese.
public enum Script: String, Sendable, CaseIterable {
  case traditional = "hant"
  case simplified = "hans"
}

/// What a page is written in. The raw value is the BCP 47 tag of `<html lang>`.
public enum Language: String, Sendable, CaseIterable {
  case zhHant = "zh-Hant"
  case zhHans = "zh-Hans"
  case en = "en"

  /// The folder of the language in the site.
  public var folder: String { rawValue.lowercased() }

  /// The Chinese script of the language's pages; nil for English.
  public var script: Script? {
    switch self {
    case .zhHant: .traditional
    case .zhHans: .simplified
    case .en: nil
    }
  }
}

/// One value a language. Three fields, so that a forgotten language does not compile.
public struct Localized<Value> {
  public var zhHant: Value
  public var zhHans: Value
  public var en: Value

  public init(zhHant: Value, zhHans: Value, en: Value) {
    self.zhHant = zhHant
    self.zhHans = zhHans
    self.en = en
  }

  public subscript(_ language: Language) -> Value {
    switch language {
    case .zhHant: zhHant
    case .zhHans: zhHans
    case .en: en
    }
  }

  public func map<Result>(_ transform: (Value) throws -> Result) rethrows -> Localized<Result> {
    try Localized<Result>(zhHant: transform(zhHant), zhHans: transform(zhHans), en: transform(en))
  }
}

extension Localized: Sendable where Value: Sendable {}
extension Localized: Equatable where Value: Equatable {}
extension Localized: Hashable where Value: Hashable {}
