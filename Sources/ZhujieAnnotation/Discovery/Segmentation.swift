import ZhujieScript
import ZhujieText

/// The best words that a short sequence of Chinese can be made of.
struct Segmentation {
  struct Word {
    let range: Range<Int>
    let cost: Int
    let isSingle: Bool
    let isOrdinary: Bool
  }

  let words: [Word]
  var cost: Int { words.reduce(0) { $0 + $1.cost } }

  init(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    let count = range.count
    var costs = Array(repeating: Int.max, count: count + 1)
    var previous = Array(repeating: 0, count: count + 1)
    costs[0] = 0
    for offset in 0..<count where costs[offset] != .max {
      WordModel.builtIn.forEachWord(startingAt: range.lowerBound + offset, in: bytes) { word in
        let end = offset + word.length
        guard end <= count else { return }
        let cost = costs[offset] + Int(word.cost) + (word.count == 1 && word.cost > 45 ? 18 : 0)
        if cost < costs[end] {
          costs[end] = cost
          previous[end] = offset
        }
      }
    }
    var words: [Word] = []
    var end = count
    while end > 0, costs[end] != .max {
      let start = previous[end]
      let place = (range.lowerBound + start)..<(range.lowerBound + end)
      let isSingle = UTF8Scan.scalar(at: place.lowerBound, in: bytes).length == place.count
      words.append(
        Word(
          range: place,
          cost: costs[end] - costs[start],
          isSingle: isSingle,
          isOrdinary: !isSingle
            && WordModel.builtIn.isOrdinaryWord(UnsafeBufferPointer(rebasing: bytes[place]))
        )
      )
      end = start
    }
    self.words = words.reversed()
  }
}
