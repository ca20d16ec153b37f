import Foundation
import Testing
import ZhujieScript

@testable import TableCompiler

/// Our own words do what they say.
@Suite struct LexiconTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../Sources/TableCompiler/Lexicon").standardizedFileURL

  @Test(
    "each word of the lexicon is written as it says, by itself or among the neighbours it asks for",
    .enabled(
      if: FileManager.default.fileExists(atPath: ConformanceTests.distribution.path),
      "the source distribution is not in .cache; make tables brings it"
    )
  )
  func words() throws {
    let dictionaries = try Dictionaries(
      openCC: ConformanceTests.distribution.appendingPathComponent("data/dictionary").path,
      jieba: nil
    )
    let conversions = Conversions(dictionaries)
    let lexicon = try Lexicon(
      Self.folder.appendingPathComponent("words.tsv").path,
      converting: conversions.toTraditional
    )
    let converter = Converter(to: .hant)
    // A word may be listed twice; the later line counts.
    var words: [Scalars: Lexicon.Word] = [:]
    for word in lexicon.words { words[word.simplified] = word }
    var failures: [String] = []
    for word in lexicon.words where words[word.simplified]?.traditional == word.traditional {
      // Words this rare are there to lose against commoner ones, which alone they need not win either.
      if let count = word.count, count < 10 { continue }
      let text = Self.text(word.simplified)
      let wanted = Self.text(conversions.neutral(conversions.internalForm(of: word)))
      let written = converter.convert(text)
      if written != wanted { failures.append("\(text): \(written), not \(wanted)") }
    }
    #expect(lexicon.words.count > 1000)
    #expect(failures == [])
  }

  @Test("the tables inside the program were compiled from this lexicon")
  func digest() throws {
    let digest = try Lexicon.digest(of: Self.folder.appendingPathComponent("words.tsv").path)
    #expect(
      ScriptTables.builtIn.lexiconDigest == digest,
      "the tables are older than the lexicon; run make tables"
    )
  }

  /// A word with something that its ends stand for: `0` a digit, `a` a letter, `:` a colon, `|` anything else.
  private static func text(_ word: Scalars) -> String {
    word.map { scalar in
      switch scalar {
      case 0x30: "3"
      case 0x3A: "："
      case 0x7C: "，"
      default: [scalar].text
      }
    }.joined()
  }
}
