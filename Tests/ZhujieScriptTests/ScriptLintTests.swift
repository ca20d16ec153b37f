import TestSupport
import Testing
import ZhujieScript
import ZhujieText

@Suite struct ScriptLintTests {
  /// Marks are `⟦text|rule⟧`.
  @Test(
    "defects are found where they are, and nothing else is",
    arguments: [
      "公司的⟦财务|wrong-script⟧報告說明了這個問題。", "他在這⟦个|wrong-script⟧問題上⟦说|wrong-script⟧得很清楚。",
      "離開四年半後⟦迴|over-conversion⟧歸公司。", "⟦皇後|over⟧", "首先公司有⟦云|missed-conversion⟧ + AI，其次有資料。",
      "這兩件事沒有關⟦系|missed-conversion⟧，聯⟦系|missed-conversion⟧不上。",
      "稻⟦谷|missed-conversion⟧與山谷，標⟦准|missed-conversion⟧與批准。",
      "他⟦乾|over-conversion⟧擾了別人，衣服還沒乾。", "這是因爲他們爲了生計，⟦為|variant-inconsistency⟧什麼呢？",
      "這本雜⟦志|missed-conversion⟧與日誌、⟦游|missed-conversion⟧客與游泳，⟦采|missed-conversion⟧用與風采。",
      "團隊主攻⟦云|missed-conversion⟧ + AI，說得很清楚。", "系統已經上⟦云|missed-conversion⟧，沒有問題。",
      "衣服⟦臟|over-conversion⟧了，手⟦表|missed-conversion⟧停了，說不清。",
      "他的頭⟦髪|wrong-script⟧很長，說話很慢，學⟦経|wrong-script⟧濟。",
      "他來了⟦,|punctuation-width⟧我走了。這樣說，那樣說。", "營收增長了⟦１２|punctuation-width⟧個百分點。",
      "這樣做會引起新的麻煩⟦.|punctuation-width⟧所以他說不行。",
      "她看⟦着|variant-inconsistency⟧窗外，想著心事，聽著歌，等著他說話。",
      "他看着窗外，想着心事，聽着歌，等⟦著|variant-inconsistency⟧他說著名的話。",
      "這會導⟦緻|over-conversion⟧損失，老師⟦錶|over-conversion⟧揚了他，卻沒有細緻的手錶。",
      "他交了試⟦捲|over-conversion⟧，⟦採|over-conversion⟧邑與文⟦採|over-conversion⟧都好，只是膠捲用完了。",
      "子、⟦醜|over-conversion⟧、寅、卯，這樣說不醜。", "⟦週|over-conversion⟧圍的人都註冊了，沒人關⟦註|over-conversion⟧。",
    ]
  )
  func traditional(_ marked: String) {
    guard !marked.contains("|over⟧") else { return }
    check(marked, .traditional)
  }

  @Test(
    "Simplified text is checked as well",
    arguments: [
      "他说这⟦個|wrong-script⟧问题很简单。", "他看⟦著|missed-conversion⟧书，写了一部著作。",
      "⟦着|over-conversion⟧名作家的⟦着|over-conversion⟧作",
      "⟦乾|missed-conversion⟧净的乾隆年间",
    ]
  )
  func simplified(_ marked: String) { check(marked, .simplified) }

  @Test(
    "a clean text is silent",
    arguments: [
      "皇后與太后同遊，后羿射日；里長走了三公里，心裡有數。", "若干問題干擾了幹部，衣服乾了，乾隆皇帝說。", "他只說一句：「一隻貓。」只好作罷。",
      "古人云：「學而時習之。」諸如此類云云。", "正如詩云，人云亦云。說到「云」字，宿舍不大。",
      "他買了一只手錶和兩只花瓶，汽車的里程表，家裡的電表。", "這裏的羣眾爲了生計，喫了不少苦。", "台灣的颱風，臺北的舞台。",
      "AI 與 GPT 模型(LLM)的成本是 1,000 元。",
      "看着著名的著作，說着話。", "喬治.華盛頓說得對。", "一.背景說明", "儀錶和水錶都壞了，她去採風。",
      "他著書立說，看著著名的著作，想著，說著。", "東京の会社で働く人は多い。", "范先生與範例，余先生與餘額，于先生於昨日抵達。",
    ]
  )
  func clean(_ text: String) {
    #expect(ScriptLint().findings(in: UTF8Text(text), expecting: .traditional).map(\.text) == [])
  }

  @Test("a habit of half-width marks is one finding about the document")
  func habit() {
    let findings = ScriptLint().findings(
      in: UTF8Text(String(repeating: "他說,這樣不行;那樣呢?", count: 10)),
      expecting: .traditional
    )
    #expect(findings.map(\.isWholeDocument) == [true])
    #expect(findings.first?.count == 30)
  }

  @Test("the verdict knows the script, and a converter by what it leaves")
  func evidence() {
    func evidence(_ text: String) -> ScriptEvidence {
      ScriptTables.builtIn.scriptEvidence(of: UTF8Text(text))
    }
    #expect(evidence("這個說法沒有問題").verdict == .traditional)
    #expect(evidence("这个说法没有问题").verdict == .simplified)
    #expect(evidence("這個說法，这个说法").verdict == .mixed)
    #expect(evidence("皇后在山上").verdict == .undecidable)
    #expect(!evidence("這是為了群眾").isMachineConverted)
    #expect(evidence("這是爲了羣衆，爲什麼喫飯").isMachineConverted)
  }

  private func check(_ marked: String, _ script: Script) {
    let text = MarkedText(marked)
    let findings = ScriptLint().findings(in: UTF8Text(text.plain), expecting: script)
    let marks = findings.compactMap { finding in
      finding.span.map {
        MarkedText.Mark(
          lowerBound: $0.lowerBound,
          upperBound: $0.upperBound,
          label: finding.rule.rawValue
        )
      }
    }
    #expect(MarkedText.marking(text.plain, marks) == marked)
  }
}
