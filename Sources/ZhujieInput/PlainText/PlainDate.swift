import ZhujieText

/// A date as the head of an article writes it: `2025-05-07`, `2025年5月7日`, `04-14`, `4月14日`.
struct PlainDate: Equatable {
  let year: Int?
  let month: Int
  let day: Int?

  func date(inYear fallback: Int?) -> EDTFDate? {
    guard let year = year ?? fallback else { return nil }
    return EDTFDate.Point(year: year, month: month, day: day).map { EDTFDate($0) }
  }

  /// The date that stands at `start` and where it ends, or nil.
  static func at(_ start: Int, in scalars: [UInt32]) -> (date: PlainDate, end: Int)? {
    var scan = Scan(scalars: scalars, position: start)
    guard let (first, digits) = scan.number() else { return nil }
    scan.skipSpaces()
    guard let mark = scan.next() else { return nil }
    switch mark {
    case 0x2D, 0x2F, 0x2E, 0x2010, 0x2013:
      guard let (second, _) = scan.number() else { return nil }
      if digits == 4 {
        guard scan.take(mark), let (third, _) = scan.number() else { return nil }
        return PlainDate(year: first, month: second, day: third).checked(scan.position)
      }
      // Two numbers with a point between them are a decimal, or a section.
      guard mark != 0x2E, digits <= 2 else { return nil }
      return PlainDate(year: nil, month: first, day: second).checked(scan.position)
    case Self.yearSign where digits == 4:
      scan.skipSpaces()
      guard let (month, _) = scan.number() else { return nil }
      scan.skipSpaces()
      guard scan.take(Self.monthSign) else { return nil }
      return PlainDate(year: first, month: month, day: scan.dayOfMonth()).checked(scan.position)
    case Self.monthSign where digits <= 2:
      guard let day = scan.dayOfMonth() else { return nil }
      return PlainDate(year: nil, month: first, day: day).checked(scan.position)
    default:
      return nil
    }
  }

  private func checked(_ end: Int) -> (date: PlainDate, end: Int)? {
    // A leap year stands for the unknown one.
    guard EDTFDate.Point(year: year ?? 2024, month: month, day: day) != nil,
      year.map({ (1800...2199).contains($0) }) ?? true
    else { return nil }
    return (self, end)
  }

  static let yearSign: UInt32 = 0x5E74
  static let monthSign: UInt32 = 0x6708

  /// A place in a line.
  private struct Scan {
    let scalars: [UInt32]
    var position: Int

    mutating func next() -> UInt32? {
      guard position < scalars.count else { return nil }
      defer { position += 1 }
      return scalars[position]
    }

    mutating func take(_ value: UInt32) -> Bool {
      guard position < scalars.count, scalars[position] == value else { return false }
      position += 1
      return true
    }

    mutating func skipSpaces() {
      while position < scalars.count, ScalarClass.isSpace(scalars[position]) { position += 1 }
    }

    /// At most four digits, full-width ones included.
    mutating func number() -> (value: Int, digits: Int)? {
      var value = 0
      var digits = 0
      while position < scalars.count, ScalarClass.isDigit(scalars[position]) {
        value = value * 10 + Int(scalars[position] & 0xFF) % 0x10
        digits += 1
        position += 1
        if digits > 4 { return nil }
      }
      return digits > 0 ? (value, digits) : nil
    }

    /// `14日` or `14号` where it follows a month, without moving where it does not.
    mutating func dayOfMonth() -> Int? {
      let start = position
      skipSpaces()
      if let (day, _) = number() {
        skipSpaces()
        if take(0x65E5) || take(0x53F7) || take(0x865F) { return day }
      }
      position = start
      return nil
    }
  }
}

/// The year of a date that is written without one.
enum YearEvidence {
  /// The latest year that the text speaks of in earnest: as `2025年` at least twice, and not far
  /// less often than the year it names most, for articles also look ahead. A text that names a
  /// single year means that one.
  static func latestYear(in bytes: [UInt8], _ span: TextSpan<FileSpace>) -> Int? {
    var counts: [Int: Int] = [:]
    bytes.withUnsafeBufferPointer { bytes in
      var i = span.lowerBound
      while i + 4 < span.upperBound {
        guard isDigit(bytes[i]), i == span.lowerBound || !isDigit(bytes[i - 1]) else {
          i += 1
          continue
        }
        var end = i
        var value = 0
        while end < span.upperBound, isDigit(bytes[end]), end - i < 5 {
          value = value * 10 + Int(bytes[end] - 0x30)
          end += 1
        }
        if end - i == 4, (1900...2199).contains(value) {
          var next = end
          while next < span.upperBound, bytes[next] == 0x20 { next += 1 }
          if next + 2 < span.upperBound, bytes[next] == 0xE5, bytes[next + 1] == 0xB9,
            bytes[next + 2] == 0xB4
          {
            counts[value, default: 0] += 1
          }
        }
        i = end
      }
    }
    if counts.count == 1 { return counts.keys.first }
    guard let most = counts.values.max() else { return nil }
    return counts.filter { $0.value >= 2 && $0.value * 5 >= most }.keys.max()
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
}
