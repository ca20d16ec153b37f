import Testing
import ZhujieText

struct CitationTests {
  @Test(
    "a citation names sources and paragraphs",
    arguments: [
      ("@a 12", "a", [12...12]), ("@a 12-14", "a", [12...14]), ("@a 12–14", "a", [12...14]),
      ("@a 12, 16-17", "a", [12...12, 16...17]), ("@a 12、16", "a", [12...12, 16...16]),
      ("@a", "a", []),
      ("@遠山-1  3", "遠山-1", [3...3]), ("@a\u{A0}12", "a", [12...12]), ("@a 1 - 2", "a", [1...2]),
    ] as [(String, String, [ClosedRange<Int>])]
  )
  func single(_ text: String, _ source: String, _ paragraphs: [ClosedRange<Int>]) {
    #expect(Citation(text) == Citation(parts: [.init(source: source, paragraphs: paragraphs)]))
  }

  @Test("several sources are parted by semicolons")
  func several() {
    #expect(
      Citation("@a 12-14; @b 3")
        == Citation(parts: [
          .init(source: "a", paragraphs: [12...14]), .init(source: "b", paragraphs: [3...3]),
        ])
    )
  }

  @Test(
    "anything else is no citation",
    arguments: [
      "", "a 12", "@", "@ 12", "@a x", "@a 0", "@a -1", "@a 1-", "@a +1", "@a 1--2", "@a 3-1",
      "@a 1-2-3", "@a 12; b 3", "@a 12;", "; @a 1",
      "@a 99999999999999999999", "@a 1.5", "@a 十二",
    ]
  )
  func invalid(_ text: String) {
    #expect(Citation(text) == nil)
  }
}
