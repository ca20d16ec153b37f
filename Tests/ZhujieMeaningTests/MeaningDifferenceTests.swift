import Testing
@testable import ZhujieMeaning

/// What is told of two records, written by hand.
struct MeaningDifferenceTests {
  private static func record(_ write: (inout FactWriter) -> Void) -> MeaningRecord {
    MeaningRecord(facts: FactWriter.facts { write(&$0) })
  }

  private static func changes(
    _ old: (inout FactWriter) -> Void,
    _ new: (inout FactWriter) -> Void
  ) -> [String] {
    MeaningDifference(from: record(old), to: record(new)).changes.map(\.text)
  }

  /// A source with figures: a sort, a value and a paragraph each.
  private static func source(_ figures: [(String, String)], into facts: inout FactWriter) {
    facts.begin(.source, "weekly")
    for (kind, value) in figures { facts.fact(.figure, kind, value, "「\(value)」", "7") }
  }

  @Test("a record is read back as it was written, whatever stands in it")
  func roundTrip() throws {
    let text = "a\tb\nc\\d\re\\n"
    let record = Self.record {
      $0.begin(.source, text)
      $0.fact(.conflict, text, text)
    }
    let read = try #require(MeaningRecord(bytes: record.bytes))
    let facts = Facts(try #require(read.sections.values.first))
    #expect(facts.conflicts == [text: text])
    #expect(MeaningRecord(bytes: Array("zhujie-report 9\n".utf8)) == nil)
    #expect(MeaningRecord(bytes: []) == nil)
  }

  @Test("mentions are counted by entity and source")
  func mentions() {
    let changes = Self.changes {
      $0.begin(.source, "weekly")
      $0.fact(.mention, "lin-yuan", "3")
      $0.fact(.mention, "su-qing", "1")
    } _: {
      $0.begin(.source, "weekly")
      $0.fact(.mention, "lin-yuan", "5")
      $0.begin(.source, "daily")
      $0.fact(.mention, "su-qing", "1")
    }
    #expect(
      changes == [
        "new source: daily", "su-qing: 1 mention gained in daily", "lin-yuan: 2 mentions gained in weekly",
        "su-qing: 1 mention lost in weekly",
      ])
  }

  @Test(
    "figures pair off by their order in the text",
    arguments: [
      ([("money", "1"), ("money", "2")], [("money", "1"), ("money", "3")], ["figure changed in weekly ¶7: 「2」 → 「3」"]),
      ([("money", "1"), ("money", "2")], [("money", "2")], ["figure gone in weekly ¶7: 「1」"]),
      ([("money", "2")], [("money", "1"), ("money", "2")], ["new figure in weekly ¶7: 「1」"]),
      (
        [("money", "1"), ("date", "2024"), ("count", "9")], [("date", "2025"), ("money", "2"), ("count", "9")],
        ["figure changed in weekly ¶7: 「1」 → 「2」", "date changed in weekly ¶7: 「2024」 → 「2025」"]
      ),
      (
        [("money", "1"), ("money", "5"), ("money", "2")], [("money", "4"), ("money", "5"), ("money", "3")],
        ["figure changed in weekly ¶7: 「1」 → 「4」", "figure changed in weekly ¶7: 「2」 → 「3」"]
      ),
      ([("money", "1")], [("date", "2024")], ["figure gone in weekly ¶7: 「1」", "new date in weekly ¶7: 「2024」"]),
      ([("money", "1")], [("money", "1")], []),
    ] as [([(String, String)], [(String, String)], [String])])
  func figures(old: [(String, String)], new: [(String, String)], expected: [String]) {
    #expect(Self.changes { Self.source(old, into: &$0) } _: { Self.source(new, into: &$0) } == expected)
  }

  @Test("a figure that is only written otherwise or stands elsewhere is the same")
  func sameFigure() {
    let changes = Self.changes {
      $0.begin(.source, "weekly")
      $0.fact(.figure, "money", "{}", "25億元", "7")
    } _: {
      $0.begin(.source, "weekly")
      $0.fact(.figure, "money", "{}", "25亿元", "9")
    }
    #expect(changes.isEmpty)
  }

  @Test("a citation is stale where it reads as before and leads to another text")
  func citations() {
    let changes = Self.changes {
      $0.begin(.chapter, "turn")
      $0.fact(.cites, "[@a 1]", "t1")
      $0.fact(.cites, "[@a 2]", "t2")
      $0.fact(.cites, "[@a 3]", "t3")
    } _: {
      $0.begin(.chapter, "turn")
      $0.fact(.cites, "[@a 1]", "t1")
      $0.fact(.cites, "[@a 2]", "t9")
      $0.fact(.cites, "[@a 4]", "t3")
    }
    #expect(changes == ["citation gone stale in turn: what [@a 2] cites has changed"])
  }

  @Test("a translation is stale where it stayed and its original changed")
  func translations() {
    let changes = Self.changes {
      $0.begin(.source, "weekly")
      $0.fact(.translated, "o1", "e1", "1")
      $0.fact(.translated, "o2", "e2", "2")
      $0.fact(.translated, "o3", "e3", "3")
    } _: {
      $0.begin(.source, "weekly")
      $0.fact(.translated, "o1", "e1", "1")
      $0.fact(.translated, "o0", "e0", "2")
      $0.fact(.translated, "o2-changed", "e2", "3")
      $0.fact(.translated, "o3-changed", "e3-changed", "4")
    }
    #expect(changes == ["translation gone stale in weekly ¶3: its original has changed"])
  }

  @Test("conflicts come and are settled, and decisions lose their words")
  func project() {
    let changes = Self.changes {
      $0.begin(.project, "")
      $0.fact(.conflict, "a", "A")
      $0.fact(.conflict, "b", "B")
      $0.fact(.dated, "revenue", "2024-Q4")
      $0.fact(.stated, "revenue", "25億元")
    } _: {
      $0.begin(.project, "")
      $0.fact(.conflict, "b", "B")
      $0.fact(.conflict, "c", "C")
      $0.fact(.orphan, "“晨星”")
      $0.fact(.dated, "revenue", "2025-Q1")
      $0.fact(.stated, "revenue", "26億元")
    }
    #expect(
      changes == [
        "figure changed: revenue: 25億元 → 26億元", "date changed: revenue: 2024-Q4 → 2025-Q1", "new conflict: C",
        "conflict settled: A", "decision orphaned: “晨星”",
      ])
  }

  @Test("the summary is a few lines however much changed")
  func summary() {
    let old = Self.record { $0.begin(.project, "") }
    let new = Self.record { facts in
      for number in 0..<100 {
        facts.begin(.source, "s\(number)")
        facts.fact(.mention, "e\(number % 9)", "2")
        facts.fact(.figure, "money", "{}", "1元", "1")
        facts.fact(.figure, "date", "{}", "今年", "1")
      }
    }
    let lines = MeaningDifference(from: old, to: new).summary()
    #expect(lines.count == 4)
    #expect(lines[0] == "new source: s0 (and 99 more)")
    #expect(lines[1].hasPrefix("200 mentions gained: e0 +24, e1 +22"))
    #expect(lines[1].hasSuffix(" and 4 more"))
  }
}
