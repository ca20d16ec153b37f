import ZhujieText

/// The small folding that quantities need: both scripts' forms of numerals, units and date words to
/// one, full-width forms to ASCII, every space to a space and every dash to a hyphen.
///
/// 週 stays apart from 周: only the latter also writes 四周, "all around".
enum Folding {
  /// A Traditional form and the Simplified one, in turns.
  private static let pairs =
    "億亿萬万兩两倆俩幾几數数貳贰陸陆個个箇个塊块圓圆幣币歐欧鎊镑韓韩盧卢國国雙双節节慶庆誕诞"
    + "勞劳動动陽阳聖圣過过約约將将滿满於于來来後后這这財财紀纪歷历曆历歲岁種种類类項项條条筆笔"
    + "間间棟栋層层輛辆張张冊册頁页樓楼顆颗隊队組组對对輪轮屆届場场盤盘門门畝亩戶户區区縣县釐厘"
    + "納纳頃顷噸吨時时參参詞词級级員员發发點点鐘钟鍾钟號号臺台隻只餘余達达內内連连續续長长經经"
    + "驗验積积學学會会議议舉举報报結结營营潤润虧亏損损資资產产補补貼贴罰罚獎奖墊垫開开銷销額额"
    + "費费價价課课訂订單单貨货銀银銖铢蘇苏當当應应較较從从與与進进廣广寬宽頭头聲声艙舱碼码檔档"
    + "裝装專专業业務务線线際际實实現现職职則则標标準准處处們们說说響响傳传記记為为爲为並并還还"
    + "讓让總总沒没別别頓顿預预計计劃划擬拟淨净債债錢钱壓压輯辑幀帧圖图齣出盞盏頂顶齡龄賬账帳帐"
    + "購购買买賣卖館馆樁桩極极邊边關关圍围論论縮缩勢势禮礼臘腊災灾戰战無无獲获獨独戲戏隨随飛飞"
    + "騰腾屬属須须願愿顯显體体麼么鈔钞撥拨贈赠備备臨临籌筹佈布聞闻劑剂針针錄录龍龙競竞賽赛東东"
    + "壽寿壺壶錠锭顏颜題题樣样檯台噚㖊闋阕闆板闊阔園园廠厂鎮镇鄉乡島岛駐驻軍军團团艦舰彈弹師师"
    + "證证薦荐簽签贊赞讚赞檢检測测調调遞递減减遷迁運运輸输轉转"

  /// The folded value of every scalar of the Basic Multilingual Plane.
  static let table: [UInt16] = {
    var table = (0...UInt32(UInt16.max)).map { UInt16($0) }
    let forms = pairs.unicodeScalars.map { UInt16(truncatingIfNeeded: $0.value) }
    for k in stride(from: 0, to: forms.count - 1, by: 2) { table[Int(forms[k])] = forms[k + 1] }
    // Full-width ASCII, letters and digits and signs alike; but the comma and the colon stay, for
    // between numbers they are punctuation of the sentence.
    for v in 0xFF01...0xFF5E where v != 0xFF0C && v != 0xFF1A { table[v] = UInt16(v - 0xFEE0) }
    for v in 0..<0x3001 where ScalarClass.isSpace(UInt32(v)) { table[v] = 0x20 }
    for v in [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2015, 0x2212] { table[v] = 0x2D }
    for v in [0x301C, 0x223C, 0x02DC] { table[v] = 0x7E }
    // ○ and ◯ for 〇, ￥ for ¥, ￡ for £.
    table[0x25CB] = 0x3007
    table[0x25EF] = 0x3007
    table[0xFFE5] = 0xA5
    table[0xFFE1] = 0xA3
    // Our own marks must not come from the text.
    for v in 0xFFF0...0xFFFF { table[v] = 0xFFFC }
    return table
  }()

  /// A word in either script as folded codes.
  static func codes(_ word: String) -> [Code] {
    word.unicodeScalars.map { scalar in
      scalar.value <= 0xFFFF ? Code(value: table[Int(scalar.value)]) : .astral
    }
  }
}
