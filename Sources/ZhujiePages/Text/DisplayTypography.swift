public import ZhujieText

/// How a text is set on a page, beyond its script.
///
/// In Chinese, typed spaces between Han and Latin go (the browser sets the gap), half-width marks
/// between Han become full-width, and quotation marks are those of the script (CLREQ 3.1.2,
/// GB/T 15834). In English, typewriter quotation marks and apostrophes become curly ones. The base
/// text is never altered: the alignment leads from what was given to what is shown.
public struct DisplayTypography: Sendable {
  public struct Counts: Sendable, Equatable {
    public var spaces = 0
    public var marks = 0
    public var quotes = 0
  }

  public let text: UTF8Text<DisplaySpace>
  public let alignment: Alignment<DisplaySpace, DisplaySpace>
  public let counts: Counts
  /// What was replaced, ascending.
  let edits: [Edit]

  /// `blocks` bound what is balanced, `opaque` are runs to leave alone; both ascend. `script` is the
  /// script of the Chinese in it; nil leaves Chinese as it is.
  public init(
    of text: UTF8Text<DisplaySpace>,
    blocks: [TextSpan<DisplaySpace>],
    opaque: [TextSpan<DisplaySpace>],
    script: Script?
  ) {
    var edits: [Edit] = []
    var setting = BlockSetting()
    var next = 0
    for block in blocks {
      while next < opaque.count, opaque[next].upperBound <= block.lowerBound { next += 1 }
      var end = next
      while end < opaque.count, opaque[end].lowerBound < block.upperBound { end += 1 }
      guard BlockSetting.mayChange(text.slice(block), script) else { continue }
      setting.read(text.slice(block), opaque: opaque[next..<end])
      setting.set(script)
      setting.append(to: &edits)
    }
    self.init(of: text, edits: edits, counts: setting.counts)
  }

  /// `edits` are those that were once found to be due. Where `parts` are given, ascending and with the edits in them, the text
  /// between them is left out.
  init(of text: UTF8Text<DisplaySpace>, onlyIn parts: [Range<Int>]? = nil, edits: [Edit], counts: Counts) {
    self.counts = counts
    self.edits = edits
    guard !edits.isEmpty else {
      self.text = text
      alignment = .identity(count: text.count)
      return
    }
    var changes: [TextChange] = []
    changes.reserveCapacity(edits.count &+ (parts?.count ?? 0) &+ 1)
    let room = (parts?.reduce(0) { $0 &+ $1.count } ?? text.count) &+ edits.count &* 2
    let bytes = ByteSink.array(capacity: room) { set in
      text.bytes.withUnsafeBufferPointer { bytes in
        var next = 0
        var end = 0
        for part in parts ?? [0..<bytes.count] {
          if end < part.lowerBound { Self.note(end..<part.lowerBound, as: set.count..<set.count, in: &changes) }
          var copied = part.lowerBound
          while next < edits.count, edits[next].range.lowerBound < part.upperBound {
            let edit = edits[next]
            next += 1
            set.append(UnsafeBufferPointer(rebasing: bytes[copied..<edit.range.lowerBound]))
            let start = set.count
            if let scalar = edit.scalar {
              set.reserve(4)
              set.appendUnchecked(scalar: scalar)
            }
            copied = edit.range.upperBound
            if set.count - start != edit.range.count { Self.note(edit.range, as: start..<set.count, in: &changes) }
          }
          set.append(UnsafeBufferPointer(rebasing: bytes[copied..<part.upperBound]))
          end = part.upperBound
        }
        if end < bytes.count { Self.note(end..<bytes.count, as: set.count..<set.count, in: &changes) }
      }
    }
    self.text = UTF8Text(trusted: bytes)
    alignment = Alignment(changes: changes, fromCount: text.count, toCount: bytes.count)
  }

  /// Adds a change; of two that touch it makes one.
  private static func note(_ from: Range<Int>, as to: Range<Int>, in changes: inout [TextChange]) {
    if let last = changes.last, last.from.upperBound == from.lowerBound, last.to.upperBound == to.lowerBound {
      changes[changes.count - 1] = .init(
        from: last.from.lowerBound..<from.upperBound, to: last.to.lowerBound..<to.upperBound)
    } else {
      changes.append(.init(from: from, to: to))
    }
  }

  /// A scalar or a run of spaces replaced by one scalar or by nothing.
  struct Edit: Sendable {
    private let start: UInt32
    private let end: UInt32
    /// 0 for nothing, which no text is set with.
    private let replacement: UInt32

    init(range: Range<Int>, scalar: UInt32?) {
      start = UInt32(range.lowerBound)
      end = UInt32(range.upperBound)
      replacement = scalar ?? 0
    }

    var range: Range<Int> { Int(start)..<Int(end) }
    var scalar: UInt32? { replacement == 0 ? nil : replacement }
  }

  /// A short text, such as a title or a name, by itself. Without a script only straight marks are set.
  static func set(_ text: String, script: Script?) -> String {
    guard text.utf8.contains(where: isTypewriter) || text.unicodeScalars.contains(where: isQuote)
    else { return text }
    let given = UTF8Text<DisplaySpace>(text)
    return DisplayTypography(
      of: given,
      blocks: [given.fullSpan],
      opaque: [],
      script: script
    )
    .text.string
  }

  /// Whether a byte may be set otherwise: a space, or a mark of half width.
  private static func isTypewriter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20...0x22, 0x27...0x29, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: true
    default: false
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    (0x2018...0x201D).contains(scalar.value) || (0x300C...0x300F).contains(scalar.value)
  }
}
