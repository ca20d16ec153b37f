internal import ZhujieText

/// Writes steps of a document as HTML, as cmark's own renderer does, but for what `Markup.html`
/// lists.
struct HTMLRenderer: ~Copyable {
  let markup: Markup
  private let options: RenderOptions
  /// Whether the numbered paragraphs stand in what the options put around them.
  var wrapsParagraphs = true
  var writer: MarkedTextWriter
  /// How many links and images are open, and how many of them were written as tags.
  private var linkDepth = 0
  private var openLinks: [Bool] = []
  private var hasTableBody = false
  private var footnotes = 0
  private var backlinkedFootnotes = 0
  private var footnote: Event?
  /// What is to be written after the paragraph that is open.
  private var paragraphClose: (closesTag: Bool, html: HTML)?

  init(_ markup: consuming Markup, _ options: consuming RenderOptions) {
    writer = MarkedTextWriter(reading: markup.reading, display: options.display, marks: options.marks)
    self.markup = markup
    self.options = options
  }

  /// Forgets what was written.
  mutating func restart() {
    writer.restart()
    linkDepth = 0
    openLinks.removeAll(keepingCapacity: true)
    hasTableBody = false
    (footnotes, backlinkedFootnotes, footnote) = (0, 0, nil)
    paragraphClose = nil
  }

  mutating func run(_ range: Range<Int>) {
    let events = markup.events
    events.forEach(in: range) { event in
      switch event.phase {
      case .enter: enter(event)
      case .exit: exit(event)
      case .leaf: leaf(event)
      }
    }
    if footnotes > 0 { writer.out.raw("</ol>\n</section>\n") }
  }

  /// The inlines of one block of the reading text, without the block's own tag.
  mutating func runInlines(block index: Int) {
    let block = markup.reading.blocks[index]
    let inlines = markup.inlineEvents[index]
    writer.begin(block.span)
    if inlines.isEmpty {
      writer.write(block.span.range)
      return
    }
    for i in inlines {
      let event = markup.events[i]
      switch event.phase {
      case .enter: enter(event)
      case .exit: exit(event)
      case .leaf: leaf(event)
      }
    }
    writer.suspend()
  }

  // MARK: Containers

  private mutating func enter(_ event: Event) {
    writer.suspend()
    switch event.kind {
    case .quote:
      writer.out.freshLine()
      writer.out.raw("<blockquote>\n")
    case .list:
      writer.out.freshLine()
      if !event.flags.contains(.ordered) {
        writer.out.raw("<ul>\n")
      } else if event.number == 1 {
        writer.out.raw("<ol>\n")
      } else {
        writer.out.startTag("ol")
        writer.out.attribute("start", String(event.number))
        writer.out.raw(">\n")
      }
    case .item:
      writer.out.freshLine()
      writer.out.raw("<li>")
      if event.flags.contains(.checked) {
        writer.out.raw("<input type=\"checkbox\" checked=\"\" disabled=\"\" /> ")
      } else if event.flags.contains(.task) {
        writer.out.raw("<input type=\"checkbox\" disabled=\"\" /> ")
      }
    case .paragraph:
      writer.begin(TextSpan(Int(event.readingStart), Int(event.readingEnd)))
      enterParagraph(event)
    case .heading:
      writer.begin(TextSpan(Int(event.readingStart), Int(event.readingEnd)))
      writer.out.freshLine()
      writer.out.startTag(Self.headings[level(event)])
      if event.extra.start >= 0, let id = options.headingID?(Int(event.extra.start)) { writer.out.attribute("id", id) }
      writer.out.endTag()
    case .table:
      writer.out.freshLine()
      writer.out.raw("<table>")
      hasTableBody = false
    case .tableRow:
      writer.out.freshLine()
      if event.flags.contains(.header) {
        writer.out.raw("<thead>\n")
      } else if !hasTableBody {
        writer.out.raw("<tbody>\n")
        hasTableBody = true
      }
      writer.out.raw("<tr>")
    case .tableCell:
      writer.begin(TextSpan(Int(event.readingStart), Int(event.readingEnd)))
      writer.out.freshLine()
      writer.out.startTag(event.flags.contains(.header) ? "th" : "td")
      switch event.alignment {
      case 0x6C: writer.out.attribute("class", "align-left")
      case 0x63: writer.out.attribute("class", "align-center")
      case 0x72: writer.out.attribute("class", "align-right")
      default: break
      }
      writer.out.endTag()
    case .footnoteDefinition:
      if footnotes == 0 { writer.out.raw("<section class=\"footnotes\" data-footnotes>\n<ol>\n") }
      footnotes += 1
      footnote = event
      writer.out.raw("<li id=\"fn-")
      footnoteName(event)
      writer.out.raw("\">\n")
    case .strong:
      writer.out.raw("<strong>")
    case .emphasis:
      writer.out.raw("<em>")
    case .strikethrough:
      writer.out.raw("<del>")
    case .link, .image:
      enterLink(event)
    case .codeBlock, .htmlBlock, .rule, .text, .code, .softBreak, .hardBreak, .htmlInline,
      .footnoteReference, .citation,
      .basis:
      break
    }
  }

