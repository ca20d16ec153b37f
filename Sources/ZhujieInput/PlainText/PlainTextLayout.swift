import ZhujieText

/// A bare text taken apart into blocks, with what its first lines tell about it.
///
/// A block stands between blank lines; where there are none, every line is one. What is recognised
/// as metadata, furniture, title or heading is told in the diagnostics, since it is a guess that a
/// sidecar can overrule.
struct PlainTextLayout {
  /// In file order, apart, and together all that is not white space.
  var blocks: [PlainBlock] = []
  var title: Inference?
  var publisher: Inference?
  var author: Inference?
  var date: (value: EDTFDate, inference: Inference)?
  var diagnostics: [Diagnostic] = []

  var inferred: [Inference] {
    [title, publisher, author, date?.inference].compactMap { $0 }
  }

  let file: SourceFile
  let body: TextSpan<FileSpace>
  let lines: [TextLine]
  /// The lines of each block.
  let groups: [Range<Int>]
  /// The last line of each block of `blocks`, for looking at its shape again.
  var lastLines: [Int] = []
  /// Names without a label that stand in the head.
  var names: [MetadataLine.Value] = []
  /// The date of the head before its year is settled.
  var pending: (date: PlainDate, span: TextSpan<FileSpace>)?

  init(of file: SourceFile, in body: TextSpan<FileSpace>) {
    self.file = file
    self.body = body
    let found = TextLine.lines(of: file, in: body)
    lines = found.map(\.line)
    let hasBlanks = found.dropFirst().contains { $0.followsBlank }
    var groups: [Range<Int>] = []
    for (index, line) in found.enumerated() {
      if index > 0, hasBlanks, !line.followsBlank, let last = groups.popLast() {
        groups.append(last.lowerBound..<(index + 1))
      } else {
        groups.append(index..<(index + 1))
      }
    }
    self.groups = groups
    let tail = firstTailLine()
    readHead(endingBefore: tail)
    addTail(from: tail)
    markHeadings()
    nameAuthorAndPublisher()
    readTail(from: tail)
    inferYear()
    tell()
  }

  func text(_ line: Int) -> String { file.text[lines[line].span] }

  mutating func add(_ range: Range<Int>, _ role: BlockRole) {
    guard let first = range.first, let last = range.last else { return }
    add(
      TextSpan(lines[first].span.lowerBound, lines[last].span.upperBound),
      role,
      lastLine: last
    )
  }

  mutating func add(_ span: TextSpan<FileSpace>, _ role: BlockRole, lastLine: Int) {
    blocks.append(PlainBlock(span: span, role: role))
    lastLines.append(lastLine)
  }

  mutating func note(_ code: DiagnosticCode, _ offset: Int, _ message: String) {
    diagnostics.append(Diagnostic(.note, code, at: file.location(at: offset), message))
  }
}
