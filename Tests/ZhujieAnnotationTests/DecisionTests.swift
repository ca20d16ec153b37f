import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

struct DecisionTests {
  static let catalog = testCatalog(
    """
    person lin-yuan 林远 | 老林
    organization yuanshan 远山科技
    organization apple 苹果
    """
  )

  func found(_ text: String, _ decisions: [Decision], source: SourceIdentity? = nil)
    -> AnnotatedText
  {
    Annotator(catalog: Self.catalog, decisions: decisions).mentions(
      in: testReading(text),
      source: source
    )
  }

  func marks(_ text: String, _ decisions: [Decision]) -> String {
    let annotator = Annotator(catalog: Self.catalog, decisions: decisions)
    return marked(text, with: annotator)
  }

  @Test("a decision names an entity where the rules see none, in either script")
  func names() throws {
    let id = try #require(EntityID("apple"))
    let decision = Decision(quote: "蘋果", before: "他愛吃", verdict: .names(id))
    expectSameText(marks("他爱吃苹果。他吃苹果。", [decision]), "他爱吃⟦苹果|apple⟧。他吃苹果。")
  }

  @Test("a decision takes a mention away at one place and leaves the others")
  func isNot() {
    let decision = Decision(quote: "林远", before: "山", after: "处", verdict: .isNot(nil))
    expectSameText(marks("山林远处。林远。", [decision]), "山林远处。⟦林远|lin-yuan⟧。")
  }

  @Test("a decision gives a mention to somebody else")
  func somebodyElse() throws {
    let id = try #require(EntityID("yuanshan"))
    let decision = Decision(quote: "老林", after: "公司", verdict: .names(id))
    expectSameText(marks("老林公司和老林。", [decision]), "⟦老林|yuanshan⟧公司和⟦老林|lin-yuan⟧。")
  }

  @Test("a slip of the source is read as an editor says")
  func readsAs() {
    let decision = Decision(quote: "元山科技", verdict: .readsAs("远山科技"))
    expectSameText(marks("元山科技成立。", [decision]), "⟦元山科技|yuanshan⟧成立。")
  }

  @Test("a decision whose words are gone is reported, and so is one that fits two places")
  func orphans() throws {
    let gone = Decision(source: "a", quote: "无此句", verdict: .isNot(nil))
    let twice = Decision(source: "a", quote: "林远", verdict: .isNot(nil))
    let other = Decision(source: "b", quote: "无此句", verdict: .isNot(nil))
    let result = found(
      "林远和林远。",
      [gone, twice, other],
      source: SourceIdentity(id: "weekly", siglum: "a")
    )
    #expect(result.diagnostics.map(\.code) == [.decisionAmbiguous, .decisionOrphaned])
    #expect(result.annotations.count == 2)
  }
}

struct ExplanationTests {
  let annotator = Annotator(
    catalog: testCatalog("person lin-yuan 林远\norganization apple 苹果\nproduct ax - / AX")
  )

  func explain(_ text: String, _ part: String) throws -> [String] {
    let reading = testReading(text)
    let found = annotator.mentions(in: reading)
    let bytes = Array(part.utf8)
    let start = try #require(
      reading.text.bytes.indices.first { reading.text.bytes[$0...].starts(with: bytes) }
    )
    return annotator.explanation(
      of: TextSpan(start, start + bytes.count),
      in: reading,
      found: found
    ).lines
  }

  @Test("what was found says by which rule, and what lost says why")
  func reasons() throws {
    #expect(
      try explain("林遠說", "林遠") == ["“林遠”", "  = “林遠” lin-yuan by “林远”: longest name (98 % sure)"]
    )
    #expect(
      try explain("他吃苹果", "苹果") == [
        "“苹果”",
        "  - “苹果” apple by “苹果”: an ordinary word, and its sentence does not speak for the name; against it: “吃” stands before",
      ]
    )
    #expect(
      try explain("AX2", "AX") == [
        "“AX”", "  - “AX” ax by “AX”: it is part of a longer word of letters and digits",
      ]
    )
  }

  @Test("a figure says its value and the rule that read it; digits that are none say so")
  func quantities() throws {
    let reading = testReading("第12345678頁漲了5%")
    let found = annotator.annotate(reading)
    let all = found.explanations(of: reading).flatMap(\.lines)
    #expect(
      all.contains { $0.hasPrefix("  = “5%” percent {\"value\":5}: ") && $0.hasSuffix(" % sure)") }
    )
    #expect(
      try explain("房間9-9-9", "9-9-9").last
        == "  ! no rule for figures and dates reads its digits or numerals"
    )
  }

  @Test("where nothing was found the nearest names are given")
  func nothing() throws {
    #expect(
      try explain("林園說", "林園") == [
        "“林園”", "  ! no entity has the name “林園”; near it: “林远” of lin-yuan",
      ]
    )
  }
}
