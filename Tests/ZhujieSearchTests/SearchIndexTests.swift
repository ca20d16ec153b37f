import TestSupport
import Testing
import ZhujieScript
import ZhujieText

@testable import ZhujieSearch

@Suite("Search index")
struct SearchIndexTests {
  @Test(
    "a text is found by these terms",
    arguments: [
      ("林遠說", ["林远", "远说", "说"]),
      ("林遠，說", ["林远", "远说", "说"]),
      ("用AX引擎", ["用", "ax", "引擎", "擎"]),
      ("3,800 億", ["3", "800", "亿"]),
      ("Lín's café", ["lin", "s", "cafe"]),
      ("ＡＩ", ["ai"]),
      ("カナ", ["カナ", "ナ"]),
      ("……", []),
    ]
  )
  func terms(_ text: String, _ terms: [String]) {
    #expect(Set(IndexReader([[text]]).keys) == Set(terms))
  }

  @Test("a long word is found by its front")
  func longWord() {
    let word = String(repeating: "ab", count: 40)
    #expect(IndexReader([[word]]).keys == [String(word.prefix(24))])
  }

  @Test("a passage stands once in the list of a term, however often it holds it")
  func once() {
    #expect(IndexReader([["遠山遠山遠山", "山", "遠山"]]).passages("远山") == [0, 2])
  }

  @Test(
    "characters beyond the basic plane are found by the halves of their pairs, escaped in the file"
  )
  func surrogates() throws {
    let reader = IndexReader([["𠮷野"]])
    let text = String(decoding: try #require(reader.files.first).contents, as: UTF8.self)
    #expect(text.contains("\\ud842\\udfb7"))
    #expect(text.contains("\\udfb7野"))
  }

  @Test("keys ascend, and each shard begins where the directory says")
  func order() {
    var generator = SeededGenerator(seed: 7)
    let reader = IndexReader(Self.texts(parts: 3, of: 40, &generator))
    let units = reader.keys.map { Array($0.utf16) }
    #expect(zip(units, units.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
    #expect(reader.sizes.count == reader.index.shardCount && reader.index.shardCount > 3)
    let directory = String(decoding: reader.index.directory, as: UTF8.self).split(separator: " ")
    #expect(directory.count == reader.firstKeys.count)
  }

  @Test("the files do not depend on how the passages are shared out")
  func sharing() {
    var generator = SeededGenerator(seed: 11)
    let texts = Self.texts(parts: 6, of: 20, &generator)
    let whole = IndexReader([texts.flatMap { $0 }])
    let parts = IndexReader(texts)
    #expect(whole.files.map(\.name) == parts.files.map(\.name))
    #expect(whole.files.map(\.contents) == parts.files.map(\.contents))
    #expect(
      whole.index.directory == parts.index.directory && whole.index.folding == parts.index.folding
    )
  }

  @Test("a term in very many passages is cut into blocks, and no shard exceeds its limit")
  func blocks() {
    let texts = (0..<20_000).map { $0 % 2 == 0 ? "遠山" : "遠山與林遠" }
    let reader = IndexReader([texts])
    #expect(reader.sizes.allSatisfy { $0 <= reader.index.shardLimit })
    #expect(reader.keys.filter { $0.hasPrefix("远山!") }.count >= 2)
    #expect(reader.passages("远山") == Array(0..<20_000))
    #expect(reader.passages("林远") == Array(stride(from: 1, to: 20_000, by: 2)))
  }

  @Test("every substring of two characters of every passage leads to it")
  func substrings() {
    var generator = SeededGenerator(seed: 3)
    let texts = Self.texts(parts: 1, of: 30, &generator)
    let reader = IndexReader(texts)
    for (number, text) in texts[0].enumerated() {
      let letters = Array(text.unicodeScalars)
      for i in letters.indices.dropLast() {
        let pair = String(String.UnicodeScalarView(letters[i...i + 1]))
        #expect(reader.passages(Normalizer().fold(pair)).contains(number), "\(pair)")
      }
    }
  }

  @Test("names are found whole and by what begins inside them")
  func names() {
    let reader = IndexReader(
      [["遠山科技"]],
      names: [
        ("遠山科技", .name, 0), ("Far Hill Tech", .english, 0), ("yuan shan ke ji", .pinyin, 0),
        ("yskj", .initials, 0),
        ("林遠", .name, 1), ("老林", .other(0), 1),
      ]
    )
    let expected = [
      "远山科技=": [0, 0], "科技>": [0, 0], "farhilltech=": [0, 1], "hilltech>": [0, 1],
      "yuanshankeji=": [0, 2],
      "shankeji>": [0, 2], "yskj=": [0, 3], "林远=": [1, 0], "老林=": [1, 4], "林>": [1, 4],
    ]
    for (key, hits) in expected {
      #expect(reader.entries[key].map(IndexReader.numbers) == hits, "\(key)")
    }
  }

  @Test("a name part that very many share names only the most mentioned")
  func commonPart() {
    let names = (0..<500).map { ("第\($0)公司", SearchNames.Form.name, $0) }
    let reader = IndexReader([[]], names: names)
    let hits = IndexReader.numbers(reader.entries["公司>"] ?? [])
    #expect(hits.count == 2 * SearchNames.mostHits && hits[0] == 0)
  }

  @Test("an empty site has an index without shards")
  func empty() {
    let reader = IndexReader([])
    #expect(reader.files.isEmpty && reader.index.shardCount == 0 && reader.index.directory.isEmpty)
  }

  /// Passages of Han from a small range, so that terms repeat.
  private static func texts(parts: Int, of count: Int, _ generator: inout SeededGenerator)
    -> [[String]]
  {
    (0..<parts).map { _ in
      (0..<count).map { _ in
        String(
          String.UnicodeScalarView(
            (0..<60).compactMap { _ in
              UnicodeScalar(UInt32(0x4E00 + Int.random(in: 0..<60, using: &generator)))
            }
          )
        )
      }
    }
  }
}
