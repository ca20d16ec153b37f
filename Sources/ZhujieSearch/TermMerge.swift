/// Brings the terms of segments into one order, the passages of equal terms joined in order of the segments.
struct TermMerge<Term: Comparable> {
  private let parts: [(terms: [Term], lists: PostingLists)]
  /// A heap of segments that have a term left, by that term, then by their order.
  private var heap: [Int] = []
  private var places: [Int]

  init(_ parts: [(terms: [Term], lists: PostingLists)]) {
    self.parts = parts
    places = Array(repeating: 0, count: parts.count)
    for index in parts.indices where !parts[index].terms.isEmpty {
      heap.append(index)
      rise(heap.count - 1)
    }
  }

  /// Tells each term with its passages. The merge is spent by it.
  func forEach(_ body: (Term, [Int]) -> Void) {
    var merge = self
    var passages: [Int] = []
    while let first = merge.heap.first {
      let term = merge.term(of: first)
      passages.removeAll(keepingCapacity: true)
      while let next = merge.heap.first, merge.term(of: next) == term {
        merge.parts[next].lists.forEach(at: merge.places[next]) { passages.append($0) }
        merge.advance()
      }
      body(term, passages)
    }
  }

  private func term(of part: Int) -> Term { parts[part].terms[places[part]] }

  private func precedes(_ a: Int, _ b: Int) -> Bool {
    let (x, y) = (term(of: a), term(of: b))
    return x == y ? a < b : x < y
  }

  /// Goes on in the segment at the top.
  private mutating func advance() {
    let top = heap[0]
    places[top] += 1
    if places[top] == parts[top].terms.count {
      let last = heap.removeLast()
      guard !heap.isEmpty else { return }
      heap[0] = last
    }
    sink()
  }

  private mutating func rise(_ place: Int) {
    var place = place
    while place > 0, precedes(heap[place], heap[(place - 1) / 2]) {
      heap.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  private mutating func sink() {
    var place = 0
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && precedes(heap[child], heap[least]) {
        least = child
      }
      if least == place { return }
      heap.swapAt(place, least)
      place = least
    }
  }
}
