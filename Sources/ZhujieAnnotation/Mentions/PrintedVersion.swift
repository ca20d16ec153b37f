import ZhujieText

/// Whether a version is printed behind a product's name, a space between: `Astra 2.5`, `Astra 7B`, `Astra v2`, `Astra Max`.
/// Where it is listed the longer name wins anyway; where not, what is named is another product than `Astra`.
enum PrintedVersion {
  /// Behind a company's name only a decimal is sure to be a version.
  static func follows(
    _ offset: Int,
    ofMaker isMaker: Bool,
    in block: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let start = afterBlanks(offset, block, bytes)
    guard start < block.upperBound, bytes[start] < 0x80 else { return false }
    if !isMaker, words.contains(where: { isWord($0, at: start, block, bytes) }) { return true }
    let hasLetter = isLetter(bytes[start])
    let first = hasLetter ? start + 1 : start
    var end = digits(from: first, block, bytes)
    guard end > first, end - first <= 2 else { return false }
    var isDecimal = false
    if end < block.upperBound, bytes[end] == 0x2E {
      let fraction = digits(from: end + 1, block, bytes)
      if fraction > end + 1 { (end, isDecimal) = (fraction, true) }
    }
    // Of a letter and a number only a decimal is no name of its own, and `v2`.
    if !isDecimal, isMaker || (hasLetter && bytes[start] | 0x20 != 0x76) { return false }
    // 7B: a size.
    if end < block.upperBound, bytes[end] | 0x20 == 0x62 { end += 1 }
    let next = afterBlanks(end, block, bytes)
    guard next < block.upperBound else { return true }
    let value = UTF8Scan.scalar(at: next, in: bytes).value
    if next == end, ScalarClass.isAlphanumeric(value) { return false }
    return !NameSymbol.isUnit(value) && !measures.contains(value)
      && !ScalarClass.isDigit(value)
  }

  /// `Max` and its kind, as product lines use them.
  private static let words = [
    "Max", "Pro", "Plus", "Mini", "mini", "Ultra", "Lite", "Turbo", "Flash", "Air", "Nano",
    "Preview", "Omni", "Coder",
  ].map { Array($0.utf8) }

  /// What a number counts or goes on with, beside the units.
  private static let measures = ScalarSet(
    "层部代篇本张场轮周季成折组类块字套步行页章例道门颗只座辆枚份段批支处强大多余来几至到-~－—–%/:：＋+*×"
  )

  private static func isWord(
    _ word: [UInt8],
    at start: Int,
    _ block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let end = start + word.count
    guard end <= block.upperBound, word.elementsEqual(bytes[start..<end]) else { return false }
    return end == block.upperBound
      || !ScalarClass.isAlphanumeric(UTF8Scan.scalar(at: end, in: bytes).value)
  }

  private static func afterBlanks(
    _ start: Int,
    _ block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var offset = start
    for _ in 0..<2 where offset < block.upperBound {
      let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
      guard NameSymbol.isBlank(value) else { break }
      offset += length
    }
    return offset
  }

  private static func digits(
    from start: Int,
    _ block: Range<Int>,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Int {
    var end = start
    while end < block.upperBound, end - start < 4, bytes[end] >= 0x30, bytes[end] <= 0x39 {
      end += 1
    }
    return end
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A
  }
}
