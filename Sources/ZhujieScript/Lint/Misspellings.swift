/// Spellings that are wrong in Traditional although their characters are variants in other words: 旅游, 雜志.
enum Misspellings {
  private static let spellings = """
    旅游 游客 游戲 游行 游覽 導游 郊游 游記 游樂 游艇 出游 游學 秋千 雜志 日志 標志 網志 委托 信托 受托 采用 采取 采購
    采訪 采集 采納 采樣 采買 開采 采礦 采光 卷入 卷起 卷土 席卷 龍卷 胡子 胡須 存折 舍棄 舍不 取舍 割舍 施舍 詞匯 字匯 精致
    細致 强奸 強奸 通奸 并且 并非 并不 并購 合并 吞并 兼并 余額 余地 剩余 業余 其余 多余
    游子 手表 名表 鐘表 懷表 腕表 秒表 戴表 看表
    遊泳 上遊 下遊 中遊 遊離 註意 關註 註射 註入 賭註 註重 傾註 灌註 貫註 週圍 週到 週全 週密 佈料 棉佈 抹佈 帆佈 瀑佈 佈匹 花佈 桌佈
    託盤 烘託 摩託 佔卜 誌願 誌向 意誌 同誌 誌氣 併且 併非 併不 吉兇 儘力 儘頭 儘心 儘興 無儘 摺磨 挫摺 曲摺 轉摺 打摺 骨摺 摺扣 夭摺 波摺
    夥食 夥房 傢庭 傢鄉 傢人 國傢 專傢 大傢 宿捨 校捨 房捨 農捨 唸頭 觀唸 概唸 紀唸 理唸 信唸 外彙 彙款 彙率 炊菸 菸霧 菸囪 菸火 檯灣 檯北
    慾速 藉錢 藉款 藉書 噹然 噹時 應噹 每噹 適噹 佔星 昇旗
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
