/// Forms that a region never writes, with those that it writes for them: what the Traditional characters of a line become
/// that is of both scripts and goes to Taiwan or Hong Kong. A line that is Traditional altogether stays as it is.
///
/// Only glyphs of one character are here, not words that a region spells otherwise: 汙 and 污 or 線 and 綫 stay.
struct RegionalGlyphs: Sendable {
  private let forms: [UInt32: UInt32]
  /// A bit for the low bits of each form, to pass over most characters without a look-up.
  private let firsts: UInt64

  static func of(_ target: ConversionTarget) -> RegionalGlyphs {
    switch target {
    case .hans, .hant: none
    case .hantTW: taiwan
    case .hantHK: hongKong
    }
  }

  private static let none = RegionalGlyphs("")
  private static let taiwan = RegionalGlyphs(
    "裏裡 着著 爲為 羣群 峯峰 衆眾 僞偽 麪麵 衞衛 説說 綫線 牀床 啓啟 喫吃 鈎鉤 温溫 脱脫 税稅 鋭銳 悦悅 閲閱 户戶 葱蔥 藴蘊 卧臥 敍敘 糉粽 竈灶 脣唇 兑兌"
  )
  private static let hongKong = RegionalGlyphs("裡裏 爲為 衆眾 僞偽 牀床 啓啟 喫吃 糉粽 竈灶 脣唇")

  private init(_ pairs: String) {
    forms = Dictionary(
      uniqueKeysWithValues: pairs.split(separator: " ").map { pair in
        let scalars = pair.unicodeScalars.map(\.value)
        return (scalars[0], scalars[1])
      }
    )
    firsts = forms.keys.reduce(0) { $0 | 1 << UInt64($1 & 63) }
  }

  @inline(__always)
  func form(of scalar: UInt32) -> UInt32 {
    firsts >> UInt64(scalar & 63) & 1 == 0 ? scalar : forms[scalar] ?? scalar
  }
}
