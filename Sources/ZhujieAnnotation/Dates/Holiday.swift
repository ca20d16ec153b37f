import ZhujieText

/// A feast or sales day that a text uses as a date.
enum Holiday: Sendable, Hashable {
  /// The same day each year.
  case fixed(Int, Int)
  case springFestival
  /// Days from the spring festival: -1 for 除夕, 14 for 元宵.
  case fromSpringFestival(Int)
  case dragonBoat
  case midAutumn
  case doubleNinth
  case doubleSeventh
  /// 清明: the fourth or fifth of April.
  case clearBrightness

  /// Nil for a year outside the lunar table.
  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .fixed(let month, let day): return CalendarDay(year: year, month: month, day: day)
    case .springFestival: return Self.day(LunarCalendar.springFestivals, year)
    case .fromSpringFestival(let days):
      return Self.day(LunarCalendar.springFestivals, year).map {
        CalendarArithmetic.day(number: CalendarArithmetic.dayNumber($0) + days)
      }
    case .dragonBoat: return Self.day(LunarCalendar.dragonBoats, year)
    case .midAutumn: return Self.day(LunarCalendar.midAutumns, year)
    case .doubleNinth: return Self.day(LunarCalendar.doubleNinths, year)
    case .doubleSeventh: return Self.day(LunarCalendar.doubleSevenths, year)
    case .clearBrightness:
      guard (1990...2040).contains(year) else { return nil }
      // The solar term by the usual formula, with the constant of each century.
      let y = year % 100
      let day = (y * 2422 + (year >= 2000 ? 48_100 : 55_900)) / 10_000 - y / 4
      return CalendarDay(year: year, month: 4, day: day)
    }
  }

  private static func day(_ table: [Int], _ year: Int) -> CalendarDay? {
    let index = year - LunarCalendar.firstYear
    guard table.indices.contains(index) else { return nil }
    return CalendarDay(year: year, month: table[index] / 100, day: table[index] % 100)
  }

  /// Names that are a holiday wherever they stand.
  static let names: WordTable<Holiday> = WordTable(
    list(
      [
        (.springFestival, "春节 大年初一 农历新年 农历春节"),
        (.fromSpringFestival(-1), "除夕 除夕夜 大年三十"),
        (.fromSpringFestival(14), "元宵节 元宵"),
        (.dragonBoat, "端午节 端午"),
        (.midAutumn, "中秋节 中秋"),
        (.doubleNinth, "重阳节"),
        (.doubleSeventh, "七夕节 七夕"),
        (.clearBrightness, "清明节"),
        (.fixed(1, 1), "元旦"), (.fixed(2, 14), "情人节"), (.fixed(3, 8), "妇女节"),
        (.fixed(5, 1), "劳动节 五一假期 五一节 五一黄金周 五一黄金週 五一长假 五一期间 五一小长假"), (.fixed(6, 1), "儿童节"),
        (.fixed(9, 10), "教师节"),
        (.fixed(10, 1), "国庆节 国庆 十一假期 十一黄金周 十一黄金週 十一长假 十一期间"),
        (.fixed(11, 11), "双十一 双11"), (.fixed(12, 12), "双十二 双12"), (.fixed(6, 18), "六一八"),
        (.fixed(12, 25), "圣诞节 圣诞"), (.fixed(12, 24), "平安夜"),
      ])
  )

  /// Names that are one only after a year: 2024年五一, 今年618.
  static let namesAfterYear: WordTable<Holiday> = WordTable(
    list(
      [
        (.fixed(5, 1), "五一"), (.fixed(10, 1), "十一"), (.fixed(6, 18), "618"),
        (.clearBrightness, "清明"), (.fixed(6, 1), "六一"), (.fixed(10, 31), "万圣节"),
        (.springFestival, "春节"), (.fixed(3, 15), "315 3·15"),
      ])
  )

  /// What proves a holiday and stays outside its date: 期間 of 十一期間.
  static let tails = EndingTable<Bool>(
    ["期间"].map { ($0, true) }
  )

  private static func list(_ groups: [(Holiday, String)]) -> [(String, Holiday)] {
    groups.flatMap { holiday, names in
      names.split(separator: " ").map { (String($0), holiday) }
    }
  }
}
