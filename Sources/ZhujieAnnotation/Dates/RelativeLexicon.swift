/// The way a period runs from the day of publication.
enum PeriodDirection: Sendable, Hashable {
  case past, future
  /// 近: past, unless it hedges a length.
  case nearly
}

/// A word that says a date relative to another.
enum RelativeWord: Sendable, Hashable {
  case year(Int)
  /// 同年, 次年: relative to the last year of the text.
  case contextYear(Int)
  case month(Int)
  case week(Int)
  case day(Int)
  case quarter(Int)
  /// 上半年 and 下半年 by themselves.
  case half(Int)
  /// 年底, 年初, 年中.
  case partOfYear
  case partOfMonth
  case period(PeriodDirection)
  /// 民國.
  case republic
  /// 上世紀, 本世紀: counted from the one of the publication.
  case century(Int)
}

enum RelativeLexicon {
  static let words: WordTable<RelativeWord> = {
    var words: [(String, RelativeWord)] = []
    func add(_ list: String, _ word: RelativeWord) {
      for text in list.split(separator: " ") { words.append((String(text), word)) }
    }
    add("今年 本年 本年度 今年度", .year(0))
    add("去年 去年度 上年", .year(-1))
    add("前年", .year(-2))
    add("大前年", .year(-3))
    add("明年 来年 明年度", .year(1))
    add("后年", .year(2))
    add("同年", .contextYear(0))
    add("次年 翌年 隔年", .contextYear(1))
    add("本月 这个月", .month(0))
    add("上月 上个月", .month(-1))
    add("下月 下个月", .month(1))
    add("本周 本週 这周 这週 本星期 这个星期 这星期 这个礼拜 这礼拜", .week(0))
    add("上周 上週 上星期 上个星期 上个礼拜 上礼拜 上个周 上个週", .week(-1))
    add("下周 下週 下星期 下个星期 下个礼拜 下礼拜 下个周 下个週", .week(1))
    add("今天 今日 今晚 今早 今晨", .day(0))
    add("昨天 昨日 昨晚 昨夜", .day(-1))
    add("前天 前日", .day(-2))
    add("大前天", .day(-3))
    add("明天 明日 明早 明晚", .day(1))
    add("后天", .day(2))
    add("大后天", .day(3))
    add("下下周 下下週 下下个星期 下下星期", .week(2))
    add("上上周 上上週 上上个星期 上上星期", .week(-2))
    add("上上个月", .month(-2))
    add("下下个月", .month(2))
    add("本季 本季度 这个季度 这一季度", .quarter(0))
    add("上季 上季度 上个季度 上一季度", .quarter(-1))
    add("下季 下季度 下个季度 下一季度", .quarter(1))
    add("上半年", .half(1))
    add("下半年", .half(2))
    add("年底 年初 年末 年中", .partOfYear)
    add("月底 月初 月末", .partOfMonth)
    add("过去 过往 最近 最近的 过去的 刚过去的 刚刚过去的", .period(.past))
    add("近", .period(.nearly))
    add("未来 今后 接下来 未来的 接下来的 往后", .period(.future))
    add("民国 中华民国", .republic)
    add("上世纪 上个世纪", .century(-1))
    add("本世纪 这个世纪", .century(0))
    return WordTable(words)
  }()

  /// What makes 今天 a day and not "these days".
  static let eventsOfToday = WordTable<Bool>(
    "宣布 发布 公布 上午 下午 早上 晚 晚上 晚间 凌晨 中午 早间 盘 收盘 开盘 起 开始 举行 召开 正式 推出 上线 开售 披露 表示 召 （ ("
  )
}
