import ZhujieText

/// A line that tells about the article and not what it tells: `本文作者：訪客`, `来源：某某网`, `04-14`,
/// `訪客 2025-05-07 10:16:10 24025`.
struct MetadataLine {
  struct Value {
    let text: String
    let span: TextSpan<FileSpace>
  }

  private(set) var author: Value?
  private(set) var publisher: Value?
  private(set) var date: (date: PlainDate, span: TextSpan<FileSpace>)?
  /// Names without a label beside a date, in order.
  private(set) var names: [Value] = []

  private let scalars: [UInt32]
  private let offsets: [Int]

  /// Nil where the line is none of these.
  init?(_ line: TextLine, in file: SourceFile) {
    guard line.scalarCount <= 80, line.ending != .sentence else { return nil }
    var scalars: [UInt32] = []
    var offsets: [Int] = []
    var offset = line.span.lowerBound
    for scalar in file.text[line.span].unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
    (self.scalars, self.offsets) = (scalars, offsets)
    guard readReporter() || readFields() else { return nil }
  }

  private enum Label {
    case author, publisher, other
  }

  /// `記者 林遠`, `本报记者 林远 陈静 北京报道`.
  private mutating func readReporter() -> Bool {
    guard label(at: 0) == nil else { return false }
    for word in ["本報記者", "本报记者", "記者", "记者", "撰文", "作者"] {
      let prefix = word.unicodeScalars.map(\.value)
      guard scalars.starts(with: prefix), scalars.count > prefix.count,
        ScalarClass.isSpace(scalars[prefix.count]), scalars.count <= prefix.count + 16,
        !scalars.contains(where: Self.isPunctuation)
      else { continue }
      // What follows the names says where they wrote.
      var end = prefix.count
      while end < scalars.count {
        var wordEnd = end + 1
        while wordEnd < scalars.count, !Self.isGap(scalars[wordEnd]) { wordEnd += 1 }
        let word = text(end, wordEnd)
        if ["報道", "报道", "報導", "报导", "攝", "摄", "發自", "发自"].contains(where: { word.contains($0) }) {
          break
        }
        end = wordEnd
      }
      author = value(prefix.count, end)
      return author != nil
    }
    return false
  }

  /// Labels with their values, a date, and beside a date at most a time, numbers and a few short
  /// names. A line that begins with a label needs no date: `作者：甲 編輯：乙`, `文｜甲`.
  private mutating func readFields() -> Bool {
    var i = 0
    while i < scalars.count, Self.openers.contains(scalars[i]) { i += 1 }
    let beginsWithLabel = label(at: i) != nil
    guard beginsWithLabel || scalars.count <= 60 else { return false }
    var open: (label: Label, start: Int)?
    var nameCount = 0
    var isBoundary = true
    while i < scalars.count {
      if isBoundary, let (label, end) = label(at: i) {
        close(&open, before: i)
        open = (label, end)
        i = end
        continue
      }
      if isBoundary, let (found, end) = PlainDate.at(i, in: scalars),
        end == scalars.count || Self.isGap(scalars[end]) || Self.isAfterDate(scalars[end])
      {
        close(&open, before: i)
        date = date ?? (found, TextSpan(offsets[i], offsets[end]))
        i = end
        isBoundary = false
        continue
      }
      let isGap = Self.isGap(scalars[i])
      if open == nil, !isGap {
        var end = i
        while end < scalars.count, !Self.isGap(scalars[end]) { end += 1 }
        nameCount += takeWord(i, end)
        i = end
        isBoundary = false
        continue
      }
      isBoundary = isGap || (open != nil && Self.parts.contains(scalars[i]))
      i += 1
    }
    close(&open, before: scalars.count)
    if beginsWithLabel { return true }
    guard let date, nameCount <= 4, names.allSatisfy({ $0.text.unicodeScalars.count <= 16 }) else {
      return false
    }
    // "2025年4月10日 晨星發布會紀要" is a title: a date in words is followed by what happened then.
    return date.span.lowerBound != offsets[0] || names.isEmpty
      || !file(holdsYearSign: date.span)
  }

  private func label(at start: Int) -> (label: Label, end: Int)? {
    var end = start
    while end < scalars.count, end - start < 12, !Self.labelEnds.contains(scalars[end]) { end += 1 }
    guard end < scalars.count, Self.labelEnds.contains(scalars[end]), end > start else {
      return nil
    }
    let word = text(start, end).trimmed.lowercased()
    guard let label = Self.labels[word] else { return nil }
    return (label, end + 1)
  }

  /// Takes the value of a label, which a bracket ends: `遠山週刊（ID：yuan）`.
  private mutating func close(_ open: inout (label: Label, start: Int)?, before end: Int) {
    guard let (label, start) = open else { return }
    open = nil
    let first = scalars[start..<max(start, end)].firstIndex { !Self.openers.contains($0) } ?? start
    let bracket = scalars[first..<max(first, end)].firstIndex { Self.openers.contains($0) } ?? end
    guard let value = value(start, bracket) else { return }
    switch label {
    case .author: author = author ?? value
    case .publisher: publisher = publisher ?? value
    case .other: break
    }
  }

