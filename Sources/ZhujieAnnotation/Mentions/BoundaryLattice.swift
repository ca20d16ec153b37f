import ZhujieScript
import ZhujieText

/// The words that a stretch of Chinese around a name can be made of, and the cost of its best readings.
///
/// A reading is a path of words from the first character to the last. A *clean* one has a border between words at
/// both edges of the name; a *crossing* one has a word that stands over an edge. Both are found in one pass from
/// left to right, without a list of the words. The buffers are used again for the next name.
struct BoundaryLattice {
  /// The names' cost: about what a word of middling frequency has, since a name that an editor listed is expected.
  static let nameCost: Int32 = 92

  /// The costs of the best readings; nil for one that there is not.
  struct Costs {
    let clean: Int
    let crossing: Int?
  }

  /// The places between the characters, the first and last of the stretch included.
  private(set) var offsets: [Int] = []
  private var clean: [Int32] = []
  private var crossing: [Int32] = []
  /// Where the last word of the best crossing reading up to a place begins, and whether what
  /// is before that is clean.
  private var lastWord: [(start: Int32, isAfterClean: Bool)] = []
  private var lastCleanWord: [Int32] = []
  private var start = 0
  private var end = 0

  /// 着
  static let durative: UInt32 = 0x7740

  private static let unreached = Int32.max

  /// Takes the characters around a name: those of its run of Chinese, at most `reach` on each side.
  mutating func read(
    around name: Range<Int>,
    in run: Range<Int>,
    reach: Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) {
    offsets.removeAll(keepingCapacity: true)
    var offset = name.lowerBound
    if ScalarClass.isHan(UTF8Scan.scalar(at: offset, in: bytes).value) {
      while offset > run.lowerBound, offsets.count < reach {
        let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offset -= length
        offsets.append(offset)
      }
    }
    offsets.reverse()
    start = offsets.count
    offset = name.lowerBound
    while offset < name.upperBound {
      offsets.append(offset)
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    end = offsets.count
    if ScalarClass.isHan(UTF8Scan.scalar(before: name.upperBound, in: bytes).value) {
      while offset < run.upperBound, offsets.count - end < reach {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offsets.append(offset)
        offset += length
      }
    }
    offsets.append(offset)
    reset(&clean, to: Self.unreached)
    reset(&crossing, to: Self.unreached)
    reset(&lastWord, to: (0, true))
    reset(&lastCleanWord, to: 0)
    clean[0] = 0
  }

  private func reset<Element>(_ buffer: inout [Element], to value: Element) {
    buffer.removeAll(keepingCapacity: true)
    for _ in offsets { buffer.append(value) }
  }

  /// The index of the place at an offset; the places are in order.
  private func index(of offset: Int) -> Int? {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] < offset { low = middle + 1 } else { high = middle }
    }
    return low < offsets.count && offsets[low] == offset ? low : nil
  }

  /// Weighs every word of `words` and every other name. `cost` is what a word of the model costs here, by the
  /// indices of its ends, or nil where it is none.
  mutating func weigh(
    _ words: WordModel,
    others: ArraySlice<NameHit>,
    in bytes: UnsafeBufferPointer<UInt8>,
    cost: (_ word: WordModel.Word, _ from: Int, _ name: Range<Int>) -> Int32?
  ) -> Costs {
    let last = offsets.count - 1
    let name = start..<end
    withUnsafeTemporaryAllocation(of: WordModel.Word.self, capacity: WordModel.mostAtOnePlace) {
      found in
      var other = others.startIndex
      for from in 0..<last where clean[from] != Self.unreached || crossing[from] != Self.unreached {
        for index in 0..<words.words(startingAt: offsets[from], in: bytes, found: found) {
          let word = found[index]
          guard from + word.count <= last, let cost = cost(word, from, name) else { continue }
          relax(from, from + word.count, cost)
        }
        // 光着 and 看着 are words that no list has: a verb and its particle.
        if from + 2 <= last,
          UTF8Scan.scalar(at: offsets[from + 1], in: bytes).value == Self.durative
        {
          relax(from, from + 2, found[0].cost + 20)
        }
        if from == start { relax(start, end, Self.nameCost) }
        while other < others.endIndex, others[other].start < offsets[from] { other += 1 }
        var same = other
        while same < others.endIndex, others[same].start == offsets[from] {
          if others[same].end <= offsets[last], let to = self.index(of: others[same].end) {
            relax(from, to, Self.nameCost)
          }
          same += 1
        }
      }
    }
    return Costs(
      clean: Int(clean[last]),
      crossing: crossing[last] == Self.unreached ? nil : Int(crossing[last])
    )
  }

  private mutating func relax(_ from: Int, _ to: Int, _ cost: Int32) {
    let crosses = (from < start && to > start) || (from < end && to > end)
    if !crosses, clean[from] != Self.unreached, clean[from] + cost < clean[to] {
      clean[to] = clean[from] + cost
      lastCleanWord[to] = Int32(from)
    }
    if crossing[from] != Self.unreached, crossing[from] + cost < crossing[to] {
      crossing[to] = crossing[from] + cost
      lastWord[to] = (Int32(from), false)
    }
    if crosses, clean[from] != Self.unreached, clean[from] + cost < crossing[to] {
      crossing[to] = clean[from] + cost
      lastWord[to] = (Int32(from), true)
    }
  }

  /// The words of the best crossing reading.
  func crossingWords(of bytes: UnsafeBufferPointer<UInt8>) -> [String] {
    var words: [String] = []
    var place = offsets.count - 1
    var isClean = false
    while place > 0 {
      let from = isClean ? Int(lastCleanWord[place]) : Int(lastWord[place].start)
      if !isClean { isClean = lastWord[place].isAfterClean }
      words.append(String(decoding: bytes[offsets[from]..<offsets[place]], as: UTF8.self))
      place = from
    }
    return words.reversed()
  }
}
