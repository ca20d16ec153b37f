import Testing
import ZhujieAnnotation
import ZhujieText

@testable import ZhujiePages

struct QuantityTextTests {
  private func text(_ write: (inout ByteSink) -> Void) -> String {
    // Behind something, as values stand behind their hedges and currencies.
    let text = ByteSink.string { bytes in
      bytes.append(literal: "1.")
      write(&bytes)
    }
    return String(text.dropFirst(2))
  }

  @Test("large numbers in the words of each language", arguments: [
    (38, 10, "3800億", "3800亿", "380 billion"), (1133, -2, "11.33", "11.33", "11.33"),
    (96124, 0, "9.6124萬", "9.6124万", "96,124"), (-5, 4, "-5萬", "-5万", "-50,000"), (1234, 0, "1234", "1234", "1234"),
    (12_345_678, 0, "12,345,678", "12,345,678", "12,345,678"), (15, 12, "15萬億", "15万亿", "15 trillion"),
    (123_456_789, 3, "123,456,789,000", "123,456,789,000", "123,456,789,000"), (25, 5, "250萬", "250万", "2.5 million"),
    (0, 0, "0", "0", "0"), (-1234567, -1, "-123,456.7", "-123,456.7", "-123,456.7"),
  ])
  func scaled(mantissa: Int, exponent: Int, hant: String, hans: String, en: String) {
    let number = ExactDecimal(Int128(mantissa), exponent: exponent)
    #expect(text { ScaledNumber.append(number, in: .zhHant, to: &$0) } == hant)
    #expect(text { ScaledNumber.append(number, in: .zhHans, to: &$0) } == hans)
    #expect(text { ScaledNumber.append(number, in: .en, to: &$0) } == en)
  }

  @Test("lengths of time in the words of each language", arguments: [
    ("P1Y6M", "1年6個月", "1 year 6 months"), ("PT1H30M", "1小時30分鐘", "1 hour 30 minutes"), ("P0.5Y", "0.5年", "0.5 years"),
    ("P2W", "2週", "2 weeks"), ("P1D", "1天", "1 day"), ("PT45S", "45秒", "45 seconds"), ("P11Y", "11年", "11 years"),
    ("P5", "P5", "P5"), ("P5X", "P5X", "P5X"), ("三年", "三年", "三年"),
  ])
  func durations(iso: String, hant: String, en: String) {
    let duration = DurationValue(iso: iso)
    #expect(text { DurationText.append(duration, in: .zhHant, to: &$0) } == hant)
    #expect(text { DurationText.append(duration, in: .en, to: &$0) } == en)
  }
}
