/// An index written out: what a search script must know before it can ask for a shard.
public struct SearchIndex: Sendable {
  /// The keys that the shards begin with, inside a string of JavaScript.
  public let directory: [UInt8]
  /// What folds to a letter of the index: gaps between the units that do, each with what it folds to.
  public let folding: [UInt8]
  /// How many shards there are.
  public let shardCount: Int
  /// The size a shard does not exceed but for one list of passages, which does not either.
  public let shardLimit: Int

  /// Writes an index of segments, in order of their passages, and names. `write` is handed each shard as a file.
  public init(
    _ segments: [SearchSegment],
    names: SearchNames,
    letters: SearchLetters,
    write: (_ name: String, _ contents: [UInt8]) -> Void
  ) {
    let limit = Self.limit(for: segments)
    (directory, folding, shardCount) = withoutActuallyEscaping(write) { write in
      var output = IndexOutput(
        names: names.sorted(),
        shards: ShardWriter(limit: limit) { shard, text in
          let name = ScriptText.name("terms", shard)
          write(name, ScriptText.file(name, [0x22] + text + [0x22]))
        }
      )
      TermMerge(segments.map { ($0.words, $0.wordLists) }).forEach { word, passages in
        output.add(word.letters, passages)
      }
      TermMerge(segments.map { ($0.pairs, $0.pairLists) }).forEach { pair, passages in
        let second = UInt16(truncatingIfNeeded: pair)
        output.add(
          [UInt16(truncatingIfNeeded: pair >> 16)] + (second == 0 ? [] : [second]),
          passages
        )
      }
      let directory = output.finish()
      return (directory, Self.folding(letters, output), output.shardCount)
    }
    shardLimit = limit
  }

  /// About as many bytes a shard as the directory needs for all of them, within 2 and 32 KB.
  private static func limit(for segments: [SearchSegment]) -> Int {
    let size = segments.reduce(0) {
      $0 + $1.pairLists.byteCount + $1.wordLists.byteCount + 6 * ($1.pairs.count + $1.words.count)
    }
    return min(max(2_048, size / 1_536), 32_768)
  }

  private static func folding(_ letters: SearchLetters, _ output: IndexOutput) -> [UInt8] {
    var bytes: [UInt8] = []
    var last = 0
    for pair in letters.pairs(where: output.isUsed) {
      Digits.append(Int(pair.from) - last, to: &bytes)
      ScriptText.append(pair.to, to: &bytes)
      last = Int(pair.from)
    }
    return bytes
  }
}

/// Puts terms and names into one order and cuts long lists of passages into blocks.
private struct IndexOutput {
  private let names: [(key: [UInt16], data: [UInt8])]
  private var nextName = 0
  private var shards: ShardWriter
  private var used = [Bool](repeating: false, count: 0x10000)

  init(names: [(key: [UInt16], data: [UInt8])], shards: ShardWriter) {
    self.names = names
    self.shards = shards
  }

  var shardCount: Int { shards.count }

  func isUsed(_ letter: UInt16) -> Bool { used[Int(letter)] }

  /// Adds a term with its passages, ascending. The first block has the term as its key, the n-th `term!` and two
  /// digits; a block counts its gaps from -1, so that it is read alone.
  mutating func add(_ term: [UInt16], _ passages: [Int]) {
    addNames(before: term)
    for letter in term { used[Int(letter)] = true }
    var block: [UInt8] = []
    var number = 0
    var last = -1
    for passage in passages {
      if block.count > shards.limit - 64 {
        shards.add(key(term, block: number), block)
        block.removeAll(keepingCapacity: true)
        number += 1
        last = -1
      }
      Digits.append(passage - last - 1, to: &block)
      last = passage
    }
    shards.add(key(term, block: number), block)
  }

  mutating func finish() -> [UInt8] {
    addNames(before: nil)
    return shards.finish()
  }

  private func key(_ term: [UInt16], block: Int) -> [UInt16] {
    guard block > 0 else { return term }
    return term + [0x21] + [block / 92 % 92, block % 92].map { UInt16(Digits.character($0)) }
  }

  private mutating func addNames(before term: [UInt16]?) {
    while nextName < names.count,
      term.map({ names[nextName].key.lexicographicallyPrecedes($0) }) ?? true
    {
      for letter in names[nextName].key { used[Int(letter)] = true }
      shards.add(names[nextName].key, names[nextName].data)
      nextName += 1
    }
  }
}
