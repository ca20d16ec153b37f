import ZhujieText

/// What a relation is called, seen from the entity that states it and from the other end. A kind that is not known is
/// shown as written.
enum RelationText {
  static func of(_ kind: String, isInverse: Bool, in language: Language) -> String {
    guard let known = table[kind] else {
      return isInverse ? "← " + kind : kind
    }
    return (isInverse ? known.1 : known.0)[language]
  }

  private static func t(_ hant: String, _ hans: String, _ en: String) -> Localized<String> {
    Localized(zhHant: hant, zhHans: hans, en: en)
  }

  private static let table: [String: (Localized<String>, Localized<String>)] = [
    "maker-of": (t("出品", "出品", "maker of"), t("出品方", "出品方", "made by")),
    "part-of": (t("屬於", "属于", "part of"), t("下轄", "下辖", "includes")),
    "invested-in": (t("投資", "投资", "invested in"), t("投資方", "投资方", "investor")),
    "member-of": (t("成員之一", "成员之一", "member of"), t("成員", "成员", "member")),
    "successor-of": (t("接續", "接续", "successor of"), t("由其接續", "由其接续", "succeeded by")),
    "predecessor-of": (t("前身", "前身", "predecessor of"), t("後身", "后身", "preceded by")),
    "rival-of": (t("對手", "对手", "rival of"), t("對手", "对手", "rival of")),
    "built-on": (t("建基於", "建基于", "built on"), t("其上有", "其上有", "underlies")),
    "founder-of": (t("創辦", "创办", "founder of"), t("創辦人", "创办人", "founded by")),
    "head-of": (t("負責", "负责", "head of"), t("負責人", "负责人", "headed by")),
    "user-of": (t("使用", "使用", "user of"), t("使用者", "使用者", "used by")),
    "partner-of": (t("合作", "合作", "partner of"), t("合作", "合作", "partner of")),
    "participant-of": (t("參與", "参与", "took part in"), t("參與者", "参与者", "participant")),
    "took-place-at": (t("地點", "地点", "took place at"), t("在此發生", "在此发生", "place of")),
    "variant-of": (t("版本之一", "版本之一", "version of"), t("版本", "版本", "version")),
    "about": (t("涉及", "涉及", "about"), t("見於", "见于", "described in")),
    "reports-to": (t("匯報給", "汇报给", "reports to"), t("下屬", "下属", "led by it")),
    "acquired": (t("收購", "收购", "acquired"), t("收購方", "收购方", "acquired by")),
  ]
}
