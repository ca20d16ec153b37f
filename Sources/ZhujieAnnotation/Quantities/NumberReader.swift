/// A number as read from a text, before anybody asked what it counts.
struct ReadNumber {
  /// The index after it.
  var end: Int
  var value: ExactDecimal
  /// The upper end, where neighbouring numerals say "about": 七八 is 7 to 8, 三五 3 to 5.
  var max: ExactDecimal?
  /// 多 and 餘 inside the number.
  var hasMore = false
  /// 幾, 數 or a magnitude without a figure before it: only the size is known.
  var isVague = false
  var isArabic = false
  /// Whether 萬, 億 or 兆 closes it, or a comma groups it: it is a figure even without a unit.
  var hasScale = false
  var hasComma = false
  var hasFraction = false
  /// The digits of an Arabic or digit-by-digit number without scale or point; 0 otherwise.
  var digitCount = 0
  /// The power of ten of the 萬, 億, 兆 that close it.
  var scale = 0
  /// The single Han numeral it consists of.
  var single: Code?

  /// The number before 萬, 億, 兆, for 3到5億.
  var unscaled: ExactDecimal { value.scaled(byPowerOfTen: 0 - scale) ?? value }
}

/// Reads numbers in Arabic digits, Han numerals and both mixed.
enum NumberReader {
  /// The number that starts at `index`, which must be a digit or a numeral; nil where there is none
  /// or it is too large to hold.
  static func number(at index: Int, in block: FoldedBlock) -> ReadNumber? {
    block[index].isDigit ? arabic(at: index, in: block) : HanNumber.read(at: index, in: block)
  }

  /// `sections` is how many further sections (億, 萬, 千) may follow.
  private static func arabic(
    at start: Int,
    in block: FoldedBlock,
    sections: Int = 3
  ) -> ReadNumber? {
    var i = start
    // Eighteen digits fit into a word.
    var (word, taken): (Int64, Int) = (0, 0)
    var mantissa: Int128 = 0
    var digits = 0
    var fits = true
    func take(_ digit: Int) {
      taken += 1
      if taken <= 18 {
        word = word &* 10 &+ Int64(digit)
        return
      }
      if taken == 19 { mantissa = Int128(word) }
      let (product, a) = mantissa.multipliedReportingOverflow(by: 10)
      let (sum, b) = product.addingReportingOverflow(Int128(digit))
      if a || b { fits = false } else { mantissa = sum }
    }
    while let digit = block[i].digit {
      take(digit)
      digits += 1
      i += 1
    }
    var hasComma = false
    if digits <= 3 {
      while block[i] == ",", block[i + 1].isDigit, block[i + 2].isDigit, block[i + 3].isDigit,
        !block[i + 4].isDigit
      {
        for k in 1...3 { take(block[i + k].digit ?? 0) }
        hasComma = true
        i += 4
      }
    }
    let integerDigits = digits
    var places = 0
    if block[i] == "." || block[i] == "·", block[i + 1].isDigit {
      i += 1
      while let digit = block[i].digit {
        take(digit)
        places += 1
        i += 1
      }
      // 1.2.3 is a version or a date.
      if block[i] == ".", block[i + 1].isDigit { return nil }
    }
    guard fits else { return nil }
    let value = ExactDecimal(taken <= 18 ? Int128(word) : mantissa, exponent: 0 - places)
    var number = ReadNumber(
      end: i,
      value: value,
      isArabic: true,
      hasComma: hasComma,
      hasFraction: places > 0,
      digitCount: hasComma || places > 0 ? 0 : integerDigits
    )
    addScales(to: &number, in: block, sections: sections)
    return number
  }

