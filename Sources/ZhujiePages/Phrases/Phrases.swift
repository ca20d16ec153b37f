import ZhujieMarkdown
import ZhujieText

/// The words of the interface in one language. A phrase with `%` has a number or name put in its place.
struct Phrases: Sendable {
  let language: Language

  init(_ language: Language) {
    self.language = language
  }

  subscript(_ key: Key) -> String { key.text[language] }

  /// A phrase with `%` replaced.
  subscript(_ key: Key, _ value: some CustomStringConvertible) -> String {
    Self.filling(key.text[language], with: String(describing: value))
  }

  /// What stands before and after the `%` of a phrase.
  func around(_ key: Key) -> (before: HTML, after: HTML) {
    let text = key.text[language]
    let mark = text.utf8.firstIndex(of: UInt8(ascii: "%")) ?? text.endIndex
    return (.escaped(String(text[..<mark])), .escaped(String(text[mark...].dropFirst())))
  }

  /// What stands between the items of a list.
  var comma: String { language == .en ? ", " : "、" }
  var colon: String { language == .en ? ": " : "：" }

  /// Sentences of which some may be empty, one after another.
  func sentence(_ parts: String...) -> String {
    parts.filter { !$0.isEmpty }.map { $0 + (language == .en ? "." : "。") }
      .joined(separator: language == .en ? " " : "")
  }

  /// Every phrase by its name, for templates.
  var constants: ConstantTexts {
    ConstantTexts(texts: Key.allCases.map { ($0.rawValue, $0.text[language]) })
  }

  static let schema = ViewSchema(
    Dictionary(uniqueKeysWithValues: Key.allCases.map { ($0.rawValue, .text) }))

  /// A text with the first `%` replaced.
  private static func filling(_ text: String, with value: String) -> String {
    guard let mark = text.utf8.firstIndex(of: UInt8(ascii: "%")) else { return text }
    return text[..<mark] + value + text[text.utf8.index(after: mark)...]
  }
}

extension Phrases {
  enum Key: String, CaseIterable {
    case gap, skip, mainNavigation, languageNavigation, path, search, searchHint, searchButton, theme
    case home, report, sources, people, organizations, products, events, systems
    case timeline, figures, network, index, quality
    case person, organization, product, event, system
    case source, chapter, paragraph, paragraphNumber, mentions, mentionCount, paragraphs, entities, entitiesCounted
    case publisher, date, title, script, scriptTraditional, scriptSimplified, characters
    case digest, digestNotice, digestOf, restsOn, original, sourceLink
    case density, densityFull, densityQuiet, densityNone, columns, columnsSingle, columnsParallel
    case contents, lineKinds, lineFigures, converted, notTranslated, onlyChinese, untranslated, furniture
    case forms, traditionalForm, simplifiedForm, englishForm, alsoCalled, pinyin
    case description, roles, officeHolders, relations, everyMention, everyMentionHint, appearsWith, appearsWithHint
    case noMentions, editorial, absentSource, unknown, today, role, at, period, evidence
    case asWritten, value, where_ = "where", kind, status, finding, place, message, code
    case coverage, findings, noFindings, errors, warnings, notes, annotatedParagraphs, translatedParagraphs
    case citedStatements, derivedNames
    case notFoundTitle, notFoundText, chooseLanguage, generated, licence
    case byPinyin, allNames, together, networkHint, wholeTimeline, earlier, later, undated, title404 = "pageMissing"
    case figuresHint, timelineHint, indexHint, qualityHint, sourcesHint, amounts, percentages, counts
    case dates, durations, money, percent, count, duration, rank, vague, mentionsShort, dispersion, dispersionHint
    case statusConflict, statusAgreed, statusComputed, statusSingle, contradictions, contradictionsCounted
    case statements, statementsHint, ambiguities, ambiguitiesHint, undecidedForms, undecidedWords, candidates, reason
    case contradictionsHint, checks, metric, keyFigures, statusHint
    case editorNote, emendedFrom, moreNames
    case ledger, moreSources, sourceWithheld, display, displayHint, droppedSpaces, changedQuotes, widenedMarks, excerptNotice
    case omitted, staleTranslation, withheld, accounts, accountsHint, participants, silent
    case since, until, stillToday, moreRows, part, parts
    case unannotatedParagraphs, untranslatedParagraphs, uncitedStatements, conflicts, changedCitations
    case translationsToReview, decisionsToReview, doubtfulMentions, lintFindings, otherFindings, passage, sameAs
    case searchResults, searchNames, searchCount, searchMany, searchLeast, searchNothing, searchMore, searchBroken, searchPart
    case matchedEnglish, matchedPinyin, matchedInitials, matchedOther
  }
}

