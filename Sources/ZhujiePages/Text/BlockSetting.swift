import ZhujieText

/// One block of text being set: Chinese by the rules of its script, English by those of English.
struct BlockSetting {
  struct Scalar {
    let value: UInt32
    private let start: UInt32
    /// What stands for it: another, `nothing`, or `itself`.
    fileprivate var replacement = BlockSetting.itself
    private let byteCount: UInt8
    let isOpaque: Bool

    init(value: UInt32, offset: Int, length: Int, isOpaque: Bool) {
      (self.value, start, byteCount, self.isOpaque) = (value, UInt32(offset), UInt8(length), isOpaque)
    }

    /// In bytes of the text.
    var offset: Int { Int(start) }
    var length: Int { Int(byteCount) }
  }

  private(set) var scalars: [Scalar]
  /// A bit for each of the ASCII characters from the space to `?` that the block holds: what is not there need not be set.
  private let ascii: UInt32
  private let isChinese: Bool
  /// How often a scalar was replaced.
  private var replacements = 0
  var counts = DisplayTypography.Counts()

  init(_ slice: ArraySlice<UInt8>, opaque: ArraySlice<TextSpan<DisplaySpace>>) {
    var spans = opaque
    // Where the first of them begins and ends.
    var (opaqueStart, opaqueEnd) = spans.first.map { ($0.lowerBound, $0.upperBound) } ?? (.max, .max)
    var ascii: UInt32 = 0
    // A Han character says about as much as four Latin letters.
    var (han, letters) = (0, 0)
    let first = slice.startIndex
    scalars = slice.withUnsafeBufferPointer { bytes in
      // There are no more scalars than bytes.
      [Scalar](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var i = 0
        while i < bytes.count {
          let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
          if value >= 0x3000 {
            if ScalarClass.isHan(value) { han &+= 1 }
          } else if value < 0x250 {
            if value >= 0x20, value < 0x40 { ascii |= 1 << (value - 0x20) }
            if ScalarClass.isAlphanumeric(value), !ScalarClass.isDigit(value) { letters &+= 1 }
          }
          let offset = first &+ i
          while opaqueEnd <= offset {
            spans = spans.dropFirst()
            (opaqueStart, opaqueEnd) = spans.first.map { ($0.lowerBound, $0.upperBound) } ?? (.max, .max)
          }
          scalars.initializeElement(
            at: count, to: Scalar(value: value, offset: offset, length: length, isOpaque: opaqueStart <= offset))
          count &+= 1
          i &+= length
        }
      }
    }
    self.ascii = ascii
    isChinese = han > 0 && han * 4 >= letters
  }

  private static var nothing: UInt32 { .max - 1 }
  private static var itself: UInt32 { .max }

  /// Whether there is anything in a block that could be set otherwise, by its bytes alone: most paragraphs have nothing.
  static func mayChange(_ slice: ArraySlice<UInt8>, _ script: Script?) -> Bool {
    slice.withUnsafeBufferPointer { bytes in
      var before: UInt8 = 0
      for i in bytes.indices {
        let byte = bytes[i]
        defer { before = byte }
        switch byte {
        // Straight quotation marks.
        case 0x22, 0x27: return true
        // A half-width mark behind Chinese, and a space on either side of it.
        case 0x21, 0x28, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: if before >= 0x80 { return true }
        case 0x20 where before >= 0x80 || (i + 1 < bytes.count && bytes[i + 1] >= 0x80): return true
        // The quotation marks of the other script.
        case 0xE2 where script != .simplified && i + 2 < bytes.count && bytes[i + 1] == 0x80:
          if [0x98, 0x99, 0x9C, 0x9D].contains(bytes[i + 2]) { return true }
        case 0xE3 where script != .traditional && i + 2 < bytes.count && bytes[i + 1] == 0x80:
          if (0x8C...0x8F).contains(bytes[i + 2]) { return true }
        default: break
        }
      }
      return false
    }
  }

  var edits: [DisplayTypography.Edit] {
    var edits: [DisplayTypography.Edit] = []
    guard replacements > 0 else { return edits }
    edits.reserveCapacity(replacements)
    for scalar in scalars where scalar.replacement != Self.itself {
      edits.append(
        DisplayTypography.Edit(
          range: scalar.offset..<(scalar.offset + scalar.length),
          scalar: scalar.replacement == Self.nothing ? nil : scalar.replacement))
    }
    return edits
  }

  mutating func set(_ script: Script?) {
    guard let script, isChinese else { return setStraightQuotes() }
    setChineseQuotes(script)
    if holds("!,.:;?") { setMarks() }
    if holds("(") { setParentheses() }
    if holds(" ") { setSpaces() }
  }

  /// Whether one of some characters from the space to `?` is in the block.
  private func holds(_ characters: StaticString) -> Bool {
    characters.withUTF8Buffer { $0.contains { ascii >> UInt32($0 - 0x20) & 1 != 0 } }
  }

  mutating func replace(_ index: Int, by value: UInt32?) {
    scalars[index].replacement = value ?? Self.nothing
    replacements += 1
  }

  func isReplaced(at index: Int) -> Bool { scalars[index].replacement != Self.itself }

  /// The scalar before an index, spaces passed over.
  func neighbour(before index: Int) -> UInt32? {
    var index = index - 1
    while index >= 0, scalars[index].value == 0x20 { index -= 1 }
    return index >= 0 ? scalars[index].value : nil
  }

  /// The scalar after an index, spaces passed over.
  func neighbour(after index: Int) -> UInt32? {
    var index = index + 1
    while index < scalars.count, scalars[index].value == 0x20 { index += 1 }
    return index < scalars.count ? scalars[index].value : nil
  }
}
