import ZhujieText

/// The names and rule words seen in one block of the pivot.
struct BlockNames {
  let range: Range<Int>
  /// By start, the longer first; at one place no more than `mostAtOnePlace`, the longest.
  let hits: [NameHit]
  /// By cue, then start.
  private let cues: [CueHit]

  private struct CueHit {
    let cue: Int
    let start: Int
    let end: Int
  }

  init(_ gazetteer: Gazetteer, in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    self.range = range
    var hits: [NameHit] = []
    var cues: [CueHit] = []
    // The places of one start are seen the shorter first.
    var groupStart = -1
    var group = 0
    gazetteer.forms.withUnsafeBufferPointer { forms in
      gazetteer.trie.forEachHit(in: range, of: bytes) { start, end, index in
        let form = forms[index]
        if form.isName {
          if start != groupStart { (groupStart, group) = (start, hits.count) }
          let hit = NameHit(start: start, end: end, pattern: index)
          if hits.isEmpty { hits.reserveCapacity(16) }
          // As a rule one name begins at a place.
          if group == hits.count { hits.append(hit) } else { hits.insert(hit, at: group) }
          if hits.count - group > Self.mostAtOnePlace { hits.removeLast() }
        }
        if let cue = form.cue {
          // A word of letters stands in a text as a word; next to digits it may.
          if form.cueIsLatinEnd, end < range.upperBound,
            NameSymbol.isLetter(NameSymbol.folded(UTF8Scan.scalar(at: end, in: bytes).value))
          {
            return
          }
          cues.append(CueHit(cue: cue, start: start, end: end))
        }
      }
    }
    self.hits = hits
    if cues.count > 1 { cues.sort { ($0.cue, $0.start) < ($1.cue, $1.start) } }
    self.cues = cues
  }

  private static let mostAtOnePlace = 6

  /// The rule words seen, each once.
  func forEachCue(_ body: (Int) -> Void) {
    var last: Int?
    for hit in cues where hit.cue != last {
      body(hit.cue)
      last = hit.cue
    }
  }

  /// Whether a rule's word stands in the block outside a span.
  func holds(_ cue: Int, outside span: Range<Int>) -> Bool {
    let first = firstIndex(of: cue, from: 0)
    let last = firstIndex(of: cue + 1, from: 0) - 1
    guard first <= last else { return false }
    // Those inside the span lie together, so one of the two ends is outside if any is.
    return [first, last].contains {
      cues[$0].start < span.lowerBound || cues[$0].end > span.upperBound
    }
  }

  /// Whether a rule's word stands over a span.
  func covers(_ cue: Int, _ span: Range<Int>) -> Bool {
    var index = firstIndex(of: cue, from: span.lowerBound + 1) - 1
    // A word reaches no further back than a pattern is long, four bytes and some white space a symbol.
    let lowest = span.lowerBound - NameTrie.longestPattern * 4 - NameSymbol.longestSpace * 4
    var steps = 0
    while index >= 0, cues[index].cue == cue, cues[index].start > lowest, steps < 32 {
      if cues[index].end >= span.upperBound { return true }
      index -= 1
      steps += 1
    }
    return false
  }

  /// The first cue hit at or after a cue and start.
  private func firstIndex(of cue: Int, from start: Int) -> Int {
    var low = 0
    var high = cues.count
    while low < high {
      let middle = (low + high) / 2
      if (cues[middle].cue, cues[middle].start) < (cue, start) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }
}
