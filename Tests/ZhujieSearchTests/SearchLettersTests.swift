import Testing
import ZhujieScript

@testable import ZhujieSearch

@Suite("Search letters")
struct SearchLettersTests {
  static let letters = SearchLetters()

  @Test(
    "two ways to write a name are the same letters",
    arguments: [
      ("林遠", "林远"), ("遠山科技", "远山科技"), ("臺灣", "台湾"), ("裏外", "裡外"), ("ＡＩ", "ai"), ("Qwen", "QWEN"),
      ("Lín Yuǎn", "lin yuan"), ("Café", "CAFE"), ("林 遠", "林遠"), ("「林遠」，", "林遠"),
      ("e\u{301}t", "ét"),
      ("杰克·林", "杰克林"), ("ΣΑΣ", "σας"),
    ]
  )
  func same(_ a: String, _ b: String) {
    // A final sigma is another letter than the sigma it stands for.
    let fold = { (text: String) in Self.letters.letters(of: text).map { $0 == 0x3C2 ? 0x3C3 : $0 } }
    #expect(fold(a) == fold(b))
    #expect(!fold(a).isEmpty)
  }

  @Test("a letter stays what it is compared as")
  func idempotent() {
    for unit in UInt16.min...UInt16.max {
      let letter = Self.letters.letter(unit)
      #expect(letter == 0 || Self.letters.letter(letter) == letter, "U+\(String(unit, radix: 16))")
    }
  }

  @Test(
    "punctuation, spaces and symbols are no letters",
    arguments: ["，。「」", " \u{3000}\t", "—…·•", "%$€", "・"]
  )
  func none(_ text: String) {
    #expect(Self.letters.letters(of: text).isEmpty)
  }

  @Test("only what folds to a letter in use is told to the search script")
  func pairs() {
    let far = Array("远".utf16)[0]
    let pairs = Self.letters.pairs { $0 == far }
    #expect(pairs.contains { $0.from == Array("遠".utf16)[0] })
    #expect(pairs.allSatisfy { $0.to == far && $0.from != far })
  }
}
