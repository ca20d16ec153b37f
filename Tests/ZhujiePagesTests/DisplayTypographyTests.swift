import Testing
import ZhujieText

@testable import ZhujiePages

struct DisplayTypographyTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let written: String
    let traditional: String
    let simplified: String
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a space between Han and Latin goes",
      written: "遠山 AX 有 3 款",
      traditional: "遠山AX有3款",
      simplified: "遠山AX有3款"
    ),
    Case(
      name: "a space between Latin words stays",
      written: "用 Far Hill 雲",
      traditional: "用Far Hill雲",
      simplified: "用Far Hill雲"
    ),
    Case(
      name: "a space between Han stays",
      written: "林遠 陳晨",
      traditional: "林遠 陳晨",
      simplified: "林遠 陳晨"
    ),
    Case(
      name: "quotation marks are of the script",
      written: "他說“好”。",
      traditional: "他說「好」。",
      simplified: "他說“好”。"
    ),
    Case(
      name: "nested ones too",
      written: "「他說『好』了」",
      traditional: "「他說『好』了」",
      simplified: "“他說‘好’了”"
    ),
    Case(
      name: "a quoted Latin word in a Chinese sentence",
      written: "名叫“AX”的雲",
      traditional: "名叫「AX」的雲",
      simplified: "名叫“AX”的雲"
    ),
    Case(name: "unbalanced marks stay", written: "他說“好", traditional: "他說“好", simplified: "他說“好"),
    Case(
      name: "an apostrophe is no quotation mark",
      written: "“林’s 遠”",
      traditional: "“林’s遠”",
      simplified: "“林’s遠”"
    ),
    Case(
      name: "a quotation in a Latin run stays",
      written: "雲：the “big one” is",
      traditional: "雲：the “big one” is",
      simplified: "雲：the “big one” is"
    ),
    Case(
      name: "half-width marks between Han",
      written: "林遠,陳晨; 好!",
      traditional: "林遠，陳晨；好！",
      simplified: "林遠，陳晨；好！"
    ),
    Case(
      name: "half-width marks in figures stay",
      written: "共 3,800 億, 16:30 止",
      traditional: "共3,800億, 16:30止",
      simplified: "共3,800億, 16:30止"
    ),
    Case(
      name: "typewriter quotation marks around Han",
      written: "他說\"好\"，又說\"不\"。",
      traditional: "他說「好」，又說「不」。",
      simplified: "他說“好”，又說“不”。"
    ),
    Case(
      name: "parentheses around Han in Chinese",
      written: "遠山 (一家公司) 與晨星(AX)",
      traditional: "遠山（一家公司）與晨星(AX)",
      simplified: "遠山（一家公司）與晨星(AX)"
    ),
    Case(
      name: "an English text has curly quotation marks and apostrophes",
      written: "\"He's in,\" said Lin ('the boss') in the '90s; the users' list-\"ours\".",
      traditional: "“He’s in,” said Lin (‘the boss’) in the ’90s; the users’ list-“ours”.",
      simplified: "“He’s in,” said Lin (‘the boss’) in the ’90s; the users’ list-“ours”."
    ),
    Case(
      name: "an English text that names Han is English",
      written: "\"Morning Star\" (晨星), the firm's first model, is \"out\".",
      traditional: "“Morning Star” (晨星), the firm’s first model, is “out”.",
      simplified: "“Morning Star” (晨星), the firm’s first model, is “out”."
    ),
    Case(
      name: "a text without Han stays",
      written: "A “b” c, d.",
      traditional: "A “b” c, d.",
      simplified: "A “b” c, d."
    ),
  ]

  @Test("what is shown", arguments: cases)
  func shown(_ example: Case) {
    for (script, expected) in [
      (Script.traditional, example.traditional), (.simplified, example.simplified),
    ] {
      let text = UTF8Text<DisplaySpace>(example.written)
      let set = DisplayTypography(of: text, blocks: [text.fullSpan], opaque: [], script: script)
      #expect(set.text.string == expected)
      #expect(set.alignment.fromCount == text.count && set.alignment.toCount == set.text.count)
    }
  }

  @Test("offsets lead from what is written to what is shown")
  func offsets() {
    let text = UTF8Text<DisplaySpace>("遠山 AX, 有 3 款,好")
    let set = DisplayTypography(of: text, blocks: [text.fullSpan], opaque: [], script: .traditional)
    #expect(set.text.string == "遠山AX, 有3款，好")
    #expect(set.text[set.alignment.map(TextSpan(7, 9))] == "AX")
    #expect(set.text[set.alignment.map(TextSpan(0, 9))] == "遠山AX")
    #expect(set.text[set.alignment.map(TextSpan(15, 20))] == "3款")
    #expect(set.counts == DisplayTypography.Counts(spaces: 3, marks: 1, quotes: 0))
  }

  @Test("code is left alone, and a quotation does not cross blocks")
  func opaque() {
    let text = UTF8Text<DisplaySpace>("雲“甲”山")
    let code = DisplayTypography(
      of: text,
      blocks: [text.fullSpan],
      opaque: [TextSpan(3, 12)],
      script: .traditional
    )
    #expect(code.text.string == "雲“甲”山")
    let blocks = DisplayTypography(
      of: text,
      blocks: [TextSpan(0, 6), TextSpan(6, 15)],
      opaque: [],
      script: .traditional
    )
    #expect(blocks.text.string == "雲“甲”山")
  }

  @Test("titles and names are set as the text is")
  func short() {
    #expect(DisplayTypography.set("遠山 AX 的“一年”", script: .traditional) == "遠山AX的「一年」")
    #expect(DisplayTypography.set("远山 AX 的「一年」", script: .simplified) == "远山AX的“一年”")
    #expect(DisplayTypography.set("Yuanshan's \"year\"", script: nil) == "Yuanshan’s “year”")
    #expect(DisplayTypography.set("遠山 AX", script: nil) == "遠山 AX")
  }
}
