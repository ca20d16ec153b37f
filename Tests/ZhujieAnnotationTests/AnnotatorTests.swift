import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

/// A text with its mentions marked, as `⟦林遠|lin-yuan⟧`.
func marked(_ text: String, with annotator: Annotator, opaque: [String] = []) -> String {
  let found = annotator.mentions(in: testReading(text, opaque: opaque))
  let marks = found.annotations.compactMap { annotation -> MarkedText.Mark? in
    guard case .mention(let mention) = annotation.content else { return nil }
    return MarkedText.Mark(
      lowerBound: annotation.span.lowerBound,
      upperBound: annotation.span.upperBound,
      label: mention.entity.string
    )
  }
  return MarkedText.marking(text, marks)
}

struct AnnotatorTests {
  let annotator = Annotator(
    catalog: testCatalog(
      """
      person lin-yuan 林远 / Lin Yuan
      organization yuanshan 远山科技 | 远山
      organization cloud 远山云计算集团
      product m2-mini - / M2-mini | 远山M2-mini
      product ax - / AX
      """
    )
  )

  @Test(
    "names are found at the edges of words, in either script, and nowhere inside them",
    arguments: [
      "⟦林遠|lin-yuan⟧和⟦林远|lin-yuan⟧", "⟦遠山雲計算集團|cloud⟧", "⟦遠山|yuanshan⟧⟦AX|ax⟧，RELAX",
      "⟦遠山 M2-mini|m2-mini⟧，⟦遠山\u{A0}M2-mini|m2-mini⟧，⟦远山M2-mini|m2-mini⟧",
      "⟦M2-mini|m2-mini⟧-pro".replacingMarks,
      "林遠\u{301}", "林\n遠",
    ]
  )
  func edges(_ text: String) {
    let plain = MarkedText(text).plain
    expectSameText(marked(plain, with: annotator), text)
  }
}

extension String {
  fileprivate var replacingMarks: String { MarkedText(self).plain }

  @Test("what a rule requires may stand in another cell of its table, not in another paragraph")
  func tableRule() {
    let catalog = testCatalog("organization beichen 北辰银行 | 北辰 {requires=贷款}")
    let annotator = Annotator(catalog: catalog)
    let rows = "贷款\n金额\n北辰\n三千"
    #expect(annotator.mentions(in: testReading(rows, role: .tableCell)).annotations.count == 1)
    #expect(annotator.mentions(in: testReading(rows)).annotations.isEmpty)
    let alone = testReading("北辰\n三千", role: .tableCell)
    #expect(annotator.mentions(in: alone).annotations.isEmpty)
  }
}
