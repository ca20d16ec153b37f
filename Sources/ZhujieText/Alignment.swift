/// A monotone, total map between the offsets of two texts.
///
/// It stores only where the two differ: each change replaces one range of `From` by one of `To` (either
/// may be empty, not both), and between changes offsets differ by a constant. A text of a million characters whose
/// conversion changes no length costs nothing.
///
///     reading  遠山雲         From [0,9)
///     file     **遠山雲**     To   [0,13)   changes: [0,0)→[0,2)  [9,9)→[11,13)
///
/// Spans map tightly: a span that starts where something was inserted starts after it, and one that
/// ends there ends before it. A span that cuts through a change widens to the whole of it.
public struct Alignment<From, To>: Sendable, Equatable {
  /// The work is done apart from the spaces, whose names cost nothing that way.
  private let table: ChangeTable

  /// In ascending order; no two touch on both sides.
  public var changes: [TextChange] { table.changes }
  public var fromCount: Int { table.fromCount }
  public var toCount: Int { table.toCount }

  public static func identity(count: Int) -> Self {
    Self(changes: [], fromCount: count, toCount: count)
  }

  /// `changes` must be ascending and add up to the counts.
  public init(changes: [TextChange], fromCount: Int, toCount: Int) {
    self.init(ChangeTable(changes: changes, fromCount: fromCount, toCount: toCount))
  }

  /// Nil where the changes do not ascend or do not add up to the counts.
  init?(checking changes: [TextChange], fromCount: Int, toCount: Int) {
    let table = ChangeTable(changes: changes, fromCount: fromCount, toCount: toCount)
    guard table.isConsistent else { return nil }
    self.init(table)
  }

  private init(_ table: ChangeTable) {
    self.table = table
    assert(table.isConsistent, "the changes of an alignment ascend and add up")
  }

  public var isIdentity: Bool { table.changes.isEmpty }

  public func map(_ span: TextSpan<From>) -> TextSpan<To> {
    let range = table.map(span.lowerBound, span.upperBound)
    return TextSpan(range.lowerBound, range.upperBound)
  }

  /// Where a span that starts at `offset` starts in the other text.
  public func startOffset(_ offset: Int) -> Int { table.startOffset(offset) }

  /// Where a span that ends at `offset` ends in the other text.
  public func endOffset(_ offset: Int) -> Int { table.endOffset(offset) }

  public var inverse: Alignment<To, From> { Alignment<To, From>(table.inverse) }

  /// This map followed by `next`. Changes of the two that overlap in the middle text become one.
  public func composed<Next>(with next: Alignment<To, Next>) -> Alignment<From, Next> {
    Alignment<From, Next>(table.composed(with: next.table))
  }
}

/// One range of each text. Held in 32 bits, of which texts are far smaller by their limits: a large project has
/// millions of changes.
public struct TextChange: Sendable, Equatable {
  @usableFromInline let fromStart: UInt32
  @usableFromInline let fromEnd: UInt32
  @usableFromInline let toStart: UInt32
  @usableFromInline let toEnd: UInt32

  /// The ranges must lie below 4 GiB.
  @inlinable @inline(__always)
  public init(from: Range<Int>, to: Range<Int>) {
    fromStart = UInt32(from.lowerBound)
    fromEnd = UInt32(from.upperBound)
    toStart = UInt32(to.lowerBound)
    toEnd = UInt32(to.upperBound)
  }

  @inlinable @inline(__always)
  public var from: Range<Int> { Range(uncheckedBounds: (Int(fromStart), Int(fromEnd))) }
  @inlinable @inline(__always)
  public var to: Range<Int> { Range(uncheckedBounds: (Int(toStart), Int(toEnd))) }
}

/// The changes of an alignment, whatever texts they lead from and to.
private struct ChangeTable: Sendable, Equatable {
  let changes: [TextChange]
  let fromCount: Int
  let toCount: Int

  func map(_ lower: Int, _ upper: Int) -> Range<Int> {
    let start = startOffset(lower)
    return start..<(lower == upper ? start : max(start, endOffset(upper)))
  }

