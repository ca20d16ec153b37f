/// Spellings that are wrong in Traditional although their characters are variants in other words: 旅游, 雜志.
enum Misspellings {
  private static let spellings = """
    旅游 游客 游戲 游行 游覽 導游 郊游 游記 游樂 游艇 出游 游學 秋千 雜志 日志 標志 網志 委托 信托 受托 采用 采取 采購
    采訪 采集 采納 采樣 采買 開采 采礦 采光 卷入 卷起 卷土 席卷 龍卷 胡子 胡須 存折 舍棄 舍不 取舍 割舍 施舍 詞匯 字匯 精致
    細致 强奸 強奸 通奸 并且 并非 并不 并購 合并 吞并 兼并 余額 余地 剩余 業余 其余 多余
    游子 手表 名表 鐘表 懷表 腕表 秒表 戴表 看表
    """

  private static let pairs: Set<UInt64> = Set(
    spellings.split(whereSeparator: \.isWhitespace).compactMap { spelling in
      let scalars = spelling.unicodeScalars.map { UInt64($0.value) }
      return scalars.count == 2 ? scalars[0] << 32 | scalars[1] : nil
    }
  )

  static func contains(_ first: UInt32, _ second: UInt32) -> Bool {
    pairs.contains(UInt64(first) << 32 | UInt64(second))
  }
}
