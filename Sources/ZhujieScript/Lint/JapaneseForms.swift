/// Forms that only Japanese writes, with the Traditional ones: no table of conversion knows them, as they are of
/// neither script.
enum JapaneseForms {
  static let traditional: [UInt32: UInt32] = {
    let pairs = """
      発發 髪髮 経經 図圖 気氣 広廣 変變 売賣 読讀 対對 関關 戦戰 続續 転轉 駅驛 労勞 単單 栄榮 沢澤 検檢 帰歸 総總 歩步 黒黑 \
      徳德 拡擴 択擇 権權 歓歡 桜櫻 楽樂 渋澀 済濟 滝瀧 焼燒 獣獸 稲稻 穂穗 縄繩 繊纖 聴聽 臓臟 覚覺 観觀 訳譯 譲讓 \
      豊豐 鉄鐵 鉱鑛 錬鍊 雑雜 霊靈 顕顯 験驗 黙默 齢齡 塩鹽 団團 圧壓 壊壞 奨獎 実實 専專 嬢孃 巣巢 帯帶 弾彈 従從 徴徵 恵惠 悪惡 \
      懐懷 戯戲 払拂 抜拔 拝拜 挙舉 掲揭 揺搖 摂攝 斎齋 暁曉 曽曾 様樣 歯齒 歳歲 毎每 氷冰 浄淨 渓溪 満滿 瀬瀨
      """
    return Dictionary(
      pairs.split(whereSeparator: \.isWhitespace).compactMap { pair in
        let scalars = pair.unicodeScalars.map(\.value)
        return scalars.count == 2 && scalars[0] != scalars[1] ? (scalars[0], scalars[1]) : nil
      },
      uniquingKeysWith: { first, _ in first }
    )
  }()

  /// A text with the Traditional forms in their place.
  static func replaced(in text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      view.append(traditional[scalar.value].flatMap(Unicode.Scalar.init) ?? scalar)
    }
    return String(view)
  }
}
