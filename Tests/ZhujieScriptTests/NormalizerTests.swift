import Testing
import ZhujieScript
import ZhujieText

@Suite struct NormalizerTests {
  @Test(
    "every form of a character folds to one",
    arguments: [
      ("爲為为", "为"), ("裏裡里", "里"), ("羣群", "群"), ("峯峰", "峰"), ("臺台檯颱", "台"), ("纔才", "才"),
      ("著着", "着"), ("後后", "后"), ("乾幹干", "干"), ("複復覆复", "复"), ("啓啟启", "启"), ("衆眾众", "众"),
      ("線綫线", "线"), ("說説说", "说"), ("牀床", "床"), ("喫吃", "吃"), ("僞偽伪", "伪"), ("麪麵面", "面"),
    ]
  )
  func variants(_ forms: String, _ folded: String) {
    let normalizer = Normalizer()
    for form in forms { #expect(normalizer.fold(String(form)) == folded) }
  }

  @Test("letters and digits become half-width, spaces plain, and case is kept")
  func width() {
    #expect(Normalizer().fold("ＡＩ２０２５，Ｑwen\u{A0}a\u{3000}b") == "AI2025，Qwen a b")
  }

  @Test("characters that are not each other's form stay apart")
  func apart() {
    for pair in ["坐座", "待呆", "象像", "哩里", "具俱", "坏坯", "他她", "的得"] {
      let folded = pair.map { Normalizer().fold(String($0)) }
      #expect(folded[0] != folded[1], "\(pair)")
    }
  }

  @Test("folding a fold changes nothing, for every scalar there is")
  func idempotent() {
    let tables = ScriptTables.builtIn
    #expect(tables.isComplete)
    for scalar in UInt32(0)..<0x11_0000 {
      let folded = tables.fold(scalar)
      if tables.fold(folded) != folded { Issue.record("U+\(String(scalar, radix: 16))") }
    }
  }

  @Test("the alignment knows where the lengths differ")
  func alignment() {
    let normalized = Normalizer().normalize(UTF8Text("在Ａ\u{A0}B 𠮷里"))
    #expect(normalized.pivot.string == "在A B 𠮷里")
    #expect(normalized.alignment.fromCount == normalized.original.count)
    #expect(normalized.alignment.toCount == normalized.pivot.count)
    let span = normalized.alignment.map(TextSpan<ReadingSpace>(8, 9))
    #expect(normalized.pivot[span] == "B")
  }

  @Test("words are found over pivot bytes with their costs")
  func words() {
    let bytes = Array("发现了".utf8)
    let lengths = bytes.withUnsafeBufferPointer { bytes in
      var lengths: [Int] = []
      WordModel.builtIn.forEachWord(startingAt: 0, in: bytes) { word in
        lengths.append(word.length)
        #expect(word.count == word.length / 3)
        #expect(word.cost > 0 && word.cost <= WordModel.unknownCost)
      }
      return lengths
    }
    #expect(lengths == [3, 6])
  }
}
