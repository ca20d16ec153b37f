package import ZhujieText

/// How a text is set on a page, beyond its script: typed spaces between Han and Latin go (the browser sets the gap),
/// half-width marks between Han become full-width, and quotation marks are those of the script. Where there is no Han, straight
/// quotation marks and apostrophes become curly ones.
///
/// CLREQ 3.1.2 and GB/T 15834. The base text is never altered: the alignment leads from what was given to what is shown.
package struct DisplayTypography: Sendable {
  package struct Counts: Sendable, Equatable {
    package var spaces = 0
    package var marks = 0
    package var quotes = 0
  }

  package let text: UTF8Text<DisplaySpace>
  package let alignment: Alignment<DisplaySpace, DisplaySpace>
  package let counts: Counts

  /// A short text by itself: a title, a name.
  package static func set(_ text: String, script: Script?) -> String {
    // Most names are letters and nothing else.
    let mayChange = text.utf8.contains { ($0 < 0x30 && $0 != 0x0A) || $0 == 0x3A || $0 == 0x3B || $0 == 0x3F || $0 == 0xE2 || $0 == 0xE3 }
    guard mayChange else { return text }
    let display = UTF8Text<DisplaySpace>(text)
    return DisplayTypography(of: display, blocks: [display.fullSpan], opaque: [], script: script).text.string
  }

  /// `blocks` bound what is balanced, `opaque` are runs to leave alone; both ascend. Without a script only straight marks are set.
  package init(
    of text: UTF8Text<DisplaySpace>,
    blocks: [TextSpan<DisplaySpace>],
    opaque: [TextSpan<DisplaySpace>],
    script: Script?
  ) {
    var edits: [Edit] = []
    var counts = Counts()
    var next = 0
    for block in blocks {
      while next < opaque.count, opaque[next].upperBound <= block.lowerBound { next += 1 }
      var end = next
      while end < opaque.count, opaque[end].lowerBound < block.upperBound { end += 1 }
      var setting = BlockSetting(text.slice(block), opaque: opaque[next..<end], script: script)
      setting.set()
      edits += setting.edits
      counts.spaces += setting.counts.spaces
      counts.marks += setting.counts.marks
      counts.quotes += setting.counts.quotes
    }
    self.counts = counts
    guard !edits.isEmpty else {
      self.text = text
      alignment = .identity(count: text.count)
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count &+ edits.count &* 2)
    var changes: [Alignment<DisplaySpace, DisplaySpace>.Change] = []
    var copied = 0
    for edit in edits {
      bytes += text.bytes[copied..<edit.range.lowerBound]
      let start = bytes.count
      if let scalar = edit.scalar { UTF8Scan.append(scalar, to: &bytes) }
      copied = edit.range.upperBound
      guard bytes.count - start != edit.range.count else { continue }
      if let last = changes.last, last.from.upperBound == edit.range.lowerBound,
        last.to.upperBound == start
      {
        changes[changes.count - 1] = .init(
          from: last.from.lowerBound..<edit.range.upperBound,
          to: last.to.lowerBound..<bytes.count
        )
      } else {
        changes.append(.init(from: edit.range, to: start..<bytes.count))
      }
    }
    bytes += text.bytes[copied...]
    self.text = UTF8Text(trusted: bytes)
    alignment = Alignment(changes: changes, fromCount: text.count, toCount: bytes.count)
  }

  /// A scalar or a run of spaces replaced by one scalar or by nothing.
  fileprivate struct Edit {
    let range: Range<Int>
    let scalar: UInt32?
  }
}

/// One block being set.
private struct BlockSetting {
  private struct Scalar {
    let value: UInt32
    let offset: Int
    let length: Int
    let isOpaque: Bool
  }

  private let scalars: [Scalar]
  private let script: Script?
  private var replaced: [UInt32?]
  private var isReplaced: [Bool]
  private(set) var counts = DisplayTypography.Counts()

  init(_ slice: ArraySlice<UInt8>, opaque: ArraySlice<TextSpan<DisplaySpace>>, script: Script?) {
    var scalars: [Scalar] = []
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
    self.script = script
    replaced = Array(repeating: nil, count: scalars.count)
    isReplaced = Array(repeating: false, count: scalars.count)
  }

  var edits: [DisplayTypography.Edit] {
    scalars.indices.filter { isReplaced[$0] }.map {
      DisplayTypography.Edit(
        range: scalars[$0].offset..<(scalars[$0].offset + scalars[$0].length),
        scalar: replaced[$0]
      )
    }
  }

  mutating func set() {
    guard script != nil, scalars.contains(where: { ScalarClass.isHan($0.value) }) else { return setStraightQuotes() }
    setQuotes()
    setMarks()
    setSpaces()
  }

  private mutating func replace(_ index: Int, by value: UInt32?) {
    replaced[index] = value
    isReplaced[index] = true
  }

  // MARK: Quotation marks

  private mutating func setQuotes() {
    var open: [(index: Int, close: UInt32)] = []
    var pairs: [(Int, Int)] = []
    for (index, scalar) in scalars.enumerated() where !scalar.isOpaque {
      if let close = Self.closing(scalar.value) {
        open.append((index, close))
      } else if Self.isClosing(scalar.value) {
        if let last = open.last, last.close == scalar.value {
          pairs.append((last.index, index))
          open.removeLast()
        } else if scalar.value == 0x2019, index > 0,
          ScalarClass.isAlphanumeric(scalars[index - 1].value)
        {
          continue  // An apostrophe.
        } else {
          return
        }
      }
    }
    guard open.isEmpty else { return }
    // Whether there is Han before an index, as a running count.
    var han = [0]
    for scalar in scalars {
      han.append(han[han.count - 1] + (ScalarClass.isHan(scalar.value) ? 1 : 0))
    }
    for (first, last) in pairs {
      let isChinese =
        han[last] > han[first] || neighbour(before: first).map(Self.isWide) ?? false
        || neighbour(after: last).map(Self.isWide) ?? false
      guard isChinese, let left = form(of: scalars[first].value),
        let right = form(of: scalars[last].value)
      else {
        continue
      }
      replace(first, by: left)
      replace(last, by: right)
      counts.quotes += 2
    }
  }

