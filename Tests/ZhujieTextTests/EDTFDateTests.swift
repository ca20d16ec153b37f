import Testing
import ZhujieText

struct EDTFDateTests {
  @Test(
    "a date is read, written alike and knows its first and last day",
    arguments: [
      ("2025", "2025-01-01", "2025-12-31"), ("2025-03", "2025-03-01", "2025-03-31"),
      ("2025-03-13", "2025-03-13", "2025-03-13"), ("2024-Q4", "2024-10-01", "2024-12-31"),
      ("2024-Q1", "2024-01-01", "2024-03-31"), ("2024-02", "2024-02-01", "2024-02-29"),
      ("2000-02", "2000-02-01", "2000-02-29"), ("1900-02", "1900-02-01", "1900-02-28"),
      ("2023-09~", "2023-09-01", "2023-09-30"), ("2023?", "2023-01-01", "2023-12-31"),
      ("2023-09-01%", "2023-09-01", "2023-09-01"), ("2024-Q2~", "2024-04-01", "2024-06-30"),
      ("0000", "0000-01-01", "0000-12-31"), ("9999-12-31", "9999-12-31", "9999-12-31"),
      ("2024-01-23/2024-01-24", "2024-01-23", "2024-01-24"),
      ("2024-01/2024-03~", "2024-01-01", "2024-03-31"),
      ("2023-09/..", "2023-09-01", nil), ("../2023-09", nil, "2023-09-30"),
      ("2024/2024", "2024-01-01", "2024-12-31"),
      ("2024-Q4/2025", "2024-10-01", "2025-12-31"),
    ] as [(String, String?, String?)]
  )
  func valid(_ text: String, _ first: String?, _ last: String?) throws {
    let date = try #require(EDTFDate(text))
    #expect(date.description == text)
    #expect(date.firstDay?.description == first)
    #expect(date.lastDay?.description == last)
  }

  @Test(
    "what is no date or does not exist is none",
    arguments: [
      "", " ", "25", "202", "20255", "2025-3", "2025-3-13", "2025-13", "2025-00", "2025-02-29",
      "1900-02-29", "2025-04-31",
      "2025-03-00", "2025-03-32", "2025-Q0", "2025-Q5", "2025-Q", "2025-Q1-01", "2025-", "-2025",
      "2025-03-13-01", "2025/",
      "/", "../..", "..", "2025/2024", "2025-03/2025-02", "2025/2026/2027", "2025~?", "~2025",
      "2025-03-13T10:00", "2025年",
      "２０２５", "2025 ", "今年", "2025/..-03", "2025-02-30/2025-03-01",
    ]
  )
  func invalid(_ text: String) {
    let open = EDTFDate(text)
    // An empty end is an unknown one in EDTF level 1, and read as open.
    if text == "2025/" { #expect(open?.description == "2025/..") } else { #expect(open == nil) }
  }

  @Test("the precision of a point is its finest part")
  func precision() {
    let points = ["2025", "2025-Q1", "2025-03", "2025-03-13"].map { EDTFDate($0)?.start?.precision }
    #expect(points == [.year, .quarter, .month, .day])
    #expect(EDTFDate.Precision.year < .day)
  }

  @Test("marks say how sure a date is")
  func marks() throws {
    let both = try #require(EDTFDate("2025-03%")?.start)
    #expect(both.isApproximate && both.isUncertain)
    let uncertain = try #require(EDTFDate("2025-03?")?.start)
    #expect(!uncertain.isApproximate && uncertain.isUncertain)
  }

  @Test("a point that does not exist is none")
  func points() {
    #expect(EDTFDate.Point(year: 2025, quarter: 1, month: 1) == nil)
    #expect(EDTFDate.Point(year: 2025, day: 1) == nil)
    #expect(EDTFDate.Point(year: 10000) == nil)
    #expect(EDTFDate.Point(year: -1) == nil)
  }
}
