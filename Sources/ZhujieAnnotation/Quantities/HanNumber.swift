/// Reads Han numerals: 三千五百萬, 二〇二五, 廿三, 兩百五, 七八十, 十餘, 壹佰貳拾, 三點五億.
///
/// Sections of digits with 十百千 are summed, and 萬, 億, 兆 multiply what stands before them, as GB/T
/// 15835 and common usage have it; a last digit without a unit stands for the next lower one (三萬五).
enum HanNumber {
  /// The value of a numeral that is a digit.
  static func digit(_ code: Code) -> Int? {
    switch code {
    case "〇", "零": 0
    case "一", "壹": 1
    case "二", "两", "俩", "贰": 2
    case "三", "叁", "仨": 3
    case "四", "肆": 4
    case "五", "伍": 5
    case "六", "陆": 6
    case "七", "柒": 7
    case "八", "捌": 8
    case "九", "玖": 9
    default: nil
    }
  }

  /// 10, 100, 1000 for the units inside a section.
  private static func unit(_ code: Code) -> Int? {
    switch code {
    case "十", "拾": 10
    case "百", "佰": 100
    case "千", "仟": 1000
    default: nil
    }
  }

  private static func bigUnit(_ code: Code) -> Int? {
    switch code {
    case "万": 4
    case "亿": 8
    case "兆": 12
    default: nil
    }
  }

  /// 壹 and 叁 and their like are numerals only in sums; 陸 and 伍 are surnames, 柒 a word.
  static func isFinancial(_ code: Code) -> Bool {
    switch code {
    case "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖", "拾", "佰", "仟": true
    default: false
    }
  }

  static func read(at start: Int, in block: FoldedBlock) -> ReadNumber? {
    if isFinancial(block[start]), !startsSum(at: start, in: block) { return nil }
    if let string = digitString(at: start, in: block) { return string }
    if let pair = neighbours(at: start, in: block) { return pair }
    return sections(at: start, in: block)
  }

  private static func startsSum(at index: Int, in block: FoldedBlock) -> Bool {
    switch block[index + 1] {
    case "拾", "佰", "仟", "万", "亿", "元", "圆": digit(block[index]) != nil
    case let next: block[index] == "拾" && (isFinancial(next) || next == "万")
    }
  }

  /// Three digits or more one after the other, or two with a 〇: a year or a number read out.
  private static func digitString(at start: Int, in block: FoldedBlock) -> ReadNumber? {
    var i = start
    var value: Int128 = 0
    while let d = digit(block[i]), block[i] != "两", block[i] != "俩" {
      if i - start < 30 { value = value * 10 + Int128(d) }
      i += 1
    }
    let count = i - start
    guard count >= 2, count <= 18, unit(block[i]) == nil, bigUnit(block[i]) == nil else {
      return nil
    }
    guard count >= 3 || block[start + 1] == "〇" || block[start] == "〇" else { return nil }
    let number = ExactDecimal(value)
    return ReadNumber(end: i, value: number, digitCount: count)
  }

  /// 三四, 七八十, 三五百萬: two neighbouring digits before one unit, "three or four".
  private static func neighbours(at start: Int, in block: FoldedBlock) -> ReadNumber? {
    guard let low = digit(block[start]), let high = digit(block[start + 1]), low > 0,
      high == low + 1 || (low == 3 && high == 5), block[start] != "俩", !isFinancial(block[start])
    else { return nil }
    var i = start + 2
    // 三四五 is no number of ours.
    guard digit(block[i]) == nil else { return nil }
    var power = 0
    if let unit = unit(block[i]) {
      power = unit == 10 ? 1 : unit == 100 ? 2 : 3
      i += 1
    }
    let bottom = ExactDecimal(Int128(low), exponent: power)
    let top = ExactDecimal(Int128(high), exponent: power)
    var number = ReadNumber(end: i, value: bottom, max: top)
    if bigUnit(block[i]) != nil { NumberReader.addScales(to: &number, in: block) }
    return number
  }

