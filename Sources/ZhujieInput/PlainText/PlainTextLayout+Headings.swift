import ZhujieText

/// Section headings.
extension PlainTextLayout {
  /// Short blocks among longer ones that end in a sentence mark. Three in a row are a list, not
  /// headings.
  mutating func markHeadings() {
    let paragraphs = blocks.indices.filter { blocks[$0].role == .paragraph }
    guard paragraphs.count >= 6 else { return }
    // The length in bytes of each that ends a sentence, and the longest before it.
    let lengths = paragraphs.map { index in
      lines[lastLines[index]].ending == .sentence ? blocks[index].span.count : 0
    }
    var longestBefore: [Int] = []
    var longest = 0
    for length in lengths {
      longestBefore.append(longest)
      longest = max(longest, length)
    }
    var longestAfter = 0
    var candidates: [Int] = []
    for place in paragraphs.indices.reversed() {
      let index = paragraphs[place]
      let span = blocks[index].span
      let line = lines[lastLines[index]]
      if line.span == span, line.scalarCount <= 32, line.ending == .none,
        longestBefore[place] > span.count, longestAfter > span.count,
        !isListItem(file.text[span])
      {
        candidates.append(place)
      }
      longestAfter = max(longestAfter, lengths[place])
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
}
