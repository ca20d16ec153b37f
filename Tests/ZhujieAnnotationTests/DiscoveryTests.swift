import Testing
import ZhujieEntities
import ZhujieText

@testable import ZhujieAnnotation

struct DiscoveryTests {
  static let article = """
    星穹科技創始人沈文清說，公司明年會更好。星穹科技發佈了新模型AstraLink-2。
    沈文清認為，開源是未來。“我們不會放棄。”沈文清說。周毅表示，他同意沈文清的判斷。
    多位星穹科技人士透露，周毅將出任總裁，AstraLink-2將在下月上線。星穹科技股價上漲。
    OpenBox宣布與星穹科技合作，周毅說這只是開始。
    """

  @Test("people, companies and products that no file has are proposed, with what speaks for them")
  func proposals() {
    let candidates = Discovery.candidates(in: [testReading(Self.article)], catalog: testCatalog(""))
    let kinds = Dictionary(candidates.map { ($0.text, $0.kind) }) { a, _ in a }
    #expect(kinds["沈文清"] == .person)
    #expect(kinds["周毅"] == .person)
    #expect(kinds["星穹科技"] == .organization)
    #expect(kinds["AstraLink-2"] == .product)
    #expect(kinds["OpenBox"] != nil)
    #expect(kinds["公司"] == nil && kinds["模型"] == nil && kinds["多位星穹科技"] == nil)
    let first = candidates.first { $0.text == "沈文清" }
    #expect(first?.count == 4)
    #expect(first?.evidence.isEmpty == false && first?.contexts.isEmpty == false)
  }

  @Test("what an entity file has is not proposed again, in either script")
  func known() {
    let catalog = testCatalog("person shen 沈文清\norganization xingqiong 星穹科技")
    let candidates = Discovery.candidates(in: [testReading(Self.article)], catalog: catalog)
    #expect(!candidates.contains { $0.text.contains("沈文") || $0.text.contains("星穹") })
    #expect(candidates.contains { $0.text == "周毅" })
  }

  @Test(
    "a candidate comes with the front matter of its file",
    arguments: [
      ("周毅", "id: rename-me\nkind: person\nnames: {zh-Hans: 周毅}"),
      ("星穹動力", "id: rename-me\nkind: person\nnames: {zh-Hant: 星穹動力}"),
      ("Nova X-2", "id: nova-x-2\nkind: person\nnames: {en: \"Nova X-2\"}"),
    ]
  )
  func stub(_ name: String, _ expected: String) {
    let candidate = Candidate(
      text: name,
      kind: .person,
      count: 1,
      score: 1,
      evidence: [],
      contexts: []
    )
    #expect(candidate.stub == "---\n\(expected)\n---\n")
  }

  @Test("an empty text has no names, and a repetitive one ends")
  func edges() {
    #expect(Discovery.candidates(in: [], catalog: testCatalog("")).isEmpty)
    #expect(Discovery.candidates(in: [testReading("")], catalog: testCatalog("")).isEmpty)
    let text = String(repeating: "王", count: 5000)
    _ = Discovery.candidates(in: [testReading(text)], catalog: testCatalog(""))
  }
}
