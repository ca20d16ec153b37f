import TestSupport
import Testing
import ZhujieText

@testable import ZhujieInput

/// A bare text and what becomes of it: a letter for each block (T title, P paragraph, H heading, -
/// furniture) and its beginning.
private func layout(_ text: String) -> (blocks: [String], layout: PlainTextLayout) {
  let file = SourceFile(path: SourcePath("a.txt"), text: UTF8Text(text))
  let start = file.text.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  let layout = PlainTextLayout(of: file, in: TextSpan(start, file.text.count))
  let blocks = layout.blocks.map { block -> String in
    let letter =
      switch block.role {
      case .title: "T"
      case .paragraph: "P"
      case .heading: "H"
      default: "-"
      }
    return letter + " " + file.text[block.span].prefix(12)
  }
  return (blocks, layout)
}

/// Prose of some length that ends in a sentence mark.
private let prose = "林遠在遠山科技工作了十年，他說公司今年的產品比去年好得多，團隊也比去年大。"

struct PlainTextLayoutTests {
  @Test("blocks stand between blank lines, and lines of any spaces are blank")
  func blocks() {
    #expect(
      layout("甲一。\n甲二。\n \u{A0}\u{3000}\t\n乙。\r\n\r\n丙。\r丁。").blocks == [
        "P 甲一。\n甲二。", "P 乙。", "P 丙。\r丁。",
      ]
    )
  }

  @Test("where there are no blank lines, every line is a block")
  func lines() {
    #expect(layout("\u{FEFF}甲。\n  乙。\n丙。\n").blocks == ["P 甲。", "P 乙。", "P 丙。"])
    #expect(layout("\n\n甲。\n乙。\n\n").blocks == ["P 甲。", "P 乙。"])
    #expect(layout("").blocks == [])
    #expect(layout(" \n\u{3000}\n").blocks == [])
  }

  @Test("title, publisher and date before the text")
  func head() {
    let (blocks, layout) = layout("晨星的一年\n\n遠山週刊\n04-14\n\n\(prose)\n\n2025 年以來，林遠沒有再說過這件事。\n")
    #expect(blocks.prefix(3) == ["T 晨星的一年", "- 遠山週刊", "- 04-14"])
    #expect(layout.title?.value == "晨星的一年")
    #expect(layout.publisher?.value == "遠山週刊")
    #expect(layout.author == nil)
    #expect(layout.date?.value == EDTFDate("2025-04-14"))
    #expect(layout.diagnostics.contains { $0.message.contains("has no year") })
  }

  @Test(
    "lines of metadata are known by their words or their date",
    arguments: [
      ("作者：林遠", "林遠", nil, nil), ("本文作者:訪客", "訪客", nil, nil), ("文｜林遠 編輯｜陳靜", "林遠", nil, nil),
      ("記者 林遠", "林遠", nil, nil), ("来源：远山日报 2025-03-13 10:20", nil, "远山日报", "2025-03-13"),
      ("2025年03月13日 10:24  来源：远山网", nil, "远山网", "2025-03-13"),
      ("来源：远山网　作者：林远　2025-03-13", "林远", "远山网", "2025-03-13"),
      ("记者 林远 陈静 北京报道", "林远 陈静", nil, nil),
      ("原创 林远 远山周刊 2025年03月13日 10:24 北京", "林远", "远山周刊", "2025-03-13"),
      ("本文来自微信公众号：远山周刊（ID：yuan），作者：林远，题图：晨星", "林远", "远山周刊", nil),
      ("作者 | 林远（实习）", "林远", nil, nil),
      ("訪客 2025-05-07 10:16:10 24025", "訪客", nil, "2025-05-07"),
      ("發布時間：2025年3月13日 10:20", nil, nil, "2025-03-13"),
      ("2025/3/13 10:20 · 遠山日報", nil, "遠山日報", "2025-03-13"),
      ("（來源：遠山日報）", nil, "遠山日報", nil), ("責任編輯：陳靜", nil, nil, nil),
      ("２０２５年３月１３日", nil, nil, "2025-03-13"), ("2025年3月", nil, nil, "2025-03"),
    ] as [(String, String?, String?, String?)]
  )
  func metadata(_ line: String, _ author: String?, _ publisher: String?, _ date: String?) {
    let (blocks, layout) = layout("晨星的一年\n\n\(line)\n\n\(prose)\n")
    #expect(blocks.map { $0.first } == ["T", "-", "P"])
    #expect(layout.author?.value == author)
    #expect(layout.publisher?.value == publisher)
    #expect(layout.date?.value.description == date)
  }

  @Test(
    "prose is not taken for metadata or a title",
    arguments: [
      "林遠說：我們今年會做得更好。", "2025年3月13日，林遠離開了遠山科技。", "來源是誰，他沒有說。",
      "他在文中寫道：這不是選擇題。", "3月的遠山", "第一段,還沒有說完的話,", "林遠在北京。",
    ]
  )
  func proseStays(_ line: String) {
    let blocks = layout("\(prose)\n\n\(line)\n\n\(prose)\n").blocks
    #expect(blocks.map { $0.first } == ["P", "P", "P"])
  }

  @Test("a text without sentences has no title")
  func noTitle() {
    #expect(layout("林遠\n\n遠山科技\n").blocks == ["P 林遠", "P 遠山科技"])
    #expect(layout("林遠 3800 億元\n").blocks == ["P 林遠 3800 億元"])
  }

  @Test(
    "a title given again is a title, alone or before an abstract, and the abstract is a paragraph"
  )
  func repeatedTitle() {
    let (blocks, layout) = layout(
      "本文作者:訪客\n\n晨星的一年\n\n訪客 2025-05-07 10:16:10 240\n晨星的一年摘要: 從去年到今年，林遠說...\n\n晨星的一年\n\n\(prose)\n"
    )
    #expect(
      blocks == [
        "- 本文作者:訪客", "T 晨星的一年", "- 訪客 2025-05-0", "T 晨星的一年", "- 摘要:", "P 從去年到今年，林遠說..", "T 晨星的一年",
        "P 林遠在遠山科技工作了十年",
      ]
    )
    #expect(layout.author?.value == "訪客")
    #expect(layout.publisher == nil)
  }

  @Test(
    "the furniture at the end goes, and nothing before it",
    arguments: [
      "覺得文章有用就打賞一下\n\n微信掃一掃\n\n閱讀\n分享", "打赏\n\n阅读 24025 分享 3 收藏", "免責聲明：投資有風險，以上內容不是建議。",
      "（责任编辑：陈静）", "版权声明：本文归作者所有，转载请联系。", "熱議股票\n\n 1. 1\n\u{A0}\n 2. 2", "相关阅读\n\n晨星发布新产品\n\n林远离职",
      "© 2025 遠山日報", "上一篇：晨星\n下一篇：遠山", "Related articles\n\nDawn rises", "來源：遠山日報\n編輯：陳靜", "（完）",
      "1\n2\n3",
    ]
  )
  func tail(_ furniture: String) {
    let blocks = layout("\(prose)\n\n\(prose)\n\n\(furniture)\n").blocks
    #expect(blocks.prefix(2).map { $0.first } == ["P", "P"])
    #expect(blocks.count > 2)
    #expect(blocks.dropFirst(2).allSatisfy { $0.first == "-" })
  }

  @Test(
    "the end of a text is not furniture because of a word",
    arguments: [
      "他對此表示讚賞。", "林遠說，分享是最好的學習。", "這就是熱門的代價。", "風險提示得再早也沒有用，他說。", "他們只說了一句話：好",
    ]
  )
  func tailStays(_ line: String) {
    let blocks = layout("\(prose)\n\n\(line)\n").blocks
    #expect(blocks.map { $0.first } == ["P", "P"])
  }

  @Test("what the lines after a text say counts where the head does not say it")
  func tailMetadata() {
    let signed = layout("晨星的一年\n\n\(prose)\n\n林遠\n（2025年3月13日）\n來源：遠山日報\n作者：陳靜\n").layout
    #expect(signed.date?.value == EDTFDate("2025-03-13"))
    #expect(signed.publisher?.value == "遠山日報")
    #expect(signed.author?.value == "陳靜")
    let both = layout("晨星的一年\n\n遠山週刊\n2025-03-12\n\n\(prose)\n\n2025-03-13 來源：遠山日報\n").layout
    #expect(both.date?.value == EDTFDate("2025-03-12"))
    #expect(both.publisher?.value == "遠山週刊")
  }

  @Test("furniture that shares a block with prose is split from it")
  func sharedBlock() {
    #expect(
      layout("\(prose)\n\n最後一句話。\n責任編輯：陳靜\n").blocks == [
        "P 林遠在遠山科技工作了十年", "P 最後一句話。", "- 責任編輯：陳靜",
      ]
    )
  }

  @Test("short blocks between long ones are headings")
  func headings() {
    let text = [
      "晨星的一年", prose, "一、開始", prose, "林遠說了什麼？", "「遠山 + 晨星」的組合", prose, "圖：林遠", prose, "他說：", prose,
      "尾聲",
    ].joined(separator: "\n\n")
    #expect(
      layout(text).blocks.map { $0.first } == [
        "T", "P", "H", "P", "P", "H", "P", "P", "P", "P", "P", "P",
      ]
    )
  }

  @Test("a list of names is no row of headings, and a short text has none")
  func noHeadings() {
    let list = [prose, "林遠", "陳靜", "晨星", prose, prose, prose].joined(separator: "\n\n")
    #expect(layout(list).blocks.map { $0.first } == Array(repeating: "P", count: 7))
    let short = [prose, "開始", prose].joined(separator: "\n\n")
    #expect(layout(short).blocks.map { $0.first } == ["P", "P", "P"])
  }

  @Test(
    "the year of a date is the latest the text dwells on",
    arguments: [
      ("2023年、2024年、2024年、2025年、2025年，還有2026年。", 2025), ("2024 年。", 2024), ("沒有年份。", nil),
      ("2023年和2024年。", nil), ("1998年、1998年，編號12025年。", 1998),
    ] as [(String, Int?)]
  )
  func years(_ text: String, _ year: Int?) {
    let bytes = Array(text.utf8)
    #expect(YearEvidence.latestYear(in: bytes, TextSpan(0, bytes.count)) == year)
  }

  @Test("a rule is furniture, and no title", arguments: ["---", "＊ ＊ ＊", "======", "———"])
  func rules(_ rule: String) {
    #expect(
      layout("\(rule)\n\n\(prose)\n\n\(rule)\n\n\(prose)\n").blocks.map { $0.first } == [
        "-", "P", "-", "P",
      ]
    )
  }

  @Test("a date without a year is told of where the text settles none")
  func noYear() {
    let (_, layout) = layout("晨星的一年\n\n遠山週刊\n04-14\n\n\(prose)\n")
    #expect(layout.date == nil)
    #expect(layout.diagnostics.contains { $0.message.contains("is not used") })
  }

  @Test("blocks are in order, apart, on character boundaries and hold all that is not white space")
  func properties() {
    var generator = SeededGenerator(seed: 3)
    let pieces = [
      prose, "晨星的一年", "04-14", "2025-05-07", "作者：林遠", "打賞", "1. 1", "免責聲明：無。", "相關閱讀", "\n", "\n\n",
      "\n \u{A0}\n", "\r\n",
      "\r", "尾聲", "𠮷", "。", "摘要：", "\u{3000}", "晨星的一年摘要：", "\u{2028}", "(", "：",
    ]
    for _ in 0..<3000 {
      let text = (0..<Int.random(in: 0...20, using: &generator)).map { _ in
        pieces.randomElement(using: &generator) ?? ""
      }.joined()
      let file = SourceFile(path: SourcePath("a.txt"), text: UTF8Text(text))
      let blocks = PlainTextLayout(of: file, in: file.text.fullSpan).blocks
      var end = 0
      for block in blocks {
        #expect(block.span.lowerBound >= end && !block.span.isEmpty)
        #expect(file.text.isBoundary(block.span.lowerBound))
        #expect(file.text.isBoundary(block.span.upperBound))
        #expect(TextLine.isBlank(TextSpan(end, block.span.lowerBound), in: file))
        end = block.span.upperBound
      }
      #expect(TextLine.isBlank(TextSpan(end, file.text.count), in: file))
    }
  }
}
