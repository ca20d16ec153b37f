internal import ZhujieText

/// Looks at a text before the parser sees it, and refuses what would make the parser run for
/// minutes or abort.
///
/// It reads the text once, line by line, and counts more than the parser would find, never less: it
/// knows no code and no escapes.
struct MarkupGuard {
  /// What was too much, and where it was noticed.
  private struct Excess {
    let limit: StaticString
    let allowed: Int
    let file: Int
    let what: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: MarkupLimits
  private var excess: Excess?

  // Of the paragraph that is being read: lines up to a blank one.
  private var images = 0
  private var declarations = 0
  private var cutAddresses = 0
  private var tildes = 0
  /// Columns of the table that may have begun, and its cells so far.
  private var columns = 0
  private var cells = 0

  // Of the run of bytes without white space.
  private var hasAddress = false
  private var isAddressOpen = false
  private var parentheses = 0

  /// The first thing in `body` that may not be parsed, or nil.
  static func check(_ file: SourceFile, body: Range<Int>, limits: MarkupLimits) -> Diagnostic? {
    if let refusal = checkSize(file, body: body, limits: limits) { return refusal }
    return file.text.bytes.withUnsafeBufferPointer { bytes -> Diagnostic? in
      var guardian = MarkupGuard(bytes: bytes, limits: limits)
      guardian.read(body)
      if guardian.excess == nil { guardian.readReferences(body) }
      guard let excess = guardian.excess else { return nil }
      return Diagnostic(
        .error,
        .markdownLimit,
        at: file.location(at: excess.file),
        "\(excess.what) are more than the limit “\(excess.limit)”, \(excess.allowed), allows; "
          + "write it more simply, or raise the limit under limits in zhujie.yml"
      )
    }
  }

  /// What holds for bare texts as well: a size that can be counted, and no U+0000.
  static func checkSize(_ file: SourceFile, body: Range<Int>, limits: MarkupLimits) -> Diagnostic? {
    if body.count > min(limits.documentBytes, 1 << 30) {
      return Diagnostic(
        .error,
        .markdownLimit,
        at: SourceLocation(path: file.path),
        "“\(body.count)” bytes are more than the limit “document-bytes”, \(limits.documentBytes), allows for one text; "
          + "divide the file, or raise the limit under limits in zhujie.yml"
      )
    }
    let first = file.text.bytes.withUnsafeBufferPointer {
      ByteScan.first(0, in: UnsafeBufferPointer(rebasing: $0[..<body.upperBound]), from: body.lowerBound)
    }
    guard let null = first else { return nil }
    return Diagnostic(
      .error,
      .markdownNull,
      at: file.location(at: null),
      "“U+0000” may not stand in a text; the file may be damaged, or be no text"
    )
  }

