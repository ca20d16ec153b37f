/// How characters with several forms are written in names of people and places.
enum NameForms {
  /// Surnames, by their Simplified and Traditional form.
  private static let surnames = pairs(
    "于于 余余 范范 姜姜 谷谷 岳岳 卜卜 涂涂 曲曲 党党 郁郁 沈沈 游游 朴朴 钟鍾 种种 丑丑 万萬 叶葉 苏蘇 宁寧"
  )
  /// Characters of given names and of names that spell foreign sounds.
  private static let inner = pairs(
    "里里 干干 台台 升升 松松 范范 志志 布布 云雲 谷谷 余余 于于 岳岳 准準 丰豐 沈沈 游游 舍舍 斗斗 克克 托托 周周 卜卜 姜姜 征征 朱朱 凌凌 几幾 扎扎 向向 采采 冬冬 秋秋 当當 回回 核核 卷卷 席席 家家 岩岩 郁郁 钟鍾"
  )

  static func form(of scalar: UInt32, isFirst: Bool) -> UInt32? {
    isFirst ? surnames[scalar] ?? inner[scalar] : inner[scalar]
  }

  private static func pairs(_ text: String) -> [UInt32: UInt32] {
    Dictionary(
      text.split(separator: " ").map { pair in
        let scalars = String(pair).scalarValues
        return (scalars[0], scalars[scalars.count - 1])
      },
      uniquingKeysWith: { first, _ in first }
    )
  }
}
