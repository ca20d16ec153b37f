internal import CMarkGFM
internal import ZhujieText

/// Copies cmark's tree into a `Flat`, without recursion.
struct DocumentCopier {
  private typealias Node = UnsafeMutablePointer<cmark_node>

  private var flat = Flat()
  private var block = InlineBlock()
  private var map = SourceMap()
  private var rowMaps: [SourceMap] = []
  private var rowCell = 0
  private var depth = 0
  private var footnoteDepth = 0
  private var saidTooDeep = false
  private let locator: BlockLocator
  private let limits: MarkupLimits

  /// Copies the document that `body` of `file` holds; nil where the parser could not be made.
  static func copy(_ file: UnsafeBufferPointer<UInt8>, body: Range<Int>, limits: MarkupLimits)
    -> Flat?
  {
    guard let shield = FootnoteShield(file, body: body) else {
      return parse(file, body: body, limits: limits)
    }
    guard shield.substitute != 0 else { return nil }
    var shielded = Array(file)
    for i in shield.brackets { shielded[i] = shield.substitute }
    var flat = shielded.withUnsafeBufferPointer { parse($0, body: body, limits: limits) }
    flat?.replace(shield.substitute, by: 0x5B)
    return flat
  }

  private static func parse(
    _ file: UnsafeBufferPointer<UInt8>,
    body: Range<Int>,
    limits: MarkupLimits
  ) -> Flat? {
    let text = UnsafeBufferPointer(rebasing: file[body])
    return CMark.withTree(of: text) { root in
      var copier = DocumentCopier(locator: BlockLocator(file: file, body: body), limits: limits)
      copier.flat.text.reserveCapacity(body.count)
      // As a rule a paragraph is a line, and its text one step between two.
      let lines = min(copier.locator.lineStarts.count, 1 << 12)
      copier.flat.events.reserveCapacity(lines * 3)
      copier.flat.blocks.reserveCapacity(lines)
      copier.flat.matches.reserveCapacity(lines)
      copier.walk(root)
      // `&#65534;` and `&#65535;` come as one byte each, which no text may hold.
      copier.flat.replace(0xFE, by: 0x3F)
      copier.flat.replace(0xFF, by: 0x3F)
      return copier.flat
    }
  }

  private init(locator: BlockLocator, limits: MarkupLimits) {
    self.locator = locator
    self.limits = limits
  }

  // MARK: Blocks

  private mutating func walk(_ root: Node) {
    var next = root.pointee.first_child
    while let node = next {
      let hasInlines = enter(node)
      if !hasInlines, let child = node.pointee.first_child {
        next = child
        continue
      }
      exit(node)
      next = node.pointee.next
      var current = node
      while next == nil, let parent = current.pointee.parent, parent != root {
        exit(parent)
        current = parent
        next = parent.pointee.next
      }
    }
  }

  /// Writes the events of a node, and for one with text everything below it. Returns whether it was
  /// one.
  private mutating func enter(_ node: Node) -> Bool {
    guard let kind = CMark.kinds.kind(node.pointee.type) else { return false }
    var event = Event(kind: kind, phase: .enter)
    event.file = Int32(clamping: locator.line(Int(node.pointee.start_line)).lowerBound)
    switch kind {
    case .quote, .list, .item:
      guard descend(event.file) else { return false }
      if kind == .list {
        event.number = node.pointee.as.list.start
        if node.pointee.as.list.list_type == CMARK_ORDERED_LIST { event.flags.insert(.ordered) }
      } else if kind == .item, node.pointee.extension != nil {
        event.flags.insert(.task)
        if node.pointee.as.list.checked { event.flags.insert(.checked) }
      }
      flat.events.append(event)
    case .footnoteDefinition:
      footnoteDepth += 1
      event.content = store(node.pointee.as.literal)
      event.use = node.pointee.footnote.def_count
      flat.events.append(event)
    case .table:
      flat.events.append(event)
    case .tableRow:
      if cmark_gfm_extensions_get_table_row_is_header(node) != 0 { event.flags.insert(.header) }
      locateRow(node, isHeader: event.flags.contains(.header))
      flat.events.append(event)
    case .paragraph, .heading, .tableCell:
      copyText(node, event)
      return true
    case .codeBlock:
      event.phase = .leaf
      event.content = store(node.pointee.as.code.literal)
      event.extra = store(node.pointee.as.code.info)
      if node.pointee.as.code.fenced != 0 { event.flags.insert(.fenced) }
      let first = Int(node.pointee.start_line) + (node.pointee.as.code.fenced != 0 ? 1 : 0)
      event.file = Int32(clamping: codeStart(node.pointee.as.code.literal, line: first))
      flat.events.append(event)
    case .htmlBlock, .rule:
      event.phase = .leaf
      flat.events.append(event)
    case .strong, .emphasis, .strikethrough, .link, .image, .text, .code, .softBreak, .hardBreak,
      .htmlInline,
      .footnoteReference, .citation, .basis:
      break
    }
    return false
  }

