internal import ZhujieText

/// Finds footnotes that nobody refers to. cmark leaves them out without a word, and a text would be
/// lost in silence.
enum FootnoteCheck {
  static func findings(_ file: UnsafeBufferPointer<UInt8>, body: Range<Int>, flat: Flat)
    -> [Finding]
  {
    var result: [Finding] = []
    // Few texts have a caret at all.
    guard ByteScan.first(0x5E, in: UnsafeBufferPointer(rebasing: file[..<body.upperBound]), from: body.lowerBound) != nil
    else { return result }
    var kept: Known?
    var lineStart = body.lowerBound
    while lineStart < body.upperBound {
      var i = lineStart
      // What containers put before a definition.
      while i < body.upperBound, isContainerByte(file[i]) { i += 1 }
      if let label = label(file, i, body.upperBound) {
        let known = kept ?? Known(flat)
        kept = known
        if !known.labels.contains(lowercased(file[label])), !known.isCode(at: i) {
          result.append(
            Finding(
              kind: .footnote(String(decoding: file[label].prefix(80), as: UTF8.self)),
              file: i
            )
          )
        }
      }
      while i < body.upperBound, file[i] != 0x0A, file[i] != 0x0D { i += 1 }
      lineStart = i + 1
    }
    return result
  }

  /// What the parse left of a document, looked up only where a definition was found.
  private struct Known {
    var labels: Set<[UInt8]> = []
    /// Where blocks start in the file, in order, and whether they are code or raw HTML.
    private var starts: [(file: Int32, isCode: Bool)] = []

    init(_ flat: Flat) {
      for event in flat.events where event.phase != .exit {
        switch event.kind {
        case .footnoteDefinition: labels.insert(lowercased(flat.arena[event.content.range]))
        case .codeBlock, .htmlBlock: starts.append((event.file, true))
        case .paragraph, .heading, .table, .rule: starts.append((event.file, false))
        default: break
        }
      }
      starts.sort { $0.file < $1.file }
    }

    /// Whether the block that starts last before `place` is code or raw HTML.
    func isCode(at place: Int) -> Bool {
      var low = 0
      var high = starts.count
      while low < high {
        let middle = (low + high) / 2
        if Int(starts[middle].file) <= place { low = middle + 1 } else { high = middle }
      }
      return low > 0 && starts[low - 1].isCode
    }
  }

  /// The label of `[^label]:` at `start`.
  private static func label(_ file: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Range<
    Int
  >? {
    guard start + 4 < end, file[start] == 0x5B, file[start + 1] == 0x5E else { return nil }
    var i = start + 2
    while i < end, file[i] > 0x20, file[i] != 0x5D, file[i] != 0x5B { i += 1 }
    guard i > start + 2, i + 1 < end, file[i] == 0x5D, file[i + 1] == 0x3A else { return nil }
    return start + 2..<i
  }

  private static func isContainerByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x3E, 0x2A, 0x2B, 0x2D, 0x2E, 0x30...0x39: true
    default: false
    }
  }

  private static func lowercased(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
  }
}
