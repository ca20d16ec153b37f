import TestSupport
import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

struct QuotationTests {
  static let catalog = testCatalog(
    """
    person lin-yuan 林远
    person shen 沈文清
    organization yuanshan 远山科技
    product lingxi 灵犀助手
    """
  )

  /// The text with its speech marked by speaker: an ID, the words for somebody unnamed, or `?`.
  func quoted(_ text: String, _ decisions: [Decision] = []) -> String {
    let reading = testReading(text)
    let mentions = Annotator(catalog: Self.catalog).mentions(in: reading).annotations
    let found = QuotationRecognizer(catalog: Self.catalog, decisions: decisions).quotations(
      in: reading,
      mentions: mentions
    )
    return MarkedText.marking(
      text,
      found.map { quotation in
        let speaker =
          switch quotation.speaker {
          case .entity(let id): id.string
          case .unnamed(let words): words
          case .unknown: "?"
          }
        return MarkedText.Mark(
          lowerBound: quotation.span.lowerBound,
          upperBound: quotation.span.upperBound,
          label: speaker
        )
      }
    )
  }

  @Test(
    "speech is given to who says it",
    arguments: [
      "林遠說：⟦“我們會贏。”|lin-yuan⟧",
      "林远对沈文清说，⟦“今天更重要的是坚持。”|lin-yuan⟧",
      "⟦“兜兜轉轉，十年。”|lin-yuan⟧林遠說他不後悔。",
      "⟦“這條路很長，也很難。”|一位遠山科技人士⟧一位遠山科技人士這樣形容。",
      "灵犀助手员工说，⟦“外面对手有什么能力都得跟上。”|灵犀助手员工⟧",
      "沈文清昨天到訪。他說，⟦「我會再來的，一定。」|shen⟧",
      "林远担任总裁。会上有人提问，他回答⟦“明天的答案可能不同。”|lin-yuan⟧",
      "远山科技表示，⟦“消息不属实，我们会追究。”|yuanshan⟧",
      "接近远山科技的人士告诉我们，⟦“管理细节还是会交给各位。”|接近远山科技的人士⟧",
      "林远很忙，远山科技内部人士评价其⟦“懂技术、敢于决策”|远山科技内部人士⟧。",
      "一位远山科技管理层的观点很明确。他觉得⟦“不错过最重要”|一位远山科技管理层⟧。",
      "林遠認為，⟦“開源是最大的槓桿，‘閉源’ 不是。”|lin-yuan⟧",
    ]
  )
  func speakers(_ text: String) {
    expectSameText(quoted(MarkedText(text).plain), text)
  }

  @Test(
    "words in quotation marks that nobody says are no speech",
    arguments: ["林远推出“超级框”。", "“灵犀助手”上线了。", "被称为“五连击”的事件，林远记得。", "林遠，花名“風清”，喝茶。", "“没有结束的引号，林远说。"]
  )
  func terms(_ text: String) {
    expectSameText(quoted(text), text)
  }

  @Test("an editor's decision corrects the speaker")
  func decided() throws {
    let id = try #require(EntityID("shen"))
    let decision = Decision(quote: "我們會贏", verdict: .speaker(id))
    expectSameText(quoted("林遠說：“我們會贏。”", [decision]), "林遠說：⟦“我們會贏。”|shen⟧")
  }
}
