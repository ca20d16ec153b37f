import ZhujieScript
import ZhujieText

/// Decides whether a name that stands in a run of Chinese is a word of its sentence.
///
/// The naive way takes every occurrence, and finds 王朝陽 in 國王朝陽臺走去. Here the words around the name are weighed: the best
/// path of words through the run is compared with the best path that has the name as a word. A path costs the sum
/// of its words' costs (the negative logarithm of their frequency), so the rarer reading loses. Most names cut no
/// word at all, which a few look-ups show.
struct BoundaryModel: Sendable {
  private let words = WordModel.builtIn

  /// How many characters on each side take part.
  private static let reach = 10
  /// How far before an edge a word that crosses it may begin, in characters.
  private static let longestWord = 3

  /// A name of this many characters is there even inside a longer word of the model.
  private static let longName = 4

  struct Verdict {
    /// Whether a word of the model crosses an edge of the name.
    let isContested: Bool
    /// How much better the path through the name is than the path without; negative where worse.
    let margin: Int
    /// The better words, where the name loses.
    let words: String
  }

  private struct Edge {
    let from: Int
    let to: Int
    let cost: Int
    let isName: Bool
  }

  /// `others` are the names seen around, which may be words of the sentence as well; `bonus` is what the
  /// words right beside the name say for it, asked only where they must decide.
  func verdict(
    on name: Range<Int>,
    in run: Range<Int>,
    others: ArraySlice<NameHit>,
    bonus: () -> Int,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> Verdict {
    let isLong = name.count >= Self.longName * 3
    guard isContested(name, in: run, of: bytes) else {
      return Verdict(isContested: false, margin: .max, words: "")
    }
    let offsets = window(around: name, in: run, of: bytes)
    guard let start = offsets.firstIndex(of: name.lowerBound),
      let end = offsets.firstIndex(of: name.upperBound)
    else { return Verdict(isContested: false, margin: .max, words: "") }
    var edges: [Edge] = []
    let last = offsets.count - 1
    for from in 0..<last {
      words.forEachWord(startingAt: offsets[from], in: bytes) { length, cost in
        let wordEnd = offsets[from] + length
        guard wordEnd <= offsets[last] else { return }
        var to = from + 1
        while to < last, offsets[to] < wordEnd { to += 1 }
        guard offsets[to] == wordEnd else { return }
        if isLong, from <= start, to >= end { return }
        if from == start, to > end, isTail(offsets[end]..<wordEnd, of: bytes) { return }
        edges.append(
          Edge(
            from: from,
            to: to,
            cost: Self.wordCost(Int(cost), characters: to - from),
            isName: false
          )
        )
      }
    }
    // 光着 and 看着 are words that no list has: a verb and its particle.
    for from in 0..<max(0, last - 1) where isDurative(offsets[from + 1], of: bytes) {
      words.forEachWord(startingAt: offsets[from], in: bytes) { length, cost in
        guard offsets[from] + length == offsets[from + 1] else { return }
        edges.append(Edge(from: from, to: from + 2, cost: Int(cost) + 20, isName: false))
      }
    }
    for other in others where other.start >= offsets[0] && other.end <= offsets[last] {
      guard other.start != name.lowerBound || other.end != name.upperBound,
        let from = offsets.firstIndex(of: other.start), let to = offsets.firstIndex(of: other.end)
      else { continue }
      edges.append(Edge(from: from, to: to, cost: Self.nameCost(to - from), isName: true))
    }
    edges.append(Edge(from: start, to: end, cost: Self.nameCost(end - start), isName: true))
    edges.sort { ($0.from, $0.to) < ($1.from, $1.to) }
    let free = bestPath(edges, count: offsets.count) { _ in true }
    let through = bestPath(edges, count: offsets.count) { edge in
      !(edge.from < start && edge.to > start) && !(edge.from < end && edge.to > end)
    }
    var margin = free.cost - through.cost
    if margin < 0 { margin += bonus() }
    guard margin < 0 else { return Verdict(isContested: true, margin: margin, words: "") }
    let text = zip(free.path, free.path.dropFirst()).map { from, to in
      String(decoding: bytes[offsets[from]..<offsets[to]], as: UTF8.self)
    }
    return Verdict(isContested: true, margin: margin, words: text.joined(separator: "|"))
  }

  /// Whether 着 stands at an offset.
  private func isDurative(_ offset: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    UTF8Scan.scalar(at: offset, in: bytes).value == 0x7740
  }

  /// Whether a word of the model crosses an edge of the name: one that begins a few characters before it
  /// and ends in it or later, or begins in it and ends later.
  func isContested(_ name: Range<Int>, in run: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>)
    -> Bool
  {
    isContested(name, in: run, isLong: name.count >= Self.longName * 3, bytes)
  }

  @inline(__always)
  private func isContested(
    _ name: Range<Int>,
    in run: Range<Int>,
    isLong: Bool,
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var isContested = false
    var offset = name.lowerBound
    if offset > run.lowerBound, ScalarClass.isHan(UTF8Scan.scalar(at: offset, in: bytes).value) {
      for _ in 0..<Self.longestWord where offset > run.lowerBound {
        let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offset -= length
        let place = offset
        words.forEachWord(startingAt: place, in: bytes) { length, _ in
          let end = place + length
          guard end > name.lowerBound, end <= run.upperBound else { return }
          // A long name inside a longer word is still the name: 遠方海洋大學 in 美國遠方海洋大學.
          if isLong, end >= name.upperBound { return }
          isContested = true
        }
        if isContested { return true }
      }
    }
    guard name.upperBound < run.upperBound,
      ScalarClass.isHan(UTF8Scan.scalar(at: name.upperBound, in: bytes).value)
    else { return false }
    offset = max(name.lowerBound, name.upperBound - Self.longestWord * 3)
    while offset < name.upperBound, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
    while offset < name.upperBound {
      let place = offset
      words.forEachWord(startingAt: place, in: bytes) { length, _ in
        let end = place + length
        guard end > name.upperBound, end <= run.upperBound else { return }
        if place == name.lowerBound, isLong || isTail(name.upperBound..<end, of: bytes) { return }
        isContested = true
      }
      if isContested { return true }
      offset += UTF8Scan.scalar(at: place, in: bytes).length
    }
    return false
  }

  /// A company's word is not longer for the 公司 behind it: 蘋果公司 in a word list is still 蘋果.
  private func isTail(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    Self.tails.contains { $0.elementsEqual(bytes[range]) }
  }

  private static let tails: [[UInt8]] = [
    "公司", "集团", "股份", "银行", "大学", "手机", "电脑", "汽车", "电视", "系统", "软件", "网", "总裁", "董事长", "有限公司",
  ].map { Array($0.utf8) }

  /// Word lists count single characters far too often, since they count the pieces of unknown words; only the
  /// particles and the most frequent verbs stand alone as easily as their counts say.
  private static func wordCost(_ cost: Int, characters: Int) -> Int {
    characters == 1 && cost > 45 ? cost + 18 : cost
  }

  /// What a name costs: about what a word of middling frequency does, since a name that an editor listed is
  /// expected.
  private static func nameCost(_ length: Int) -> Int { 92 }

  /// The offsets of the characters around a name, from where its run of Chinese begins or `reach` before, to its
  /// end or `reach` after.
  private func window(
    around name: Range<Int>,
    in run: Range<Int>,
    of bytes: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var before: [Int] = []
    var offset = name.lowerBound
    if offset < run.upperBound, ScalarClass.isHan(UTF8Scan.scalar(at: offset, in: bytes).value) {
      while offset > run.lowerBound, before.count < Self.reach {
        let (value, length) = UTF8Scan.scalar(before: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offset -= length
        before.append(offset)
      }
    }
    var offsets = Array(before.reversed())
    offset = name.lowerBound
    while offset < name.upperBound {
      offsets.append(offset)
      offset += UTF8Scan.scalar(at: offset, in: bytes).length
    }
    if ScalarClass.isHan(UTF8Scan.scalar(before: name.upperBound, in: bytes).value) {
      var count = 0
      while offset < run.upperBound, count < Self.reach {
        let (value, length) = UTF8Scan.scalar(at: offset, in: bytes)
        guard ScalarClass.isHan(value) else { break }
        offsets.append(offset)
        offset += length
        count += 1
      }
    }
    offsets.append(offset)
    return offsets
  }

  private func bestPath(
    _ edges: [Edge],
    count: Int,
    where isAllowed: (Edge) -> Bool
  ) -> (cost: Int, path: [Int]) {
    var costs = Array(repeating: Int.max, count: count)
    var previous = Array(repeating: 0, count: count)
    costs[0] = 0
    for edge in edges where costs[edge.from] != .max && isAllowed(edge) {
      let cost = costs[edge.from] + edge.cost
      if cost < costs[edge.to] {
        costs[edge.to] = cost
        previous[edge.to] = edge.from
      }
    }
    var path = [count - 1]
    while let last = path.last, last > 0 { path.append(previous[last]) }
    return (costs[count - 1], path.reversed())
  }
}

/// A pattern of the gazetteer found in the pivot.
struct NameHit: Sendable {
  let start: Int
  let end: Int
  let pattern: Int
}