  private mutating func exit(_ event: Event) {
    writer.suspend()
    switch event.kind {
    case .quote:
      writer.out.freshLine()
      writer.out.raw("</blockquote>\n")
    case .list:
      writer.out.raw(event.flags.contains(.ordered) ? "</ol>\n" : "</ul>\n")
    case .item:
      writer.out.raw("</li>\n")
    case .paragraph:
      exitParagraph(event)
    case .heading:
      writer.out.close(Self.headings[level(event)])
      writer.out.raw("\n")
    case .table:
      if hasTableBody {
        writer.out.freshLine()
        writer.out.raw("</tbody>\n")
      }
      hasTableBody = false
      writer.out.freshLine()
      writer.out.raw("</table>\n")
    case .tableRow:
      writer.out.freshLine()
      writer.out.raw("</tr>")
      if event.flags.contains(.header) { writer.out.raw("\n</thead>") }
    case .tableCell:
      writer.out.close(event.flags.contains(.header) ? "th" : "td")
    case .footnoteDefinition:
      if backlink() { writer.out.raw("\n") }
      writer.out.raw("</li>\n")
      footnote = nil
    case .strong:
      writer.out.raw("</strong>")
    case .emphasis:
      writer.out.raw("</em>")
    case .strikethrough:
      writer.out.raw("</del>")
    case .link, .image:
      if openLinks.popLast() == true {
        linkDepth -= 1
        writer.out.raw("</a>")
      }
    case .codeBlock, .htmlBlock, .rule, .text, .code, .softBreak, .hardBreak, .htmlInline,
      .footnoteReference, .citation,
      .basis:
      break
    }
  }

  private static let headings: [StaticString] = ["h1", "h1", "h2", "h3", "h4", "h5", "h6"]

  private func level(_ event: Event) -> Int {
    let level = options.headingTop.map { $0 + Int(event.extra.count) - 1 } ?? Int(event.number)
    return min(max(level, 1), 6)
  }

  // MARK: Paragraphs

  private mutating func enterParagraph(_ event: Event) {
    let block = markup.reading.blocks[Int(event.use)]
    if wrapsParagraphs, let number = block.paragraph, let wrap = options.paragraph?(number) {
      writer.out.freshLine()
      writer.out.html(wrap.open)
      writer.out.raw("<p>")
      paragraphClose = (true, wrap.close)
    } else if let name = Self.className(block.role) {
      writer.out.freshLine()
      writer.out.open("p", [("class", name)])
      paragraphClose = (true, .empty)
    } else if event.flags.contains(.tight) {
      paragraphClose = (false, .empty)
    } else {
      writer.out.freshLine()
      writer.out.raw("<p>")
      paragraphClose = (true, .empty)
    }
  }

  private mutating func exitParagraph(_ event: Event) {
    guard let close = paragraphClose else { return }
    paragraphClose = nil
    if let end = options.paragraphEnd?(Int(event.use)) { writer.out.html(end) }
    guard close.closesTag else { return }
    if event.flags.contains(.endsFootnote) {
      writer.out.raw(" ")
      _ = backlink()
    }
    writer.out.raw("</p>")
    writer.out.html(close.html)
    writer.out.raw("\n")
  }

  private static func className(_ role: BlockRole) -> String? {
    switch role {
    case .furniture: "furniture"
    case .author: "author"
    case .publisher: "publisher"
    case .title, .heading, .paragraph, .tableCell, .footnote: nil
    }
  }

  // MARK: Links

  private mutating func enterLink(_ event: Event) {
    guard linkDepth == 0, let target = target(event) else {
      openLinks.append(false)
      return
    }
    openLinks.append(true)
    linkDepth += 1
    writer.out.startTag("a")
    writer.out.attribute("href", target)
    if !event.extra.isEmpty {
      writer.out.attribute(
        "title",
        String(decoding: markup.arena[event.extra.range], as: UTF8.self)
      )
    }
    writer.out.endTag()
  }

  private func target(_ event: Event) -> SafeURL? {
    let address = String(decoding: markup.arena[event.content.range], as: UTF8.self)
    guard let url = SafeURL(address) else { return nil }
    if event.kind == .image {
      let scheme = SafeURL.scheme(markup.arena[event.content.range])
      return scheme == Array("http".utf8) || scheme == Array("https".utf8) ? url : nil
    }
    guard url.isRelative, let link = options.link else { return url }
    switch link(address) {
    case .href(let url): return url
    case .text: return nil
    }
  }