  /// The mark of the script that stands for this one; nil where it is of the script already.
  private func form(of value: UInt32) -> UInt32? {
    switch (script, value) {
    case (.traditional, 0x201C): 0x300C
    case (.traditional, 0x201D): 0x300D
    case (.traditional, 0x2018): 0x300E
    case (.traditional, 0x2019): 0x300F
    case (.simplified, 0x300C): 0x201C
    case (.simplified, 0x300D): 0x201D
    case (.simplified, 0x300E): 0x2018
    case (.simplified, 0x300F): 0x2019
    default: nil
    }
  }

  /// A straight mark opens where a text, a space or an opening mark comes before it, and closes elsewhere. One after a digit
  /// that closes nothing may be inches or minutes, and stays.
  private mutating func setStraightQuotes() {
    var isOpen = false
    for (index, scalar) in scalars.enumerated() where !scalar.isOpaque && (scalar.value == 0x22 || scalar.value == 0x27) {
      let before = index > 0 ? scalars[index - 1].value : 0x20
      let opens = Self.leadsIn(before)
      if scalar.value == 0x22 {
        if !opens, !isOpen, ScalarClass.isDigit(before) { continue }
        replace(index, by: opens ? 0x201C : 0x201D)
        isOpen = opens
      } else {
        let isElision = index + 1 < scalars.count && ScalarClass.isDigit(scalars[index + 1].value)
        if !opens, ScalarClass.isDigit(before), !isElision, index + 1 < scalars.count,
          !ScalarClass.isAlphanumeric(scalars[index + 1].value)
        {
          continue
        }
        replace(index, by: opens && !isElision ? 0x2018 : 0x2019)
      }
      counts.quotes += 1
    }
  }

  /// White space, dashes and opening marks.
  private static func leadsIn(_ value: UInt32) -> Bool {
    value <= 0x20 || ScalarClass.isSpace(value)
      || [0x28, 0x5B, 0x7B, 0x2D, 0x2F, 0x2013, 0x2014, 0x2018, 0x201C].contains(value)
  }

  private static func closing(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x201C, 0x2018, 0x300C, 0x300E: value + 1
    default: nil
    }
  }

  private static func isClosing(_ value: UInt32) -> Bool {
    [0x201D, 0x2019, 0x300D, 0x300F].contains(value)
  }

  // MARK: Half-width marks

  private mutating func setMarks() {
    for (index, scalar) in scalars.enumerated() where !scalar.isOpaque {
      guard let wide = Self.wide(scalar.value), index > 0, Self.isWide(scalars[index - 1].value)
      else { continue }
      var next = index + 1
      while next < scalars.count, scalars[next].value == 0x20 { next += 1 }
      if next < scalars.count {
        guard Self.isWide(scalars[next].value), !scalars[next].isOpaque else { continue }
      }
      replace(index, by: wide)
      counts.marks += 1
      for space in (index + 1)..<max(next, index + 1) where next < scalars.count {
        replace(space, by: nil)
      }
    }
  }

  private static func wide(_ value: UInt32) -> UInt32? {
    switch value {
    case 0x2C: 0xFF0C
    case 0x2E: 0x3002
    case 0x3A: 0xFF1A
    case 0x3B: 0xFF1B
    case 0x21: 0xFF01
    case 0x3F: 0xFF1F
    default: nil
    }
  }

  // MARK: Spaces

  private mutating func setSpaces() {
    var index = 0
    while index < scalars.count {
      guard scalars[index].value == 0x20, !scalars[index].isOpaque else {
        index += 1
        continue
      }
      let start = index
      while index < scalars.count, scalars[index].value == 0x20 { index += 1 }
      guard start > 0, index < scalars.count else { continue }
      let (before, after) = (scalars[start - 1].value, scalars[index].value)
      guard
        (ScalarClass.isHan(before) && Self.isLatin(after))
          || (Self.isLatin(before) && ScalarClass.isHan(after))
      else { continue }
      for space in start..<index where !isReplaced[space] { replace(space, by: nil) }
      counts.spaces += 1
    }
  }

  /// Not a half-width stop: the space after it belongs to it.
  private static func isLatin(_ value: UInt32) -> Bool {
    (value > 0x20 && value < 0x7F && wide(value) == nil) || ScalarClass.isAlphanumeric(value)
  }

  /// Han, or a full-width mark beside which Han is expected.
  private static func isWide(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || (value >= 0x3001 && value <= 0x301B)
      || (value >= 0xFF01 && value <= 0xFF1F)
  }

  private func neighbour(before index: Int) -> UInt32? {
    var index = index - 1
    while index >= 0, scalars[index].value == 0x20 { index -= 1 }
    return index >= 0 ? scalars[index].value : nil
  }

  private func neighbour(after index: Int) -> UInt32? {
    var index = index + 1
    while index < scalars.count, scalars[index].value == 0x20 { index += 1 }
    return index < scalars.count ? scalars[index].value : nil
  }
}
