import ZhujieText

/// One block of text being set: Chinese by the rules of its script, English by those of English.
struct BlockSetting {
  struct Scalar {
    let value: UInt32
    private let start: UInt32
    private let byteCount: UInt8
    let isOpaque: Bool

    init(value: UInt32, offset: Int, length: Int, isOpaque: Bool) {
      (self.value, start, byteCount, self.isOpaque) = (value, UInt32(offset), UInt8(length), isOpaque)
    }

    /// In bytes of the text.
    var offset: Int { Int(start) }
    var length: Int { Int(byteCount) }
  }

  let scalars: [Scalar]
  /// A bit for each of the ASCII characters from the space to `?` that the block holds: what is not there need not be set.
  private let ascii: UInt32
  private let isChinese: Bool
  private var isSet = false
  /// What stands for each scalar: another, `nothing`, or itself.
  private var replacements: [UInt32]
  var counts = DisplayTypography.Counts()

  init(_ slice: ArraySlice<UInt8>, opaque: ArraySlice<TextSpan<DisplaySpace>>) {
    var scalars: [Scalar] = []
    // As many as there would be of Han alone; a text of letters grows as it goes.
    scalars.reserveCapacity(slice.count / 3 + 16)
    var spans = opaque
    var ascii: UInt32 = 0
    // A Han character says about as much as four Latin letters.
    var (han, letters) = (0, 0)
    slice.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        if value >= 0x3000 {
          if ScalarClass.isHan(value) { han += 1 }
        } else if value < 0x250 {
          if value >= 0x20, value < 0x40 { ascii |= 1 << (value - 0x20) }
          if ScalarClass.isAlphanumeric(value), !ScalarClass.isDigit(value) { letters += 1 }
        }
        let offset = slice.startIndex + i
        while let first = spans.first, first.upperBound <= offset { spans = spans.dropFirst() }
        let isOpaque = spans.first.map { $0.lowerBound <= offset } ?? false
        scalars.append(Scalar(value: value, offset: offset, length: length, isOpaque: isOpaque))
        i += length
      }
    }
    self.ascii = ascii
    isChinese = han > 0 && han * 4 >= letters
    self.scalars = scalars
    replacements = Array(repeating: Self.itself, count: scalars.count)
  }

  private static let (nothing, itself) = (UInt32.max - 1, UInt32.max)

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
    guard isSet else { return edits }
    for (index, replacement) in replacements.enumerated() where replacement != Self.itself {
      let scalar = scalars[index]
      edits.append(
        DisplayTypography.Edit(
          range: scalar.offset..<(scalar.offset + scalar.length), scalar: replacement == Self.nothing ? nil : replacement))
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
    replacements[index] = value ?? Self.nothing
    isSet = true
  }

  func isReplaced(at index: Int) -> Bool { replacements[index] != Self.itself }

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
