import ZhujieScript
import ZhujieText

/// The evidence words compiled for one pass over the surroundings of a name.
struct EvidenceLexicon: Sendable {
  static let builtIn = EvidenceLexicon(EvidenceWords.table)

  private let trie: NameTrie
  private let classes: [ClassSet]

  struct ClassSet: OptionSet, Sendable {
    let rawValue: UInt32
    init(rawValue: UInt32) { self.rawValue = rawValue }
    init(_ one: EvidenceClass) { rawValue = 1 << UInt32(one.rawValue) }
  }

  /// A word found near a name.
  struct Cue {
    let start: Int
    let end: Int
    let classes: ClassSet
    func isA(_ one: EvidenceClass) -> Bool { classes.contains(ClassSet(one)) }
  }

  init(_ table: [(EvidenceClass, String)]) {
    var trie = NameTrie()
    var classes: [ClassSet] = []
    for (one, words) in table {
      for word in words.split(whereSeparator: { $0 == " " || $0 == "\n" }) {
        let symbols = NameSymbol.symbols(of: Array(Normalizer().fold(String(word)).utf8)).symbols
        guard let index = trie.insert(symbols, as: classes.count) else { continue }
        if index == classes.count { classes.append([]) }
        classes[index].insert(ClassSet(one))
      }
    }
    self.trie = trie
    self.classes = classes
  }

  /// The longest word at each place, by start; a word inside a longer one is not there.
  func cues(in range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) -> [Cue] {
    var cues: [Cue] = []
    trie.forEachHit(in: range, of: bytes) { start, end, pattern in
      let cue = Cue(start: start, end: end, classes: classes[pattern])
      if let last = cues.last, last.start == start {
        cues[cues.count - 1] = cue
      } else if let last = cues.last, end <= last.end {
        return
      } else {
        cues.append(cue)
      }
    }
    return cues
  }
}
