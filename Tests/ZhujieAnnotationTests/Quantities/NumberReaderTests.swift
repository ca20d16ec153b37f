import Testing
import ZhujieText

@testable import ZhujieAnnotation

/// The number that a text begins with, as digits; `low...high` for two neighbouring numerals.
private func number(_ string: String) -> String? {
  let text = UTF8Text<ReadingSpace>(string)
  var block = FoldedBlock()
  var firstOpaque = 0
  text.bytes.withUnsafeBufferPointer {
    block.read($0, 0..<text.count, opaque: [], firstOpaque: &firstOpaque)
  }
  guard let number = NumberReader.number(at: 0, in: block), number.end == block.count else {
    return nil
  }
  let more = number.hasMore ? ">" : ""
  return more + number.value.description + (number.max.map { "..." + $0.description } ?? "")
}

@Test(
  "numbers are read in both scripts, mixed and financial forms",
  arguments: [
    ("0", "0"), ("007", "7"), ("3800", "3800"), ("１２３", "123"), ("1,234,567", "1234567"),
    ("11.33", "11.33"), ("0.5", "0.5"), ("3 萬", "30000"), ("3.14億", "314000000"),
    ("1.2 萬億", "1200000000000"), ("3 百萬", "3000000"), ("3千萬", "30000000"),
    ("1億5000萬", "150000000"), ("2兆", "2000000000000"), ("200 多", ">200"), ("10多萬", ">100000"),
    ("一", "1"), ("十", "10"), ("十一", "11"), ("二十", "20"), ("廿三", "23"), ("卅", "30"),
    ("九十九", "99"), ("一百", "100"), ("一百零八", "108"), ("一百一", "110"), ("兩百五", "250"),
    ("一千二", "1200"), ("三千五百", "3500"), ("三萬五", "35000"), ("三萬五千", "35000"),
    ("三万零五", "30005"), ("十萬", "100000"), ("一百二十萬", "1200000"), ("兩千萬", "20000000"),
    ("三億五千萬", "350000000"), ("一萬億", "1000000000000"), ("壹佰貳拾叁", "123"),
    ("伍仟萬", "50000000"), ("二〇二五", "2025"), ("一九九八", "1998"), ("二零二三", "2023"),
    ("三點五億", "350000000"), ("一點二五", "1.25"), ("七八", "7...8"), ("三五", "3...5"),
    ("三四百", "300...400"), ("七八十萬", "700000...800000"), ("十七八", "17...18"),
    ("二十三四", "23...24"), ("十餘", ">10"), ("三十多萬", ">300000"), ("兩百多", ">200"),
  ]
)
func numbersAreRead(_ text: String, _ expected: String) {
  #expect(number(text) == expected)
}

@Test("numbers that nothing can hold are refused, not trapped on")
func hugeNumbersAreRefused() {
  for text in [
    String(repeating: "9", count: 5000), "999999999億億億億億億億億億億億億",
    String(repeating: "億", count: 3000), String(repeating: "九億", count: 3000),
    String(repeating: "一萬", count: 3000), String(repeating: "9億9萬", count: 1000),
    String(repeating: "十", count: 3000), String(repeating: "0.", count: 3000),
    "0." + String(repeating: "1", count: 400), String(repeating: "1,000", count: 900),
  ] {
    _ = number(text)
    _ = markedQuantities(text + "元")
    _ = markedQuantities("百分之" + text + "年前" + text + "日")
  }
  #expect(number("999999999億億") == "9999999990000000000000000")
}

@Test("decimals print as they were written")
func decimalsAreExact() {
  #expect(ExactDecimal(1133, exponent: -2).description == "11.33")
  #expect(ExactDecimal(38, exponent: 10).description == "380000000000")
  #expect(ExactDecimal(-5, exponent: -1).description == "-0.5")
  #expect(ExactDecimal(5, exponent: -4).description == "0.0005")
  #expect(ExactDecimal(0, exponent: 7).description == "0")
  #expect(ExactDecimal(10) == ExactDecimal(1, exponent: 1))
}
