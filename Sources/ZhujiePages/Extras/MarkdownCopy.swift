/// The content of a page as Markdown, for readers that are programs: `index.html.md` beside `index.html` (llmstxt.org).
///
/// It is made from the page's own HTML, so that it says what the page says, whatever template wrote it: the content of
/// `<main>` without navigation, controls, drawings and what is hidden from screen readers.
struct MarkdownCopy {
  static func path(of page: String) -> String { page + ".md" }

  private static func isSkipped(_ element: PageElement) -> Bool {
    switch element {
    case .nav, .form, .fieldset, .button, .svg, .script, .style, .template, .rt, .rp: true
    default: false
    }
  }

  private static func isVoid(_ element: PageElement) -> Bool {
    switch element {
    case .br, .hr, .img, .input, .wbr, .col, .link, .meta: true
    default: false
    }
  }

  private static func isBlock(_ element: PageElement) -> Bool {
    switch element {
    case .p, .div, .section, .article, .header, .aside, .figure, .figcaption, .ul, .ol, .li, .dl, .dd, .blockquote, .pre,
      .details, .summary, .footer:
      true
    default: false
    }
  }

  private var out: [UInt8] = []
  /// The paragraph, item or cell that is being read.
  private var run: [UInt8] = []
  /// Where the open links begin in `run`, and where they lead.
  private var links: [(start: Int, target: Target)] = []
  /// Of each open list the number of its last item; nil where they are not numbered.
  private var lists: [Int?] = []
  /// What the next paragraph begins with: `## `, `- `.
  private var marker = ""
  /// The number of the next paragraph of a source, as `¶12 `.
  private var number = ""
  /// Whether the last token ended a label: labels that follow one another stand apart by style alone.
  private var isAfterLabel = false
  private var table: MarkdownTable?

  /// The copy of a page.
  static func contents(of page: [UInt8]) -> [UInt8] {
    var copy = MarkdownCopy()
    copy.out.reserveCapacity(page.count / 2)
    page.withUnsafeBufferPointer { copy.read($0) }
    copy.endRun()
    return copy.out
  }

  private mutating func read(_ page: UnsafeBufferPointer<UInt8>) {
    guard let start = Self.offset(of: "<main", in: page) else { return }
    // The element whose content is passed over, and how many of its name are open.
    var passed: (element: PageElement, depth: Int)?
    for token in HTMLTokens(page, from: start) {
      if let open = passed {
        switch token {
        case .start(let tag) where tag.element == open.element: passed?.depth += 1
        case .end(open.element): passed = open.depth == 1 ? nil : (open.element, open.depth - 1)
        default: break
        }
        continue
      }
      defer { isAfterLabel = Self.endsLabel(token) }
      switch token {
      case .text(let text): append(text)
      case .start(let tag):
        if Self.isSkipped(tag.element) || (!Self.isVoid(tag.element) && Self.isHidden(tag)) {
          passed = (tag.element, 1)
        } else {
          open(tag)
        }
      case .end(.main): return
      case .end(let element): close(element)
      }
    }
  }

  private static func isHidden(_ tag: HTMLTokens.Tag) -> Bool {
    tag["aria-hidden"].map { $0.elementsEqual("true".utf8) } ?? false
  }

  private mutating func open(_ tag: HTMLTokens.Tag) {
    switch tag.element {
    case .h1, .h2, .h3, .h4, .h5, .h6:
      endRun()
      marker = String(repeating: "#", count: tag.element.rawValue.utf8.last.map { Int($0) - 0x30 } ?? 1) + " "
    case .span, .time: if isAfterLabel, let last = run.last, last != 0x20 { run.append(0x20) }
    case .a:
      let isNumber = tag["class"].map { $0.elementsEqual("pn".utf8) } ?? false
      links.append((run.count, isNumber ? .ownNumber : .address(tag["href"])))
    case .b, .strong: run += "**".utf8
    case .code: run.append(UInt8(ascii: "`"))
    case .q: run += "“".utf8
    case .br: run += " ".utf8
    case .table:
      endRun()
      table = MarkdownTable()
    case .caption, .td, .th:
      if table == nil { endRun() } else { run.removeAll(keepingCapacity: true) }
    case .tr: table?.startRow()
    case .li where table != nil: if !run.isEmpty { run += "; ".utf8 }
    case .ul, .ol:
      if table == nil { endRun() }
      lists.append(tag.element == .ol ? 0 : nil)
    case .li:
      endRun()
      marker = nextItem()
    case .blockquote:
      endRun()
      marker = "> "
    default: if table == nil, Self.isBlock(tag.element) { endRun() }
    }
  }

