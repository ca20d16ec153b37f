import ZhujieText

/// The small folding that quantities need: both scripts' forms of numerals, units and date words to
/// one, full-width forms to ASCII, every space to a space and every dash to a hyphen.
///
/// 週 stays apart from 周: only the latter also writes 四周, "all around".
enum Folding {
  /// A Traditional form and the Simplified one, in turns.
  private static let pairs =
    "並并乾干亞亚佈布佔占併并來来侖仑侷局係系倆俩個个側侧傑杰備备傢家傳传債债僅仅價价億亿兌兑"
    + "兒儿內内兩两冊册別别剋克剛刚創创劃划劑剂動动務务勝胜勞劳勢势區区參参員员問问單单噸吨噹当"
    + "嚮向國国圍围園园圓圆圖图團团報报場场塊块壇坛夥伙婦妇學学實实將将對对導导屆届層层屬属峯峰"
    + "島岛峽峡崙仑帥帅師师幀帧幣币幹干幾几張张強强彆别後后徑径從从徵征慶庆應应戰战戶户捲卷換换"
    + "揮挥損损摺折撥拨擊击據据擬拟擲掷攝摄敎教敵敌數数斷断於于昇升時时晝昼曆历會会朮术東东條条"
    + "棟栋棧栈業业極极榦干槍枪樁桩樂乐樓楼標标樣样樹树橋桥機机檔档檯台檻槛權权歐欧歲岁歷历毬球"
    + "氣气汙污決决淨净減减測测準准溝沟溫温滿满潤润灣湾為为無无煙烟燈灯營营爭争爲为爾尔獎奖獨独"
    + "獸兽現现瑪玛環环瓊琼產产産产畝亩畫画當当疊叠痠酸發发盃杯盞盏盤盘盧卢眾众瞭了碼码禮礼稅税"
    + "種种稱称穀谷積积筆笔箇个節节簽签籤签糰团紀纪約约紅红納纳紐纽紙纸級级終终組组結结統统經经"
    + "綫线維维網网綴缀線线緻致縛缚縣县總总績绩織织繙翻繫系續续罈坛罰罚羅罗羣群義义聖圣聯联聲声"
    + "職职腦脑腳脚臉脸臘腊臟脏臨临臺台舉举舊旧艙舱茲兹華华菸烟萬万蓆席蘊蕴蘭兰處处號号虧亏蟲虫"
    + "衆众術术補补裝装製制見见規规視视親亲計计記记許许訴诉診诊註注評评詞词話话誌志認认誕诞語语"
    + "調调談谈論论諜谍講讲謝谢譜谱譽誉變变讓让讚赞貓猫貝贝負负財财貨货貳贰貸贷費费貼贴資资賓宾"
    + "賦赋質质賬账賭赌購购賽赛贊赞車车軍军載载輕轻輛辆輪轮轉转辦办農农迴回這这進进遊游過过達达"
    + "違违遠远選选邊边郵邮鄉乡鄰邻釐厘針针鉅巨銖铢銷销鋪铺錢钱錶表鍾钟鎊镑鎖锁鎗枪鎮镇鏈链鐘钟"
    + "鑑鉴鑒鉴長长門门閉闭開开間间閤合闆板關关陞升陣阵陸陆陽阳隊队階阶際际險险隻只雙双離离難难"
    + "雲云電电鞦秋韆千韓韩頁页頂顶頃顷項项預预頭头頸颈顆颗額额顏颜類类風风颱台飛飞飯饭餅饼餘余"
    + "館馆馬马駕驾駛驶騰腾驗验驟骤髒脏體体鬆松魚鱼鳴鸣鵝鹅麴曲麵面黃黄點点鼕冬齊齐齡龄齣出龍龙"

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
    // The middle dots, of which one is the point of older newspapers.
    for v in [0x30FB, 0x2022, 0x2027] { table[v] = 0xB7 }
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
