import TestSupport
import Testing
import ZhujieText

@testable import ZhujieAnnotation

/// A sentence with its marks, for the report of a failure.
struct QuantityCase: Sendable, CustomTestStringConvertible {
  let line: String
  var testDescription: String { line }

  static let all = quantityCases.split(separator: "\n").map { String($0) }
    .filter { !$0.isEmpty && !$0.hasPrefix("#") }.map(QuantityCase.init)
}

/// What is found in a text of one block, written into it.
func markedQuantities(_ plain: String, published: String? = "2025-04-14") -> String {
  let text = UTF8Text<ReadingSpace>(plain)
  let found = QuantityRecognizer().quantities(
    in: text,
    blocks: [text.fullSpan],
    opaque: [],
    published: published.flatMap { EDTFDate($0) }
  )
  return MarkedText.marking(
    plain,
    found.map {
      MarkedText.Mark(
        lowerBound: $0.span.lowerBound,
        upperBound: $0.span.upperBound,
        label: $0.value.kind + ":" + $0.value.json
      )
    }
  )
}

@Test("figures and dates are found with their values", arguments: QuantityCase.all)
func quantitiesAreFound(_ sentence: QuantityCase) {
  let marked = MarkedText(sentence.line)
  #expect(markedQuantities(marked.plain) == sentence.line)
}

@Test("a date that leans on the publication says so without one")
func datesAreUnresolvedWithoutPublication() {
  #expect(
    markedQuantities("去年11月，4月10日，過去三年", published: nil)
      == "⟦去年11月|date:{\"unresolved\":true}⟧，⟦4月10日|date:{\"unresolved\":true}⟧，⟦過去三年|date:{\"unresolved\":true}⟧"
  )
}

@Test("a date without a year leans on one of its sentence before the publication")
func datesLeanOnTheirSentence() {
  #expect(
    markedQuantities("2023年3月動工，9月完工。5月驗收。", published: nil)
      == "⟦2023年3月|date:{\"edtf\":\"2023-03\"}⟧動工，⟦9月|date:{\"edtf\":\"2023-09\",\"resolved\":\"context\"}⟧完工。⟦5月|date:{\"unresolved\":true}⟧驗收。"
  )
}

@Test("a quantity reaches neither over a block nor into an opaque span")
func bordersHold() {
  let text = UTF8Text<ReadingSpace>("共3\n個，晨星3 億元")
  let name = TextSpan<ReadingSpace>(11, 18)
  let blocks = [TextSpan<ReadingSpace>(0, 4), TextSpan<ReadingSpace>(5, text.count)]
  let found = QuantityRecognizer().quantities(
    in: text,
    blocks: blocks,
    opaque: [name],
    published: nil
  )
  #expect(found.isEmpty)
}

@Test("the hedge stays outside the span and is pointed at")
func hedgesArePointedAt() {
  let text = UTF8Text<ReadingSpace>("超過 3 億元，40% 左右")
  let found = QuantityRecognizer().quantities(
    in: text,
    blocks: [text.fullSpan],
    opaque: [],
    published: nil
  )
  #expect(found.map { text[$0.span] } == ["3 億元", "40%"])
  #expect(found.map { $0.comparator.map { text[$0] } } == ["超過", "左右"])
}

@Test("no text makes the recognizer trap, and what it finds is sorted and apart", arguments: 0..<4)
func noiseIsHarmless(_ seed: Int) {
  var generator = SeededGenerator(seed: UInt64(seed))
  let pieces = Array(
    "零一二兩两三四五六七八九十百千萬万億亿兆廿卅半幾几數数壹贰拾佰点點多餘來年月日號週周季度底初末上下前後第個个元美萬人%％‰0123456789０９.,-–—~～:/ QB$¥ 　\u{A0}今去明昨過未近約超不到以至和、，。成折分之番翻止公里𠀀é"
      .unicodeScalars
  )
  for _ in 0..<400 {
    var string = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<60, using: &generator) {
      string.append(pieces[Int.random(in: 0..<pieces.count, using: &generator)])
    }
    let text = UTF8Text<ReadingSpace>(String(string))
    let found = QuantityRecognizer().quantities(
      in: text,
      blocks: [text.fullSpan],
      opaque: [],
      published: EDTFDate("2025-04-14")
    )
    var last = 0
    for quantity in found {
      #expect(quantity.span.lowerBound >= last && !quantity.span.isEmpty)
      #expect(
        text.isBoundary(quantity.span.lowerBound) && text.isBoundary(quantity.span.upperBound)
      )
      last = quantity.span.upperBound
    }
  }
}

