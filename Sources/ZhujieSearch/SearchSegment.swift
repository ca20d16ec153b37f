/// The terms of some passages that follow each other, with where they stand: a part of an index, made by one worker.
///
/// Passages are numbered over the whole site; the segments of an index are given in order of their passages.
public struct SearchSegment: Sendable {
  /// Pairs of letters in ascending order.
  let pairs: [UInt32]
  let pairLists: PostingLists
  /// Words in ascending order.
  let words: [Word]
  let wordLists: PostingLists

  /// A word as a term: letters below U+2000, by UTF-16 unit.
  struct Word: Comparable, Sendable {
    let letters: [UInt16]
    static func < (a: Self, b: Self) -> Bool { a.letters.lexicographicallyPrecedes(b.letters) }
  }

  /// `passages` are in ascending order of their numbers; one number may be given for several texts in a row.
  public init(_ passages: [(number: Int, text: ArraySlice<UInt8>)], letters: SearchLetters) {
    var scan = TermScan(letters: letters)
    // Term in the upper half, passage in the lower.
    var pairs: [UInt64] = []
    var words: [UInt64] = []
    pairs.reserveCapacity(passages.reduce(0) { $0 + $1.text.count / 3 + 1 })
    var numbers: [[UInt16]: UInt32] = [:]
    for (number, text) in passages {
      let passage = UInt64(UInt32(truncatingIfNeeded: number))
      scan.scan(text) { pair in
        pairs.append(UInt64(pair) << 32 | passage)
      } word: { word in
        let id = numbers[word] ?? UInt32(truncatingIfNeeded: numbers.count)
        if id == numbers.count { numbers[word] = id }
        words.append(UInt64(id) << 32 | passage)
      }
    }
    let order = numbers.sorted { $0.key.lexicographicallyPrecedes($1.key) }
    var rank = [UInt32](repeating: 0, count: order.count)
    for (place, entry) in order.enumerated() {
      rank[Int(entry.value)] = UInt32(truncatingIfNeeded: place)
    }
    for i in words.indices {
      words[i] = UInt64(rank[Int(words[i] >> 32)]) << 32 | words[i] & 0xFFFF_FFFF
    }
    RadixSort.byUpperHalf(&pairs)
    RadixSort.byUpperHalf(&words)
    (self.pairs, pairLists) = PostingLists.collect(pairs)
    wordLists = PostingLists.collect(words).lists
    self.words = order.map { Word(letters: $0.key) }
  }
}

/// Sorts by the upper 32 bits, keeping the order of equals: least digit first, 11 bits at a time.
enum RadixSort {
  private static let heaps = 2_048

  static func byUpperHalf(_ values: inout [UInt64]) {
    guard values.count > 1 else { return }
    let firsts = starts(of: values)
    for (pass, shift) in [UInt64(32), 43, 54].enumerated() {
      var starts = Array(firsts[pass * heaps..<(pass + 1) * heaps])
      // All in one heap: nothing moves.
      guard starts.contains(where: { $0 != 0 && $0 != values.count }) else { continue }
      values = Array(unsafeUninitializedCapacity: values.count) { sorted, count in
        for value in values {
          let digit = Int(value >> shift & 0x7FF)
          sorted.initializeElement(at: starts[digit], to: value)
          starts[digit] += 1
        }
        count = values.count
      }
    }
  }

  /// Where the values of each digit begin, for one pass after the other.
  private static func starts(of values: [UInt64]) -> [Int] {
    var counts = [Int](repeating: 0, count: 3 * heaps)
    for value in values {
      counts[Int(value >> 32 & 0x7FF)] += 1
      counts[heaps + Int(value >> 43 & 0x7FF)] += 1
      counts[2 * heaps + Int(value >> 54)] += 1
    }
    for pass in 0..<3 {
      var before = 0
      for digit in pass * heaps..<(pass + 1) * heaps { (counts[digit], before) = (before, before + counts[digit]) }
    }
    return counts
  }
}