  private mutating func close(_ element: PageElement) {
    switch element {
    case .a: endLink()
    case .b, .strong: run += "**".utf8
    case .code: run.append(UInt8(ascii: "`"))
    case .q: run += "”".utf8
    case .dt: run += ": ".utf8
    case .td, .th:
      let cell = trimmed(from: 0)
      table?.add(run[cell], isHeading: element == .th)
      forgetRun()
    case .caption:
      if table != nil {
        marker = ""
        endRun()
      }
    case .table:
      table?.write(to: &out)
      table = nil
    case .ul, .ol:
      if table == nil { endRun() }
      _ = lists.popLast()
    case .h1, .h2, .h3, .h4, .h5, .h6, .hr: if table == nil { endRun() }
    default: if table == nil, Self.isBlock(element) { endRun() }
    }
  }

  /// The sign of the next item of the innermost list.
  private mutating func nextItem() -> String {
    guard let last = lists.last else { return "- " }
    let indent = String(repeating: "  ", count: lists.count - 1)
    guard let number = last else { return indent + "- " }
    lists[lists.count - 1] = number + 1
    return indent + "\(number + 1). "
  }

  private enum Target {
    /// As it is written in the page, which lives as long as its copy is made.
    case address(HTMLTokens.Bytes?)
    /// A paragraph's own number is no link to follow but its name.
    case ownNumber
  }

  private static func endsLabel(_ token: HTMLTokens.Token) -> Bool {
    switch token {
    case .end(.span), .end(.time): true
    case .end, .start, .text: false
    }
  }

  private mutating func endLink() {
    guard let (start, target) = links.popLast(), start <= run.count else { return }
    // Bounds and no slice: a slice held over a change makes the array copy itself, at each link of a paragraph.
    let text = trimmed(from: start)
    guard case .address(let address) = target else {
      number = "¶" + String(decoding: run[text], as: UTF8.self) + " "
      run.removeSubrange(start...)
      return
    }
    guard !text.isEmpty, let address, let first = address.first, first != UInt8(ascii: "#") else { return }
    let isSpaced = run.last == 0x20
    run.removeSubrange(text.upperBound...)
    run.replaceSubrange(start..<text.lowerBound, with: CollectionOfOne(UInt8(ascii: "[")))
    run += "](".utf8
    appendCopied(address)
    run += isSpaced ? ") ".utf8 : ")".utf8
  }

  /// A link to a page of the site leads to its copy.
  private mutating func appendCopied(_ address: HTMLTokens.Bytes) {
    let end = address.firstIndex(of: UInt8(ascii: "#")) ?? address.endIndex
    let page = address[..<end]
    guard page.suffix(10).elementsEqual("index.html".utf8), !Self.hasScheme(address) else {
      run += address
      return
    }
    run += page
    run += ".md".utf8
  }

  private static func hasScheme(_ address: HTMLTokens.Bytes) -> Bool {
    guard let colon = address.firstIndex(of: UInt8(ascii: ":")) else { return false }
    return address[colon...].dropFirst().prefix(2).elementsEqual("//".utf8)
  }

  // MARK: Text

