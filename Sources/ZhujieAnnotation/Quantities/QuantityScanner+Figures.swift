/// Numbers with what they count: percentages, sums, durations, counts, ranges of them, fractions.
extension QuantityScanner {
  /// A number and the unit after it.
  struct Operand {
    var start: Int
    var number: ReadNumber
    /// Nil where the number stands alone.
    var unit: Unit?
    /// The index after the unit, or after the number.
    var end: Int
    /// Where the unit begins.
    var unitStart: Int
    /// 多 or 餘 after the unit (三年多).
    var hasMore = false
    var addsHalf = false
    var isNegative = false
    /// A currency written in front.
    var prefixCurrency: String?
  }

  /// A figure whose first code is a digit or numeral; the index after it.
  mutating func figure(at i: Int) -> Int? {
    if let end = vagueWord(at: i) ?? half(at: i) ?? fraction(at: i) { return end }
    guard let operand = operand(at: i) else { return nil }
    return finish(operand, isNegative: false)
  }

  /// -1%, -20℃: the sign belongs to a number only where nothing before it could.
  mutating func signedFigure(at i: Int) -> Int? {
    guard block[i] == "-", block[i + 1].isDigit, !block[i - 1].isAlphanumeric, block[i - 1] != ")",
      block[i - 1] != "-"
    else { return nil }
    // A dash between Han and a number is punctuation, unless what it belongs to can be negative.
    if block[i - 1].isHan {
      switch block[i - 1] {
      case "润", "率", "速", "比", "为", "是", "至", "到", "达", "流", "幅", "额", "温", "益": break
      default: return nil
      }
    }
    guard var operand = operand(at: i + 1), operand.unit != nil else { return nil }
    operand.start = i
    operand.isNegative = true
    return finish(operand, isNegative: true)
  }

  /// 負2%: the sign in words, where the number can have one.
  mutating func negativePercentage(at i: Int) -> Int? {
    guard block[i] == "负" else { return nil }
    let j = skippingSpaces(from: i + 1, atMost: 1)
    guard block[j].isDigit, var operand = operand(at: j), case .percent? = operand.unit else {
      return nil
    }
    operand.start = i
    operand.isNegative = true
    return finish(operand, isNegative: true)
  }

  // MARK: - Reading

  func operand(at i: Int) -> Operand? {
    guard let number = NumberReader.number(at: i, in: block) else { return nil }
    var operand = Operand(
      start: i,
      number: number,
      unit: nil,
      end: number.end,
      unitStart: number.end
    )
    let j = skippingSpaces(from: number.end)
    guard let (unit, end) = UnitLexicon.units.longest(at: j, in: block) else { return operand }
    // Letters are a unit only after digits, and only as a whole word.
    if block[j].isLetter, !number.isArabic || block[end].isAlphanumeric { return operand }
    if case .duration(let time) = unit, !isTime(time, number, at: j, end) {
      operand.unit = .notAUnit
      return operand
    }
    operand.unit = unit
    operand.unitStart = j
    operand.end = end
    switch unit {
    case .english(let power):
      guard let scaled = number.value.scaled(byPowerOfTen: power) else { return nil }
      operand.number.value = scaled
      operand.number.scale += power
      operand.number.hasScale = true
      operand.number.end = end
      operand.unit = nil
      let k = skippingSpaces(from: end)
      if let (unit, end) = UnitLexicon.units.longest(at: k, in: block), case .money = unit {
        operand.unit = unit
        operand.unitStart = k
        operand.end = end
      }
    case .duration:
      lengthen(&operand)
    case .measure(.letter):
      spellOutLetter(&operand)
    case .measure where block[end] == "多" && number.hasScale == false && block[end + 1] == "月":
      break
    default:
      break
    }
    return operand
  }

  /// 128K tokens: the letter is a magnitude where the unit follows it.
  func spellOutLetter(_ operand: inout Operand) {
    let k = skippingSpaces(from: operand.end, atMost: 1)
    guard let (unit, end) = UnitLexicon.units.longest(at: k, in: block), unit == .measure(.unit),
      block[k] == "t" || block[k] == "T" || block[k] == "词" || block[k] == "参" || block[k] == "个",
      !block[end].isAlphanumeric,
      let power = Self.magnitude(of: block[operand.unitStart]),
      let value = operand.number.value.scaled(byPowerOfTen: power)
    else { return }
    operand.number.value = value
    operand.number.scale = power
    operand.unit = unit
    operand.unitStart = k
    operand.end = end
  }

  /// K, M, B and T as powers of ten.
  static func magnitude(of letter: Code) -> Int? {
    switch letter {
    case "K": 3
    case "M": 6
    case "B": 9
    case "T": 12
    default: nil
    }
  }

  /// 三年半, 三年多.
  func lengthen(_ operand: inout Operand) {
    let next = block[operand.end]
    if next == "半" {
      switch block[operand.end + 1] {
      case "数", "导", "途", "决", "夜", "天", "价", "路", "径", "球": return
      default: break
      }
      operand.addsHalf = true
      operand.end += 1
    } else if next == "多" || next == "余" {
      switch block[operand.end + 1] {
      case "次", "家", "个", "位", "种", "元", "数", "方", "年", "款", "名", "项", "少", "场", "条", "重", "样", "达",
        "人":
        return
      default: break
      }
      operand.hasMore = true
      operand.end += 1
    }
  }

  /// Whether a unit of time measures here: not 三日, not 四周 (all around), not the month in 3年3月.
  func isTime(_ time: TimeUnit, _ number: ReadNumber, at unitStart: Int, _ end: Int) -> Bool {
    if number.digitCount == 4, time.base == .year, time.factor == 1, let year = number.value.whole,
      (1900...2100).contains(year)
    {
      return false
    }
    if time.isWeak {
      switch block[skippingSpaces(from: end)] {
      case "内", "后", "起", "以", "之", "游", "间": return true
      default: return false
      }
    }
    if time.base == .week, block[unitStart] == "周", number.single != nil, number.single == "四" {
      return block[end] == "年" || block[end] == "后" || block[end] == "内"
    }
    // 3年級 and the like stand in the table; 载 is a verb as often.
    if block[unitStart] == "载" { return !number.isArabic && number.single != "一" }
    return true
  }
}
