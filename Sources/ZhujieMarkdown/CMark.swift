internal import CMarkGFM
internal import ZhujieText

/// The parser, set up as this project writes Markdown: CommonMark with GitHub's tables,
/// strikethrough, autolinks and task lists, and footnotes.
enum CMark {
  static let options = CMARK_OPT_FOOTNOTES
  static let extensions = ["table", "strikethrough", "autolink", "tasklist"]

  /// `finish` changes tables of the library that all parsers share, as long as strikethrough or
  /// autolink are attached.
  private static let finishing = Locked(())

  /// What the numbers of extension nodes mean, known once the extensions are registered.
  static let kinds: NodeKinds = {
    cmark_gfm_core_extensions_ensure_registered()
    return NodeKinds()
  }()

  /// Parses `bytes`, hands the tree over and frees it. The tree is valid only inside `body`.
  static func withTree<Result>(
    of bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeMutablePointer<cmark_node>) -> Result
  ) -> Result? {
    _ = kinds
    return parse(bytes, body)
  }

  fileprivate static func parse<Result>(
    _ bytes: UnsafeBufferPointer<UInt8>,
    _ body: (UnsafeMutablePointer<cmark_node>) -> Result
  ) -> Result? {
    guard let parser = cmark_parser_new(options) else { return nil }
    defer { cmark_parser_free(parser) }
    for name in extensions {
      if let known = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, known)
      }
    }
    bytes.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    let root = finishing.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) }
    guard let root = UnsafeMutablePointer<cmark_node>(bitPattern: root) else { return nil }
    defer { cmark_node_free(root) }
    return body(root)
  }
}

/// From cmark's node numbers to our kinds.
struct NodeKinds: Sendable {
  private var blocks = [EventKind?](repeating: nil, count: 64)
  private var inlines = [EventKind?](repeating: nil, count: 64)

  fileprivate init() {
    set(CMARK_NODE_BLOCK_QUOTE, .quote)
    set(CMARK_NODE_LIST, .list)
    set(CMARK_NODE_ITEM, .item)
    set(CMARK_NODE_PARAGRAPH, .paragraph)
    set(CMARK_NODE_HEADING, .heading)
    set(CMARK_NODE_CODE_BLOCK, .codeBlock)
    set(CMARK_NODE_HTML_BLOCK, .htmlBlock)
    set(CMARK_NODE_THEMATIC_BREAK, .rule)
    set(CMARK_NODE_FOOTNOTE_DEFINITION, .footnoteDefinition)
    set(CMARK_NODE_TEXT, .text)
    set(CMARK_NODE_CODE, .code)
    set(CMARK_NODE_SOFTBREAK, .softBreak)
    set(CMARK_NODE_LINEBREAK, .hardBreak)
    set(CMARK_NODE_HTML_INLINE, .htmlInline)
    set(CMARK_NODE_EMPH, .emphasis)
    set(CMARK_NODE_STRONG, .strong)
    set(CMARK_NODE_LINK, .link)
    set(CMARK_NODE_IMAGE, .image)
    set(CMARK_NODE_FOOTNOTE_REFERENCE, .footnoteReference)
    // The extensions number their nodes when they are registered; their names tell which is which.
    let sample = Array("|~~a~~|\n|-|\n|b|\n".utf8)
    sample.withUnsafeBufferPointer { bytes in
      _ = CMark.parse(bytes) { root in
        guard let iterator = cmark_iter_new(root) else { return }
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
          guard let node = cmark_iter_get_node(iterator),
            let name = cmark_node_get_type_string(node)
          else { continue }
          switch String(cString: name) {
          case "table": set(cmark_node_get_type(node), .table)
          case "table_header", "table_row": set(cmark_node_get_type(node), .tableRow)
          case "table_cell": set(cmark_node_get_type(node), .tableCell)
          case "strikethrough": set(cmark_node_get_type(node), .strikethrough)
          default: break
          }
        }
      }
    }
  }

  private mutating func set(_ type: cmark_node_type, _ kind: EventKind) {
    let number = Int(type.rawValue & 0x3FFF)
    guard number < 64 else { return }
    if type.rawValue & 0xC000 == 0x8000 { blocks[number] = kind } else { inlines[number] = kind }
  }

  /// Nil for the document itself and for what no attached extension makes.
  func kind(_ type: UInt16) -> EventKind? {
    let number = Int(type & 0x3FFF)
    guard number < 64 else { return nil }
    return type & 0xC000 == 0x8000 ? blocks[number] : inlines[number]
  }
}
