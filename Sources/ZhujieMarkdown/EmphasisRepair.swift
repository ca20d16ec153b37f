internal import ZhujieText

/// Sees emphasis beside Chinese punctuation as it was meant: `**晨星：**重點`.
///
/// CommonMark 6.2 lets `**` close after punctuation only if a space or more punctuation follows,
/// and no space follows in Chinese: the `**` stay, or pair off wrongly with the next ones. Where a
/// `**` was left over and nothing but that rule kept it from opening or closing, the `*` of the
/// whole block are paired again, with Chinese characters and marks counting as letters beside each
/// other. The result is taken only if fewer `*` are left over.
struct EmphasisRepair {
  /// One `*`, and its place in the literals if it was left over.
  fileprivate struct Star {
    var source: Int32
    var literal: Int32?
  }

  /// `*` in a row, with what they were used for.
  fileprivate struct Run {
    var stars: [Star]
    var group: Int
    var mayOpen = false
    var mayClose = false
    var isExplained = false
    var left = 0
    /// The lengths of pairs that it closes and opens, innermost first.
    var closes: [Int] = []
    var opens: [Int] = []
  }

  private enum Token {
    case item(InlineItem)
    case run(Int)
  }

  private static let mostRuns = 5_000

  private let source: UnsafeBufferPointer<UInt8>
  private var tokens: [Token] = []
  private var runs: [Run] = []
  private var groups = 1

  static func run(
    on block: inout InlineBlock,
    source: UnsafeBufferPointer<UInt8>,
    into flat: inout Flat,
    place: (Int32) -> Int
  ) {
    var repair = EmphasisRepair(source: source)
    repair.collect(block)
    guard repair.runs.count <= mostRuns,
      repair.runs.contains(where: { $0.isExplained && $0.isLeftOver })
    else { return }
    let before = repair.runs.reduce(0) { $0 + $1.stars.count { $0.literal != nil } }
    var members = [[Int]](repeating: [], count: repair.groups)
    for i in repair.runs.indices { members[repair.runs[i].group].append(i) }
    for group in members { repair.pair(group) }
    // What was a tag has no literal to fall back to.
    guard repair.runs.reduce(0, { $0 + $1.left }) < before, repair.runs.allSatisfy(\.canBeWritten)
    else { return }
    for run in repair.runs where run.isLeftOver && !run.opens.isEmpty {
      flat.findings.append(Finding(kind: .emphasis, file: place(run.stars[0].source)))
    }
    if !repair.runs.contains(where: { $0.isLeftOver && !$0.opens.isEmpty }),
      let run = repair.runs.first(where: \.isLeftOver)
    {
      flat.findings.append(Finding(kind: .emphasis, file: place(run.stars[0].source)))
    }
    block.items = repair.written()
  }

  private init(source: UnsafeBufferPointer<UInt8>) {
    self.source = source
  }

  // MARK: Finding the runs

  private mutating func collect(_ block: InlineBlock) {
    var open = [0]
    for item in block.items {
      switch item.kind {
      case .strong, .emphasis:
        let count: Int32 = item.kind == .strong ? 2 : 1
        let first = item.phase == .enter ? item.source : item.source - count
        guard first >= 0, Int(first) < source.count, source[Int(first)] == 0x2A else {
          group(item, &open)
          continue
        }
        for i in 0..<count { add(Star(source: first + i, literal: nil), open.last ?? 0) }
      case .strikethrough, .link, .image:
        group(item, &open)
      case .text:
        split(item, block, open.last ?? 0)
      default:
        tokens.append(.item(item))
      }
    }
    for i in runs.indices { judge(i) }
  }

  /// What lies in another element pairs off only with its like.
  private mutating func group(_ item: InlineItem, _ open: inout [Int]) {
    if item.phase == .enter {
      open.append(groups)
      groups += 1
    } else if open.count > 1 {
      open.removeLast()
    }
    tokens.append(.item(item))
  }

  private mutating func split(_ item: InlineItem, _ block: InlineBlock, _ group: Int) {
    var start = item.literal.lowerBound
    var i = start
    while i < item.literal.upperBound {
      if block.literals[Int(i)] == 0x2A, let place = block.source(of: i),
        !block.isEscaped(i, in: source)
      {
        if i > start { tokens.append(.item(.text(start..<i))) }
        add(Star(source: place, literal: i), group)
        start = i + 1
      }
      i += 1
    }
    if start < item.literal.upperBound {
      tokens.append(.item(.text(start..<item.literal.upperBound)))
    }
  }

  private mutating func add(_ star: Star, _ group: Int) {
    if case .run(let last) = tokens.last, runs[last].group == group,
      let previous = runs[last].stars.last, previous.source + 1 == star.source
    {
      runs[last].stars.append(star)
    } else {
      tokens.append(.run(runs.count))
      runs.append(Run(stars: [star], group: group))
    }
  }

