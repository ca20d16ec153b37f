import ZhujieText

/// Dates in digits alone, decades, centuries, feasts that begin with a numeral.
extension QuantityScanner {
  /// 2025-03-13, 2025/3/13, 2025.03.13, 2025-03.
  func isoDate(at i: Int) -> ReadDate? {
    guard block[i].isDigit, !block[i - 1].isAlphanumeric, block[i - 1] != ".", block[i - 1] != "-",
      block[i - 1] != "/"
    else { return nil }
    // Nearly all digits are no such date: it begins with four of them and a mark before more.
    guard (i + 1..<i + 4).allSatisfy({ block[$0].isDigit }), block[i + 5].isDigit,
      block[i + 4] == "-" || block[i + 4] == "/" || block[i + 4] == "."
    else { return nil }
    var numbers: [Int] = []
    var widths: [Int] = []
    var j = i
    var separator: Code?
    while numbers.count < 3 {
      var value = 0
      var k = j
      while k - j < 5, let d = block[k].digit {
        value = value * 10 + d
        k += 1
      }
      guard k > j else { return nil }
      numbers.append(value)
      widths.append(k - j)
      j = k
      guard numbers.count < 3 else { break }
      let code = block[j]
      guard code == "-" || code == "/" || code == ".", separator == nil || separator == code,
        block[j + 1].isDigit
      else { break }
      separator = code
      j += 1
    }
    guard (1000...2199).contains(numbers[0]), let separator,
      !block[j].isAlphanumeric, block[j] != separator || !block[j + 1].isDigit, widths[1] <= 2
    else { return nil }
    if numbers.count == 3 {
      guard widths[2] <= 2,
        let edtf = EDTFDate(year: numbers[0], month: numbers[1], day: numbers[2])
      else { return nil }
      return ReadDate(end: j, edtf: edtf, rule: "date.iso", hasOwnYear: true)
    }
    guard separator == "-", widths[1] == 2, let edtf = EDTFDate(year: numbers[0], month: numbers[1])
    else { return nil }
    return ReadDate(end: j, edtf: edtf, rule: "date.iso", hasOwnYear: true)
  }

  /// 90年代, 八十年代, 1990 年代, 21世紀, 二十世纪九十年代.
  func decade(at i: Int) -> ReadDate? {
    guard !block[i - 1].isAlphanumeric, let number = NumberReader.number(at: i, in: block),
      !number.isVague, !number.hasMore, number.max == nil, let n = number.value.whole, n < 3000,
      n > 0
    else { return nil }
    let j = skippingSpaces(from: number.end)
    if block[j] == "年", block[j + 1] == "代" {
      let first: Int
      switch n {
      case 1000...2190 where n % 10 == 0: first = n
      case 10...90 where n % 10 == 0:
        // 二十年代 is the decade that the publication knows.
        let isPast = n >= 30 || (published?.start?.year ?? 2100) < 2000 + n
        first = (isPast ? 1900 : 2000) + n
      default: return nil
      }
      return decade(from: first, at: j + 2)
    }
    guard block[j] == "世", block[j + 1] == "纪", (1...30).contains(n),
      number.single == nil || n > 10 || number.isArabic
    else { return nil }
    let start = (n - 1) * 100
    return century(from: start, at: j + 2)
  }

  /// 90年代初, 90年代中期, 90年代末: its first, middle and last years.
  func decade(from first: Int, at end: Int) -> ReadDate {
    var (from, to, end) = (first, first + 9, end)
    let isPeriod = block[end + 1] == "期"
    switch block[end] {
    case "早" where !isPeriod, "后" where !isPeriod: break
    case "初", "早": (to, end) = (first + 3, end + (isPeriod ? 2 : 1))
    case "中" where isPeriod || block[end + 1] == "叶":
      (from, to, end) = (first + 4, first + 6, end + 2)
    case "末", "后": (from, end) = (first + 7, end + (isPeriod ? 2 : 1))
    default: break
    }
    return ReadDate(end: end, edtf: EDTFDate(years: from, to), rule: "date.decade")
  }

  /// The rest of a century's name: 九十年代, 初, 末.
  func century(from start: Int, at j: Int) -> ReadDate {
    let k = skippingSpaces(from: j)
    if block[k].isDigit || HanNumber.digit(block[k]) != nil,
      let number = NumberReader.number(at: k, in: block),
      let n = number.value.whole, n % 10 == 0, (10...90).contains(n)
    {
      let end = skippingSpaces(from: number.end)
      if block[end] == "年", block[end + 1] == "代" {
        return decade(from: start + n, at: end + 2)
      }
    }
    switch block[j] {
    case "初":
      return ReadDate(
        end: j + 1,
        edtf: EDTFDate(years: start + 1, start + 10),
        rule: "date.century"
      )
    case "末":
      return ReadDate(
        end: j + 1,
        edtf: EDTFDate(years: start + 91, start + 100),
        rule: "date.century"
      )
    default:
      return ReadDate(end: j, edtf: EDTFDate(years: start + 1, start + 100), rule: "date.century")
    }
  }

  /// 五一假期, 十一黃金週.
  func numberedHoliday(at i: Int) -> ReadDate? {
    guard let (holiday, end) = Holiday.names.longest(at: i, in: block) else { return nil }
    return nearest(holiday, end: trimmingTail(end))
  }
}