  /// 百 千 萬 億 兆 after a number, one after the other (3 百萬, 1.2 萬億), 多 and 餘 before or after
  /// them, and a further section (3億5000萬).
  static func addScales(
    to number: inout ReadNumber,
    in block: FoldedBlock,
    sections: Int = 0
  ) {
    var i = number.end
    var power = 0
    var big = false
    var more = number.hasMore
    while true {
      let j = skippingSpaces(from: i, in: block, atMost: more || power > 0 ? 0 : 2)
      if let scale = scalePower(at: j, in: block) {
        power += scale
        if scale >= 4 { big = true }
        i = j + 1
        if power > 40 { return }
      } else if !more, isMore(at: j, in: block), j == i || power > 0 || number.isArabic {
        // 200 多, 3 萬多; but 3 多 says nothing.
        guard power > 0 || number.hasScale || number.value.exponent > 0 || !number.isArabic else {
          break
        }
        more = true
        i = j + 1
      } else {
        break
      }
    }
    guard i > number.end, let scaled = number.value.scaled(byPowerOfTen: power) else { return }
    if let max = number.max { number.max = max.scaled(byPowerOfTen: power) }
    number.value = scaled
    number.scale = power
    number.end = i
    number.hasMore = more
    if power > 0 { number.digitCount = 0 }
    if big { number.hasScale = true }
    guard big, !more, number.isArabic, number.max == nil, sections > 0 else { return }
    let j = skippingSpaces(from: i, in: block, atMost: 1)
    guard block[j].isDigit, var part = arabic(at: j, in: block, sections: sections - 1),
      let sum = number.value.adding(part.value)
    else { return }
    if part.scale > 0 {
      guard part.scale < power else { return }
    } else {
      // 1萬2288元: the rest without a scale, directly behind and smaller than the scale.
      guard j == i, !part.hasMore, block[part.end] != "年", let rest = part.value.whole,
        rest < (power >= 8 ? 100_000_000 : 10_000)
      else { return }
    }
    part.value = sum
    part.scale = 0
    part.digitCount = 0
    part.hasScale = true
    number = part
  }

  /// The power of ten that a scale word at `index` stands for. 千瓦, 千克, 百分 and 兆瓦 are units.
  private static func scalePower(at index: Int, in block: FoldedBlock) -> Int? {
    let next = block[index + 1]
    switch block[index] {
    case "百", "佰": return next == "分" || next == "年" || next == "度" ? nil : 2
    case "千", "仟":
      switch next {
      case "瓦", "克", "米", "卡", "赫", "伏", "帕", "焦", "兆", "比", "安", "禧": return nil
      case "字" where block[index + 2] == "节": return nil
      default: return 3
      }
    case "万", "萬": return 4
    case "亿": return 8
    case "兆":
      switch next {
      case "瓦", "赫", "比", "帕", "欧", "位": return nil
      case "字" where block[index + 2] == "节": return nil
      default: return 12
      }
    default: return nil
    }
  }

  /// 多 or 餘 as part of a figure.
  static func isMore(at index: Int, in block: FoldedBlock) -> Bool {
    switch block[index] {
    case "多":
      switch block[index + 1] {
      // 多数, 多元, 多少, 多边 … are words of their own.
      case "元": return isScaled(before: index, in: block) && !isDiverse(at: index, in: block)
      case "数", "少", "边", "样", "方", "重", "功", "媒", "模", "亏", "维": return false
      default: return true
      }
    case "余":
      return block[index + 1] != "额" && block[index + 1] != "下"
    case "+":
      return !block[index + 1].isAlphanumeric
    default:
      return false
    }
  }

  /// 3亿多元: 元 is the currency where a scale stands before 多, and not in 多元化.
  private static func isScaled(before index: Int, in block: FoldedBlock) -> Bool {
    switch block[index - 1] {
    case "万", "亿", "百", "千", "十", "兆", "0": true
    default: false
    }
  }

  private static func isDiverse(at index: Int, in block: FoldedBlock) -> Bool {
    switch block[index + 2] {
    case "化", "性", "文", "主", "智", "素": true
    default: false
    }
  }

  static func skippingSpaces(from index: Int, in block: FoldedBlock, atMost limit: Int) -> Int {
    var i = index
    while i - index < limit, block[i] == " " { i += 1 }
    return i
  }
}
