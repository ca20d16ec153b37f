internal import ZhujieText

/// Writes runs of the reading text as they are shown, with marks laid over them.
struct MarkedTextWriter: ~Copyable {
  var out: HTMLBuilder
  private var display: DisplayText
  private let tags: HTML
  private let marks: [InlineMarks.Mark]
  /// The first mark that ends after what was written.
  private var next = 0
  /// The mark whose tag is open now.
  private var openMark: Int?
  private var blockStart = 0

  init(reading: ReadingText, display: RenderOptions.Display?, marks: InlineMarks) {
    self.display = DisplayText(reading: reading, display: display)
    self.marks = marks.marks
    tags = marks.tags
    out = HTMLBuilder(capacity: 1024)
  }

  /// Forgets what was written.
  mutating func restart() {
    out.removeAll()
    (next, blockStart) = (0, 0)
    openMark = nil
  }

  /// To be told of each block, since footnotes are shown in another order than they were read.
  mutating func begin(_ block: TextSpan<ReadingSpace>) {
    blockStart = block.lowerBound
    var low = 0
    var high = marks.count
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].span.upperBound <= blockStart { low = middle + 1 } else { high = middle }
    }
    next = low
  }

  /// Closes the tag of a mark before a tag of the document is written.
  mutating func suspend() {
    guard let index = openMark else { return }
    out.raw(marks[index].close)
    openMark = nil
  }

  enum Style {
    case text
    /// A line end between words: a space is written as a line feed.
    case softBreak
  }

  /// Writes a run. Without marks only its text is written.
  mutating func write(_ run: Range<Int>, style: Style = .text, withMarks: Bool = true) {
    guard withMarks, next < marks.count else {
      text(run, style)
      return
    }
    var position = run.lowerBound
    while position < run.upperBound {
      while next < marks.count, marks[next].span.upperBound <= position {
        if openMark == next { suspend() }
        next += 1
      }
      guard next < marks.count, marks[next].span.lowerBound < run.upperBound else {
        text(position..<run.upperBound, style)
        return
      }
      let span = marks[next].span
      if span.lowerBound > position {
        text(position..<span.lowerBound, style)
        position = span.lowerBound
        continue
      }
      let stop = min(run.upperBound, span.upperBound)
      open(next)
      text(position..<stop, style)
      position = stop
      if stop == span.upperBound {
        suspend()
        next += 1
      }
    }
  }

  private mutating func open(_ index: Int) {
    guard openMark != index else { return }
    out.html(tags, marks[index].tag)
    openMark = index
  }

  private mutating func text(_ run: Range<Int>, _ style: Style) {
    let start = display.cut(at: run.lowerBound, startsBlock: run.lowerBound == blockStart)
    let end = max(start, display.cut(at: run.upperBound, startsBlock: false))
    display.bytes.withUnsafeBufferPointer { bytes in
      if style == .softBreak, end - start == 1, bytes[start] == 0x20 {
        out.raw("\n")
      } else {
        Escape.text(UnsafeBufferPointer(rebasing: bytes[start..<end]), into: &out.sink)
      }
    }
  }

  /// What is shown for a line break that was written: anything but the break itself, which becomes
  /// an element.
  mutating func hardBreak(_ run: Range<Int>) {
    let start = display.cut(at: run.lowerBound, startsBlock: run.lowerBound == blockStart)
    var end = max(start, display.cut(at: run.upperBound, startsBlock: false))
    if end > start, display.bytes[end - 1] == 0x0A { end -= 1 }
    out.text(display.bytes[start..<end])
    out.raw("<br />\n")
  }
}
