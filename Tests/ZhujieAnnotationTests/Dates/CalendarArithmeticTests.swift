import Testing
import ZhujieText

@testable import ZhujieAnnotation

@Test("days count there and back over four centuries, and weekdays follow each other")
func daysCountThereAndBack() {
  let first = CalendarArithmetic.dayNumber(CalendarDay(year: 1800, month: 1, day: 1))
  var last = CalendarArithmetic.day(number: first - 1)
  for number in first..<first + 146_097 {
    let day = CalendarArithmetic.day(number: number)
    guard CalendarArithmetic.dayNumber(day) == number, last < day,
      CalendarArithmetic.weekday(day) == CalendarArithmetic.weekday(last) % 7 + 1
    else {
      Issue.record("\(day) is not the day after \(last)")
      return
    }
    last = day
  }
  #expect(CalendarArithmetic.weekday(CalendarDay(year: 2025, month: 4, day: 14)) == 1)
}

@Test(
  "feasts fall on their days",
  arguments: [
    (Holiday.springFestival, 2024, "2024-02-10"), (.springFestival, 2025, "2025-01-29"),
    (.springFestival, 1990, "1990-01-27"), (.springFestival, 2040, "2040-02-12"),
    (.fromSpringFestival(-1), 2025, "2025-01-28"), (.fromSpringFestival(14), 2025, "2025-02-12"),
    (.dragonBoat, 2025, "2025-05-31"), (.midAutumn, 2023, "2023-09-29"),
    (.doubleNinth, 2024, "2024-10-11"), (.doubleSeventh, 2025, "2025-08-29"),
    (.clearBrightness, 2025, "2025-04-04"), (.clearBrightness, 2023, "2023-04-05"),
    (.fixed(11, 11), 2024, "2024-11-11"),
  ]
)
func feastsFallOnTheirDays(_ holiday: Holiday, _ year: Int, _ expected: String) {
  #expect(holiday.day(in: year)?.description == expected)
}

@Test("a feast outside the lunar table has no day")
func feastsEndWithTheTable() {
  #expect(Holiday.springFestival.day(in: 1989) == nil)
  #expect(Holiday.springFestival.day(in: 2041) == nil)
  #expect(Holiday.midAutumn.day(in: 9999) == nil)
}
