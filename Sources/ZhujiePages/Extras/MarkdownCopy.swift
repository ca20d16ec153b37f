import ZhujieText

/// The content of a page as Markdown, for readers that are programs: `index.html.md` beside `index.html` (llmstxt.org).
///
/// It is made from the page's own HTML, so that it says what the page says, whatever template wrote it: the content of
/// `<main>` without navigation, controls, drawings and what is hidden from screen readers.
struct MarkdownCopy: ~Copyable {
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

  private var out: ByteSink
  /// The paragraph, item or cell that is being read.
  private var run = ByteSink(capacity: 1024)
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
  /// Counts only where there is one.
  private var table = MarkdownTable()
  private var isInTable = false
  /// By byte: whether it is not copied as it is, or may begin what is not.
  private let needsLook = Self.needsLook

  /// The copy of a page.
  static func contents(of page: [UInt8]) -> [UInt8] {
    ByteSink.array(capacity: page.count / 2) { out in
      var copy = MarkdownCopy(out: out)
      page.withUnsafeBufferPointer { copy.read($0) }
      copy.endRun()
      out = copy.out
    }
  }

  private init(out: consuming ByteSink) { self.out = out }

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
    case .span, .time: if isAfterLabel, let last = run.bytes.last, last != 0x20 { run.append(0x20) }
    case .a:
      let isNumber = tag["class"].map { $0.elementsEqual("pn".utf8) } ?? false
      links.append((run.count, isNumber ? .ownNumber : .address(tag["href"])))
    case .b, .strong: run.append(literal: "**")
    case .code: run.append(UInt8(ascii: "`"))
    case .q: run.append(literal: "“")
    case .br: run.append(0x20)
    case .table:
      endRun()
      table.begin()
      isInTable = true
    case .caption, .td, .th:
      if !isInTable { endRun() } else { run.removeAll() }
    case .tr: if isInTable { table.startRow() }
    case .li where isInTable: if run.count > 0 { run.append(literal: "; ") }
    case .ul, .ol:
      if !isInTable { endRun() }
      lists.append(tag.element == .ol ? 0 : nil)
    case .li:
      endRun()
      marker = nextItem()
    case .blockquote:
      endRun()
      marker = "> "
    default: if !isInTable, Self.isBlock(tag.element) { endRun() }
    }
  }

  private mutating func close(_ element: PageElement) {
    switch element {
    case .a: endLink()
    case .b, .strong: run.append(literal: "**")
    case .code: run.append(UInt8(ascii: "`"))
    case .q: run.append(literal: "”")
    case .dt: run.append(literal: ": ")
    case .td, .th:
      let cell = trimmed(from: 0)
      if isInTable { table.add(UnsafeBufferPointer(rebasing: run.bytes[cell]), isHeading: element == .th) }
      forgetRun()
    case .caption:
      if isInTable {
        marker = ""
        endRun()
      }
    case .table:
      if isInTable { table.write(to: &out) }
      isInTable = false
    case .ul, .ol:
      if !isInTable { endRun() }
      _ = lists.popLast()
    case .h1, .h2, .h3, .h4, .h5, .h6, .hr: if !isInTable { endRun() }
    default: if !isInTable, Self.isBlock(element) { endRun() }
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
    let text = trimmed(from: start)
    guard case .address(let address) = target else {
      number = "¶" + String(decoding: run.bytes[text], as: UTF8.self) + " "
      run.truncate(to: start)
      return
    }
    guard !text.isEmpty, let address, let first = address.first, first != UInt8(ascii: "#") else { return }
    let isSpaced = run.bytes.last == 0x20
    run.truncate(to: text.upperBound)
    run.replace(start..<text.lowerBound, by: UInt8(ascii: "["))
    run.append(literal: "](")
    appendCopied(address)
    run.append(UInt8(ascii: ")"))
    if isSpaced { run.append(0x20) }
  }

  /// A link to a page of the site leads to its copy.
  private mutating func appendCopied(_ address: HTMLTokens.Bytes) {
    let address = UnsafeBufferPointer(rebasing: address)
    let end = ByteScan.first(UInt8(ascii: "#"), in: address, from: 0) ?? address.count
    guard Self.ends(address[..<end], with: "index.html"), !Self.hasScheme(address) else { return run.append(address) }
    run.append(UnsafeBufferPointer(rebasing: address[..<end]))
    run.append(literal: ".md")
  }

  private static func ends(_ bytes: HTMLTokens.Bytes, with word: StaticString) -> Bool {
    word.withUTF8Buffer { ByteScan.areEqual(UnsafeBufferPointer(rebasing: bytes.suffix($0.count)), $0) }
  }

  private static func hasScheme(_ address: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let colon = ByteScan.first(UInt8(ascii: ":"), in: address, from: 0) else { return false }
    return address[colon...].dropFirst().prefix(2).elementsEqual("//".utf8)
  }

  // MARK: Text

  private mutating func append(_ text: HTMLTokens.Bytes) {
    let bytes = text.base
    var i = text.startIndex
    while i < text.endIndex {
      let plain = i
      while i < text.endIndex, !needsLook[Int(bytes[i])] { i += 1 }
      if i > plain { run.append(UnsafeBufferPointer(rebasing: bytes[plain..<i])) }
      guard i < text.endIndex else { return }
      let byte = bytes[i]
      switch byte {
      case 0x20, 0x0A, 0x0D, 0x09:
        if let last = run.bytes.last, last != 0x20 { run.append(0x20) }
      case UInt8(ascii: "&"):
        let end = text[i...].prefix(8).firstIndex(of: UInt8(ascii: ";")) ?? i
        appendPlain(Self.character(text[i...end]))
        i = end
      case 0xE2 where text[i...].starts(with: "\u{2060}".utf8), 0xC2 where text[i...].starts(with: "\u{A0}".utf8):
        // What keeps a citation on its line.
        if let last = run.bytes.last, last != 0x20 { run.append(0x20) }
        i += byte == 0xC2 ? 1 : 2
      default: appendPlain(byte)
      }
      i += 1
    }
  }

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
    run.removeAll()
    links.removeAll(keepingCapacity: true)
  }

  /// Writes the run as a paragraph, if there is anything in it.
  private mutating func endRun() {
    let text = trimmed(from: 0)
    if !text.isEmpty {
      if marker.isEmpty {
        // Inside a list whose item has begun, what follows stands under it.
        for _ in lists { out.append(literal: "  ") }
      } else {
        out.append(marker)
      }
      out.append(number)
      out.append(UnsafeBufferPointer(rebasing: run.bytes[text]))
      out.append(literal: "\n\n")
      marker = ""
      number = ""
    }
    forgetRun()
  }

  /// Where the run from an offset on stands, without the spaces around it.
  private func trimmed(from start: Int) -> Range<Int> {
    let bytes = run.bytes
    var (first, end) = (start, bytes.count)
    while first < end, bytes[first] == 0x20 { first += 1 }
    while end > first, bytes[end - 1] == 0x20 { end -= 1 }
    return first < end ? first..<end : start..<start
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
private struct MarkdownTable: ~Copyable {
  /// All cells, one after another.
  private var text = ByteSink(capacity: 1024)
  /// Where each cell ends.
  private var ends: [Int] = []
  /// The first cell of each row.
  private var rows: [Int] = []
  private var headings = 0

  /// Forgets the table before.
  mutating func begin() {
    text.removeAll()
    ends.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    headings = 0
  }

  mutating func startRow() { rows.append(ends.count) }

  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, isHeading: Bool) {
    guard !rows.isEmpty else { return }
    text.append(cell)
    ends.append(text.count)
    if isHeading, rows.count == 1 { headings += 1 }
  }

  func write(to out: inout ByteSink) {
    let (firsts, ends) = (rows, ends)
    let rows = firsts.indices.map { firsts[$0]..<($0 + 1 < firsts.count ? firsts[$0 + 1] : ends.count) }
      .filter { !$0.isEmpty }
    guard !rows.isEmpty else { return }
    let hasHead = headings > 1 && rows.count > 1
    for (index, row) in rows.enumerated() {
      out.append(literal: hasHead ? "| " : "- ")
      var isFirst = true
      for cell in row {
        let bytes = UnsafeBufferPointer(rebasing: text.bytes[(cell == 0 ? 0 : ends[cell - 1])..<ends[cell]])
        if !hasHead, bytes.isEmpty { continue }
        if !isFirst { out.append(literal: hasHead ? " | " : " · ") }
        isFirst = false
        out.append(bytes)
      }
      out.append(literal: hasHead ? " |\n" : "\n")
      if hasHead, index == 0 {
        out.append(UInt8(ascii: "|"))
        for _ in row { out.append(literal: " --- |") }
        out.append(0x0A)
      }
    }
    out.append(0x0A)
  }
}
