/// Whether a figure without a currency is a sum: 三年投入3800億, 估值近百億.
enum MoneyContext {
  private static let before = EndingTable<Bool>(
    ("投入 投资 投了 融资 融资额 募资 估值 市值 营收 收入 总收入 净收入 利润 净利润 净利 毛利 亏损 净亏损 花费 花了 耗资 斥资 出资 豪掷 砸 砸了 砸下 "
      + "补贴 开支 资本开支 资本支出 支出 罚款 奖金 成本 预算 注资 豪赌 市值达 市值为 估值达 收入达 营收达 营收为 收入为 总额 金额 成交额 销售额 交易额 "
      + "规模达 GMV 身家 薪酬 年薪 月薪")
      .split(separator: " ").map { (String($0), true) }
  )
  private static let after = WordTable<Bool>(
    "资本开支 资本支出 投资 融资 资金 开支 罚款 补贴 估值 市值 营收 收入 利润 亏损 巨资 预算 的资本开支 的投资 的融资 的资金 的罚款 的补贴 的估值 "
      + "的市值 的营收 的收入 的利润 的亏损 的预算 现金 的现金 薪资 年薪 月薪"
  )

  static func speaksOfMoney(around lower: Int, _ upper: Int, in block: FoldedBlock) -> Bool {
    var end = lower
    var k = 0
    while k < 2, end > 0, block[end - 1] == " " {
      end -= 1
      k += 1
    }
    if let hedge = HedgeLexicon.before.longest(endingAt: end, in: block) { end = hedge.start }
    if block[end - 1] == " " { end -= 1 }
    if before.longest(endingAt: end, in: block) != nil { return true }
    let start = NumberReader.skippingSpaces(from: upper, in: block, atMost: 2)
    return after.contains(at: start, in: block)
  }
}

/// A currency written before the amount.
enum CurrencyPrefix {
  static let table: WordTable<String> = {
    let list: [(String, String)] = [
      ("CNY", "¥ CN¥ RMB CNY 人民币 人民币¥ RMB¥"), ("USD", "$ US$ USD 美元 美金 USD$"),
      ("HKD", "HK$ HKD 港币 港元 HKD$"), ("TWD", "NT$ NTD TWD 新台币 台币 新台币NT$"),
      ("EUR", "€ EUR 欧元"), ("GBP", "£ GBP 英镑"), ("JPY", "JP¥ JPY 日元 日圆"),
      ("KRW", "₩ KRW 韩元 韩圜"), ("INR", "₹ INR 卢比"), ("SGD", "S$ SGD 新加坡元"),
      ("AUD", "A$ AUD 澳元"), ("CAD", "C$ CAD 加元"), ("CHF", "CHF 瑞士法郎"),
    ]
    var words: [(String, String)] = []
    for (code, names) in list {
      for name in names.split(separator: " ") { words.append((String(name), code)) }
    }
    return WordTable(words)
  }()
}

extension QuantityScanner {
  /// ¥300, US$3bn, 人民幣317.42億元.
  mutating func moneyWithPrefix(at i: Int) -> Int? {
    guard let (code, end) = CurrencyPrefix.table.longest(at: i, in: block) else { return nil }
    var j = skippingSpaces(from: end, atMost: 1)
    var negative = false
    if block[j] == "-", block[j + 1].isDigit { (negative, j) = (true, j + 1) }
    // A word in front (美元三億) counts only with digits: 日元三年來 is no sum.
    guard block[j].isDigit || (block[i] == "人" && HanNumber.digit(block[j]) != nil),
      var operand = operand(at: j)
    else { return nil }
    operand.start = i
    operand.isNegative = negative
    operand.prefixCurrency = code
    switch operand.unit {
    case .money(let currency)?:
      // ¥300 億日圓 is in yen; 港幣3億元 stays in Hong Kong dollars.
      let isPlain = currency == "CNY" && operand.end - operand.unitStart == 1
      if !isPlain { operand.prefixCurrency = currency }
    case .measure(.letter)?:
      guard let power = Self.magnitude(of: block[operand.unitStart]),
        let scaled = operand.number.value.scaled(byPowerOfTen: power)
      else { return nil }
      operand.number.value = scaled
      operand.number.end = operand.end
      operand.number.scale = power
      operand.unit = nil
    case .measure(.unit)? where block[operand.unitStart].isLetter, .percent?:
      if block[operand.unitStart] == "m" {
        operand.number.value = operand.number.value.scaled(byPowerOfTen: 6) ?? operand.number.value
        operand.number.end = operand.end
        operand.unit = nil
      } else {
        operand.unit = nil
        operand.end = operand.number.end
      }
    default:
      operand.unit = nil
      operand.end = operand.number.end
    }
    if operand.unit == nil { operand.end = operand.number.end }
    if block[operand.end] == "k" || block[operand.end] == "b", operand.unit == nil,
      !block[operand.end + 1].isAlphanumeric
    {
      operand.number.value =
        operand.number.value.scaled(byPowerOfTen: block[operand.end] == "k" ? 3 : 9)
        ?? operand.number.value
      operand.end += 1
      operand.number.end = operand.end
    }
    if let end = range(from: operand) { return end }
    return emit(operand)
  }
}