@Test("opaque spans and blocks of any shape are harmless")
func anyBordersAreHarmless() {
  var generator = SeededGenerator(seed: 7)
  let text = UTF8Text<ReadingSpace>(
    QuantityCase.all.map { MarkedText($0.line).plain }.joined(separator: "\n")
  )
  let offsets = (0...text.count).filter { text.isBoundary($0) }
  for _ in 0..<20 {
    let cuts = (0..<40).map { _ in offsets[Int.random(in: 0..<offsets.count, using: &generator)] }
      .sorted()
    let blocks = zip(cuts, cuts.dropFirst()).map { TextSpan<ReadingSpace>($0, $1) }
    let opaque = (0..<30).map { _ in
      let at = Int.random(in: 0..<offsets.count - 8, using: &generator)
      return TextSpan<ReadingSpace>(
        offsets[at],
        offsets[at + Int.random(in: 1..<8, using: &generator)]
      )
    }
    for quantity in QuantityRecognizer().quantities(
      in: text,
      blocks: blocks,
      opaque: opaque,
      published: EDTFDate("2025")
    ) {
      #expect(blocks.contains { $0.contains(quantity.span) })
      #expect(!opaque.contains { $0.overlaps(quantity.span) })
    }
  }
}

@Test("a dateline of two numbers is a date, and nowhere else")
func datelinesAreDates() {
  #expect(
    markedQuantities("04-14")
      == "⟦04-14|date:{\"edtf\":\"2025-04-14\",\"resolved\":\"published\"}⟧"
  )
  #expect(markedQuantities("分機 04-14 轉接") == "分機 04-14 轉接")
  #expect(markedQuantities("13-45") == "13-45")
}

@Test("sentences cut and joined anywhere are harmless, whatever the date of publication")
func shuffledSentencesAreHarmless() {
  var generator = SeededGenerator(seed: 11)
  let scalars = QuantityCase.all.flatMap { Array(MarkedText($0.line).plain.unicodeScalars) }
  for published in ["0000", "0001-01-01", "9999-12-31", "2024-02-29", "2025-Q1", "..", "1990"] {
    for _ in 0..<60 {
      var string = String.UnicodeScalarView()
      for _ in 0..<20 {
        let start = Int.random(in: 0..<scalars.count - 12, using: &generator)
        string.append(
          contentsOf: scalars[start..<start + Int.random(in: 1..<12, using: &generator)]
        )
      }
      let text = UTF8Text<ReadingSpace>(String(string))
      let found = QuantityRecognizer().quantities(
        in: text,
        blocks: [text.fullSpan],
        opaque: [],
        published: EDTFDate(published)
      )
      for (a, b) in zip(found, found.dropFirst()) {
        #expect(a.span.upperBound <= b.span.lowerBound)
      }
    }
  }
}

@Test("a line of millions of figures takes time in proportion to its length")
func longLinesAreLinear() {
  // Each was quadratic in a recognizer that looks ahead without a bound.
  for piece in ["9億9萬", "3至", "1、", "億", "三個到", "2023年9月至", "約了", "a1-", "1,000"] {
    let text = UTF8Text<ReadingSpace>(String(repeating: piece, count: 20_000))
    _ = QuantityRecognizer().quantities(
      in: text,
      blocks: [text.fullSpan],
      opaque: [],
      published: nil
    )
  }
}
