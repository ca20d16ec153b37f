import ZhujieText

/// One pass over one block: where a figure or date can begin, ask the rules in order, take the first
/// that speaks, and go on behind it.
///
/// Every rule reads forwards from the candidate and never twice over more than the quantity before
/// it, so a text costs time in proportion to its length.
struct QuantityScanner {
  let published: EDTFDate?
  var block = FoldedBlock()
  var found: [Quantity] = []
  /// The last date of the block that later ones lean on.
  var context = DateContext()
  /// The bytes, for units as written.
  let text: UTF8Text<ReadingSpace>

  init(text: UTF8Text<ReadingSpace>, published: EDTFDate?) {
    self.text = text
    self.published = published
  }

  mutating func scanBlock() {
    context = DateContext()
    let starters = Starter.table
    starters.withUnsafeBufferPointer { starters in
      var i = 0
      while i < block.count {
        let starter = starters[Int(block.codes[i].value)]
        i = starter == .nothing ? i + 1 : step(at: i, starter)
      }
    }
  }

  /// Asks the rules at a candidate; the index to go on with, which is past `i`.
  private mutating func step(at i: Int, _ starter: Starter) -> Int {
    switch starter {
    case .nothing:
      return i + 1
    case .sentenceEnd:
      context.sentenceStart = i + 1
      return i + 1
    case .latin:
      return latin(at: i)
    case .digit:
      return dateStartingWithNumber(at: i) ?? figure(at: i) ?? afterCode(at: i)
    case .numeral:
      if let end = QuantityGuards.words.longest(at: i, in: block)?.end { return end }
      let isAlone = !Starter.isNumeral[Int(block[i + 1].value)]
      if isAlone, !mayMeasure(at: i + 1) { return i + 1 }
      // Only what is no figure is passed over to its end, so that no numeral is passed over twice.
      return dateStartingWithNumber(at: i) ?? figure(at: i) ?? afterNumerals(at: i)
    case .sign:
      return signedFigure(at: i) ?? moneyWithPrefix(at: i) ?? i + 1
    case .word:
      if let end = QuantityGuards.words.longest(at: i, in: block)?.end { return end }
      return dateStartingWithWord(at: i) ?? rank(at: i) ?? vague(at: i) ?? moneyWithPrefix(at: i)
        ?? negativePercentage(at: i) ?? otherWord(at: i) ?? i + 1
    }
  }

  /// A Latin word with the digits that belong to it (GPT-4o, Astra2.5, H20), which are no figures,
  /// unless it is a currency or a quarter.
  private mutating func latin(at i: Int) -> Int {
    if let end = dateStartingWithLatin(at: i) ?? moneyWithPrefix(at: i) { return end }
    return endOfCode(from: i)
  }

  /// Past letters and digits, and the dots, dashes and slashes that join them.
  private func endOfCode(from start: Int) -> Int {
    var i = start
    while i < block.count {
      if block[i].isAlphanumeric {
        i += 1
      } else if i > start, joins(block[i]), block[i + 1].isAlphanumeric {
        i += 2
      } else {
        break
      }
    }
    return max(i, start + 1)
  }

  /// Past a number that counts nothing, and what it is tied to: 10:16:10, 138-1234-5678, 3D, 4.0.
  private func afterCode(at start: Int) -> Int {
    endOfCode(from: start)
  }

  /// Past all numerals that stand together: what is no figure from its start is none from its middle.
  private func afterNumerals(at start: Int) -> Int {
    var i = start + 1
    while i < block.count, Starter.isNumeral[Int(block.codes[i].value)] { i += 1 }
    return i
  }

  /// Whether what follows a lone numeral can make it a figure: most (一起, 四川) end here.
  private func mayMeasure(at index: Int) -> Bool {
    switch block[index] {
    case "半", "成", "折", "分", "年", "月", "季", "世", "点", "多", "余", "几", "来", "-", "~", "到", "至", "、",
      " ", "番":
      true
    default:
      UnitLexicon.units.longest(at: index, in: block) != nil
    }
  }

  private func joins(_ code: Code) -> Bool {
    switch code {
    case ".", "-", ":", "/", "_", ",", "'", "\u{2019}", "×", "*": true
    default: false
    }
  }

  mutating func add(
    _ lower: Int,
    _ upper: Int,
    _ value: QuantityValue,
    _ rule: String,
    comparator: Range<Int>? = nil
  ) {
    let span = block.span(lower, upper)
    if let last = found.last, last.span.upperBound > span.lowerBound { return }
    found.append(
      Quantity(
        span: span,
        value: value,
        rule: rule,
        comparator: comparator.map { block.span($0.lowerBound, $0.upperBound) }
      )
    )
  }

  /// The text of a stretch of the block, for units as written; spaces at its ends are left out.
  func written(_ lower: Int, _ upper: Int) -> String {
    var (lower, upper) = (lower, upper)
    while lower < upper, block[lower] == " " { lower += 1 }
    while upper > lower, block[upper - 1] == " " { upper -= 1 }
    return text[block.span(lower, upper)]
  }

  func skippingSpaces(from index: Int, atMost limit: Int = 2) -> Int {
    NumberReader.skippingSpaces(from: index, in: block, atMost: limit)
  }

  /// The index after the last code before `index` that is no space.
  func beforeSpaces(_ index: Int, atMost limit: Int = 2) -> Int {
    var i = index
    while index - i < limit, i > 0, block[i - 1] == " " { i -= 1 }
    return i
  }
}

/// What a code can begin.
enum Starter: UInt8, Sendable {
  case nothing, sentenceEnd, latin, digit, numeral, sign, word

  static let table: [Starter] = {
    var table = [Starter](repeating: .nothing, count: 0x1_0000)
    func set(_ codes: String, _ starter: Starter) {
      for code in Folding.codes(codes) { table[Int(code.value)] = starter }
    }
    for v in 0..<0x530 where Code(value: UInt16(v)).isLetter { table[v] = .latin }
    for v in 0x30...0x39 { table[v] = .digit }
    set("。！？!?；;\n", .sentenceEnd)
    set("-−+$¥€£₩₹", .sign)
    set(
      "今去前明后本同次翌上下过未近最昨这当年月季春国双元劳端中清除圣民公截第几数好半翻成负人港新台日美欧英大接此周週星礼五六十"
        + "情七重腊儿妇教平万光正早初"
        + "卢澳加韩瑞逾超",
      .word
    )
    // Numerals also begin words: 五一, 十一, 百分之.
    set(numerals, .numeral)
    return table
  }()

  private static let numerals = "〇零一二两俩三仨四五六七八九十百千万亿兆廿卅卌壹贰叁肆伍陆柒捌玖拾佰仟"

  /// By code: whether it is a Han numeral.
  static let isNumeral: [Bool] = {
    var table = [Bool](repeating: false, count: 0x1_0000)
    for code in Folding.codes(numerals) { table[Int(code.value)] = true }
    return table
  }()
}
