import ZhujieText

/// The lines after the text.
extension PlainTextLayout {
  /// The first of the lines at the end that are page furniture.
  ///
  /// It walks up from the last line. What is surely furniture moves the border; short lines that
  /// may be items of a list are passed, and belong to it if something sure stands above them. No
  /// page has two thousand of them.
  func firstTailLine() -> Int {
    var border = lines.count
    var line = lines.count - 1
    var groupIndex = groups.count - 1
    var doubtful = 0
    while line > 0, groupIndex >= 0, doubtful <= 40, lines.count - line <= 2000 {
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

  mutating func addTail(from tail: Int) {
    for whole in groups {
      let group = whole.clamped(to: tail..<max(tail, lines.count))
      guard !group.isEmpty, whole.upperBound > tail else { continue }
      add(group, .furniture)
    }
  }

  /// What the lines after the text say that the head did not: an author, a source, the day it was
  /// signed.
  mutating func readTail(from tail: Int) {
    for line in tail..<max(tail, lines.count) {
      if let metadata = MetadataLine(lines[line], in: file) { take(metadata, withNames: false) }
    }
  }
}
