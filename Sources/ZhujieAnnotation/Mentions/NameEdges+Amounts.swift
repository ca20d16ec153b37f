import ZhujieText

/// Names whose characters belong to a number or what it counts.
extension NameEdges {
  /// `Astra 4 月`: a space, digits that end the name, and a unit: the digits are a quantity's.
  static func isSpacedQuantity(
    _ name: Range<Int>,
    block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var digits = name.upperBound
    while digits > name.lowerBound, isDigitOrPoint(bytes[digits - 1]) { digits -= 1 }
    guard digits > name.lowerBound, digits < name.upperBound,
      NameSymbol.isBlank(UTF8Scan.scalar(before: digits, in: bytes).value)
    else { return false }
    var offset = name.upperBound
    var spaces = 0
    while offset < block.upperBound, spaces < 3 {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      if NameSymbol.isBlank(value) {
        offset += length
        spaces += 1
        continue
      }
      return NameSymbol.isUnit(value)
    }
    return false
  }

  /// K7路公交 and 第o1頁: letters and digits that number a line, a train or a page.
  static func isNumberOfLine(
    _ name: Range<Int>,
    _ before: UInt32?,
    _ block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    // 第
    before == 0x7B2C
      || lines.contains { line in
        name.upperBound + line.count <= block.upperBound
          && line.elementsEqual(bytes[name.upperBound..<(name.upperBound + line.count)])
      }
  }

  private static let lines = [
    "路公交", "路电车", "路车", "次列车", "次航班", "次特快", "次高铁", "次动车", "次快车", "号线", "高速", "国道", "省道", "航班",
  ]
  .map { Array($0.utf8) }

  private static func isDigitOrPoint(_ byte: UInt8) -> Bool {
    (byte >= 0x30 && byte <= 0x39) || byte == 0x2E
  }

  /// 一盒馬鈴薯 counts potatoes by the box: the name's first character is a measure word that a number belongs to.
  static func isCounted(
    _ name: Range<Int>,
    from numeral: Int,
    in block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard measures.contains(UTF8Scan.scalar(at: name.lowerBound, in: bytes).value) else {
      return false
    }
    guard numeral > block.lowerBound else { return true }
    // 之一, 其一, 统一 and 唯一 end before the name.
    return ![0x4E4B, 0x5176, 0x7EDF, 0x552F].contains(
      UTF8Scan.scalar(before: numeral, in: bytes).value
    )
  }

  /// 一片梅林 and 這碗糖水: a number or pronoun ends before the measure word.
  static func isCountedThing(
    before measure: Int,
    in block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard measure > block.lowerBound else { return false }
    let value = UTF8Scan.scalar(before: measure, in: bytes).value
    return NameSymbol.isNumeral(value) || quantifiers.contains(value)
  }

  /// Measure words of what grows, is eaten or lies about; nobody's name is counted by them.
  static let heaps = ScalarSet("碗片棵株粒颗朵斤滴锅筐")

  static let quantifiers = ScalarSet("这那每几数半整某")
  /// Measure words that names seldom begin with otherwise.
  private static let measures = ScalarSet("盒瓶杯碗只条袋箱包串朵颗粒斤桶罐盘匹头双套副株棵筐捆滴块枚")

  /// 零一年 and 千度以上 are a year and a temperature.
  static func isAmount(
    _ name: Range<Int>,
    endsInNumeral: Bool,
    _ block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard name.upperBound < block.upperBound else { return false }
    if endsInNumeral {
      return NameSymbol.isUnit(UTF8Scan.scalar(at: name.upperBound, in: bytes).value)
    }
    return bounds.contains { bound in
      name.upperBound + bound.count <= block.upperBound
        && bound.elementsEqual(bytes[name.upperBound..<(name.upperBound + bound.count)])
    }
  }

  private static let bounds = ["以上", "以下", "左右", "上下", "高温", "的高温", "低温"].map { Array($0.utf8) }
}
