import ZhujieText

/// One block of text being set: Chinese by the rules of its script, English by those of English.
struct BlockSetting {
  struct Scalar {
    let value: UInt32
    let offset: Int
    let length: Int
    let isOpaque: Bool
  }

  let scalars: [Scalar]
  private var replaced: [UInt32?]
  private var isReplaced: [Bool]
  var counts = DisplayTypography.Counts()

  init(_ slice: ArraySlice<UInt8>, opaque: ArraySlice<TextSpan<DisplaySpace>>) {
    var scalars: [Scalar] = []
    // As many as there would be of Han alone; a text of letters grows as it goes.
    scalars.reserveCapacity(slice.count / 3 + 16)
    var spans = opaque
    slice.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        let offset = slice.startIndex + i
        while let first = spans.first, first.upperBound <= offset { spans = spans.dropFirst() }
        let isOpaque = spans.first.map { $0.lowerBound <= offset } ?? false
        scalars.append(Scalar(value: value, offset: offset, length: length, isOpaque: isOpaque))
        i += length
      }
    }
    self.scalars = scalars
    replaced = Array(repeating: nil, count: scalars.count)
    isReplaced = Array(repeating: false, count: scalars.count)
  }

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
        case 0x21, 0x28, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F where before >= 0x80: return true
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
    scalars.indices.filter { isReplaced[$0] }.map {
      DisplayTypography.Edit(
        range: scalars[$0].offset..<(scalars[$0].offset + scalars[$0].length),
        scalar: replaced[$0]
      )
    }
  }

  mutating func set(_ script: Script?) {
    guard let script, isChinese else { return setStraightQuotes() }
    setChineseQuotes(script)
    setMarks()
    setParentheses()
    setSpaces()
  }

  /// Whether the block is Chinese text: a Han character says about as much as four Latin letters.
  private var isChinese: Bool {
    var (han, letters) = (0, 0)
    for scalar in scalars {
      if ScalarClass.isHan(scalar.value) {
        han += 1
      } else if scalar.value < 0x250, ScalarClass.isAlphanumeric(scalar.value),
        !ScalarClass.isDigit(scalar.value)
      {
        letters += 1
      }
    }
    return han > 0 && han * 4 >= letters
  }

  mutating func replace(_ index: Int, by value: UInt32?) {
    replaced[index] = value
    isReplaced[index] = true
  }

  func isReplaced(at index: Int) -> Bool { isReplaced[index] }

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
