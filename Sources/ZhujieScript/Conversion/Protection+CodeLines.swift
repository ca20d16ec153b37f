/// Code that takes whole lines of Markdown: fences and indented blocks, in quotations and items of lists too.
extension Protection {
  /// Takes up the scan at a line behind lines that were passed over, from what stands right before it: those begin
  /// without a space or a mark of quotation, and are items of a list or end one.
  mutating func resume(_ bytes: UnsafeBufferPointer<UInt8>, at line: Int) {
    isIndentedCode = false
    quotes = 0
    var i = line
    var breaks = 0
    while i > 0, bytes[i - 1] <= 0x20 {
      i -= 1
      if bytes[i] == 0x0A || (bytes[i] == 0x0D && bytes[i + 1] != 0x0A) { breaks += 1 }
    }
    previousLineIsBlank = breaks > 1 || i == 0
    let end = i
    while i > 0, bytes[i - 1] != 0x0A, bytes[i - 1] != 0x0D { i -= 1 }
    guard i < end, bytes[i] != 0x20, bytes[i] != 0x09 else { return }
    items.removeAll(keepingCapacity: true)
    var margin = LineMargin(bytes, i, end)
    enterItems(bytes, &margin, end)
  }

  /// The whole line where it is a fence, inside one, or indented code.
  mutating func codeLine(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    var margin = LineMargin(
      bytes,
      start,
      end,
      inItem: quotes == 0 ? items.last ?? 0 : 0,
      mostQuotes: fence?.quotes ?? Int.max
    )
    if let open = fence {
      // Where the quotation or the item ends, the fence in it does.
      if margin.quotes >= open.quotes, margin.isBlank || margin.column >= open.column {
        previousLineIsBlank = margin.isBlank
        if margin.column - open.column < 4, open.isClosed(by: bytes, margin.offset, end) {
          fence = nil
        }
        return start..<end
      }
      fence = nil
    }
    let followsBlank = previousLineIsBlank || margin.quotes > quotes
    if margin.quotes != quotes {
      quotes = margin.quotes
      items.removeAll(keepingCapacity: true)
      isIndentedCode = false
    }
    previousLineIsBlank = margin.isBlank
    if margin.isBlank { return nil }
    if followsBlank { leaveItems(before: margin.column) }
    enterItems(bytes, &margin, end)
    let column = items.last { $0 <= margin.column } ?? 0
    let isIndented = margin.column - column >= 4
    if !isIndented || !items.isEmpty,
      let opened = Fence(bytes, margin.offset, end, quotes: quotes, column: column)
    {
      fence = opened
      isIndentedCode = false
      return start..<end
    }
    guard isIndented else {
      isIndentedCode = false
      return nil
    }
    if followsBlank {
      switch IndentedText(bytes, from: margin.offset).kind {
      case .code: isIndentedCode = true
      case .prose: isIndentedCode = false
      case .undecided: break
      }
    }
    return isIndentedCode ? start..<end : nil
  }

  /// Ends the items whose text begins behind `column`.
  private mutating func leaveItems(before column: Int) {
    while let last = items.last, column < last { items.removeLast() }
  }

  /// Takes the markers of list items at the start of a line, and moves the margin behind them.
  private mutating func enterItems(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ margin: inout LineMargin,
    _ end: Int
  ) {
    while let marker = listMarker(bytes, margin.offset, end) {
      let outer = items.last { $0 <= margin.column } ?? 0
      guard margin.column - outer < 4 else { return }
      leaveItems(before: margin.column)
      var next = LineMargin(bytes, marker.upperBound, end, mostQuotes: 0)
      let behind = margin.column + marker.count
      // Behind more than four spaces stands code, which is a part of the item.
      items.append(behind + (next.isBlank || next.column > 4 ? 1 : next.column))
      next.column += behind
      next.quotes = margin.quotes
      margin = next
    }
  }

  /// The marker of a list item, which a space or the end of the line follows.
  private func listMarker(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Range<Int>?
  {
    var i = start
    if i < end, bytes[i] == 0x2D || bytes[i] == 0x2A || bytes[i] == 0x2B {
      i += 1
    } else {
      while i < end, i - start < 9, bytes[i] >= 0x30, bytes[i] <= 0x39 { i += 1 }
      guard i > start, i < end, bytes[i] == 0x2E || bytes[i] == 0x29 else { return nil }
      i += 1
    }
    return i == end || bytes[i] == 0x20 || bytes[i] == 0x09 ? start..<i : nil
  }
}

/// What stands before the text of a line: marks of quotation, then white space.
struct LineMargin {
  var quotes = 0
  /// Where the text begins, in columns behind the last mark of quotation.
  var column = 0
  /// Where the text begins in the bytes.
  private(set) var offset: Int
  private(set) var isBlank = false

  /// `inItem` is the column at which the text of a list item around the line begins.
  init(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    inItem: Int = 0,
    mostQuotes: Int = Int.max
  ) {
    offset = start
    var item = inItem
    while offset < end {
      switch bytes[offset] {
      case 0x20: column += 1
      case 0x09: column += 4 - column % 4
      case 0x3E where quotes < mostQuotes && column - (column >= item ? item : 0) < 4:
        quotes += 1
        (column, item) = (0, 0)
        if offset + 1 < end, bytes[offset + 1] == 0x20 { offset += 1 }
      default: return
      }
      offset += 1
    }
    isBlank = true
  }
}

/// An open code fence.
struct Fence: Sendable {
  let marker: UInt8
  let length: Int
  /// What it stands in: so many quotations, and an item whose text begins at this column.
  let quotes: Int
  let column: Int

  /// The fence that opens at `start` of a line; nil where there is none.
  init?(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int,
    quotes: Int,
    column: Int
  ) {
    guard start < end, bytes[start] == 0x60 || bytes[start] == 0x7E else { return nil }
    marker = bytes[start]
    length = Self.run(of: marker, bytes, start, end)
    (self.quotes, self.column) = (quotes, column)
    // A line that holds more backticks behind the first ones is a code span.
    guard length >= 3, marker == 0x7E || !bytes[start + length..<end].contains(0x60) else {
      return nil
    }
  }

  func isClosed(by bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let found = Self.run(of: marker, bytes, start, end)
    return found >= length && bytes[start + found..<end].allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func run(
    of marker: UInt8,
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ start: Int,
    _ end: Int
  ) -> Int {
    var i = start
    while i < end, bytes[i] == marker { i += 1 }
    return i - start
  }
}
