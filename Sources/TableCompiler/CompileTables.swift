import Foundation
import ZhujieTables

/// `compile-tables --opencc DIR --jieba FILE --lexicon FILE --output FILE`
@main
struct CompileTables {
  static func main() {
    do {
      try run(CommandLine.arguments)
    } catch {
      FileHandle.standardError.write(Data("compile-tables: \(error)\n".utf8))
      exit(1)
    }
  }

  private static func run(_ arguments: [String]) throws {
    func option(_ name: String) throws -> String {
      guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else {
        throw CompileError(
          description: "usage: compile-tables --opencc DIR --jieba FILE --lexicon DIR --output FILE"
        )
      }
      return arguments[index + 1]
    }
    let dictionaries = try Dictionaries(openCC: option("--opencc"), jieba: option("--jieba"))
    if let name = try? option("--conform") {
      guard let configuration = OpenCCConversion.Configuration(rawValue: name) else {
        throw CompileError(description: "--conform knows no configuration \(name)")
      }
      let conversion = OpenCCConversion(configuration, dictionaries)
      while let line = readLine() { print(conversion.convert(line)) }
      return
    }
    let conversions = Conversions(dictionaries)
    let lexicon = try Lexicon(
      option("--lexicon") + "/words.tsv",
      converting: conversions.toTraditional
    )
    let bytes = try tables(dictionaries, conversions, lexicon)
    let output = URL(fileURLWithPath: try option("--output"))
    // An unchanged table is left alone, so that nothing is built again for it.
    if let old = try? Data(contentsOf: output), old.elementsEqual(bytes) { return }
    try Data(bytes).write(to: output, options: .atomic)
  }

  private static func tables(
    _ dictionaries: Dictionaries,
    _ conversions: Conversions,
    _ lexicon: Lexicon
  ) throws -> [UInt8] {
    let fold = FoldMap(dictionaries)
    let words = WordList(dictionaries, conversions, fold, lexicon)
    var scalars = ScalarTables(dictionaries, conversions, lexicon)

    var classes: [UInt32: Int] = [:]
    for scalar in Set(words.counts.keys.flatMap { $0 }).sorted() {
      classes[scalar] = classes.count + 1
    }

    var ambiguous: [Set<UInt32>] = Array(repeating: [], count: 4)
    var valued: Set<Scalars> = []
    for (word, forms) in words.forms {
      for target in 0..<4 {
        let form = forms[target]
        // What the word's own Simplified spelling, or for hans its Traditional one, gives by default.
        let from = target < 3 ? forms.hans : forms.hant
        for (index, scalar) in form.enumerated() where scalars.output(from[index], target) != scalar
        {
          ambiguous[target].insert(from[index])
          valued.insert(word)
        }
      }
    }
    scalars.finish(dictionaries, ambiguous: ambiguous)
    let pairs = pairFilters(words, scalars, classes)
    let trie = try WordTrie(
      words: words.costs,
      ordinary: words.ordinary,
      classes: classes,
      hasValue: valued.contains
    )

    var pool: Scalars = []
    var offsets: [Scalars: UInt32] = [:]
    var values: [UInt32] = []
    for word in trie.valued {
      guard let forms = words.forms[word] else { continue }
      for target in 0..<4 {
        let form = forms[target]
        if let offset = offsets[form] {
          values.append(offset)
        } else {
          offsets[form] = UInt32(pool.count)
          values.append(UInt32(pool.count))
          pool += form
        }
      }
    }

    var folds = PagedTable()
    for scalar in fold.changed { folds[scalar] = fold[scalar] }
    var classTable = PagedTable()
    for (scalar, number) in classes { classTable[scalar] = UInt32(number) }
    // A scalar that folds to one with a class shares it, so that walking needs one look-up.
    for scalar in fold.changed {
      if let number = classes[fold[scalar]] { classTable[scalar] = UInt32(number) }
    }

    var writer = TableWriter()
    writer.add(.foldIndex, .foldPages, folds)
    writer.add(.classIndex, .classPages, classTable)
    writer.add(.hantIndex, .hantPages, scalars.targets[0])
    writer.add(.hantTWIndex, .hantTWPages, scalars.targets[1])
    writer.add(.hantHKIndex, .hantHKPages, scalars.targets[2])
    writer.add(.hansIndex, .hansPages, scalars.targets[3])
    writer.add(.trieSlots, trie.slots)
    writer.add(.singleCosts, trie.singleCosts)
    writer.add(.values, values)
    writer.add(.valuePool, pool)
    writer.add(.pairsHant, pairs.hant)
    writer.add(.pairsHans, pairs.hans)
    writer.add(.joints, joints(words, classes))
    writer.add(.lexiconDigest, [lexicon.digest])
    let sections: [TableSection] = [.flatHant, .flatHantTW, .flatHantHK, .flatHans]
    for (target, section) in sections.enumerated() {
      writer.add(
        section,
        FlatEntry.range.map {
          FlatEntry.bits(scalar: $0, entry: ScalarEntry(bits: scalars.targets[target][$0]))
        }
      )
    }
    writer.add(.flatClasses, FlatEntry.range.map { UInt16(classTable[$0]) })
    return writer.bytes()
  }

  /// The pairs of neighbours inside words.
  private static func joints(_ words: WordList, _ classes: [UInt32: Int]) -> [UInt64] {
    var bits = [UInt64](repeating: 0, count: 1 << 16)
    let mask = UInt32(bits.count * 64 - 1)
    for word in words.counts.keys {
      for (first, second) in zip(word, word.dropFirst()) {
        guard let a = classes[first], let b = classes[second] else { continue }
        let bit = PairHash.bit(Int32(a), Int32(b)) & mask
        bits[Int(bit >> 6)] |= 1 << UInt64(bit & 63)
      }
    }
    return bits
  }

  /// The pairs of neighbours in which a word gives a character another form than its default.
  private static func pairFilters(
    _ words: WordList,
    _ scalars: ScalarTables,
    _ classes: [UInt32: Int]
  ) -> (hant: [UInt64], hans: [UInt64]) {
    var filters = [[UInt64](repeating: 0, count: 1 << 14), [UInt64](repeating: 0, count: 1 << 12)]
    for (word, forms) in words.forms {
      for target in 0..<4 {
        let from = target < 3 ? forms.hans : forms.hant
        let filter = target < 3 ? 0 : 1
        let mask = UInt32(filters[filter].count * 64 - 1)
        // A text may write the folded form where the word's own Simplified spelling is rarer: 万钟 for 万锺.
        for (index, scalar) in forms[target].enumerated()
        where scalars.output(from[index], target) != scalar
          || (target < 3 && scalars.output(word[index], target) != scalar)
        {
          // One neighbour is enough to notice the word, and it has one.
          let first = index > 0 ? index - 1 : index
          guard first + 1 < word.count, let a = classes[word[first]],
            let b = classes[word[first + 1]]
          else { continue }
          let bit = PairHash.bit(Int32(a), Int32(b)) & mask
          filters[filter][Int(bit >> 6)] |= 1 << UInt64(bit & 63)
        }
      }
    }
    return (filters[0], filters[1])
  }
}