  private func file(holdsYearSign span: TextSpan<FileSpace>) -> Bool {
    zip(scalars, offsets).contains {
      span.contains($0.1) && ($0.0 == PlainDate.yearSign || $0.0 == PlainDate.monthSign)
    }
  }

  /// Counts a word that is neither time nor number; names are kept, words of the page are not.
  private mutating func takeWord(_ start: Int, _ end: Int) -> Int {
    let word = text(start, end)
    if word.unicodeScalars.allSatisfy({
      ScalarClass.isDigit($0.value) || ":：.,+-()（）".unicodeScalars.contains($0)
        || $0 == "万" || $0 == "萬" || $0 == "k" || $0 == "K"
    }) {
      return 0
    }
    if Self.pageWords.contains(word) { return 0 }
    if let value = value(start, end), !scalars[start..<end].contains(where: Self.isPunctuation) {
      names.append(value)
      return 1
    }
    return 5
  }

  // MARK: Words

  private func text(_ start: Int, _ end: Int) -> String {
    var text = String.UnicodeScalarView()
    for value in scalars[start..<end] {
      if let scalar = Unicode.Scalar(value) { text.append(scalar) }
    }
    return String(text)
  }

  /// A value without white space, separators and brackets around it.
  private func value(_ start: Int, _ end: Int) -> Value? {
    var (lower, upper) = (start, end)
    while lower < upper,
      Self.isGap(scalars[lower]) || Self.openers.contains(scalars[lower])
        || Self.parts.contains(scalars[lower])
    {
      lower += 1
    }
    while upper > lower,
      Self.isGap(scalars[upper - 1]) || Self.closers.contains(scalars[upper - 1])
        || Self.parts.contains(scalars[upper - 1])
    {
      upper -= 1
    }
    guard lower < upper else { return nil }
    return Value(text: text(lower, upper), span: TextSpan(offsets[lower], offsets[upper]))
  }

  private static func isGap(_ value: UInt32) -> Bool {
    ScalarClass.isSpace(value) || value == 0x7C || value == 0xFF5C || value == 0x4E28
      || value == 0x00B7 || value == 0x2022
  }

  private static func isAfterDate(_ value: UInt32) -> Bool {
    closers.contains(value) || value == 0x54 || value == 0xFF0C || value == 0x2C
  }

  private static func isPunctuation(_ value: UInt32) -> Bool {
    (0x3001...0x3002).contains(value) || value == 0xFF0C || value == 0xFF1B || value == 0xFF1A
      || value == 0x2C || value == 0x3B || value == 0x3A || value == 0xFF01 || value == 0xFF1F
      || value == 0x21 || value == 0x3F
  }

  private static let parts = Set("，,；;、".unicodeScalars.map(\.value))
  private static let openers = Set("（([【〔「".unicodeScalars.map(\.value))
  private static let closers = Set("）)]】〕」".unicodeScalars.map(\.value))
  private static let labelEnds = Set(":：|｜丨/／".unicodeScalars.map(\.value))
  private static let pageWords: Set<String> = [
    "发布于", "發布於", "發佈於", "发表于", "發表於", "来自", "來自", "来源", "來源", "阅读", "閱讀", "浏览",
    "瀏覽", "评论", "評論", "更新", "更新于", "更新於", "收藏", "分享", "原创", "原創", "首发", "首發", "views",
    "AM", "PM", "上午", "下午",
  ]

  private static let labels: [String: Label] = {
    var labels: [String: Label] = [:]
    let words: [(Label, String)] = [
      (
        .author,
        "本文作者 作者 文 撰文 記者 记者 本報記者 本报记者 文字 執筆 执笔 撰稿 作者丨 author by"
      ),
      (
        .publisher,
        """
        來源 来源 文章來源 文章来源 信息來源 信息来源 稿源 出處 出处 媒體 媒体 公眾號 公众号 微信公眾號 微信公众号 本文來自 \
        本文来自 本文來源 本文来源 本文來自微信公眾號 本文来自微信公众号 轉自 转自 首發 首发 source publisher
        """
      ),
      (
        .other,
        """
        日期 時間 时间 發布時間 发布时间 發佈時間 發表時間 发表时间 發布日期 发布日期 更新時間 更新时间 發表於 发表于 發布於 \
        发布于 發佈於 刊發於 刊发于 date published \
        編輯 编辑 責任編輯 责任编辑 責編 责编 值班編輯 值班编辑 主編 主编 校對 校对 審核 审核 監製 监制 編譯 编译 翻譯 翻译 \
        整理 採訪 采访 攝影 摄影 設計 设计 題圖 题图 頭圖 头图 封面 圖片 图片 圖片來源 图片来源 圖源 图源 出品 運營 运营 統籌 \
        统筹 原標題 原标题 閱讀 阅读 閱讀量 阅读量 閱讀數 阅读数 瀏覽 浏览 瀏覽量 浏览量 點擊 点击 評論 评论 字數 字数 標籤 \
        标签 關鍵詞 关键词 關鍵字 关键字 分類 分类 欄目 栏目 原文 原文鏈接 原文链接 鏈接 链接 網址 网址 editor tags views
        """
      ),
    ]
    for (label, list) in words {
      for word in list.split(separator: " ") { labels[String(word)] = label }
    }
    return labels
  }()
}
