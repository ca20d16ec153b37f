import TestSupport
import Testing
import ZhujieText

private enum A: Sendable {}
private enum B: Sendable {}
private enum C: Sendable {}
private enum D: Sendable {}

/// An alignment made of random changes: replacements, insertions and deletions, adjacent ones among
/// them.
private func alignment<From, To>(
  fromCount: Int?,
  using generator: inout SeededGenerator
) -> Alignment<From, To> {
  var changes: [TextChange] = []
  var from = 0
  var to = 0
  let end = fromCount ?? Int.random(in: 0...40, using: &generator)
  while true {
    let gap = Int.random(in: changes.isEmpty ? 0...6 : 1...6, using: &generator)
    let taken = Int.random(in: 0...4, using: &generator)
    let given = Int.random(in: taken == 0 ? 1...4 : 0...4, using: &generator)
    guard from + gap + taken <= end else { break }
    from += gap
    to += gap
    changes.append(.init(from: from..<(from + taken), to: to..<(to + given)))
    from += taken
    to += given
  }
  return Alignment(changes: changes, fromCount: end, toCount: to + end - from)
}

struct AlignmentTests {
  @Test("marks around a name map tightly, and a cut through a change widens to it")
  func example() {
    let reading = Alignment<A, B>(
      changes: [.init(from: 0..<0, to: 0..<2), .init(from: 9..<9, to: 11..<13)],
      fromCount: 9,
      toCount: 13
    )
    #expect(reading.map(TextSpan(0, 9)) == TextSpan(2, 11))
    #expect(reading.map(TextSpan(3, 6)) == TextSpan(5, 8))
    #expect(reading.inverse.map(TextSpan(0, 13)) == TextSpan(0, 9))
    #expect(reading.inverse.map(TextSpan(0, 1)) == TextSpan(0, 0))
    let replaced = Alignment<A, B>(
      changes: [.init(from: 2..<5, to: 2..<4)],
      fromCount: 8,
      toCount: 7
    )
    #expect(replaced.map(TextSpan(3, 4)) == TextSpan(2, 4))
    #expect(replaced.map(TextSpan(0, 3)) == TextSpan(0, 4))
    #expect(replaced.map(TextSpan(5, 8)) == TextSpan(4, 7))
  }

  @Test("an identity maps everything to itself")
  func identity() {
    let identity = Alignment<A, B>.identity(count: 5)
    #expect(identity.isIdentity)
    for i in 0...5 { #expect(identity.startOffset(i) == i && identity.endOffset(i) == i) }
    #expect(identity.composed(with: Alignment<B, C>.identity(count: 5)).isIdentity)
  }

  @Test("it is total and monotone, and ends map to ends")
  func totalAndMonotone() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2000 {
      let map: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      var lastStart = 0
      var lastEnd = 0
      for offset in 0...map.fromCount {
        let (start, end) = (map.startOffset(offset), map.endOffset(offset))
        #expect(start >= lastStart && start <= map.toCount)
        #expect(end >= lastEnd && end <= map.toCount)
        (lastStart, lastEnd) = (start, end)
      }
      let whole = map.map(TextSpan(0, map.fromCount))
      if let first = map.changes.first, first.from.lowerBound == 0, first.from.isEmpty {
        #expect(whole.isEmpty || whole.lowerBound == first.to.upperBound)
      } else {
        #expect(whole.lowerBound == 0)
      }
    }
  }

  @Test("there and back holds at least what went, and exactly what cuts no change")
  func thereAndBack() {
    var generator = SeededGenerator(seed: 2)
    for _ in 0..<1000 {
      let map: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      #expect(map.inverse.inverse == map)
      for lower in 0...map.fromCount {
        for upper in lower...map.fromCount where upper > lower {
          let span = TextSpan<A>(lower, upper)
          let image = map.map(span)
          // What is deleted altogether leaves nothing to come back from.
          guard !image.isEmpty else { continue }
          let back = map.inverse.map(image)
          let deletes = map.changes.contains { $0.to.isEmpty }
          if !deletes { #expect(back.contains(span)) }
          let cuts = map.changes.contains {
            ($0.from.lowerBound < lower && lower < $0.from.upperBound)
              || ($0.from.lowerBound < upper && upper < $0.from.upperBound)
          }
          if !cuts, !deletes { #expect(back == span) }
        }
      }
    }
  }

  @Test("unchanged text maps to unchanged text")
  func unchanged() {
    var generator = SeededGenerator(seed: 3)
    for _ in 0..<1000 {
      let map: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      for lower in 0..<max(map.fromCount, 0) {
        let span = TextSpan<A>(lower, lower + 1)
        let touches = map.changes.contains { $0.from.contains(lower) }
        if !touches { #expect(map.map(span).count == 1) }
      }
    }
  }

  @Test(
    "a composition holds what the two maps give one after the other, and no change apart from theirs"
  )
  func composition() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<2000 {
      let first: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      let second: Alignment<B, C> = alignment(fromCount: first.toCount, using: &generator)
      let both = first.composed(with: second)
      #expect(both.fromCount == first.fromCount)
      #expect(both.toCount == second.toCount)
      for lower in 0...both.fromCount {
        for upper in lower...both.fromCount {
          let span = TextSpan<A>(lower, upper)
          let stepwise = second.map(first.map(span))
          let direct = both.map(span)
          // Changes that touch in the middle text become one, so the direct way may be wider, never
          // narrower.
          if !stepwise.isEmpty { #expect(direct.contains(stepwise)) }
        }
      }
    }
  }

  @Test("where the changes of two maps lie apart, the composition equals them step by step")
  func compositionApart() {
    var generator = SeededGenerator(seed: 5)
    var compared = 0
    for _ in 0..<4000 {
      let first: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      let second: Alignment<B, C> = alignment(fromCount: first.toCount, using: &generator)
      let areApart = !first.changes.contains { a in
        second.changes.contains {
          a.to.lowerBound <= $0.from.upperBound && $0.from.lowerBound <= a.to.upperBound
        }
      }
      guard areApart else { continue }
      compared += 1
      let both = first.composed(with: second)
      #expect(both.changes.count == first.changes.count + second.changes.count)
      for lower in 0...both.fromCount {
        for upper in lower...both.fromCount {
          let span = TextSpan<A>(lower, upper)
          #expect(both.map(span) == second.map(first.map(span)))
        }
      }
    }
    #expect(compared > 50)
  }

  @Test("composition is associative")
  func associative() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<1000 {
      let first: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      let second: Alignment<B, C> = alignment(fromCount: first.toCount, using: &generator)
      let third: Alignment<C, D> = alignment(fromCount: second.toCount, using: &generator)
      let left = first.composed(with: second).composed(with: third)
      let right = first.composed(with: second.composed(with: third))
      #expect(left == right)
    }
  }

  @Test("an identity on either side changes nothing")
  func neutral() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let map: Alignment<A, B> = alignment(fromCount: nil, using: &generator)
      #expect(Alignment<A, A>.identity(count: map.fromCount).composed(with: map) == map)
      #expect(map.composed(with: Alignment<B, B>.identity(count: map.toCount)) == map)
    }
  }
}