  /// Whether a run may open and close, by CommonMark and by the rule for Chinese.
  private mutating func judge(_ index: Int) {
    let first = Int(runs[index].stars[0].source)
    let end = first + runs[index].stars.count
    let before = first > 0 ? UTF8Scan.scalar(before: first, in: source).value : 0x0A
    let after = end < source.count ? UTF8Scan.scalar(at: end, in: source).value : 0x0A
    let (spaceBefore, spaceAfter) = (Self.isSpace(before), Self.isSpace(after))
    let (markBefore, markAfter) = (Self.isPunctuation(before), Self.isPunctuation(after))
    let opens = !spaceAfter && (!markAfter || spaceBefore || markBefore)
    let closes = !spaceBefore && (!markBefore || spaceAfter || markAfter)
    let (chineseBefore, chineseAfter) = (Self.isChinese(before), Self.isChinese(after))
    runs[index].mayOpen =
      !spaceAfter && (!markAfter || chineseAfter || spaceBefore || markBefore || chineseBefore)
    runs[index].mayClose =
      !spaceBefore && (!markBefore || chineseBefore || spaceAfter || markAfter || chineseAfter)
    runs[index].isExplained =
      runs[index].stars.count >= 2
      && (runs[index].mayOpen != opens || runs[index].mayClose != closes)
    runs[index].left = runs[index].stars.count
  }

  // MARK: Pairing (CommonMark, "process emphasis")

  private mutating func pair(_ members: [Int]) {
    guard members.count > 1 else { return }
    var previous = Array(-1..<members.count - 1)
    var next = Array(1...members.count)
    var bottom = [Int](repeating: -1, count: 6)
    func remove(_ i: Int) {
      if previous[i] >= 0 { next[previous[i]] = next[i] }
      if next[i] < members.count { previous[next[i]] = previous[i] }
    }
    var closer = 0
    while closer < members.count {
      let c = members[closer]
      guard runs[c].mayClose else {
        closer = next[closer]
        continue
      }
      let key = (runs[c].mayOpen ? 3 : 0) + runs[c].stars.count % 3
      var opener = previous[closer]
      while opener > bottom[key], !canPair(members[opener], c) { opener = previous[opener] }
      if opener > bottom[key] {
        let o = members[opener]
        let count = runs[o].left >= 2 && runs[c].left >= 2 ? 2 : 1
        runs[o].opens.append(count)
        runs[c].closes.append(count)
        runs[o].left -= count
        runs[c].left -= count
        var between = previous[closer]
        while between > opener {
          remove(between)
          between = previous[between]
        }
        if runs[o].left == 0 { remove(opener) }
        if runs[c].left == 0 {
          remove(closer)
          closer = next[closer]
        }
      } else {
        bottom[key] = previous[closer]
        if !runs[c].mayOpen { remove(closer) }
        closer = next[closer]
      }
    }
  }

  private func canPair(_ opener: Int, _ closer: Int) -> Bool {
    let (o, c) = (runs[opener], runs[closer])
    guard o.mayOpen, o.left > 0 else { return false }
    return !(o.mayClose || c.mayOpen) || c.stars.count % 3 == 0
      || (o.stars.count + c.stars.count) % 3 != 0
  }

  // MARK: Writing

  private func written() -> [InlineItem] {
    var result: [InlineItem] = []
    for token in tokens {
      switch token {
      case .item(let item):
        Self.append(item, to: &result)
      case .run(let index):
        let run = runs[index]
        for count in run.closes {
          result.append(InlineItem(kind: count == 2 ? .strong : .emphasis, phase: .exit))
        }
        let closed = run.closes.reduce(0, +)
        for star in run.stars[closed..<closed + run.left] {
          if let literal = star.literal { Self.append(.text(literal..<literal + 1), to: &result) }
        }
        for count in run.opens.reversed() {
          result.append(InlineItem(kind: count == 2 ? .strong : .emphasis, phase: .enter))
        }
      }
    }
    return result
  }

  private static func append(_ item: InlineItem, to result: inout [InlineItem]) {
    if item.kind == .text, let last = result.last, last.kind == .text,
      last.literal.upperBound == item.literal.lowerBound
    {
      result[result.count - 1].literal = last.literal.lowerBound..<item.literal.upperBound
    } else {
      result.append(item)
    }
  }

  // MARK: Characters

  private static func isSpace(_ value: UInt32) -> Bool {
    value == 0x0A || value == 0x0D || ScalarClass.isSpace(value)
  }

  private static func isChinese(_ value: UInt32) -> Bool {
    ScalarClass.isHan(value) || HanJoin.isFullWidthMark(value)
  }

  private static func isPunctuation(_ value: UInt32) -> Bool {
    if value < 0x80 { return InlineTrace.isPunctuation(UInt8(value)) }
    return HanJoin.isFullWidthMark(value) || (value >= 0x2010 && value <= 0x2027)
      || (value >= 0x2030 && value <= 0x205E)
      || value == 0xB7 || value == 0xA7 || value == 0xAB || value == 0xBB || value == 0xB6
      || value == 0xA1 || value == 0xBF
  }
}

extension EmphasisRepair.Run {
  fileprivate var isLeftOver: Bool { stars.contains { $0.literal != nil } }

  /// Whether each `*` that pairs with nothing can be shown as a character.
  fileprivate var canBeWritten: Bool {
    let closed = closes.reduce(0, +)
    return stars[closed..<closed + left].allSatisfy { $0.literal != nil }
  }
}