  private static func sections(at start: Int, in block: FoldedBlock) -> ReadNumber? {
    var i = start
    var total = ExactDecimal(0)
    // What stands before the next 億 and before the next 萬.
    var upper = ExactDecimal(0)
    var section = 0
    var digitWaiting: Int?
    var lastUnit = 10_000
    var lastPower = 0
    var sawZero = false
    var more = false
    var vague = false
    var scaled = false
    var max: Int?

    scan: while true {
      let code = block[i]
      if let d = digit(code) {
        if d == 0 {
          guard i > start, digitWaiting == nil, digit(block[i + 1]) ?? 0 > 0 else {
            if i == start {
              digitWaiting = 0
              i += 1
            }
            break scan
          }
          sawZero = true
        } else {
          if let waiting = digitWaiting {
            // 十七八, 二十三四: the digit after is "or one more".
            if d == waiting + 1, lastUnit == 10, unit(block[i + 1]) == nil {
              max = d - waiting
              i += 1
            }
            break scan
          }
          digitWaiting = d
        }
      } else if code == "廿" || code == "卅" || code == "卌" {
        guard section == 0, digitWaiting == nil else { break scan }
        section = code == "廿" ? 20 : code == "卅" ? 30 : 40
        lastUnit = 10
      } else if let u = unit(code) {
        guard u < lastUnit else { break scan }
        if code == "百", block[i + 1] == "分", digitWaiting == nil { break scan }
        if digitWaiting == nil {
          // 百, 千 alone, as in 上百; 十 alone is ten.
          guard u == 10 || i == start else { break scan }
          if u != 10 { vague = true }
        }
        section += (digitWaiting ?? 1) * u
        digitWaiting = nil
        lastUnit = u
        lastPower = 0
        sawZero = false
      } else if let power = bigUnit(code) {
        let before = ExactDecimal(Int128(section + (digitWaiting ?? 0)))
        if i == start { vague = true }
        if power == 4 {
          let sum = before.mantissa == 0 && i == start ? ExactDecimal(1) : before
          guard sum.mantissa != 0, lastPower == 0 || lastPower > 4,
            let next = sum.scaled(byPowerOfTen: 4)
          else { break scan }
          upper = next
        } else {
          guard var sum = upper.adding(before) else { return nil }
          if sum.mantissa == 0 {
            // 億億, or 億 alone.
            if total.mantissa != 0 {
              (sum, total) = (total, ExactDecimal(0))
            } else {
              sum = ExactDecimal(1)
            }
          }
          guard let next = sum.scaled(byPowerOfTen: power), let all = total.adding(next) else {
            return nil
          }
          total = all
          upper = ExactDecimal(0)
        }
        scaled = true
        section = 0
        digitWaiting = nil
        lastUnit = 10_000
        lastPower = power
        sawZero = false
      } else if code == "几" || code == "数" {
        // 十幾 and 幾十; 數 only in front.
        guard digitWaiting == nil, i == start || (code == "几" && lastUnit == 10) else { break scan }
        if i == start {
          guard unit(block[i + 1]) != nil || bigUnit(block[i + 1]) != nil else { return nil }
        }
        vague = true
        if i == start { digitWaiting = 1 }
      } else if NumberReader.isMore(at: i, in: block) || (code == "来" && lastUnit < 10_000) {
        guard i > start, digitWaiting == nil, !more, code != "+" else { break scan }
        if code == "来", !isMeasured(after: i, in: block) { break scan }
        more = true
      } else {
        break scan
      }
      i += 1
    }
    guard i > start else { return nil }

    var section128 = Int128(section)
    if let waiting = digitWaiting {
      if !sawZero, i - start >= 2, lastPower >= 4 || (lastUnit > 10 && lastUnit < 10_000) {
        // 三萬五 is 35 000, 兩百五 250; but after 十 the digit is itself.
        if section == 0, lastPower > 0 {
          guard let rest = ExactDecimal(Int128(waiting)).scaled(byPowerOfTen: lastPower - 1),
            let all = total.adding(rest)
          else { return nil }
          total = all
        } else {
          section128 += Int128(waiting) * Int128(lastUnit / 10)
        }
      } else {
        section128 += Int128(waiting)
      }
    }
    guard let low = total.adding(upper).flatMap({ $0.adding(ExactDecimal(section128)) }) else {
      return nil
    }
    var number = ReadNumber(
      end: i,
      value: low,
      hasMore: more,
      isVague: vague,
      hasScale: scaled,
      single: i == start + 1 ? block[start] : nil
    )
    if let max { number.max = low.adding(ExactDecimal(Int128(max))) }
    var k = i - 1
    while k > start, let power = bigUnit(block[k]) {
      number.scale += power
      k -= 1
    }
    addFraction(to: &number, in: block)
    return number
  }

  /// 三點五億, 一點二五倍; not 三點五十分, which is a time of day.
  private static func addFraction(to number: inout ReadNumber, in block: FoldedBlock) {
    guard block[number.end] == "点", number.max == nil, !number.isVague, !number.hasMore,
      number.value.exponent >= 0, let whole = number.value.whole
    else { return }
    var i = number.end + 1
    var mantissa = Int128(whole)
    var places = 0
    while let d = digit(block[i]), block[i] != "两", places < 9 {
      mantissa = mantissa * 10 + Int128(d)
      places += 1
      i += 1
    }
    guard places > 0, unit(block[i]) == nil, block[i] != "分", block[i] != "刻" else { return }
    let value = ExactDecimal(mantissa, exponent: 0 - places)
    number.value = value
    number.end = i
    number.hasFraction = true
    number.single = nil
    NumberReader.addScales(to: &number, in: block)
  }

  private static func isMeasured(after index: Int, in block: FoldedBlock) -> Bool {
    UnitLexicon.units.longest(at: index + 1, in: block).map { $0.value != .notAUnit } ?? false
      || bigUnit(block[index + 1]) != nil
  }
}
