import TestSupport
import Testing
import ZhujieReport

@testable import ZhujiePages

/// Entities by their bits are what they are by a set of numbers.
struct EntitySetTests {
  @Test("what was inserted is there, once, in order")
  func inserted() throws {
    let report = try SampleReport(SampleReport.files).report
    let count = report.entities.count
    var set = EntitySet(of: report)
    #expect(set.indices.isEmpty)
    var random = SeededGenerator(seed: 3)
    var expected: Set<Int> = []
    for _ in 0..<count * 3 {
      let index = Int.random(in: 0..<count, using: &random)
      #expect(set.contains(index) == expected.contains(index))
      #expect(set.insert(index) == expected.insert(index).inserted)
      #expect(set.indices == expected.sorted())
    }
    set.removeAll()
    #expect(set.indices.isEmpty)
  }

  @Test(
    "a text is shortened by characters, not by bytes",
    arguments: [
      ("", ""), ("山", "山"), ("山雲海河", "山雲海河"), ("山雲海河江", "山雲海…"), ("ab𠮷c", "ab𠮷c"), ("ab𠮷cd", "ab𠮷…"), ("abcd", "abcd"), ("abcde", "abc…"),
    ])
  func shortened(_ text: String, _ expected: String) {
    #expect(text.shortened(to: 4) == expected)
  }
}