extension Phrases.Key {
  /// The phrase in each language.
  var text: Localized<String> {
    switch self {
    case .gap: t("", "", " ")
    case .skip: t("跳到正文", "跳到正文", "Skip to text")
    case .mainNavigation: t("主導覽", "主导览", "Main")
    case .languageNavigation: t("文字與語言", "文字与语言", "Script and language")
    case .path: t("路徑", "路径", "Path")
    case .search: t("搜尋名稱與全文", "搜索名称与全文", "Search names and texts")
    case .searchHint: t("名稱、拼音、任何字句", "名称、拼音、任何字句", "Name, pinyin, words")
    case .searchButton: t("搜尋", "搜索", "Search")
    case .theme: t("切換深淺色", "切换深浅色", "Switch light and dark")
    case .home: t("導讀", "导读", "Overview")
    case .report: t("報告", "报告", "Report")
    case .sources: t("來源", "来源", "Sources")
    case .people: t("人物", "人物", "People")
    case .organizations: t("機構", "机构", "Organizations")
    case .products: t("產品", "产品", "Products")
    case .events: t("事件", "事件", "Events")
    case .systems: t("結構", "结构", "Systems")
    case .timeline: t("時間線", "时间线", "Timeline")
    case .figures: t("數字", "数字", "Figures")
    case .network: t("關係", "关系", "Network")
    case .index: t("索引", "索引", "Index")
    case .quality: t("校勘", "校勘", "Quality")
    case .person: t("人物", "人物", "Person")
    case .organization: t("機構", "机构", "Organization")
    case .product: t("產品", "产品", "Product")
    case .event: t("事件", "事件", "Event")
    case .system: t("結構", "结构", "System")
    case .source: t("來源", "来源", "Source")
    case .chapter: t("章", "章", "Chapter")
    case .paragraph: t("段", "段", "¶")
    case .paragraphNumber: t("第%段", "第%段", "Paragraph %")
    case .mentions: t("提及", "提及", "Mentions")
    case .mentionCount: t("%處", "%处", "% mentions")
    case .mentionsShort: t("處", "处", "mentions")
    case .paragraphs: t("段落", "段落", "Paragraphs")
    case .entities: t("名稱條目", "名称条目", "Entries")
    case .entitiesCounted: t("%條", "%条", "% entries")
    case .publisher: t("刊出", "刊出", "Published by")
    case .date: t("日期", "日期", "Date")
    case .title: t("篇名", "篇名", "Title")
    case .script: t("文字", "文字", "Script")
    case .scriptTraditional: t("繁體", "繁体", "Traditional")
    case .scriptSimplified: t("簡體", "简体", "Simplified")
    case .characters: t("%字", "%字", "% characters")
    case .digest: t("摘述", "摘述", "Digest")
    case .digestNotice: t("本頁是摘述，不是原文。", "本页是摘述，不是原文。", "This page is a digest, not the original text.")
    case .digestOf: t("摘自", "摘自", "Digest of")
    case .restsOn: t("原文第%段", "原文第%段", "original ¶ %")
    case .original: t("原文", "原文", "Original")
    case .sourceLink: t("原文網址", "原文网址", "Address of the original")
    case .density: t("標註密度", "标注密度", "Density of annotation")
    case .densityFull: t("註本", "注本", "Annotated")
    case .densityQuiet: t("淡註", "淡注", "Quiet")
    case .densityNone: t("清本", "清本", "Clean")
    case .columns: t("欄", "栏", "Columns")
    case .columnsSingle: t("單欄", "单栏", "Single")
    case .columnsParallel: t("中英對照", "中英对照", "Parallel")
    case .contents: t("本篇目次", "本篇目次", "Contents")
    case .lineKinds: t("線型", "线型", "Lines")
    case .lineFigures: t("數字與相對日期", "数字与相对日期", "Figure, relative date")
    case .converted: t("由簡體轉換，只換字形。", "由繁体转换，只换字形。", "Chinese shown in the script of the source.")
    case .notTranslated: t("此段尚無英譯。", "此段尚无英译。", "Not translated; the Chinese original is shown.")
    case .onlyChinese: t("尚無英文說明。", "尚无英文说明。", "Only Chinese exists here; the original is shown.")
    case .untranslated: t("未譯", "未译", "not translated")
    case .furniture: t("頁面附屬文字，不計段、不標註", "页面附属文字，不计段、不标注", "Page furniture: neither numbered nor annotated")
    case .forms: t("寫法", "写法", "Written forms")
    case .traditionalForm: t("繁", "繁", "Trad.")
    case .simplifiedForm: t("簡", "简", "Simp.")
    case .englishForm: t("英", "英", "English")
    case .alsoCalled: t("又稱", "又称", "Also")
    case .pinyin: t("拼音", "拼音", "Pinyin")
    case .description: t("說明", "说明", "Description")
    case .roles: t("職務", "职务", "Roles")
    case .officeHolders: t("任職者", "任职者", "Held here")
    case .relations: t("關係", "关系", "Relations")
    case .everyMention: t("逐處索引", "逐处索引", "Every mention")
    case .everyMentionHint: t("依來源與段號；點段號到原處。", "依来源与段号；点段号到原处。", "By source and paragraph; each number leads to its place.")
    case .appearsWith: t("同段出現", "同段出现", "Appears with")
    case .appearsWithHint: t("按同段次數。", "按同段次数。", "By shared paragraphs.")
    case .noMentions: t("來源正文未以此名提及。", "来源正文未以此名提及。", "The sources do not mention it by name.")
    case .editorial: t("編者按", "编者按", "editorial")
    case .absentSource: t("本專案未收此來源", "本项目未收此来源", "source not in this project")
    case .unknown: t("未載", "未载", "not stated")
    case .today: t("今", "今", "present")
    case .role: t("職務", "职务", "Role")
    case .at: t("所在", "所在", "At")
    case .period: t("起訖", "起讫", "Period")
    case .evidence: t("依據", "依据", "Evidence")
    case .asWritten: t("原寫", "原写", "As written")
    case .value: t("值", "值", "Value")
    case .where_: t("出處", "出处", "Where")
    case .kind: t("類別", "类别", "Kind")
    case .status: t("狀態", "状态", "Status")
    case .finding: t("發現", "发现", "Finding")
    case .place: t("位置", "位置", "Place")
    case .message: t("內容", "内容", "Message")
    case .code: t("代碼", "代码", "Code")
    case .coverage: t("覆蓋", "覆盖", "Coverage")
    case .findings: t("校勘記", "校勘记", "Findings")
    case .noFindings: t("沒有發現。", "没有发现。", "No findings.")
    case .errors: t("錯誤", "错误", "Errors")
    case .warnings: t("警告", "警告", "Warnings")
    case .notes: t("說明", "说明", "Notes")
    case .annotatedParagraphs: t("有標註的段落", "有标注的段落", "Paragraphs with annotations")
    case .translatedParagraphs: t("有英譯的段落", "有英译的段落", "Paragraphs with English")
    case .citedStatements: t("有出處的陳述", "有出处的陈述", "Statements with citations")
    case .derivedNames: t("待核對的推導名稱", "待核对的推导名称", "Derived names to review")
    case .notFoundTitle: t("沒有這一頁", "没有这一页", "No such page")
    case .notFoundText: t("地址可能已變。從索引或來源找起。", "地址可能已变。从索引或来源找起。", "The address may have changed. Start from the index or the sources.")
    case .title404: t("缺頁", "缺页", "Missing page")
    case .chooseLanguage: t("選擇文字", "选择文字", "Choose a language")
    case .generated: t("由註解生成", "由注解生成", "Made with Zhujie")
    case .licence: t("授權", "授权", "Licence")
    case .byPinyin: t("依拼音", "依拼音", "By pinyin")
    case .allNames: t("全部名稱", "全部名称", "All names")
    case .together: t("同段", "同段", "Together")
    case .networkHint: t("線連起同段出現的名稱，越粗越常見；表中數字為段數。", "线连起同段出现的名称，越粗越常见；表中数字为段数。", "Lines join names that stand in one paragraph, the thicker the more often; the table counts those paragraphs.")
    case .wholeTimeline: t("看全部%件", "看全部%件", "See all %")
    case .earlier: t("前一事件", "前一事件", "Earlier")
    case .later: t("後一事件", "后一事件", "Later")
    case .undated: t("未載日期", "未载日期", "Undated")
    case .figuresHint: t("來源中的金額、比例與數量，照原寫列出，並附換算值。", "来源中的金额、比例与数量，照原写列出，并附换算值。", "Amounts, percentages and counts in the sources, as written and as values.")
    case .timelineHint: t("依日期排列；不確定的日期照原樣標出。", "依日期排列；不确定的日期照原样标出。", "In order of date; uncertain dates are shown as such.")
    case .indexHint: t("可用任一種中文字形、拼音或英文查找。", "可用任一种中文字形、拼音或英文查找。", "Find by either Chinese script, pinyin or English.")
    case .qualityHint: t("程式與編者發現的問題，公開列出。", "程序与编者发现的问题，公开列出。", "What the program and the editors found, in the open.")
    case .sourcesHint: t("每段有號；標註回到原段。", "每段有号；标注回到原段。", "Every paragraph is numbered; every note leads back to it.")
    case .amounts: t("金額", "金额", "Amounts")
    case .percentages: t("比例", "比例", "Percentages")
    case .counts: t("數量", "数量", "Counts")
    case .dates: t("日期", "日期", "Dates")
    case .durations: t("時長", "时长", "Durations")
    case .money: t("金額", "金额", "amount")
    case .percent: t("比例", "比例", "percentage")
    case .count: t("數量", "数量", "count")
    case .duration: t("時長", "时长", "duration")
    case .rank: t("名次", "名次", "rank")
    case .vague: t("約數", "约数", "vague")
    case .dispersion: t("分布", "分布", "Dispersion")
    case .dispersionHint: t("每格一段，有柱即提及。", "每格一段，有柱即提及。", "One step a paragraph; a bar where it is mentioned.")
    case .statusConflict: t("有出入", "有出入", "conflict")
    case .statusAgreed: t("兩源相符", "两源相符", "sources agree")
    case .statusComputed: t("算式吻合", "算式吻合", "arithmetic holds")
    case .statusSingle: t("單源", "单源", "one source")
    case .contradictions: t("分歧", "分歧", "Disagreements")
    case .contradictionsCounted: t("%處分歧", "%处分歧", "% disagreements")
    case .contradictionsHint: t("同一問題，來源各有說法，並排列出。", "同一问题，来源各有说法，并排列出。", "Questions that the sources answer differently, side by side.")
    case .checks: t("算式", "算式", "Checks")
    case .metric: t("指標", "指标", "Figure")
    case .keyFigures: t("關鍵數字", "关键数字", "Key figures")
    case .statusHint: t("≠ 有出入　✓ 兩源相符　∑ 算式吻合　○ 單源", "≠ 有出入　✓ 两源相符　∑ 算式吻合　○ 单源", "≠ conflict · ✓ sources agree · ∑ arithmetic holds · ○ one source")
    case .statements: t("言論", "言论", "Statements")
    case .statementsHint: t("來源引號中的話；說話人由程式推定。", "来源引号中的话；说话人由程序推定。", "Words in quotation marks; the speaker is inferred by rule.")
    case .ambiguities: t("字形待核", "字形待核", "Unclear conversions")
    case .ambiguitiesHint: t("一字可轉多字、程式難定之處；可在 decisions.yml 裁定。", "一字可转多字、程序难定之处；可在 decisions.yml 裁定。", "Characters with several forms where the choice was not clear; settle them in decisions.yml.")
    case .undecidedForms: t("前後沒有詞語可據以取捨", "前后没有词语可据以取舍", "no word around it decides between its forms")
    case .undecidedWords: t("前後另有一種斷詞，可能性相近", "前后另有一种断词，可能性相近", "another division of the words around it is nearly as likely")
    case .candidates: t("可作", "可作", "Readings")
    case .reason: t("緣由", "缘由", "Reason")
    case .editorNote: t("校", "校", "Ed.")
    case .emendedFrom: t("原作「%」", "原作“%”", "written “%”")
    case .moreNames: t("文中其他名稱", "文中其他名称", "Other names in this text")
    case .ledger: t("總帳", "总账", "Ledger")
    case .moreSources: t("看全部來源", "看全部来源", "All sources")
    case .sourceWithheld: t("此來源只公開書目與計數。", "此来源只公开书目与计数。", "Only the record and counts of this source are published.")
    case .display: t("排版", "排版", "Typography")
    case .displayHint: t("只改顯示，不改原文。", "只改显示，不改原文。", "In display only; the text is kept as written.")
    case .droppedSpaces: t("省去的空格", "省去的空格", "Spaces dropped")
    case .changedQuotes: t("換用的引號", "换用的引号", "Quotation marks changed")
    case .widenedMarks: t("改全形的標點", "改全角的标点", "Marks made full-width")
    case .omitted: t("未公開的文字", "未公开的文字", "text that is not published")
    case .staleTranslation: t("原文已改，此英譯尚未核對。", "原文已改，此英译尚未核对。", "The original has changed since this was translated.")
    case .withheld: t("此來源不公開全文，內容從略。", "此来源不公开全文，内容从略。", "Withheld: the source is not published in full.")
    case .accounts: t("各源所述", "各源所述", "Accounts")
    case .accountsHint: t("此事在各來源中的原段，並排列出。", "此事在各来源中的原段，并排列出。", "The paragraphs of each source on this event, side by side.")
    case .participants: t("參與者", "参与者", "Participants")
    case .unannotatedParagraphs: t("沒有標註的段落", "没有标注的段落", "Paragraphs without annotations")
    case .untranslatedParagraphs: t("沒有英譯的段落", "没有英译的段落", "Paragraphs without English")
    case .uncitedStatements: t("沒有出處的陳述", "没有出处的陈述", "Statements without a citation")
    case .conflicts: t("出入與分歧", "出入与分歧", "Conflicts and disagreements")
    case .changedCitations: t("核對後有改動的引用", "核对后有改动的引用", "Citations to read again")
    case .translationsToReview: t("待核對的英譯", "待核对的英译", "Translations to review")
    case .decisionsToReview: t("落空或兩可的裁定", "落空或两可的裁定", "Decisions to review")
    case .doubtfulMentions: t("指誰難定的名稱", "指谁难定的名称", "Doubtful mentions")
    case .lintFindings: t("字形與標點", "字形与标点", "Script and punctuation")
    case .otherFindings: t("其他發現", "其他发现", "Other findings")
    case .sameAs: t("即", "即", "Same as")
    case .passage: t("文字", "文字", "Text")
    case .part: t("（第%頁）", "（第%页）", " (part %)")
    case .parts: t("分頁", "分页", "Parts")
    case .moreRows: t("另有%處，未列出。", "另有%处，未列出。", "% more are not listed.")
    case .since: t("%起", "%起", "from %")
    case .until: t("至%", "至%", "until %")
    case .stillToday: t("至今，始於何時未載", "至今，始于何时未载", "to the present; the start is not stated")
    case .silent: t("此來源未述及。", "此来源未述及。", "This source does not tell of it.")
    case .searchResults: t("搜尋結果", "搜索结果", "Search results")
    case .searchNames: t("條目", "条目", "Entries")
    case .searchCount: t("%個段落", "%个段落", "Paragraphs: %")
    case .searchMany: t("至多%個段落", "至多%个段落", "Paragraphs: at most %")
    case .searchLeast: t("至少%個段落", "至少%个段落", "Paragraphs: at least %")
    case .searchNothing: t("沒有找到。", "没有找到。", "Nothing found.")
    case .searchMore: t("更多段落", "更多段落", "More paragraphs")
    case .searchBroken: t("搜尋用的檔案讀不到；可改查索引。", "搜索用的文件读不到；可改查索引。", "The files of the search cannot be read; try the index.")
    case .searchPart: t("只查了前面一部分。", "只查了前面一部分。", "Only the first part was searched.")
    case .matchedEnglish: t("英文名", "英文名", "English name")
    case .matchedPinyin: t("拼音", "拼音", "pinyin")
    case .matchedInitials: t("拼音首字母", "拼音首字母", "pinyin initials")
    case .matchedOther: t("又稱%", "又称%", "also %")
    case .excerptNotice: t("此來源只公開被引用或有標註的句子。", "此来源只公开被引用或有标注的句子。", "Only sentences that are cited or annotated are published of this source.")
    }
  }

  private func t(_ zhHant: String, _ zhHans: String, _ en: String) -> Localized<String> {
    Localized(zhHant: zhHant, zhHans: zhHans, en: en)
  }
}