  /// Where a span that starts at `offset` starts in the other text.
  func startOffset(_ offset: Int) -> Int {
    // The last change whose from-range starts at or before the offset.
    guard let change = lastChange(where: { $0.from.lowerBound <= offset }) else { return offset }
    return change.from.upperBound <= offset
      ? change.to.upperBound + (offset - change.from.upperBound) : change.to.lowerBound
  }

  /// Where a span that ends at `offset` ends in the other text.
  func endOffset(_ offset: Int) -> Int {
    guard let change = lastChange(where: { $0.from.lowerBound < offset }) else { return offset }
    return change.from.upperBound <= offset
      ? change.to.upperBound + (offset - change.from.upperBound) : change.to.upperBound
  }

  var inverse: ChangeTable {
    ChangeTable(
      changes: changes.map { TextChange(from: $0.to, to: $0.from) }, fromCount: toCount, toCount: fromCount)
  }

  /// This map followed by `next`. Changes of the two that overlap in the middle text become one.
  func composed(with next: ChangeTable) -> ChangeTable {
    precondition(toCount == next.fromCount, "the middle text is one text")
    if changes.isEmpty { return next }
    if next.changes.isEmpty { return self }
    var result: [TextChange] = []
    result.reserveCapacity(changes.count + next.changes.count)
    var i = 0
    var j = 0
    // Walks both lists by their range in the middle text and joins what touches or overlaps there.
    while i < changes.count || j < next.changes.count {
      var middle: Range<Int>
      if j >= next.changes.count
        || (i < changes.count && changes[i].to.lowerBound <= next.changes[j].from.lowerBound)
      {
        middle = changes[i].to
      } else {
        middle = next.changes[j].from
      }
      let firstI = i
      let firstJ = j
      var grew = true
      while grew {
        grew = false
        while i < changes.count, changes[i].to.lowerBound <= middle.upperBound {
          middle = min(middle.lowerBound, changes[i].to.lowerBound)..<max(middle.upperBound, changes[i].to.upperBound)
          i += 1
          grew = true
        }
        while j < next.changes.count, next.changes[j].from.lowerBound <= middle.upperBound {
          middle =
            min(middle.lowerBound, next.changes[j].from.lowerBound)..<max(middle.upperBound, next.changes[j].from.upperBound)
          j += 1
          grew = true
        }
      }
      let from = edge(middle, of: changes[firstI..<i], before: firstI)
      let to = next.edge(middle, ofFollowing: next.changes[firstJ..<j], before: firstJ)
      result.append(.init(from: from, to: to))
    }
    return ChangeTable(changes: result, fromCount: fromCount, toCount: next.toCount)
  }

  /// The from-range of a middle range that encloses exactly `inside`, whose first change has index `index`.
  private func edge(_ middle: Range<Int>, of inside: ArraySlice<TextChange>, before index: Int) -> Range<Int> {
    let shift = index == 0 ? 0 : changes[index - 1].from.upperBound - changes[index - 1].to.upperBound
    let lower = middle.lowerBound + shift
    let last = inside.last.map { $0.from.upperBound - $0.to.upperBound } ?? shift
    return lower..<(middle.upperBound + last)
  }

  private func edge(_ middle: Range<Int>, ofFollowing inside: ArraySlice<TextChange>, before index: Int) -> Range<Int> {
    let shift = index == 0 ? 0 : changes[index - 1].to.upperBound - changes[index - 1].from.upperBound
    let lower = middle.lowerBound + shift
    let last = inside.last.map { $0.to.upperBound - $0.from.upperBound } ?? shift
    return lower..<(middle.upperBound + last)
  }

  private func lastChange(where holds: (TextChange) -> Bool) -> TextChange? {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if holds(changes[middle]) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : changes[low - 1]
  }

  var isConsistent: Bool {
    var from = 0
    var to = 0
    for change in changes {
      guard change.from.lowerBound >= from, change.from.lowerBound - from == change.to.lowerBound - to else { return false }
      (from, to) = (change.from.upperBound, change.to.upperBound)
    }
    return fromCount - from == toCount - to && fromCount >= from
  }
}