  private mutating func exit(_ node: Node) {
    guard let kind = CMark.kinds.kind(node.pointee.type), kind.isContainer else { return }
    switch kind {
    case .quote, .list, .item:
      guard ascend() else { return }
    case .footnoteDefinition:
      footnoteDepth -= 1
    case .paragraph, .heading, .tableCell:
      return
    default:
      break
    }
    var event = Event(kind: kind, phase: .exit)
    if kind == .list, node.pointee.as.list.list_type == CMARK_ORDERED_LIST {
      event.flags.insert(.ordered)
    }
    if kind == .tableRow, cmark_gfm_extensions_get_table_row_is_header(node) != 0 {
      event.flags.insert(.header)
    }
    flat.events.append(event)
  }

  /// Counts a level; false where it lies too deep to be kept.
  private mutating func descend(_ file: Int32) -> Bool {
    depth += 1
    guard depth > limits.depth else { return true }
    if !saidTooDeep {
      flat.findings.append(Finding(kind: .depth, file: Int(file)))
      saidTooDeep = true
    }
    return false
  }

  private mutating func ascend() -> Bool {
    depth -= 1
    return depth < limits.depth
  }

  // MARK: Where the text of a block stands

  private mutating func locateRow(_ row: Node, isHeader: Bool) {
    var cells: [UnsafeBufferPointer<UInt8>] = []
    var cell = row.pointee.first_child
    while let node = cell {
      cells.append(Self.source(of: node))
      cell = node.pointee.next
    }
    var line = Int(row.pointee.start_line)
    if isHeader, let table = row.pointee.parent {
      // A paragraph may stand right above a table; the table still holds both, and its head is the
      // last line.
      line = Int(table.pointee.start_line) + Self.source(of: table).count(where: { $0 == 0x0A }) - 1
    }
    rowCell = 0
    rowMaps = locator.mapRow(cells, line: line) ?? []
    if rowMaps.isEmpty, isHeader, let table = row.pointee.parent {
      // Link definitions were taken from the paragraph that became the table.
      let last = min(Int(table.pointee.end_line), line + 1_000)
      while rowMaps.isEmpty, line < last {
        line += 1
        rowMaps = locator.mapRow(cells, line: line) ?? []
      }
    }
    if rowMaps.isEmpty, cells.contains(where: { !$0.isEmpty }) { flat.misses += 1 }
  }

  private mutating func locate(_ node: Node, kind: EventKind) -> Bool {
    let source = Self.source(of: node)
    switch kind {
    case .tableCell:
      defer { rowCell += 1 }
      guard rowCell < rowMaps.count else { return source.isEmpty }
      map = rowMaps[rowCell]
      return source.isEmpty || !map.entries.isEmpty
    case .heading where !node.pointee.as.heading.setext:
      return locator.mapHeading(source, line: Int(node.pointee.start_line), into: &map)
    default:
      var first = Int(node.pointee.start_line)
      if first == 0, let table = node.pointee.next {
        first = Int(table.pointee.start_line)
        return locator.mapLines(
          source,
          first: first,
          last: first,
          unescapingPipes: true,
          into: &map
        )
      }
      return locator.mapLines(source, first: first, last: Int(node.pointee.end_line), into: &map)
    }
  }

  /// Where a code block's first line stands in the file.
  private func codeStart(_ literal: cmark_chunk, line number: Int) -> Int {
    let line = locator.line(number)
    var length = 0
    while length < Int(literal.len), literal.data[length] != 0x0A { length += 1 }
    return max(line.lowerBound, line.upperBound - length)
  }