  /// What holds for each paragraph once it is known where they are.
  static func checkParagraphs(_ flat: Flat, _ file: SourceFile, limits: MarkupLimits) -> Diagnostic? {
    guard let block = flat.blocks.first(where: { $0.text.count > limits.paragraphBytes }) else { return nil }
    return Diagnostic(
      .error,
      .markdownLimit,
      at: file.location(at: block.file),
      "“\(block.text.count)” bytes of one paragraph are more than the limit “paragraph-bytes”, \(limits.paragraphBytes), "
        + "allows; divide it by blank lines, or raise the limit under limits in zhujie.yml"
    )
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, limits: MarkupLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  private mutating func refuse(_ limit: StaticString, _ allowed: Int, at file: Int, _ what: String)
  {
    if excess == nil { excess = Excess(limit: limit, allowed: allowed, file: file, what: what) }
  }

  // MARK: Lines

  private mutating func read(_ body: Range<Int>) {
    var start = body.lowerBound
    while start < body.upperBound, excess == nil {
      let text = readMarkers(start..<body.upperBound)
      start = readText(text..<body.upperBound)
    }
  }

  /// Counts the markers of containers at the head of a line; returns where its text starts.
  private mutating func readMarkers(_ rest: Range<Int>) -> Int {
    var i = rest.lowerBound
    var markers = 0
    var indentation = 0
    while i < rest.upperBound {
      switch bytes[i] {
      case 0x20:
        indentation += 1
      case 0x09:
        indentation += 4
      case 0x3E:
        markers += 1
      case 0x2A, 0x2B, 0x2D:
        guard isMarkerEnd(i + 1, rest.upperBound) else {
          return checkMarkers(markers, indentation, i, rest)
        }
        markers += 1
      case 0x30...0x39:
        var end = i
        while end < rest.upperBound, end - i < 10, bytes[end] >= 0x30, bytes[end] <= 0x39 {
          end += 1
        }
        guard end < rest.upperBound, bytes[end] == 0x2E || bytes[end] == 0x29,
          isMarkerEnd(end + 1, rest.upperBound)
        else { return checkMarkers(markers, indentation, i, rest) }
        i = end
        markers += 1
      default:
        return checkMarkers(markers, indentation, i, rest)
      }
      i += 1
    }
    return checkMarkers(markers, indentation, i, rest)
  }

  private func isMarkerEnd(_ i: Int, _ end: Int) -> Bool {
    i >= end || bytes[i] == 0x20 || bytes[i] == 0x09 || bytes[i] == 0x0A || bytes[i] == 0x0D
  }

  private mutating func checkMarkers(
    _ markers: Int,
    _ indentation: Int,
    _ i: Int,
    _ line: Range<Int>
  ) -> Int {
    if markers > 0, markers + indentation / 8 > limits.containerMarkers {
      refuse(
        "container-markers",
        limits.containerMarkers,
        at: line.lowerBound,
        "“\(markers)” marks of lists and quotations with \(indentation) columns of space before one text"
      )
    }
    return i
  }

  /// Counts what one line holds; returns where the next starts.
  private mutating func readText(_ rest: Range<Int>) -> Int {
    var i = rest.lowerBound
    var pipes = 0
    var dashes = 0
    var isDelimiterRow = true
    var isBlank = true
    resetToken()
    line: while i < rest.upperBound {
      let byte = bytes[i]
      // Han and letters, by far the most: nothing here asks for them.
      if byte >= 0x80 || Self.isPlain[Int(byte)] {
        isBlank = false
        isDelimiterRow = false
        parentheses = 0
        if byte == 0x77 { noteWWW(i, rest.upperBound) }
        // The text is valid UTF-8: a byte from E0 on is followed by two that are above 7F as well.
        i += byte >= 0xE0 ? 3 : 1
        continue
      }
      switch byte {
      case 0x0A, 0x0D:
        i += 1
        if byte == 0x0D, i < rest.upperBound, bytes[i] == 0x0A { i += 1 }
        break line
      case 0x20, 0x09:
        resetToken()
        i += 1
        continue
      case 0x7C:
        pipes += 1
      case 0x2D:
        dashes += 1
      case 0x3A:
        if i + 2 < rest.upperBound, bytes[i + 1] == 0x2F, bytes[i + 2] == 0x2F {
          hasAddress = true
          isAddressOpen = true
        }
      case 0x21:
        isDelimiterRow = false
        if i + 1 < rest.upperBound, bytes[i + 1] == 0x5B { images += 1 }
      case 0x3C:
        isDelimiterRow = false
        if i + 1 < rest.upperBound, bytes[i + 1] == 0x21 || bytes[i + 1] == 0x3F {
          declarations += 1
        }
        if isAddressOpen { cutAddresses += 1 }
        isAddressOpen = false
      case 0x7E:
        isDelimiterRow = false
        tildes += 1
      case 0x29:
        isDelimiterRow = false
        parentheses += 1
        if hasAddress, parentheses > limits.closingParentheses {
          refuse(
            "closing-parentheses",
            limits.closingParentheses,
            at: i,
            "“)” \(parentheses) times after a bare address"
          )
        }
      default:
        isDelimiterRow = false
      }
      isBlank = false
      if !Self.isTrailing(byte) { parentheses = 0 }
      i += 1
    }
    if isBlank {
      endParagraph()
    } else {
      readTable(pipes: pipes, isDelimiterRow: isDelimiterRow && dashes > 0, at: rest.lowerBound)
      check(at: rest.lowerBound)
    }
    return i
  }

  private mutating func noteWWW(_ i: Int, _ end: Int) {
    if i + 3 < end, bytes[i + 1] == 0x77, bytes[i + 2] == 0x77, bytes[i + 3] == 0x2E {
      hasAddress = true
      isAddressOpen = true
    }
  }

  private mutating func resetToken() {
    hasAddress = false
    isAddressOpen = false
    parentheses = 0
  }

  private mutating func endParagraph() {
    images = 0
    declarations = 0
    cutAddresses = 0
    tildes = 0
    columns = 0
    cells = 0
  }

  private mutating func check(at file: Int) {
    if images > limits.openers {
      refuse("openers", limits.openers, at: file, "“![” \(images) times in one paragraph")
    }
    if declarations > limits.openers {
      refuse(
        "openers",
        limits.openers,
        at: file,
        "“<!” and “<?” \(declarations) times in one paragraph"
      )
    }
    if cutAddresses > limits.openers {
      refuse(
        "openers",
        limits.openers,
        at: file,
        "“://” with “<” after it \(cutAddresses) times in one paragraph"
      )
    }
    if tildes > limits.tildes {
      refuse("tildes", limits.tildes, at: file, "“~” \(tildes) times in one paragraph")
    }
  }

  private mutating func readTable(pipes: Int, isDelimiterRow: Bool, at file: Int) {
    if isDelimiterRow {
      columns = max(columns, pipes + 1)
      if columns > limits.tableColumns {
        refuse("table-columns", limits.tableColumns, at: file, "“\(columns)” columns in a table")
      }
    }
    if columns > 0 {
      cells += columns
      if cells > limits.tableCells {
        refuse("table-cells", limits.tableCells, at: file, "“\(cells)” cells in a table")
      }
    }
  }

  // MARK: Link definitions

  /// Every `]` may use a definition, and every `]:` may be one: the longest of them is taken for
  /// all.
  private mutating func readReferences(_ body: Range<Int>) {
    guard holdsDefinition(body) else { return }
    var uses = 0
    var longest = 0
    var place = body.lowerBound
    // From the end, so that the next space and the end of the paragraph are known at each `]:`.
    var nextSpace = body.upperBound
    var afterSpace = body.upperBound
    var paragraphEnd = body.upperBound
    var isLineBlank = true
    var i = body.upperBound
    while i > body.lowerBound {
      i -= 1
      let byte = bytes[i]
      switch byte {
      case 0x0A, 0x0D:
        let isInsideEnd = byte == 0x0D && i + 1 < body.upperBound && bytes[i + 1] == 0x0A
        if isLineBlank, !isInsideEnd { paragraphEnd = i }
        isLineBlank = true
        if nextSpace != i + 1 { afterSpace = i + 1 }
        nextSpace = i
      case 0x20, 0x09:
        if nextSpace != i + 1 { afterSpace = i + 1 }
        nextSpace = i
      case 0x5D:
        isLineBlank = false
        uses += 1
        if i + 1 < body.upperBound, bytes[i + 1] == 0x3A {
          // The address runs to a space, or past it in `<…>`, or starts after it; a title may fill
          // the paragraph.
          let length = definitionLength(i + 2, nextSpace, afterSpace, paragraphEnd)
          if length > longest { (longest, place) = (length, i) }
        }
      case 0x3E:
        break
      default:
        isLineBlank = false
      }
    }
    let (total, overflow) = uses.multipliedReportingOverflow(by: longest)
    if overflow || total > min(limits.referenceBytes, 1 << 29) {
      refuse(
        "reference-bytes",
        limits.referenceBytes,
        at: place,
        "“\(longest)” bytes of a link definition, with \(uses) closing brackets that may use it,"
      )
    }
  }

  /// Whether `]:` stands anywhere: few texts have definitions.
  private func holdsDefinition(_ body: Range<Int>) -> Bool {
    let text = UnsafeBufferPointer(rebasing: bytes[..<body.upperBound])
    var next = body.lowerBound
    while let bracket = ByteScan.first(0x5D, in: text, from: next) {
      next = bracket + 1
      if next < text.count, text[next] == 0x3A { return true }
    }
    return false
  }

  /// At most how long the address and title of a definition are.
  private func definitionLength(
    _ start: Int,
    _ nextSpace: Int,
    _ afterSpace: Int,
    _ paragraphEnd: Int
  ) -> Int {
    // `[a]:address`, up to the next space: then no more than a title can follow.
    let first = start < nextSpace ? start : afterSpace
    var end = first
    // An address is walked over once only, since where it holds no space, no other definition
    // starts in it: `]:` would.
    while end < paragraphEnd, end - first < 4_096, bytes[end] > 0x20 { end += 1 }
    guard end - first < 4_096, first < paragraphEnd, bytes[first] != 0x3C else {
      return max(paragraphEnd - start, 0)
    }
    var next = end
    while next < paragraphEnd, next - end < 64, bytes[next] <= 0x20 { next += 1 }
    guard next < paragraphEnd, next - end < 64 else { return max(next, end) - start }
    let closing: UInt8
    switch bytes[next] {
    case 0x22, 0x27: closing = bytes[next]
    case 0x28: closing = 0x29
    default: return end - start
    }
    var stop = next + 1
    while stop < paragraphEnd, stop - next < 1_024 {
      if bytes[stop] == closing, bytes[stop - 1] != 0x5C { return stop - start }
      stop += 1
    }
    return paragraphEnd - start
  }

  // MARK: Classes of bytes

  /// Letters, digits and what no count asks about.
  private static let isPlain: [Bool] = (0..<256).map { byte in
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, 0x21, 0x22, 0x27, 0x29, 0x2A, 0x2C, 0x2D, 0x2E, 0x3A, 0x3C, 0x3F,
      0x5F, 0x7C, 0x7E:
      false
    default: true
    }
  }

  /// What GFM takes away from the end of a bare address.
  private static func isTrailing(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x22, 0x27, 0x29, 0x2A, 0x2C, 0x2E, 0x3A, 0x3F, 0x5F, 0x7E: true
    default: false
    }
  }
}
