import ZhujieText

/// The lines before the text: title, metadata, names of medium and author, the title again.
extension PlainTextLayout {
  private static let mostHeadBlocks = 12

  mutating func readHead(endingBefore tail: Int) {
    var isOver = false
    for (index, whole) in groups.enumerated() {
      let group = whole.clamped(to: 0..<tail)
      guard !group.isEmpty else { break }
      let isNear = index < Self.mostHeadBlocks
      if isNear && repeatsTitle(group) {
        // A title that is printed again is read again.
        add(group, .title)
      } else if isRule(group) {
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
        take(metadata, withNames: true)
        flush(&paragraph)
        add(line..<(line + 1), .furniture)
      } else if title == nil, paragraph == nil, canBeTitle(line, in: group, found, tail) {
        let span = lines[line].span
        title = Inference(field: .title, value: text(line), span: span)
        add(line..<(line + 1), .title)
      } else if isTitle(line) {
        flush(&paragraph)
        add(line..<(line + 1), .title)
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
      add(TextSpan(start, end.title), .title, lastLine: range.lowerBound)
      add(TextSpan(end.title, end.label), .furniture, lastLine: range.lowerBound)
      add(TextSpan(end.abstract, lines[last].span.upperBound), .paragraph, lastLine: last)
    } else {
      add(range, .paragraph)
    }
  }

  /// Where in `標題摘要：` the title and the label end, and where the abstract begins.
  private func endOfAbstractLabel(_ line: Int) -> (title: Int, label: Int, abstract: Int)? {
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
      return text.isEmpty ? nil : (span.lowerBound + titleBytes.count, label, offset)
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

  /// A short line that ends no sentence, with nothing but metadata in its block, before a text that
  /// has sentences.
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

  /// A line that is a name of a medium or person: beside a date any short one, elsewhere one that
  /// says it is a medium.
  private func isName(_ line: Int, besideDate: Bool) -> Bool {
    guard lines[line].ending == .none, lines[line].scalarCount <= 20 else { return false }
    return besideDate || Self.isMedium(text(line))
  }

  static func isMedium(_ text: String) -> Bool {
    let endings = [
      "週刊", "周刊", "日報", "日报", "時報", "时报", "晚報", "晚报", "早報", "早报", "週報", "周报", "雜誌", "杂志", "新聞",
      "新闻", "財經", "财经", "通訊社", "通讯社", "電視台", "电视台", "新聞網", "新闻网", "評論", "评论", "Daily", "News",
      "Times", "Post", "Weekly", "Review", "Journal", "Magazine",
    ]
    return text.unicodeScalars.count <= 16 && endings.contains { text.hasSuffix($0) }
  }

  /// Keeps the first of each; names without a label mean something in the head only.
  mutating func take(_ line: MetadataLine, withNames: Bool) {
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
    if withNames { names += line.names }
  }
}
