import ZhujieText

/// The few words that pictures bring themselves.
enum PictureWords {
  static let data = t("資料表", "数据表", "Data as a table")
  static let date = t("日期", "日期", "Date")
  static let event = t("事件", "事件", "Event")
  static let from = t("自", "自", "From")
  static let to = t("至", "至", "To")
  static let tie = t("關係", "关系", "Tie")
  static let evidence = t("依據", "依据", "Evidence")
  static let order = t("順序", "顺序", "Order")
  static let step = t("步驟", "步骤", "Step")

  static func name(of kind: PictureKind) -> Localized<String> {
    switch kind {
    case .timeline: t("時間線", "时间线", "Timeline")
    case .stack: t("層次", "层次", "Layers")
    case .network: t("關係圖", "关系图", "Network")
    case .chart: t("條形圖", "条形图", "Chart")
    case .cast: t("人物", "人物", "People")
    case .figures: t("數字", "数字", "Figures")
    case .members: t("成員", "成员", "Members")
    }
  }

  static func comparator(_ comparator: PictureComparator) -> Localized<String> {
    switch comparator {
    case .moreThan: t("超過", "超过", "more than ")
    case .atLeast: t("至少", "至少", "at least ")
    case .about: t("約", "约", "about ")
    case .atMost: t("至多", "至多", "at most ")
    case .lessThan: t("不足", "不足", "less than ")
    }
  }

  static func check(_ check: PictureCheck) -> (glyph: String, words: Localized<String>) {
    switch check {
    case .agree: ("✓", t("兩源相符", "两源相符", "Sources agree"))
    case .holds: ("∑", t("算式吻合", "算式吻合", "Arithmetic holds"))
    case .one: ("○", t("單源", "单源", "One source"))
    case .conflict: ("≠", t("有出入", "有出入", "In conflict"))
    }
  }

  private static func t(_ zhHant: String, _ zhHans: String, _ en: String) -> Localized<String> {
    Localized(zhHant: zhHant, zhHans: zhHans, en: en)
  }
}
