import ZhujieText

/// A bare text taken apart into blocks, with what its first lines tell about it.
///
/// A block stands between blank lines; where there are none, every line is one. What is recognised as metadata,
/// furniture, title or heading is told in the diagnostics, since it is a guess that a sidecar can overrule.
struct PlainTextLayout {
  private(set) var blocks: [PlainBlock] = []
  private(set) var title: Inference?
  private(set) var publisher: Inference?
  private(set) var author: Inference?
  private(set) var date: (value: EDTFDate, inference: Inference)?
  private(set) var diagnostics: [Diagnostic] = []

  var inferred: [Inference] {
    [title, publisher, author, date?.inference].compactMap { $0 }
  }

  private let file: SourceFile
  private let body: TextSpan<FileSpace>
  private let lines: [TextLine]
  /// The lines of each block.
  private let groups: [Range<Int>]
  private var names: [MetadataLine.Value] = []

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
    inferYear()
    tell()
  }

  private func text(_ line: Int) -> String { file.text[lines[line].span] }

  private mutating func add(_ range: Range<Int>, _ role: BlockRole) {
    guard let first = range.first, let last = range.last else { return }
    blocks.append(
      PlainBlock(
        span: TextSpan(lines[first].span.lowerBound, lines[last].span.upperBound),
        role: role
      )
    )
  }

  // MARK: Head

  private static let mostHeadBlocks = 12

  private mutating func readHead(endingBefore tail: Int) {
    var isOver = false
    for (index, whole) in groups.enumerated() {
      let group = whole.clamped(to: 0..<tail)
      guard !group.isEmpty else { break }
      let isNear = index < Self.mostHeadBlocks
      if (isNear && repeatsTitle(group)) || isRule(group) {
        add(group, .furniture)
      } else if isOver || !isNear {
        addParagraph(group)
      } else {
        isOver = !readHeadBlock(
          group,
          next: index + 1 < groups.count ? groups[index + 1] : nil,
          tail
        )
      }
    }
  }

  /// False where the block holds running text, with which the head ends.
  private mutating func readHeadBlock(_ group: Range<Int>, next: Range<Int>?, _ tail: Int) -> Bool {
    let found = group.map { MetadataLine(lines[$0], in: file) }
    let hasDate = found.contains { $0?.date != nil }
    let nextIsMetadata =
      next.map { MetadataLine(lines[$0.lowerBound], in: file)?.date != nil } ?? false
    var paragraph: Range<Int>?
    for (line, metadata) in zip(group, found) {
      if let metadata {
        take(metadata)
        flush(&paragraph)
        add(line..<(line + 1), .furniture)
      } else if title == nil, paragraph == nil, canBeTitle(line, in: group, found, tail) {
        let span = lines[line].span
        title = Inference(field: .title, value: text(line), span: span)
        add(line..<(line + 1), .title)
      } else if isTitle(line) {
        flush(&paragraph)
        add(line..<(line + 1), .furniture)
      } else if paragraph == nil, title != nil,
        isName(line, besideDate: hasDate || (nextIsMetadata && group.count == 1))
      {
        names.append(.init(text: text(line), span: lines[line].span))
        add(line..<(line + 1), .furniture)
      } else {
        paragraph = (paragraph?.lowerBound ?? line)..<(line + 1)
      }
    }
    let isOver = paragraph != nil
    flush(&paragraph)
    return !isOver
  }

  private mutating func flush(_ paragraph: inout Range<Int>?) {
    if let range = paragraph { addParagraph(range) }
    paragraph = nil
  }

  /// A paragraph; a title repeated before an abstract is split from it.
  private mutating func addParagraph(_ range: Range<Int>) {
    if let end = endOfAbstractLabel(range.lowerBound), let last = range.last {
      let start = lines[range.lowerBound].span.lowerBound
      blocks.append(PlainBlock(span: TextSpan(start, end.label), role: .furniture))
      blocks.append(
        PlainBlock(span: TextSpan(end.abstract, lines[last].span.upperBound), role: .paragraph)
      )
    } else {
      add(range, .paragraph)
    }
  }

  /// Where `標題摘要：` ends and the abstract begins.
  private func endOfAbstractLabel(_ line: Int) -> (label: Int, abstract: Int)? {
    guard let title else { return nil }
    let span = lines[line].span
    let bytes = file.text.bytes
    let titleBytes = Array(title.value.utf8)
    guard span.count > titleBytes.count, bytes[span.range].starts(with: titleBytes) else {
      return nil
    }
    let rest = file.text[TextSpan(span.lowerBound + titleBytes.count, span.upperBound)]
    var offset = span.lowerBound + titleBytes.count
    var text = Substring(rest)
    func skipSpaces() {
      while let first = text.unicodeScalars.first, ScalarClass.isSpace(first.value) {
        offset += UTF8.width(first)
        text = Substring(text.unicodeScalars.dropFirst())
      }
    }
    skipSpaces()
    for word in [
      "內容摘要", "内容摘要", "摘要", "導語", "导语", "導讀", "导读", "內容提要", "内容提要", "核心提示", "Abstract", "Summary",
    ]
    where text.hasPrefix(word) {
      text = text.dropFirst(word.count)
      offset += word.utf8.count
      skipSpaces()
      guard let colon = text.unicodeScalars.first, colon == ":" || colon == "：" else { return nil }
      text = Substring(text.unicodeScalars.dropFirst())
      offset += UTF8.width(colon)
      let label = offset
      skipSpaces()
      return text.isEmpty ? nil : (label, offset)
    }
    return nil
  }

  private func repeatsTitle(_ group: Range<Int>) -> Bool {
    group.count == 1 && isTitle(group.lowerBound)
  }

  private func isRule(_ group: Range<Int>) -> Bool {
    group.count == 1 && lines[group.lowerBound].scalarCount <= 200
      && Furniture.isRule(text(group.lowerBound))
  }

  private func isTitle(_ line: Int) -> Bool {
    guard let title, lines[line].span.count == title.span.count else { return false }
    return file.text.slice(lines[line].span) == file.text.slice(title.span)
  }

  /// A short line that ends no sentence, with nothing but metadata in its block, before a text that has sentences.
  private func canBeTitle(
    _ line: Int,
    in group: Range<Int>,
    _ found: [MetadataLine?],
    _ tail: Int
  ) -> Bool {
    let candidate = lines[line]
    guard candidate.scalarCount >= 2, candidate.scalarCount <= 60, candidate.ending != .comma else {
      return false
    }
    if candidate.ending == .sentence {
      let last = text(line).unicodeScalars.last
      guard let last, "？！?!”’」』\"".unicodeScalars.contains(last) else { return false }
    }
    let hasDate = found.contains { $0?.date != nil }
    for (other, metadata) in zip(group, found) where other > line && metadata == nil {
      guard isName(other, besideDate: hasDate) else { return false }
    }
    return lines[(line + 1)..<max(tail, line + 1)].contains {
      $0.ending == .sentence && $0.scalarCount > candidate.scalarCount / 2
    }
  }

  /// A line that is a name of a medium or person: beside a date any short one, elsewhere one that says it is a medium.
  private func isName(_ line: Int, besideDate: Bool) -> Bool {
    guard lines[line].ending == .none, lines[line].scalarCount <= 20 else { return false }
    return besideDate || Self.isMedium(text(line))
  }

  private static func isMedium(_ text: String) -> Bool {
    let endings = [
      "週刊", "周刊", "日報", "日报", "時報", "时报", "晚報", "晚报", "早報", "早报", "週報", "周报", "雜誌", "杂志", "新聞",
      "新闻", "財經", "财经", "通訊社", "通讯社", "電視台", "电视台", "新聞網", "新闻网", "評論", "评论", "Daily", "News",
      "Times", "Post", "Weekly", "Review", "Journal", "Magazine",
    ]
    return text.unicodeScalars.count <= 16 && endings.contains { text.hasSuffix($0) }
  }

  private mutating func take(_ line: MetadataLine) {
    if author == nil, let value = line.author {
      author = Inference(field: .author, value: value.text, span: value.span)
    }
    if publisher == nil, let value = line.publisher {
      publisher = Inference(field: .publisher, value: value.text, span: value.span)
    }
    if let (found, span) = line.date,
      pending.map({ $0.date.year == nil && found.year != nil }) ?? true
    {
      pending = (found, span)
    }
    names += line.names
  }

  /// The date of the head before its year is settled.
  private var pending: (date: PlainDate, span: TextSpan<FileSpace>)?

  // MARK: Tail

  /// The first of the lines at the end that are page furniture.
  ///
  /// It walks up from the last line. What is surely furniture moves the border; short lines that may be items of a
  /// list are passed, and belong to it if something sure stands above them.
  private func firstTailLine() -> Int {
    var border = lines.count
    var line = lines.count - 1
    var groupIndex = groups.count - 1
    var doubtful = 0
    while line > 0, groupIndex >= 0, doubtful <= 40 {
      while groups[groupIndex].lowerBound > line { groupIndex -= 1 }
      let first = groups[groupIndex].lowerBound
      if first > 0, Furniture.opensNotice(beginning(first)) {
        border = first
        line = first - 1
        doubtful = 0
        continue
      }
      guard lines[line].scalarCount <= 60 else { break }
      let text = text(line)
      let isSure =
        Furniture.isPageLine(lines[line], text) || Furniture.opensLinks(lines[line], text)
        || (line + 1 < lines.count && Furniture.opensRanking(lines[line], text)
          && Furniture.isNumberStub(self.text(line + 1)))
        || MetadataLine(lines[line], in: file) != nil
      if isSure {
        border = line
        doubtful = 0
      } else if lines[line].scalarCount <= 40, lines[line].ending == .none {
        doubtful += 1
      } else {
        break
      }
      line -= 1
    }
    return border
  }

  private func beginning(_ line: Int) -> String {
    let span = lines[line].span
    var end = min(span.upperBound, span.lowerBound + 64)
    while !file.text.isBoundary(end) { end -= 1 }
    return file.text[TextSpan(span.lowerBound, end)]
  }

  private mutating func addTail(from tail: Int) {
    for whole in groups {
      let group = whole.clamped(to: tail..<max(tail, lines.count))
      guard !group.isEmpty, whole.upperBound > tail else { continue }
      for line in group {
        if let metadata = MetadataLine(lines[line], in: file), author == nil,
          let value = metadata.author
        {
          author = Inference(field: .author, value: value.text, span: value.span)
        }
      }
      add(group, .furniture)
    }
  }

  // MARK: Headings

  /// Short blocks among longer ones that end in a sentence mark. Three in a row are a list, not headings.
  private mutating func markHeadings() {
    let paragraphs = blocks.indices.filter { blocks[$0].role == .paragraph }
    guard paragraphs.count >= 6 else { return }
    let shapes = paragraphs.map { index in
      TextLine.lines(of: file, in: blocks[index].span).map(\.line)
    }
    var longestBefore = [0]
    for lines in shapes {
      let length = lines.last?.ending == .sentence ? lines.map(\.scalarCount).reduce(0, +) : 0
      longestBefore.append(max(longestBefore[longestBefore.count - 1], length))
    }
    var longestAfter = 0
    var candidates: [Int] = []
    for place in shapes.indices.reversed() {
      let lines = shapes[place]
      if lines.count == 1, let line = lines.first, line.scalarCount <= 32, line.ending == .none,
        longestBefore[place] > line.scalarCount, longestAfter > line.scalarCount,
        !isListItem(file.text[line.span])
      {
        candidates.append(place)
      }
      if lines.last?.ending == .sentence {
        longestAfter = max(longestAfter, lines.map(\.scalarCount).reduce(0, +))
      }
    }
    candidates.reverse()
    var start = 0
    while start < candidates.count {
      var end = start + 1
      while end < candidates.count, candidates[end] == candidates[end - 1] + 1 { end += 1 }
      if end - start <= 2 {
        for place in candidates[start..<end] {
          let index = paragraphs[place]
          blocks[index] = PlainBlock(span: blocks[index].span, role: .heading(level: 2))
        }
      }
      start = end
    }
  }

  private func isListItem(_ text: String) -> Bool {
    if let first = text.unicodeScalars.first, "-•*·●○▪■◆▲△–—".unicodeScalars.contains(first) {
      return true
    }
    return ["圖源", "图源", "圖片", "图片", "圖：", "图：", "圖:", "图:", "資料圖", "资料图"].contains {
      text.hasPrefix($0)
    }
  }

  // MARK: Inference

  /// Names without a label: the first is the publisher unless one is known, the next the author.
  private mutating func nameAuthorAndPublisher() {
    var rest = names
    if publisher == nil, let index = rest.firstIndex(where: { Self.isMedium($0.text) }) {
      let name = rest.remove(at: index)
      publisher = Inference(field: .publisher, value: name.text, span: name.span)
    }
    for name in rest where name.text != author?.value && name.text != publisher?.value {
      let isWholeLine = lines.contains { $0.span == name.span }
      if publisher == nil, isWholeLine {
        publisher = Inference(field: .publisher, value: name.text, span: name.span)
      } else if author == nil {
        author = Inference(field: .author, value: name.text, span: name.span)
      }
    }
  }

  private mutating func inferYear() {
    guard let (found, span) = pending else { return }
    let year = found.year ?? YearEvidence.latestYear(in: file.text.bytes, body)
    if let value = found.date(inYear: year) {
      date = (value, Inference(field: .date, value: value.description, span: span))
    }
    let written = file.text[span]
    if date == nil {
      note(
        .inferred,
        span.lowerBound,
        "\"\(written)\" has no year and the text does not settle one, so it is not used; write date: in "
          + "a sidecar"
      )
    } else if found.year == nil, let year {
      note(
        .inferred,
        span.lowerBound,
        "\"\(written)\" has no year; \(year), the latest year the text dwells on, is taken for it; write "
          + "date: in a sidecar to change it"
      )
    }
  }

  private mutating func note(_ code: DiagnosticCode, _ offset: Int, _ message: String) {
    diagnostics.append(Diagnostic(.note, code, at: file.location(at: offset), message))
  }

  private mutating func tell() {
    for inference in inferred {
      note(
        .inferred,
        inference.span.lowerBound,
        "\"\(inference.value)\" is taken for the \(inference.field.rawValue); write "
          + "\(inference.field.rawValue): in a sidecar to change it"
      )
    }
    let headings = blocks.filter { $0.role == .heading(level: 2) }
    if let first = headings.first {
      note(
        .inferred,
        first.span.lowerBound,
        "\"\(file.text[first.span])\" is taken for a section heading, one of \(headings.count)"
      )
    }
    var index = 0
    while index < blocks.count {
      guard blocks[index].role == .furniture else {
        index += 1
        continue
      }
      var end = index + 1
      while end < blocks.count, blocks[end].role == .furniture { end += 1 }
      let first = blocks[index].span
      let line = file.line(file.position(at: first.lowerBound).line).trimmed
      let count = end - index
      note(
        .furniture,
        first.lowerBound,
        "\"\(line.unicodeScalars.count > 24 ? String(line.prefix(24)) + "…" : line)\" is taken for page "
          + "furniture or metadata and not annotated"
          + (count > 1
            ? ", with \(count == 2 ? "the block" : "the \(count - 1) blocks") after it" : "")
      )
      index = end
    }
  }
}