  private static func source(of node: Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: node.pointee.content.ptr, count: Int(node.pointee.content.size))
  }

  private static func bytes(_ chunk: cmark_chunk) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: chunk.data, count: Int(chunk.len))
  }

  private mutating func store(_ chunk: cmark_chunk) -> ArenaSlice {
    flat.store(Self.bytes(chunk))
  }

  // MARK: Texts

  private mutating func copyText(_ node: Node, _ opening: Event) {
    var opening = opening
    switch opening.kind {
    case .heading:
      opening.number = node.pointee.as.heading.level
    case .tableCell:
      if let row = node.pointee.parent {
        if cmark_gfm_extensions_get_table_row_is_header(row) != 0 { opening.flags.insert(.header) }
        opening.alignment = alignment(row, column: rowCell)
      }
    default:
      if let parent = node.pointee.parent {
        if let list = parent.pointee.parent, CMark.kinds.kind(list.pointee.type) == .list,
          list.pointee.as.list.tight,
          depth <= limits.depth
        {
          opening.flags.insert(.tight)
        }
        if node.pointee.next == nil, CMark.kinds.kind(parent.pointee.type) == .footnoteDefinition {
          opening.flags.insert(.endsFootnote)
        }
      }
    }
    let isLocated = locate(node, kind: opening.kind)
    if !isLocated { flat.misses += 1 }
    let file =
      isLocated ? map.entries.first.map { Int($0.file) } ?? Int(opening.file) : Int(opening.file)
    opening.file = Int32(clamping: file)
    let source = Self.source(of: node)
    block.removeAll()
    copyInlines(node, source)
    // The buffers are lent, not copied.
    var lent = InlineBlock()
    swap(&lent, &block)
    var assembler = BlockAssembler(
      source: source,
      map: isLocated ? map : SourceMap(),
      block: lent,
      opening: opening,
      file: file,
      isInFootnote: footnoteDepth > 0
    )
    lent = InlineBlock()
    assembler.run(into: &flat)
    swap(&block, &assembler.block)
  }

  private func alignment(_ row: Node, column: Int) -> UInt8 {
    guard let table = row.pointee.parent,
      let alignments = cmark_gfm_extensions_get_table_alignments(table),
      column < Int(cmark_gfm_extensions_get_table_columns(table))
    else { return 0 }
    return alignments[column]
  }

  private mutating func copyInlines(_ parent: Node, _ source: UnsafeBufferPointer<UInt8>) {
    var trace = InlineTrace(source: source)
    swap(&trace.pieces, &block.pieces)
    var forms: [InlineTrace.LinkForm] = []
    var next = parent.pointee.first_child
    while let node = next {
      enterInline(node, &trace, &forms)
      if let child = node.pointee.first_child {
        next = child
        continue
      }
      exitInline(node, &trace, &forms)
      next = node.pointee.next
      var current = node
      while next == nil, let above = current.pointee.parent, above != parent {
        exitInline(above, &trace, &forms)
        current = above
        next = above.pointee.next
      }
    }
    flat.misses += trace.misses
    swap(&trace.pieces, &block.pieces)
  }

  private mutating func enterInline(
    _ node: Node,
    _ trace: inout InlineTrace,
    _ forms: inout [InlineTrace.LinkForm]
  ) {
    guard let kind = CMark.kinds.kind(node.pointee.type) else { return }
    var item = InlineItem(kind: kind, phase: kind.isContainer ? .enter : .leaf)
    item.source = Int32(clamping: trace.cursor)
    switch kind {
    case .text:
      let literal = Self.bytes(node.pointee.as.literal)
      guard !literal.isEmpty else { return }
      let start = Int32(block.literals.count)
      block.literals.append(contentsOf: literal)
      item.literal = start..<Int32(block.literals.count)
      let isAutolink = forms.last.map { $0 != .brackets } ?? false
      trace.text(literal, at: start, isAutolink: isAutolink)
      // Adjacent texts become one, so that a word that cmark left in two pieces is one word.
      if let last = block.items.last, last.kind == .text, last.literal.upperBound == start {
        block.items[block.items.count - 1].literal =
          last.literal.lowerBound..<item.literal.upperBound
        return
      }
    case .code:
      let literal = Self.bytes(node.pointee.as.literal)
      let start = Int32(block.literals.count)
      block.literals.append(contentsOf: literal)
      item.literal = start..<Int32(block.literals.count)
      trace.code(literal, at: start)
    case .softBreak, .hardBreak:
      trace.lineBreak()
    case .htmlInline:
      trace.html(Self.bytes(node.pointee.as.literal))
    case .footnoteReference:
      trace.footnoteReference()
      item.number = Self.bytes(node.pointee.as.literal).reduce(0) {
        $1 >= 0x30 && $1 <= 0x39 ? $0 &* 10 &+ Int32($1 - 0x30) : $0
      }
      item.use = node.pointee.footnote.ref_ix
      if let definition = node.pointee.parent_footnote_def {
        item.content = store(definition.pointee.as.literal)
      }
    case .strong:
      trace.delimiter(2) { $0 == 0x2A || $0 == 0x5F }
    case .emphasis:
      trace.delimiter(1) { $0 == 0x2A || $0 == 0x5F }
    case .strikethrough:
      trace.tildes()
    case .link:
      let form = trace.enterLink()
      forms.append(form)
      if form != .brackets { item.flags.insert(.autolink) }
      item.content = store(node.pointee.as.link.url)
      item.extra = store(node.pointee.as.link.title)
      item.number = form == .bare ? 1 : 0
    case .image:
      trace.enterImage()
      forms.append(.brackets)
      item.content = store(node.pointee.as.link.url)
      item.extra = store(node.pointee.as.link.title)
    default:
      break
    }
    if kind.isContainer {
      let place = map.entries.isEmpty ? 0 : Int32(map.entries[0].file)
      guard descend(place) else { return }
    }
    block.items.append(item)
  }

  private mutating func exitInline(
    _ node: Node,
    _ trace: inout InlineTrace,
    _ forms: inout [InlineTrace.LinkForm]
  ) {
    guard let kind = CMark.kinds.kind(node.pointee.type), kind.isContainer else { return }
    switch kind {
    case .strong:
      trace.delimiter(2) { $0 == 0x2A || $0 == 0x5F }
    case .emphasis:
      trace.delimiter(1) { $0 == 0x2A || $0 == 0x5F }
    case .strikethrough:
      trace.tildes()
    case .link, .image:
      if let form = forms.popLast() { trace.exitLink(form) }
    default:
      break
    }
    guard ascend() else { return }
    block.items.append(InlineItem(kind: kind, phase: .exit, source: Int32(clamping: trace.cursor)))
  }
}
