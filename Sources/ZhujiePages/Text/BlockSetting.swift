import ZhujieText

/// One block of text being set: Chinese by the rules of its script, English by those of English.
struct BlockSetting {
  /// A space or a mark: a scalar that may be set otherwise, or that others are set by.
  struct Mark {
    let value: UInt32
    private let start: UInt32
    /// What stands for it: another, `nothing`, or `itself`.
    fileprivate var replacement = BlockSetting.itself
    private let precedingHan: UInt32
    private let byteCount: UInt8
    let isOpaque: Bool

    init(value: UInt32, offset: Int, length: Int, hanBefore: Int, isOpaque: Bool) {
      (self.value, start, byteCount, self.isOpaque) = (value, UInt32(offset), UInt8(length), isOpaque)
      precedingHan = UInt32(hanBefore)
    }

    /// In bytes of the block.
    var offset: Int { Int(start) }
    var end: Int { Int(start) + Int(byteCount) }
    /// How many Han characters the block has before it.
    var hanBefore: Int { Int(precedingHan) }
  }

  /// In order.
  private(set) var marks: [Mark] = []
  private var slice: ArraySlice<UInt8> = []
  private var opaque: ArraySlice<TextSpan<DisplaySpace>> = []
  /// A bit for each of the ASCII characters from the space to `?` that are among the marks: what is not there need not be set.
  private var ascii: UInt32 = 0
  private var isChinese = false
  /// How often a mark was replaced.
  private var replacements = 0
  var counts = DisplayTypography.Counts()

  /// Begins with another block; what was counted stays.
  mutating func read(_ slice: ArraySlice<UInt8>, opaque: ArraySlice<TextSpan<DisplaySpace>>) {
    (self.slice, self.opaque) = (slice, opaque)
    marks.removeAll(keepingCapacity: true)
    replacements = 0
    var spans = opaque
    var ascii: UInt32 = 0
    // A Han character says about as much as four Latin letters.
    var (han, letters) = (0, 0)
    let first = slice.startIndex
    slice.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        // U+5000 to U+9FFF, which are Han: most of a Chinese text.
        if bytes[i] >= 0xE5, bytes[i] <= 0xE9 {
          (han, i) = (han &+ 1, i &+ 3)
          continue
        }
        let (value, length) = UTF8Scan.scalar(at: i, in: bytes)
        if Self.isMark(value) {
          let offset = first &+ i
          while let span = spans.first, span.upperBound <= offset { spans = spans.dropFirst() }
          let isOpaque = spans.first.map { $0.lowerBound <= offset } ?? false
          marks.append(Mark(value: value, offset: i, length: length, hanBefore: han, isOpaque: isOpaque))
          if value < 0x40 { ascii |= 1 << (value - 0x20) }
        } else if value >= 0x3000 {
          if ScalarClass.isHan(value) { han &+= 1 }
        } else if value < 0x250 {
          if ScalarClass.isAlphanumeric(value), !ScalarClass.isDigit(value) { letters &+= 1 }
        }
        i &+= length
      }
    }
    self.ascii = ascii
    isChinese = han > 0 && han * 4 >= letters
  }

  @inline(__always)
  private static func isMark(_ value: UInt32) -> Bool {
    // A bit for each of ` !"'(),.:;?`.
    if value < 0x40 { return value >= 0x20 && UInt32(0x8C00_5387) >> (value - 0x20) & 1 != 0 }
    return (value >= 0x2018 && value <= 0x201D) || (value >= 0x300C && value <= 0x300F)
  }

  private static var nothing: UInt32 { .max - 1 }
  private static var itself: UInt32 { .max }

  /// Whether there is anything in a block that could be set otherwise, by its bytes alone: most paragraphs have nothing.
  static func mayChange(_ slice: ArraySlice<UInt8>, _ script: Script?) -> Bool {
    slice.withUnsafeBufferPointer { bytes in
      var before: UInt8 = 0
      var i = 0
      while i < bytes.count {
        let byte = bytes[i]
        // U+4000 to U+9FFF, which are Han: most of a Chinese text.
        if byte >= 0xE4, byte <= 0xE9 {
          (before, i) = (byte, i &+ 3)
          continue
        }
        defer { (before, i) = (byte, i &+ 1) }
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

  /// Adds what is set otherwise, in order.
  func append(to edits: inout [DisplayTypography.Edit]) {
    guard replacements > 0 else { return }
    for mark in marks where mark.replacement != Self.itself {
      edits.append(
        DisplayTypography.Edit(
          range: (slice.startIndex + mark.offset)..<(slice.startIndex + mark.end),
          scalar: mark.replacement == Self.nothing ? nil : mark.replacement))
    }
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
    marks[index].replacement = value ?? Self.nothing
    replacements += 1
  }

  func isReplaced(at index: Int) -> Bool { marks[index].replacement != Self.itself }

  // MARK: What stands beside a mark

  /// The scalar right before an offset of the block; nil at its beginning.
  func scalar(before offset: Int) -> UInt32? {
    offset > 0 ? slice.withUnsafeBufferPointer { UTF8Scan.scalar(before: offset, in: $0).value } : nil
  }

  /// The scalar at an offset of the block; nil at its end.
  func scalar(at offset: Int) -> UInt32? {
    offset < slice.count ? slice.withUnsafeBufferPointer { UTF8Scan.scalar(at: offset, in: $0).value } : nil
  }

  func isOpaque(at offset: Int) -> Bool {
    let offset = slice.startIndex + offset
    var (low, high) = (opaque.startIndex, opaque.endIndex)
    while low < high {
      let middle = (low + high) / 2
      if opaque[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < opaque.endIndex && opaque[low].lowerBound <= offset
  }

  /// The spaces right before a mark.
  func spaces(before index: Int) -> Range<Int> {
    var first = index
    while first > 0, marks[first - 1].value == 0x20, marks[first - 1].end == marks[first].offset { first -= 1 }
    return first..<index
  }

  /// The spaces right after a mark.
  func spaces(after index: Int) -> Range<Int> {
    var last = index
    while last + 1 < marks.count, marks[last + 1].value == 0x20, marks[last + 1].offset == marks[last].end { last += 1 }
    return (index + 1)..<(last + 1)
  }

  /// The scalar before a mark, spaces passed over.
  func neighbour(before index: Int) -> UInt32? {
    scalar(before: marks[spaces(before: index).lowerBound].offset)
  }

  /// The scalar after a mark, spaces passed over.
  func neighbour(after index: Int) -> UInt32? {
    scalar(at: marks[spaces(after: index).upperBound - 1].end)
  }
}