  private mutating func append(_ text: HTMLTokens.Bytes) {
    let bytes = text.base
    var i = text.startIndex
    while i < text.endIndex {
      let plain = i
      while i < text.endIndex, !Self.needsLook[Int(bytes[i])] { i += 1 }
      if i > plain { run.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[plain..<i])) }
      guard i < text.endIndex else { return }
      let byte = bytes[i]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09:
        if let last = run.last, last != 0x20 { run.append(0x20) }
      case UInt8(ascii: "&"):
        let end = text[i...].prefix(8).firstIndex(of: UInt8(ascii: ";")) ?? i
        appendPlain(Self.character(text[i...end]))
        i = end
      case 0xE2 where text[i...].starts(with: "\u{2060}".utf8), 0xC2 where text[i...].starts(with: "\u{A0}".utf8):
        // What keeps a citation on its line.
        if let last = run.last, last != 0x20 { run.append(0x20) }
        i += byte == 0xC2 ? 1 : 2
      default: appendPlain(byte)
      }
      i += 1
    }
  }

  /// What is not copied as it is, or may begin such.
  private static let needsLook: [Bool] = (0..<256).map { byte in
    switch UInt8(byte) {
    case 0x20, 0x0A, 0x0D, 0x09, UInt8(ascii: "&"), 0xE2, 0xC2: true
    default: isMark(UInt8(byte))
    }
  }

  private mutating func appendPlain(_ byte: UInt8) {
    if Self.isMark(byte) { run.append(UInt8(ascii: "\\")) }
    run.append(byte)
  }

  /// A text on one line that is nothing but text wherever it stands in Markdown.
  static func escaped(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if isMark(byte) { bytes.append(UInt8(ascii: "\\")) }
      bytes.append(byte == 0x0A || byte == 0x0D ? 0x20 : byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "`"), UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "<"), UInt8(ascii: "|"):
      true
    default: false
    }
  }

  /// The character of a reference that our own escaping writes.
  private static func character(_ reference: HTMLTokens.Bytes) -> UInt8 {
    switch String(decoding: reference, as: UTF8.self) {
    case "&lt;": UInt8(ascii: "<")
    case "&gt;": UInt8(ascii: ">")
    case "&quot;", "&#34;": 0x22
    case "&#x27;", "&#39;": 0x27
    default: UInt8(ascii: "&")
    }
  }

  private mutating func forgetRun() {
    run.removeAll(keepingCapacity: true)
    links.removeAll(keepingCapacity: true)
  }

  /// Writes the run as a paragraph, if there is anything in it.
  private mutating func endRun() {
    let text = trimmed(from: 0)
    if !text.isEmpty {
      if marker.isEmpty {
        // Inside a list whose item has begun, what follows stands under it.
        for _ in lists { out += "  ".utf8 }
      } else {
        out += marker.utf8
      }
      out += number.utf8
      out += run[text]
      out += "\n\n".utf8
      marker = ""
      number = ""
    }
    forgetRun()
  }

  /// Where the run from an offset on stands, without the spaces around it.
  private func trimmed(from start: Int) -> Range<Int> {
    guard let first = run[start...].firstIndex(where: { $0 != 0x20 }),
      let last = run[start...].lastIndex(where: { $0 != 0x20 })
    else { return start..<start }
    return first..<(last + 1)
  }

  private static func offset(of word: StaticString, in page: UnsafeBufferPointer<UInt8>) -> Int? {
    word.withUTF8Buffer { word in
      page.indices.first { i in
        page[i] == word[0] && i + word.count <= page.count && page[i..<(i + word.count)].elementsEqual(word)
      }
    }
  }
}

/// A table of GitHub's Markdown; without a row of headings its rows are a list.
private struct MarkdownTable {
  /// All cells, one after another.
  private var text: [UInt8] = []
  /// Where each cell ends.
  private var ends: [Int] = []
  /// The first cell of each row.
  private var rows: [Int] = []
  private var headings = 0

  mutating func startRow() { rows.append(ends.count) }

  mutating func add(_ cell: ArraySlice<UInt8>, isHeading: Bool) {
    guard !rows.isEmpty else { return }
    text += cell
    ends.append(text.count)
    if isHeading, rows.count == 1 { headings += 1 }
  }

  func write(to out: inout [UInt8]) {
    let rows = rows.indices.map { self.rows[$0]..<($0 + 1 < self.rows.count ? self.rows[$0 + 1] : ends.count) }
      .filter { !$0.isEmpty }
    guard !rows.isEmpty else { return }
    let hasHead = headings > 1 && rows.count > 1
    for (index, row) in rows.enumerated() {
      out += (hasHead ? "| " : "- ").utf8
      var isFirst = true
      for cell in row {
        let bytes = text[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]]
        if !hasHead, bytes.isEmpty { continue }
        if !isFirst { out += (hasHead ? " | " : " · ").utf8 }
        isFirst = false
        out += bytes
      }
      out += (hasHead ? " |\n" : "\n").utf8
      if hasHead, index == 0 { out += ("|" + String(repeating: " --- |", count: row.count) + "\n").utf8 }
    }
    out += "\n".utf8
  }
}
