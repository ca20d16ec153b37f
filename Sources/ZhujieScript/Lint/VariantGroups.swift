/// Forms of one character that a text may choose between, but should choose once.
enum VariantGroups {
  /// The form that modern usage prefers comes first.
  private static let groups: [[UInt32]] = [
    "為爲", "群羣", "峰峯", "裡裏", "眾衆", "偽僞", "吃喫", "啟啓", "說説", "衛衞", "線綫", "溫温", "麵麪", "床牀", "鉤鈎", "脫脱",
    "稅税", "銳鋭", "悅悦", "閱閲", "秘祕", "唇脣", "韁繮", "痴癡", "粽糉", "灶竈", "恆恒", "戶户", "內内", "真眞", "教敎", "黃黄",
    "錄録", "清淸", "青靑", "冊册", "污汙", "蔥葱", "媽媽", "蘊藴", "醞醖", "妝粧", "踴踊", "癒愈", "查査", "綠緑", "產産", "顏顔",
    "暨曁", "既旣", "即卽", "鄉鄕", "晚晩", "別别", "沒没", "兌兑", "俞兪", "歲嵗", "強强", "卻却", "鐮鎌", "櫃匱", "濕溼", "嬀媯",
  ].map { $0.unicodeScalars.map(\.value) }.filter {
    $0.count == 2 && $0[0] != $0[1] && !isOtherWord($0)
  }

  /// Pairs that look like variants and are two words.
  private static func isOtherWord(_ pair: [UInt32]) -> Bool {
    ["癒愈", "櫃匱"].contains { $0.unicodeScalars.map(\.value) == pair }
  }

  static let all = groups

  /// The index of the group of each form.
  static let groupOf: [UInt32: Int] = {
    var result: [UInt32: Int] = [:]
    for (index, group) in groups.enumerated() { for form in group { result[form] = index } }
    return result
  }()

  /// Forms that OpenCC's internal standard writes and no modern standard does.
  static let internalForms: Set<UInt32> = Set("爲羣峯衆僞喫纔牀覈麪竈糉癡皁".unicodeScalars.map(\.value))

  /// Pairs of which either is accepted wherever a dictionary wants the other: usage is divided.
  static let divided: Set<UInt64> = {
    let pairs = [
      "佈布", "週周", "佔占", "採采", "瞭了", "臺台", "檯台", "檯臺", "纔才", "喫吃", "迴回", "託托", "遊游", "閒閑", "巖岩",
      "誌志", "註注",
      "藉借", "慾欲", "捲卷", "唸念", "兇凶", "儘盡", "併並", "並并", "併并", "昇升", "絃弦", "覈核", "鑑鑒", "讚贊", "歎嘆",
      "煙菸",
      "燻熏", "燻薰", "熏薰", "摺折", "僱雇", "咨諮", "黴霉", "傭佣", "綵彩", "夥伙", "傢家", "捨舍", "復覆", "複覆",
      "鬨哄",
      "噹當", "飢饑", "矇蒙", "濛蒙", "鍊鏈", "鍊煉", "姦奸", "痠酸", "糰團", "著着", "裡裏", "為爲", "群羣", "峰峯", "眾衆",
      "啟啓",
      "說説", "衛衞", "線綫", "溫温", "麵麪", "床牀", "洩泄", "污汙", "祕秘", "棲栖", "鋪舖", "帳賬", "彙匯", "滙匯", "淒悽",
      "杯盃",
      "偽僞", "鉅巨", "姪侄", "娘孃", "嶽岳", "硃朱", "樑梁", "簷檐", "沉沈", "麽麼", "么麼", "幺么", "傑杰", "蹟跡", "逕徑",
      "倖幸",
      "牠它", "妳你", "祂他", "餵喂", "嚐嘗", "噪譟", "嘩譁", "蔘參", "癒愈", "甦蘇", "隻衹", "只衹", "只祇", "鹼碱", "稜棱",
      "韁繮",
      "緻致", "徬彷", "闆板", "佣傭", "鬍胡", "鞦秋", "韆千", "甯寧", "蓆席", "蹓溜", "豔艷", "鵰雕", "彫雕", "鍾鐘", "濬浚",
      "衝沖",
      "盪蕩", "匯彙", "砲炮", "溼濕", "伕夫", "洩泄", "汎泛", "氾泛", "崙侖", "崑昆", "佪徊", "獃呆", "衚胡", "衕同", "箇個",
      "榦幹",
      "游遊", "干乾", "證証", "幹干", "釐厘", "扎紮", "紮札", "托託", "裊嫋", "皁皂", "槓杠", "桿杆", "鏟剷", "剎刹", "群羣",
      "製制", "鏈煉", "溪谿", "挨捱", "背揹", "戚慼", "局侷", "拐柺", "惡噁", "扣釦", "周賙", "瑯琅", "曲麴", "搜蒐",
      "挽輓", "蕓芸", "苔薹", "克剋", "蔭廕", "蔑衊", "糊餬", "玩翫", "澄澂", "沾霑", "冑胄", "毀燬", "鎌鐮", "鹵滷", "抬擡",
      "仿彷",
      "修脩", "表錶", "升陞", "陞昇", "罈壇", "灩灧",
    ]
    // Of these the two words are confused in earnest, and the confusion is a finding.
    let apart: Set<String> = ["干乾", "幹干", "製制", "衝沖", "鍾鐘"]
    var result: Set<UInt64> = []
    for pair in pairs where !apart.contains(pair) {
      let forms = pair.unicodeScalars.map { UInt64($0.value) }
      guard forms.count == 2 else { continue }
      result.insert(forms[0] << 32 | forms[1])
      result.insert(forms[1] << 32 | forms[0])
    }
    return result
  }()

  /// 複查 and 復查 are both written; 複 in 恢復 is wrong.
  static func isDivided(_ scalar: UInt32, before next: UInt32) -> Bool {
    (scalar == 0x8907 || scalar == 0x5FA9) && dividedAfterAgain.contains(next)
  }

  private static let dividedAfterAgain = Set("審查核議檢診習試讀驗審訂".unicodeScalars.map(\.value))

  static func isDivided(_ a: UInt32, _ b: UInt32) -> Bool {
    divided.contains(UInt64(a) << 32 | UInt64(b))
  }
}
