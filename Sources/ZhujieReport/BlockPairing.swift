public import ZhujieMarkdown
public import ZhujieText

/// Which block of a translation renders which block of its original.
///
/// Headings are the fixed points: sections pair in order, and within a section blocks pair in order. A block that is
/// only `…` says "not translated". What has no partner is left over, and its section is reported.
public struct BlockPairing: Sendable {
  /// For each top-level block of the original, the index of its translation.
  public let partner: [Int?]
  /// Sections whose blocks do not pair off: the index of the section (0 is what stands before the first
  /// heading) and how many blocks each side has.
  public let uneven: [(section: Int, original: Int, translation: Int)]
  /// Top-level blocks of the translation that render nothing.
  public let leftOver: [Int]

  public init(original: Markup, translation: Markup) {
    let left = Self.sections(original)
    let right = Self.sections(translation)
    var partner: [Int?] = Array(repeating: nil, count: original.topLevelBlocks.count)
    var uneven: [(section: Int, original: Int, translation: Int)] = []
    var leftOver: [Int] = []
    for section in 0..<max(left.count, right.count) {
      var a = section < left.count ? left[section] : []
      let b = section < right.count ? right[section] : []
      if a.count > b.count { a = Self.narrowed(a, in: original, count: b.count) }
      if a.count != b.count { uneven.append((section, a.count, b.count)) }
      for (from, to) in zip(a, b) where !translation.topLevelBlocks[to].isEllipsis {
        partner[from] = to
      }
      leftOver += b.dropFirst(a.count)
    }
    self.partner = partner
    self.uneven = uneven
    self.leftOver = leftOver
  }

  /// A translator may leave out page furniture, and pictures and code, which read the same: then the rest pairs, if that is as
  /// many as there are.
  private static func narrowed(_ blocks: [Int], in markup: Markup, count: Int) -> [Int] {
    let written = blocks.filter { index in
      let parts = markup.reading.blocks[markup.topLevelBlocks[index].readingBlocks]
      return parts.isEmpty || parts.contains { $0.role != .furniture }
    }
    if written.count == count { return written }
    let prose = written.filter { index in
      if case .code = markup.topLevelBlocks[index].kind { false } else { true }
    }
    return prose.count == count ? prose : blocks
  }

  /// The top-level blocks of each section; a heading is the first block of its section.
  private static func sections(_ markup: Markup) -> [[Int]] {
    var sections: [[Int]] = [[]]
    for (index, block) in markup.topLevelBlocks.enumerated() {
      if case .heading = block.kind { sections.append([]) }
      sections[sections.count - 1].append(index)
    }
    return sections
  }
}
