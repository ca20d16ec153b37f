internal import ZhujieText

/// Finds the blocks of the first level among the steps of a document.
enum TopLevelScan {
  static func blocks(events: [Event], reading: ReadingText, arena: [UInt8]) -> [TopLevelBlock] {
    var result: [TopLevelBlock] = []
    var i = 0
    while i < events.count {
      let first = i
      i = end(of: first, in: events)
      if events[first].kind == .footnoteDefinition {
        while i < events.count, events[i].kind == .footnoteDefinition { i = end(of: i, in: events) }
      }
      result.append(block(first..<i, events, reading, arena))
    }
    return result
  }

  /// The index after the last step of what starts at `first`.
  private static func end(of first: Int, in events: [Event]) -> Int {
    var depth = 0
    var i = first
    while i < events.count {
      switch events[i].phase {
      case .enter: depth += 1
      case .exit: depth -= 1
      case .leaf: break
      }
      i += 1
      if depth <= 0 { break }
    }
    return i
  }

  private static func block(
    _ range: Range<Int>,
    _ events: [Event],
    _ reading: ReadingText,
    _ arena: [UInt8]
  ) -> TopLevelBlock {
    let first = events[range.lowerBound]
    var indices: ClosedRange<Int>?
    var paragraphs: ClosedRange<Int>?
    var count = 0
    for event in events[range] where event.phase == .enter {
      guard event.kind == .paragraph || event.kind == .heading || event.kind == .tableCell else {
        continue
      }
      let index = Int(event.use)
      count += 1
      indices =
        indices.map { min($0.lowerBound, index)...max($0.upperBound, index) } ?? index...index
      if let number = reading.blocks[index].paragraph {
        paragraphs =
          paragraphs.map { min($0.lowerBound, number)...max($0.upperBound, number) }
          ?? number...number
      }
    }
    let isEllipsis =
      count == 1
      && indices.map { isOnlyEllipsis(reading.text.slice(reading.blocks[$0.lowerBound].span)) }
        ?? false
    return TopLevelBlock(
      kind: kind(first, arena),
      readingBlocks: indices.map { $0.lowerBound..<$0.upperBound + 1 } ?? 0..<0,
      paragraphs: paragraphs,
      isEllipsis: isEllipsis,
      fileOffset: Int(first.file),
      events: range
    )
  }

  private static func kind(_ event: Event, _ arena: [UInt8]) -> TopLevelBlock.Kind {
    switch event.kind {
    case .heading: .heading(level: Int(event.number))
    case .list: .list
    case .quote: .quote
    case .table: .table
    case .codeBlock:
      .code(
        info: String(decoding: arena[event.extra.range], as: UTF8.self),
        literal: String(decoding: arena[event.content.range], as: UTF8.self)
      )
    case .rule: .rule
    case .htmlBlock: .html
    case .footnoteDefinition: .footnotes
    default: .paragraph
    }
  }

  /// `…`, also doubled as Chinese writes it, and nothing else.
  private static func isOnlyEllipsis(_ text: ArraySlice<UInt8>) -> Bool {
    let ellipsis: [UInt8] = [0xE2, 0x80, 0xA6]
    return text.elementsEqual(ellipsis) || text.elementsEqual(ellipsis + ellipsis)
  }
}