  // MARK: Leaves

  private mutating func leaf(_ event: Event) {
    let run = Int(event.readingStart)..<Int(event.readingEnd)
    switch event.kind {
    case .text:
      writer.write(run, withMarks: linkDepth == 0)
    case .softBreak:
      writer.write(run, style: .softBreak, withMarks: linkDepth == 0)
    case .hardBreak:
      writer.suspend()
      writer.hardBreak(run)
    case .code:
      writer.suspend()
      writer.out.raw("<code>")
      writer.write(run, withMarks: false)
      writer.out.raw("</code>")
    case .htmlInline:
      writer.suspend()
      writer.out.raw("<!-- raw HTML omitted -->")
    case .footnoteReference:
      writer.suspend()
      footnoteReference(event)
    case .citation, .basis:
      writer.suspend()
      marker(event)
    case .codeBlock:
      codeBlock(event)
    case .htmlBlock:
      writer.out.freshLine()
      writer.out.raw("<!-- raw HTML omitted -->\n")
    case .rule:
      writer.out.freshLine()
      writer.out.raw("<hr />\n")
    case .quote, .list, .item, .paragraph, .heading, .table, .tableRow, .tableCell,
      .footnoteDefinition, .strong,
      .emphasis, .strikethrough, .link, .image:
      break
    }
  }

  private mutating func codeBlock(_ event: Event) {
    let info = markup.arena[event.extra.range]
    let literal = markup.arena[event.content.range]
    writer.out.freshLine()
    if event.flags.contains(.fenced), let fenced = options.fenced,
      let drawn = fenced(
        String(decoding: info, as: UTF8.self),
        String(decoding: literal, as: UTF8.self),
        Int(event.file)
      )
    {
      writer.out.html(drawn)
      writer.out.freshLine()
      return
    }
    if info.isEmpty {
      writer.out.raw("<pre><code>")
    } else {
      writer.out.raw("<pre><code class=\"language-")
      writer.out.text(info.prefix { !($0 == 0x20 || ($0 >= 0x09 && $0 <= 0x0D)) })
      writer.out.raw("\">")
    }
    writer.out.text(literal)
    writer.out.raw("</code></pre>\n")
  }

  private mutating func marker(_ event: Event) {
    switch markup.markers[Int(event.number)] {
    case .citation(let index):
      if linkDepth == 0, let citation = options.citation {
        // What a citation stands for and the citation are kept together by its writer.
        writer.out.dropTrailingSpace()
        writer.out.html(citation(markup.citations[index]))
        return
      }
    case .basis(let paragraph, let ranges):
      if let basis = options.basis {
        writer.out.html(basis(paragraph, ranges))
        return
      }
    case .none:
      break
    }
    writer.out.text(markup.arena[event.content.range])
  }

  // MARK: Footnotes

  private mutating func footnoteName(_ event: Event, use: Int32 = 1) {
    writer.out.text(options.footnotePrefix)
    markup.arena[event.content.range].withUnsafeBufferPointer {
      Escape.url($0, into: &writer.out.sink)
    }
    if use > 1 { writer.out.text("-\(use)") }
  }

  private mutating func footnoteReference(_ event: Event) {
    guard linkDepth == 0 else {
      writer.out.raw("<sup class=\"footnote-ref\" id=\"fnref-")
      footnoteName(event, use: event.use)
      writer.out.raw("\">")
      writer.out.text(String(event.number))
      writer.out.raw("</sup>")
      return
    }
    writer.out.raw("<sup class=\"footnote-ref\"><a href=\"#fn-")
    footnoteName(event)
    writer.out.raw("\" id=\"fnref-")
    footnoteName(event, use: event.use)
    writer.out.raw("\" data-footnote-ref>")
    writer.out.text(String(event.number))
    writer.out.raw("</a></sup>")
  }

  /// Writes the way back from the open footnote, once; false where it was written before.
  private mutating func backlink() -> Bool {
    guard let footnote, backlinkedFootnotes < footnotes else { return false }
    backlinkedFootnotes = footnotes
    for use in 1...max(footnote.use, 1) {
      if use > 1 { writer.out.raw(" ") }
      writer.out.raw("<a href=\"#fnref-")
      footnoteName(footnote, use: use)
      writer.out.raw("\" class=\"footnote-backref\" data-footnote-backref")
      writer.out.attribute("aria-label", options.footnoteBackLabel)
      writer.out.raw(">↩")
      if use > 1 {
        writer.out.raw("<sup class=\"footnote-ref\">")
        writer.out.text(String(use))
        writer.out.raw("</sup>")
      }
      writer.out.raw("</a>")
    }
    return true
  }
}
